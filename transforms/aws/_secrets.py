"""Tells by their names what holds a secret, and what is one by its looks."""

from __future__ import annotations

import re

_SECRET = re.compile(
    r"(?:^|[^a-z])(?:pass(?:word|wd|phrase)|pwd|(?:client|app|shared|api|jwt)[_-]?secret|secret[_-]?(?:access[_-]?)?key"
    r"|access[_-]?key|api[_-]?key|auth[_-]?token|access[_-]?token|private[_-]?key)$"
)
_POINTER = re.compile(r"arn:|\.{0,2}/|~/|https?:|\{\{|vault:|alias/|\$\{")
_ACCESS_KEY = re.compile(r"(?<![A-Za-z0-9/+])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9/+])")


def is_secret_name(name: str) -> bool:
    """Whether what has this name is a password, a key or the like: ``DB_PASSWORD``, ``/app/api-key``. What
    only tells of one (``password_length``, ``secret_arn``) has another last word."""
    spread = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return _SECRET.search(spread) is not None


def is_secret(value: object) -> bool:
    """Whether a value that stands where a secret belongs may be one, and not where it is to be found."""
    return isinstance(value, str) and value.strip() != "" and not _POINTER.match(value)


def has_access_key(text: str) -> bool:
    """Whether a text has the ID of an AWS access key in it, the ones of AWS's own documentation aside."""
    return any(not found.group().endswith("EXAMPLE") for found in _ACCESS_KEY.finditer(text))
