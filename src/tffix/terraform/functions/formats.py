"""`format` and `formatlist`: the verbs that people use; for others the answer is not known."""

from __future__ import annotations

import re

from ..conversions import InvalidError, LimitError, Rounded, Value, decimal, to_bool, to_number, to_string
from .encodings import json_text

_VERB = re.compile(
    r"%(?P<flags>[-+ 0#]*)(?P<width>\d{1,3})?(?:\.(?P<precision>\d{1,3}))?"
    r"(?:\[(?P<index>\d{1,9})\])?(?P<verb>[a-zA-Z%])?"
)


_VERBS = frozenset("vtbdoxXeEfgGsq")
"""The verbs that there are."""


def formatted(template: str, *values: Value) -> str:
    """The text of ``format(template, values...)``."""
    number = 0
    used = 0

    def one(match: re.Match[str]) -> str:
        nonlocal number, used
        if match["verb"] is None:
            raise LimitError
        if match["verb"] == "%":
            return "%"
        number = int(match["index"]) if match["index"] else number + 1
        used = max(used, number)
        if not 0 < number <= len(values):
            raise InvalidError("there are more verbs than arguments")
        return _padded(match, _verb(match, values[number - 1]))

    text = _VERB.sub(one, template)
    if used < len(values):
        raise InvalidError("there are more arguments than verbs")
    return text


def _verb(match: re.Match[str], value: Value) -> str:
    verb, precision = match["verb"], match["precision"]
    if verb not in _VERBS:
        raise InvalidError(f"there is no verb %{verb}")
    if set(match["flags"]) - set("-0") or value is None or (precision and verb != "f"):
        raise LimitError
    if verb == "v":
        if isinstance(value, list | dict):
            return json_text(value)
        return _known(to_string(value))
    if verb == "s":
        return _known(to_string(value))
    if verb == "q":
        return json_text(_known(to_string(value)))
    if verb == "t":
        return _known(to_string(to_bool(value)))
    if verb not in ("d", "x", "X", "o", "b", "f") or (verb in "xX" and isinstance(value, str)):
        raise LimitError
    number = to_number(value)
    if isinstance(number, Rounded):
        raise LimitError
    if verb == "f":
        return format(decimal(number), f".{precision or 6}f")
    if isinstance(number, float):
        raise InvalidError("a whole number is required")
    return format(number, verb)


def _known(text: Value) -> str:
    if not isinstance(text, str):
        raise LimitError
    return text


def _padded(match: re.Match[str], text: str) -> str:
    width = int(match["width"] or 0)
    if len(text) >= width:
        return text
    if not text.isascii():
        raise LimitError
    if "-" in match["flags"]:
        return text.ljust(width)
    if "0" in match["flags"]:
        if match["verb"] in "svqt":
            raise LimitError
        return text.zfill(width)
    return text.rjust(width)


def formatted_list(template: str, *values: Value) -> list[str]:
    """``formatlist``: lists are gone through side by side, single values stay."""
    lengths = {len(value) for value in values if isinstance(value, list)}
    if len(lengths) > 1:
        raise InvalidError("the lists must have one length")
    count = lengths.pop() if lengths else 1
    return [
        formatted(template, *(value[number] if isinstance(value, list) else value for value in values))
        for number in range(count)
    ]
