"""Golden cases: folders with a module before and after, and the laws that every one of them is held to.

A case is a folder with ``input/`` and, if something is to change, ``expected/``; its parent folder names
the rule, or ``case.toml`` the rules. See docs/golden.md for the keys of that file.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..hcl import HclSyntaxError, parse
from ..hcl.layout import formatted
from ..terraform.discovery import NATIVE
from ..terraform.project import Project, read_project
from .difference import unified
from .policy import Policy
from .registry import select
from .results import Result
from .runner import repair
from .second_opinion import disagreement

_KEYS: dict[str, type] = {
    "rules": list,
    "all-rules": bool,
    "findings": list,
    "options": dict,
    "formatted": bool,
    "allow-replace": bool,
}
_TEST = ".tftest.hcl"
WHOLE_MODULES = "modules"
"""The folder of cases that the rules of the default profile run on."""


class CaseError(ValueError):
    """A golden case that is not one: what is wrong with its folder or its case.toml."""


@dataclass(frozen=True, slots=True)
class Case:
    """A golden case. ``rules`` is None for those of the default profile."""

    folder: Path
    rules: tuple[str, ...] | None
    findings: tuple[str, ...] | None = None
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    formatted: bool = True
    allow_replace: bool = False

    @property
    def name(self) -> str:
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def expected(self) -> Path:
        """The folder that holds the expected result: the input itself where nothing may change."""
        changed = self.folder / "expected"
        return changed if changed.is_dir() else self.folder / "input"


@dataclass(frozen=True, slots=True)
class Failure:
    """A law that a case breaks, with a diff or a sentence."""

    case: str
    law: str
    detail: str


def find_cases(path: Path) -> list[Case]:
    """All golden cases below a folder (or that folder itself), in the order of their names.

    Raises CaseError for a case.toml that cannot be used.
    """
    folders = (found for found in sorted(path.rglob("input")) if found.is_dir())
    outermost = (one for one in folders if not {"input", "expected"} & set(one.relative_to(path).parts[:-1]))
    return [_read_case(folder.parent) for folder in outermost]


def _read_case(folder: Path) -> Case:
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
    rules = settings.get("rules", (folder.parent.name,))
    all_rules = settings.get("all-rules", folder.parent.name == WHOLE_MODULES and "rules" not in settings)
    findings = settings.get("findings")
    return Case(
        folder,
        None if all_rules else tuple(rules),
        None if findings is None else tuple(findings),
        settings.get("options", {}),
        settings.get("formatted", True),
        settings.get("allow-replace", False),
    )


def run_case(case: Case) -> tuple[list[Failure], dict[str, bytes]]:
    """The laws that a case breaks, and the files that applying gives, by path within the case."""
    before = _files(case.folder / "input")
    # A case runs with its input as the working directory, so that paths are those of the case.
    with contextlib.chdir(case.folder / "input"):
        result = _repair(case, read_project(["."], alone=True))
    deleted = {change.path for change in result.changes if change.deletes}
    after = before | {change.path: change.new for change in result.changes}
    after = {name: data for name, data in after.items() if name not in deleted}
    failures = [*_compare(case, after), *_laws(case, before, after, result)]
    return failures, after


def update_case(case: Case, after: Mapping[str, bytes]) -> None:
    """Makes what applying gave the expected result of a case."""
    target = case.folder / "expected"
    if target.is_dir():
        shutil.rmtree(target)
    source = case.folder / "input"
    before = _files(source)
    if before == dict(after):
        return
    shutil.copytree(source, target)
    for name in set(before) - set(after):
        (target / name).unlink()
    for name, data in after.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)


def _repair(case: Case, project: Project) -> Result:
    transforms = select(case.rules, (), case.options)
    return repair(project, transforms, Policy(allow_replace=case.allow_replace))


def _compare(case: Case, after: Mapping[str, bytes]) -> Iterator[Failure]:
    wanted = _files(case.expected)
    for name in sorted({*wanted, *after}):
        want, got = wanted.get(name, b""), after.get(name, b"")
        if want != got or (name in wanted) != (name in after):
            yield Failure(case.name, "result", unified(want, got, f"expected/{name}", f"result/{name}"))


def _laws(
    case: Case, before: Mapping[str, bytes], after: Mapping[str, bytes], result: Result
) -> Iterator[Failure]:
    for defect in result.defects:
        yield Failure(case.name, "no defect", f"{defect.rule}: {defect.message}")
    if case.findings is not None:
        left = [found.message for found in result.found]
        if len(left) != len(case.findings) or any(
            want not in got for want, got in zip(case.findings, left, strict=True)
        ):
            yield Failure(case.name, "findings", _lines("expected", case.findings) + _lines("found", left))
    broken = {error.path for error in result.errors}
    after = {name: data for name, data in after.items() if name not in broken}
    for name, data in after.items():
        try:
            parse(data, name)
        except HclSyntaxError as error:
            yield Failure(case.name, "parses", str(error))
            return
    yield from _second_apply(case, after)
    for name, data in after.items():
        if case.formatted and _formatted(data) != data:
            detail = unified(data, _formatted(data), f"result/{name}", f"formatted/{name}")
            yield Failure(case.name, "formatted", detail)
    opinion = disagreement({name: data for name, data in before.items() if name in after}, after)
    if opinion:
        yield Failure(case.name, "second opinion", opinion)


def _second_apply(case: Case, after: Mapping[str, bytes]) -> Iterator[Failure]:
    with contextlib.chdir(case.folder / "input"):
        project = read_project(["."], alone=True)
        for module in project.modules.values():
            module.files = {}
        for name, data in after.items():
            folder = os.path.dirname(name)
            if name.endswith(_TEST):
                above = os.path.dirname(folder) or "."
                project.modules[above].opaque[f"tests/{Path(name).name}"] = data.decode("utf-8")
                continue
            module = project.modules[folder or "."]
            module.files[Path(name).name] = parse(data, name)
            module.changed()
        project.tie()
        for change in _repair(case, project).changes:
            yield Failure(
                case.name, "once is enough", unified(change.old or b"", change.new, "first", "second")
            )


def _formatted(data: bytes) -> bytes:
    has_bom = data.startswith(b"\xef\xbb\xbf")
    text = data[3 * has_bom :].decode("utf-8")
    return data[: 3 * has_bom] + formatted(text).encode("utf-8")


def _files(folder: Path) -> dict[str, bytes]:
    """The files in native syntax below a folder, and the tests in the folders that are named for them."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if (path.name.endswith(NATIVE) or (path.name.endswith(_TEST) and path.parent.name == "tests"))
        and path.is_file()
    }


def _lines(title: str, messages: tuple[str, ...] | list[str]) -> str:
    return f"{title}:\n" + "".join(f"  {message}\n" for message in messages or ["(nothing)"])


__all__ = ["Case", "CaseError", "Failure", "find_cases", "run_case", "update_case"]
