"""String functions."""

from __future__ import annotations

import re

from ...hcl.graphemes import graphemes
from ..conversions import UNKNOWN, InvalidError, LimitError, Value, to_string
from .formats import formatted, formatted_list
from .patterns import compiled, expand
from .signature import Function

_WORD_START = re.compile(r"(?<![\w])\w")


def upper(value: str) -> str:
    """``upper``: all letters as capitals."""
    return "".join(map(_one_upper, value))


def lower(value: str) -> str:
    """``lower``: all letters as small ones."""
    return "".join(map(_one_lower, value))


def _one_upper(character: str) -> str:
    """Character by character, as Go does it: no context, no change of length."""
    return _single(character, character.upper())


def _one_lower(character: str) -> str:
    return _single(character, character.lower())


def _single(character: str, changed: str) -> str:
    if len(changed) != 1:
        raise LimitError
    return changed


def title(value: str) -> str:
    """``title``: the first letter of each word as a capital."""
    return _WORD_START.sub(lambda match: _one_upper(match.group()), value)


def substr(value: str, offset: int, length: int) -> str:
    """``substr``: so many characters from an offset, which counts from the end if it is negative."""
    characters = graphemes(value)
    start = max(offset + len(characters), 0) if offset < 0 else offset
    return "".join(characters[start:] if length < 0 else characters[start : start + length])


def split(separator: str, value: str) -> list[str]:
    """``split``: the texts between separators."""
    return value.split(separator) if separator else list(value)


def join(separator: str, *lists: list[Value]) -> str:
    """``join``: the strings of all lists with a separator between them."""
    if not lists:
        raise InvalidError("at least one list is required")
    items = [item for one in lists for item in one]
    if None in items:
        raise InvalidError("null cannot be joined")
    return separator.join(items)


def replace(value: str, part: str, by: str) -> str:
    """``replace``: a text, or what a pattern between slashes matches, by another one."""
    if len(part) > 1 and part.startswith("/") and part.endswith("/"):
        pattern = compiled(part[1:-1], value)
        return pattern.sub(lambda match: expand(by, match), value)
    return value.replace(part, by)


def _captures(match: re.Match[str]) -> Value:
    if match.re.groupindex:
        if len(match.re.groupindex) < match.re.groups:
            raise InvalidError("either all groups have names or none")
        return match.groupdict()
    return list(match.groups()) if match.re.groups else match.group()


def regex(pattern: str, value: str) -> Value:
    """``regex``: what a pattern matches first: its groups, if it has some."""
    match = compiled(pattern, value).search(value)
    if match is None:
        raise InvalidError("the pattern does not match")
    return _captures(match)


def regexall(pattern: str, value: str) -> list[Value]:
    """``regexall``: all that a pattern matches."""
    return [_captures(match) for match in compiled(pattern, value).finditer(value)]


def trim(value: str, characters: str) -> str:
    """``trim``: without some characters at both ends."""
    return value.strip(characters) if characters else value


def indent(count: int, value: str) -> str:
    """``indent``: with spaces before all lines but the first."""
    return value.replace("\n", "\n" + " " * min(count, 1000))


def chomp(value: str) -> str:
    """``chomp``: without the line ends at its end."""
    return value.rstrip("\r\n")


def basename(path: str) -> str:
    """``basename``: the last part of a path."""
    return path.rstrip("/").rsplit("/", 1)[-1] if path.strip("/") else ("/" if path else ".")


def dirname(path: str) -> Value:
    """``dirname``: a path without its last part; UNKNOWN for one that Terraform would clean."""
    if "//" in path or "/." in path or path.startswith("."):
        return UNKNOWN  # Terraform cleans such a path
    head, slash, _ = path.rpartition("/")
    return head or (slash or ".")


TABLE: dict[str, Function] = {
    "basename": Function(basename, ("string",)),
    "chomp": Function(chomp, ("string",)),
    "dirname": Function(dirname, ("string",)),
    "endswith": Function(str.endswith, ("string", "string")),
    "format": Function(formatted, ("string", "~any*")),
    "formatlist": Function(formatted_list, ("string", "~any*")),
    "indent": Function(indent, ("whole", "string")),
    "join": Function(join, ("string", "strings*")),
    "lower": Function(lower, ("string",)),
    "regex": Function(regex, ("string", "string")),
    "regexall": Function(regexall, ("string", "string")),
    "replace": Function(replace, ("string", "string", "string")),
    "split": Function(split, ("string", "string")),
    "startswith": Function(str.startswith, ("string", "string")),
    "strcontains": Function(str.__contains__, ("string", "string")),
    "strrev": Function(lambda value: "".join(reversed(graphemes(value))), ("string",)),
    "substr": Function(substr, ("string", "whole", "whole")),
    "title": Function(title, ("string",)),
    "tostring": Function(to_string, ("~any",)),
    "trim": Function(trim, ("string", "string")),
    "trimprefix": Function(str.removeprefix, ("string", "string")),
    "trimspace": Function(str.strip, ("string",)),
    "trimsuffix": Function(str.removesuffix, ("string", "string")),
    "upper": Function(upper, ("string",)),
}
