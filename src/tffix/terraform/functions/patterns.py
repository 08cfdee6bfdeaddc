"""Go's regular expressions, as far as Python's mean the same and take no unreasonable time.

Facts: the RE2 syntax, https://github.com/google/re2/wiki/Syntax.
"""

from __future__ import annotations

import re

from ..conversions import InvalidError, LimitError

_MAX_WORK = 10**7
# What both languages have in common. `$` alone differs: Python's also matches before a last newline.
_TOKEN = re.compile(
    r"""\\[dDwWsSbBtnr\\.*+?()\[\]{}^$|/"'_:@#&=<>,;!%~-]
      | \[\^?\]?(?:[^\\\[\]]|\\[dDwWsStnr\\.*+?()\[\]{}^$|/:-])*\]
      | (?P<open>\((?:\?:|\?P<[A-Za-z]\w*>)?(?!\?))
      | (?P<close>\))
      | (?P<many>[*+]\??|\{\d+,\}\??)
      | (?P<few>\?\??|\{\d{1,2}(?:,\d{1,2})?\}\??)
      | (?P<end>\$)
      | [^\\\[\](){}*+?$]""",
    re.VERBOSE | re.ASCII,
)
_REFERENCE = re.compile(r"\$(?:\$|(\w+)|\{(\w+)\})", re.ASCII)


def compiled(pattern: str, subject: str) -> re.Pattern[str]:
    """The pattern for a search in ``subject``. Raises LimitError where its meaning or time is in doubt."""
    position, unbounded, depth, text = 0, 0, 0, []
    repeated: list[bool] = [False]  # whether the group, at each depth, has a repetition in it
    closed = False
    while position < len(pattern):
        match = _TOKEN.match(pattern, position)
        if match is None:
            raise LimitError
        kind = match.lastgroup
        if kind == "open":
            repeated.append(False)
            depth += 1
        elif kind == "close":
            depth -= 1
            if depth < 0:
                raise InvalidError("a parenthesis is missing")
            closed = repeated.pop()
            repeated[-1] = repeated[-1] or closed
        elif kind == "many":
            if closed:
                raise LimitError
            unbounded += 1
            repeated[-1] = True
        if kind != "close":
            closed = False
        text.append(r"\Z" if kind == "end" else match.group())
        position = match.end()
    if max(len(subject), 2) ** (unbounded + 1) > _MAX_WORK * 10:
        raise LimitError
    try:
        return re.compile("".join(text), re.ASCII)
    except re.error:
        raise InvalidError("this is no regular expression") from None


def expand(template: str, match: re.Match[str]) -> str:
    """``$1``, ``${1}`` and ``$name`` in a replacement; one that is not there is empty."""

    def one(reference: re.Match[str]) -> str:
        name = reference.group(1) or reference.group(2)
        if not name:
            return "$"
        try:
            return match.group(int(name) if name.isdigit() and len(name) < 10 else name) or ""
        except IndexError:
            return ""

    return _REFERENCE.sub(one, template)
