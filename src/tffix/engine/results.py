"""What a run comes to, as values: findings with their places, changes, errors and defects."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..rules.transform import Impact, Tier


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its place. Lines and columns count from 1.

    ``address`` is that of the top-level block, ``reason`` tells why a finding that has a fix was left, and
    ``release`` what makes a fix that is held back for what may be deployed.
    """

    rule: str
    message: str
    path: str
    line: int
    column: int
    address: str
    impact: Impact
    advice: str = ""
    fixable: bool = False
    reason: str = ""
    tier: Tier = Tier.SAFE
    release: str = ""
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class FileError:
    """A file that could not be read, parsed or written, and was left as it is. Line 0: all of it."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{where}: {self.message}"


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after; ``old`` is None for a new one, and one that loses all it held is deleted.
    Changes that name the same module in ``together`` are written together or not at all: references may
    tie them. ``risky`` are the lines of the file before, from and to, that fixes of another tier than safe
    changed. ``secrets`` are texts in them that are not to be shown."""

    path: str
    old: bytes | None
    new: bytes
    together: str = ""
    risky: tuple[tuple[int, int, Tier], ...] = ()
    secrets: frozenset[str] = field(default=frozenset(), repr=False, compare=False)

    @property
    def deletes(self) -> bool:
        return bool((self.old or b"").strip()) and not self.new.removeprefix(b"\xef\xbb\xbf").strip()


@dataclass(frozen=True, slots=True)
class Defect:
    """A fault of a transform, not of the user's files: what it did was rolled back."""

    rule: str
    path: str
    message: str


@dataclass(slots=True)
class Result:
    """``found`` is what is left, ``fixed`` what was repaired (at its place in the original file). ``secrets``
    are texts that are not to be shown, by the path of the module that has them; ``plans`` say in one line
    what a plan would do, by the path of the root module, where that was asked for."""

    found: list[Found] = field(default_factory=list)
    fixed: list[Found] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    errors: list[FileError] = field(default_factory=list)
    defects: list[Defect] = field(default_factory=list)
    modules: int = 0
    files: int = 0
    notes: list[str] = field(default_factory=list)  # what was not looked at, and why
    secrets: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    plans: dict[str, str] = field(default_factory=dict)

    def merge(self, other: Result) -> None:
        """Adds another run's outcome to this one."""
        self.found += other.found
        self.fixed += other.fixed
        self.changes += other.changes
        self.errors += other.errors
        self.defects += other.defects
        self.notes += other.notes
        self.secrets |= other.secrets
        self.plans |= other.plans
        self.modules += other.modules
        self.files += other.files

    def show_secrets(self) -> None:
        """Lets secrets be shown."""
        self.secrets = {}
        self.changes = [replace(one, secrets=frozenset()) for one in self.changes]

    def sort(self) -> None:
        """Puts everything in the order of paths and places."""
        for findings in (self.found, self.fixed):
            findings.sort(key=lambda one: (one.path, one.line, one.column, one.rule))
        self.changes.sort(key=lambda one: one.path)
        self.errors.sort(key=lambda one: (one.path, one.line, one.column))
        self.defects.sort(key=lambda one: (one.path, one.rule))
