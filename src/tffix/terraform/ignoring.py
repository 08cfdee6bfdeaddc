"""The patterns of .gitignore, matched as git does, in time that no pattern makes more than linear.

A pattern becomes a regular expression in which every part between two stars is found at its first place and
never looked for again (an atomic group): for globs the first place is as good as any other.

Facts: gitignore(5); git's dir.c (parse_path_pattern, match_basename, match_pathname) and wildmatch.c.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import cached_property

_CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "\\x21-\\x7e",
    "lower": "a-z",
    "print": "\\x20-\\x7e",
    "punct": "\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e",
    "space": " \\t-\\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
_STAR, _FOLDERS, _SOME_FOLDERS, _ANYTHING = "*", "**/", "**\\/", "**"


class _NeverMatchesError(ValueError):
    """Why a pattern matches nothing, whatever the path."""


class Pattern:
    """A line of a .gitignore file that is neither empty nor a comment."""

    def __init__(self, line: str, number: int = 0) -> None:
        self.line = line
        self.number = number
        self.negated = line.startswith("!")
        text = line[1:] if self.negated else line
        self.folders_only = text.endswith("/")
        text = text[:-1] if self.folders_only else text
        self.of_name = "/" not in text
        self.text = text.removeprefix("/")
        # Most patterns can be seen not to match by what is literal in them.
        special = set(text) & set("[\\")
        self._literals = () if special else tuple(part for part in re.split(r"[*?/]+", text) if part)

    @cached_property
    def _translated(self) -> tuple[re.Pattern[bytes] | None, str]:
        """The regular expression, none if it would match nothing, and the mistake in the pattern."""
        try:
            done = _Translation(self.text, self.of_name)
        except _NeverMatchesError as error:
            return None, str(error)
        return re.compile(done.regex.encode("latin-1"), re.DOTALL), done.fault

    @property
    def fault(self) -> str:
        """The mistake in the pattern, because of which it matches nothing, or less than it seems to; or
        nothing."""
        return self._translated[1] if set(self.text) & set("[\\") else ""

    def matches(self, path: str, is_folder: bool) -> bool:
        """Whether it matches a path, relative to the file that it is in; what is above the path does not
        count."""
        if (self.folders_only and not is_folder) or not all(part in path for part in self._literals):
            return False
        path = path.rpartition("/")[2] if self.of_name else path
        regex, _ = self._translated
        return regex is not None and regex.fullmatch(os.fsencode(path)) is not None


def read_patterns(text: str) -> list[Pattern]:
    """The patterns in the text of a .gitignore file."""
    lines = enumerate(text.removeprefix("\ufeff").split("\n"), 1)
    found = ((number, _trimmed(line.removesuffix("\r"))) for number, line in lines)
    return [Pattern(line, number) for number, line in found if line and not line.startswith("#")]


def verdict(patterns: Sequence[Pattern], path: str, is_folder: bool) -> bool | None:
    """Whether patterns ignore a path itself, take it in again, or say nothing of it: the last one counts."""
    last = next((one for one in reversed(patterns) if one.matches(path, is_folder)), None)
    return None if last is None else not last.negated


def ignores(patterns: Sequence[Pattern], path: str) -> bool:
    """Whether patterns ignore a file, or one of the folders that it is in."""
    parts = path.split("/")
    folders = ("/".join(parts[:count]) for count in range(1, len(parts)))
    if any(verdict(patterns, folder, True) for folder in folders):
        return True
    return bool(verdict(patterns, path, False))


def _trimmed(line: str) -> str:
    """A line without the spaces at its end, less those that a backslash protects."""
    kept = line.rstrip(" ")
    backslashes = len(kept) - len(kept.rstrip("\\"))
    return kept + " " if backslashes % 2 and len(kept) < len(line) else kept


class _Translation:
    """A pattern as the text of a regular expression over bytes, one character for each."""

    def __init__(self, pattern: str, of_name: bool) -> None:
        self.pattern = os.fsencode(pattern).decode("latin-1")
        self.of_name = of_name
        self.at = 0
        self.fault = ""
        self.parts: list[str] = []  # one for each character, star or "/"
        while self.at < len(self.pattern):
            self.parts.append(self._next())
        self.regex = self._joined()

    def _next(self) -> str:
        character = self._take()
        if character == "*":
            return self._star()
        if character == "?":
            return "[^/]"
        if character == "[":
            return self._class()
        return re.escape(self._escaped() if character == "\\" else character)

    def _take(self) -> str:
        """The next character."""
        if self.at >= len(self.pattern):
            raise _NeverMatchesError("'[' without ']'")
        self.at += 1
        return self.pattern[self.at - 1]

    def _escaped(self) -> str:
        if self.at >= len(self.pattern):
            raise _NeverMatchesError("nothing follows the backslash at its end")
        return self._take()

    def _star(self) -> str:
        before = self.pattern[self.at - 2] if self.at > 1 else "/"
        start = self.at
        while self.pattern.startswith("*", self.at):
            self.at += 1
        if self.of_name or self.at == start or before != "/":
            return _STAR
        for ending, kind in (("/", _FOLDERS), ("\\/", _SOME_FOLDERS)):
            if self.pattern.startswith(ending, self.at):
                self.at += len(ending)
                return kind
        return _ANYTHING if self.at == len(self.pattern) else _STAR

    def _class(self) -> str:
        """A set of characters in brackets, which never has the slash in it."""
        character = self._take()
        negated = character in "!^"
        character = self._take() if negated else character
        members: list[str] = []
        last = ""  # the character that a range may begin with
        while True:
            if character == "\\":
                last = self._take()
                members.append(re.escape(last))
            elif character == "-" and last and self.pattern[self.at : self.at + 1] not in ("", "]"):
                end = self._take()
                end = self._take() if end == "\\" else end
                if last <= end:
                    members.append(f"{re.escape(last)}-{re.escape(end)}")
                else:
                    self.fault = f"the range {last}-{end} is empty"
                last = ""
            elif character == "[" and (named := self._named()):
                members.append(named)
                last = ""
            else:
                last = character
                members.append(re.escape(last))
            character = self._take()
            if character == "]":
                break
        return f"(?!/)[{'^' if negated else ''}{''.join(members)}]"

    def _named(self) -> str:
        """A class such as ``[:digit:]`` after its first bracket; nothing if there is none."""
        if not self.pattern.startswith(":", self.at):
            return ""
        end = self.pattern.find("]", self.at + 1)
        if end < 0:
            raise _NeverMatchesError("'[' without ']'")
        if end == self.at + 1 or self.pattern[end - 1] != ":":
            return ""
        name = self.pattern[self.at + 1 : end - 1]
        if name not in _CLASSES:
            raise _NeverMatchesError(f"there is no class [:{name}:]")
        self.at = end + 1
        return _CLASSES[name]

    # -- the whole ---------------------------------------------------------------------------------------

    def _joined(self) -> str:
        """Between two ``**`` the first place counts, too; what comes after the last one ends the path."""
        groups: list[tuple[str, list[str]]] = [("", [])]
        for part in self.parts:
            if part in (_FOLDERS, _SOME_FOLDERS):
                groups.append((part, []))
            else:
                groups[-1][1].append(part)
        found = [_components(groups[0][1])]
        for number, (kind, parts) in enumerate(groups[1:], 1):
            some = "[^/]+/" if kind == _SOME_FOLDERS else ""
            is_last = number == len(groups) - 1
            lazy = "" if is_last else "?"
            text = f"{some}(?:[^/]+/)*{lazy}{_components(parts)}"
            found.append(text if is_last else f"(?>{text})")
        return "".join(found)


def _components(parts: list[str]) -> str:
    """Parts of a pattern without ``**`` before a slash."""
    found: list[str] = []
    chunk: list[str] = []
    after_star = False
    for part in (*parts, "/"):
        if part not in (_STAR, "/"):
            chunk.append(".+" if part == _ANYTHING else part)
            continue
        if after_star and part == _STAR:
            found.append(f"(?>[^/]*?{''.join(chunk)})")
        else:
            found += ("[^/]*" if after_star else "", *chunk)
        chunk, after_star = [], part == _STAR
        if part == "/":
            found.append("/")
    return "".join(found[:-1])


__all__ = ["Pattern", "ignores", "read_patterns", "verdict"]
