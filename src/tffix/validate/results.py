"""What a validation finds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One error or warning at its place in the user's own file; line 0 stands for no place in it."""

    severity: Severity
    summary: str
    detail: str
    path: Path
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    address: str = ""
    source: Literal["terraform", "provider"] = "terraform"
    note: str = ""
    """What makes it less certain: it was checked against another provider version than is asked for."""

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """What it is ordered by, and what makes two diagnostics the same."""
        return (str(self.path), self.line, self.column, self.summary, self.detail)


@dataclass(frozen=True, slots=True)
class ProviderVersion:
    """Which schema of a provider a module was checked against; version "" if there is none at hand."""

    address: str
    version: str
    constraints: tuple[str, ...] = ()
    locked: str = ""
    admitted: bool = True

    @property
    def is_known(self) -> bool:
        """Whether there is a schema to check against."""
        return bool(self.version)

    @property
    def note(self) -> str:
        """What makes the check less certain; nothing if the version is one that is asked for."""
        if self.admitted or not self.version:
            return ""
        wanted = f"{self.locked} in the lock file" if self.locked else ", ".join(self.constraints)
        return f"checked against {self.address} {self.version}, the nearest known to {wanted}"


@dataclass(frozen=True, slots=True)
class Validation:
    """The result for one module, the modules it calls by a local path included.

    `skipped` says in a line each what could not be checked: remote modules that are not on disk, providers
    and types without a schema. What depends on them was not held against the module.
    """

    module: Path
    diagnostics: tuple[Diagnostic, ...] = ()
    skipped: tuple[str, ...] = ()
    provider_versions: tuple[ProviderVersion, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are errors."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.severity == "error")

    @property
    def is_valid(self) -> bool:
        """Whether there is no error."""
        return not self.errors
