"""Formats that names may be required to have, and the nearest name that has one.

Facts: the formats are those of the rule `terraform_naming_convention` of tflint, by their names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_PATTERNS = {
    "snake_case": r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*",
    "mixed_snake_case": r"[a-zA-Z][a-zA-Z0-9]*(?:_[a-zA-Z0-9]+)*",
    "none": r".*",
}
KINDS = ("resource", "data", "module", "variable", "output", "local")


class Formats:
    """What names of each kind must look like: ``general`` and, for some kinds, another one. Each is the name
    of a format or a regular expression; nothing where nothing is required. Raises ValueError."""

    def __init__(self, general: str, by_kind: Mapping[str, object]) -> None:
        if unknown := sorted(set(by_kind) - set(KINDS)):
            raise ValueError(f"'{unknown[0]}' in option 'formats' is no kind of names: {', '.join(KINDS)}")
        self._formats = {kind: str(by_kind.get(kind, general)) for kind in KINDS}
        self._patterns = {kind: _compiled(one) for kind, one in self._formats.items()}

    @property
    def are_set(self) -> bool:
        return any(self._formats.values())

    def fault(self, kind: str, name: str) -> str:
        """What is wrong with a name, as the end of a sentence; nothing if it may be so."""
        wanted, pattern = self._formats[kind], self._patterns[kind]
        if not wanted or pattern.fullmatch(name):
            return ""
        is_known = wanted in _PATTERNS
        return f"is not in {wanted.replace('_', ' ')}" if is_known else f"does not match {wanted}"

    def better(self, kind: str, name: str) -> str | None:
        """The nearest name that may be so; None where that is not evident."""
        wanted = self._formats[kind]
        found = snake(name) if wanted == "snake_case" else name.replace("-", "_")
        found = without_strays(found).strip("_")
        return found if wanted in _PATTERNS and self._patterns[kind].fullmatch(found) else None


def _compiled(wanted: str) -> re.Pattern[str]:
    try:
        return re.compile(_PATTERNS.get(wanted, wanted))
    except re.error as error:
        raise ValueError(
            f"'{wanted}' is neither a format of names nor a regular expression: {error}"
        ) from None


def snake(name: str) -> str:
    """A name in snake case."""
    return _WORDS.sub("_", name).replace("-", "_").lower()


def has_strays(name: str) -> bool:
    """Whether a name has an underscore too many: `foo__bar`, `foo_bar_`."""
    return without_strays(name) != name


def without_strays(name: str) -> str:
    return re.sub(r"(?<=[^_])_{2,}", "_", name).rstrip("_") or name
