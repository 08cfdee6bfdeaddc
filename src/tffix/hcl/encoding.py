"""Bytes that are not UTF-8: where Terraform accepts them they are kept, elsewhere they are a fault.

Terraform reads bytes. In a comment any will do; in strings and heredocs whatever has the form of UTF-8, be it
overlong or half of a surrogate pair; nowhere else. In a text such a byte is a lone surrogate (Python's
`surrogateescape`), which becomes the same byte again.

Facts: the scanner of hashicorp/hcl (scan_tokens.rl); the behaviour of `terraform fmt` 1.11. One
accident of that scanner is not followed: in a name it takes some broken bytes, with the two characters after
them whatever they are, for a letter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .errors import SyntaxFault

if TYPE_CHECKING:
    from .scanner import Tokens

_TEXTS = frozenset(("string", "literal", "heredoc_literal"))
_BROKEN = re.compile("[\udc80-\udcff]")
_FORMED = re.compile(
    "[\udcc0-\udcdf][\udc80-\udcbf]|[\udce0-\udcef][\udc80-\udcbf]{2}|[\udcf0-\udcf7][\udc80-\udcbf]{3}"
)


def decoded(data: bytes) -> str:
    """The text of bytes; `encoded` gives them back."""
    return data.decode("utf-8", "surrogateescape")


def encoded(text: str) -> bytes:
    """The bytes of a text, those that are not UTF-8 as they were read."""
    return text.encode("utf-8", "surrogateescape")


def is_broken(text: str) -> bool:
    """Whether something in a text stands for a byte that is not UTF-8."""
    return not text.isascii() and _BROKEN.search(text) is not None


def not_utf8(offset: int) -> SyntaxFault:
    """The error for bytes that are not UTF-8."""
    return SyntaxFault("not UTF-8: save the file in that encoding", offset)


def check_encoding(tokens: Tokens) -> None:
    """Raises SyntaxFault at the first byte that is not UTF-8 where Terraform does not accept it."""
    for number, kind in enumerate(tokens.kinds):
        if kind == "comment":
            continue
        start, end = tokens.starts[number], tokens.starts[number + 1]
        while broken := _BROKEN.search(tokens.text, start, end):
            formed = _FORMED.match(tokens.text, broken.start(), end) if kind in _TEXTS else None
            if formed is None:
                raise not_utf8(broken.start())
            start = formed.end()
