"""Golden cases: folders with a module before and after.

A case is a folder with ``input/`` and, if something is to change, ``expected/``; its parent folder names
the rule, or ``case.toml`` the rules. See docs/golden.md for the keys of that file.
"""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..rules.codemod import codemods
from ..rules.registry import NOTHING, select
from ..rules.transform import Transform
from ..terraform.discovery import CONFIGURATION

_KEYS: dict[str, type] = {
    "rules": list,
    "all-rules": bool,
    "findings": list,
    "options": dict,
    "formatted": bool,
    "allow-replace": bool,
    "deployed": bool,
    "named": bool,
    "validation": str,
    "plan": list,
    "not-planned": str,
}
TEST = ".tftest.hcl"
VALUES = (".tfvars", ".tfvars.json")
WHOLE_MODULES = "modules"
"""The folder of cases that the rules of the default profile run on."""


class CaseError(ValueError):
    """A golden case that is not one: what is wrong with its folder or its case.toml."""


@dataclass(frozen=True, slots=True)
class Case:
    """A golden case. ``rules`` is None for those of the default profile; ``validation`` is the reason why
    it is not to be validated, if there is one; ``deployed`` is what tffix.toml would say, ``named`` whether
    the rules count as named by the user; ``own`` has its rules that are not installed, by name; ``plan`` is
    what a plan of the result does, each by its beginning, and ``not_planned`` the reason why it is not to be
    planned."""

    folder: Path
    rules: tuple[str, ...] | None
    findings: tuple[str, ...] | None = None
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    formatted: bool = True
    allow_replace: bool = False
    deployed: bool | None = None
    named: bool = True
    validation: str = ""
    own: Mapping[str, type[Transform]] = field(default_factory=dict)
    plan: tuple[str, ...] | None = None
    not_planned: str = ""

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The names of its rule and its own."""
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def expected(self) -> Path:
        """The folder that holds the expected result: the input itself where nothing may change."""
        changed = self.folder / "expected"
        return changed if changed.is_dir() else self.input

    @property
    def input(self) -> Path:
        return self.folder / "input"

    def transforms(self) -> list[Transform]:
        """Its rules with their options. Raises UnknownRuleError, and ValueError for an option that a rule
        lacks."""
        return select(self.rules, (), self.options, self.own)

    def reads(self) -> Callable[[str], bool]:
        """Says of a file whether one of the codemods asks for it."""
        wanted = [one.reads for one in codemods(self.transforms())]
        return lambda path: any(reads(path) for reads in wanted)


def find_cases(path: Path, own: Mapping[str, type[Transform]] = NOTHING) -> list[Case]:
    """All golden cases below a folder (or that folder itself), in the order of their names; ``own`` are the
    rules that are not installed, such as those of a script.

    Raises CaseError for a case.toml that cannot be used.
    """
    folders = (found for found in sorted(path.rglob("input")) if found.is_dir())
    outermost = (one for one in folders if not {"input", "expected"} & set(one.relative_to(path).parts[:-1]))
    return [_read_case(folder.parent, own) for folder in outermost]


def _read_case(folder: Path, own: Mapping[str, type[Transform]]) -> Case:
    settings: dict[str, Any] = {}
    file = folder / "case.toml"
    if file.is_file():
        try:
            settings = tomllib.loads(file.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise CaseError(f"{file}: {error}") from error
    for key, value in settings.items():
        if key not in _KEYS:
            raise CaseError(f"{file}: unknown key '{key}' (known: {', '.join(sorted(_KEYS))})")
        if not isinstance(value, _KEYS[key]):
            raise CaseError(f"{file}: '{key}' is of the wrong kind")
    if not settings.get("validation", "a reason").strip():
        raise CaseError(f"{file}: 'validation' says no reason why not to validate")
    if not settings.get("not-planned", "a reason").strip():
        raise CaseError(f"{file}: 'not-planned' says no reason why not to plan")
    rules = settings.get("rules", (folder.parent.name,))
    all_rules = settings.get("all-rules", folder.parent.name == WHOLE_MODULES and "rules" not in settings)
    findings = settings.get("findings")
    return Case(
        folder,
        (tuple(own) or None) if all_rules else tuple(rules),
        None if findings is None else tuple(findings),
        settings.get("options", {}),
        settings.get("formatted", True),
        settings.get("allow-replace", False),
        settings.get("deployed"),
        settings.get("named", True),
        settings.get("validation", ""),
        own,
        tuple(settings["plan"]) if "plan" in settings else None,
        settings.get("not-planned", ""),
    )


def update_case(case: Case, after: Mapping[str, bytes]) -> None:
    """Makes what applying gave the expected result of a case."""
    target = case.folder / "expected"
    if target.is_dir():
        shutil.rmtree(target)
    if files_below(case.input, case.reads()) != dict(after):
        write_result(case, after, target)


def write_result(case: Case, after: Mapping[str, bytes], target: Path) -> None:
    """Writes what applying gave to a new folder, with the other files of the input."""
    shutil.copytree(case.input, target)
    for name in set(files_below(case.input)) - set(after):
        (target / name).unlink()
    for name, data in after.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)


def files_below(folder: Path, wanted: Callable[[str], bool] = lambda _: False) -> dict[str, bytes]:
    """The Terraform files and programs below a folder, the tests in the folders that are named for them, and
    what else is wanted."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if (
            path.name.endswith((*CONFIGURATION, *VALUES, ".py"))
            or (path.name.endswith(TEST) and path.parent.name == "tests")
            or wanted(str(path.relative_to(folder)))
        )
        and path.is_file()
    }


__all__ = ["Case", "CaseError", "files_below", "find_cases", "update_case", "write_result"]
