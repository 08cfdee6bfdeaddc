"""Golden cases: folders with a module before and after, and the laws that every one of them is held to.

A case is a folder with ``input/`` and, if something is to change, ``expected/``; its parent folder names
the rule, or ``case.toml`` the rules. See docs/golden.md for the keys of that file.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..hcl import encoding
from ..hcl.layout import formatted
from ..projection import read
from ..rules.codemod import Codemod, codemods
from ..rules.registry import NOTHING, select
from ..rules.transform import Transform
from ..scratch import scratch
from ..terraform.discovery import CONFIGURATION, NATIVE
from ..terraform.project import Project, read_project
from .difference import unified
from .policy import Policy
from .resolution import unresolved
from .results import Found, Result
from .rewriting import run_codemods
from .runner import repair
from .second_opinion import disagreement

if TYPE_CHECKING:
    from ..rules.script import Script

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
_TEST = ".tftest.hcl"
_VALUES = ".tfvars"
WHOLE_MODULES = "modules"
"""The folder of cases that the rules of the default profile run on."""


class CaseError(ValueError):
    """A golden case that is not one: what is wrong with its folder or its case.toml."""


@dataclass(frozen=True, slots=True)
class Case:
    """A golden case. ``rules`` is None for those of the default profile; ``validation`` is the reason why
    it is not to be validated, if there is one; ``deployed`` is what tffix.toml would say, ``named`` whether
    the rules count as named by the user; ``plan`` is what
    a plan of the result does, each by its beginning, and ``not_planned`` the reason why it is not to be
    planned; ``script`` holds its rules that are not installed."""

    folder: Path
    rules: tuple[str, ...] | None
    findings: tuple[str, ...] | None = None
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    formatted: bool = True
    allow_replace: bool = False
    deployed: bool | None = None
    named: bool = True
    validation: str = ""
    plan: tuple[str, ...] | None = None
    not_planned: str = ""
    script: Script | None = None

    @property
    def name(self) -> str:
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def expected(self) -> Path:
        """The folder that holds the expected result: the input itself where nothing may change."""
        changed = self.folder / "expected"
        return changed if changed.is_dir() else self.input

    @property
    def input(self) -> Path:
        return self.folder / "input"


@dataclass(frozen=True, slots=True)
class Failure:
    """A law that a case breaks, with a diff or a sentence."""

    case: str
    law: str
    detail: str


def find_cases(path: Path, script: Script | None = None) -> list[Case]:
    """All golden cases below a folder (or that folder itself), in the order of their names; ``script`` is
    where those of its rules come from that are not installed.

    Raises CaseError for a case.toml that cannot be used.
    """
    folders = (found for found in sorted(path.rglob("input")) if found.is_dir())
    outermost = (one for one in folders if not {"input", "expected"} & set(one.relative_to(path).parts[:-1]))
    return [_read_case(folder.parent, script) for folder in outermost]


def _read_case(folder: Path, script: Script | None) -> Case:
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
        _all_rules(script) if all_rules else tuple(rules),
        None if findings is None else tuple(findings),
        settings.get("options", {}),
        settings.get("formatted", True),
        settings.get("allow-replace", False),
        settings.get("deployed"),
        settings.get("named", True),
        settings.get("validation", ""),
        tuple(settings["plan"]) if "plan" in settings else None,
        settings.get("not-planned", ""),
        script,
    )


def _all_rules(script: Script | None) -> tuple[str, ...] | None:
    return None if script is None else tuple(script.transforms)


def run_case(case: Case) -> tuple[list[Failure], dict[str, bytes]]:
    """The laws that a case breaks, and the files that applying gives, by path within the case."""
    failures, after, _ = run_fixes(case)
    return failures, after


def run_fixes(case: Case) -> tuple[list[Failure], dict[str, bytes], list[Found]]:
    """The same, with the findings that were repaired."""
    before = files_below(case.input, _reads(case))
    # A case runs with its input as the working directory, so that paths are those of the case.
    with contextlib.chdir(case.input):
        result = _repair(case, read_project(["."], alone=True), before)
    deleted = {change.path for change in result.changes if change.deletes}
    after = before | {change.path: change.new for change in result.changes}
    after = {name: data for name, data in after.items() if name not in deleted}
    failures = [*_compare(case, after), *_laws(case, before, after, result)]
    return failures, after, result.fixed


def update_case(case: Case, after: Mapping[str, bytes]) -> None:
    """Makes what applying gave the expected result of a case."""
    target = case.folder / "expected"
    if target.is_dir():
        shutil.rmtree(target)
    if files_below(case.input, _reads(case)) != dict(after):
        write_result(case, after, target)


def write_result(case: Case, after: Mapping[str, bytes], target: Path) -> None:
    """Writes what applying gave to a new folder, with the other files of the input."""
    shutil.copytree(case.input, target)
    for name in set(files_below(case.input)) - set(after):
        (target / name).unlink()
    for name, data in after.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)


def _transforms(case: Case) -> list[Transform]:
    script = case.script.transforms if case.script is not None else NOTHING
    return select(case.rules, (), case.options, script)


def _reads(case: Case) -> Callable[[str], bool]:
    """Tells which files the codemods of a case ask for."""
    wanted = [one.reads for one in codemods(_transforms(case))]
    return lambda path: any(reads(path) for reads in wanted)


def _repair(case: Case, project: Project, files: Mapping[str, bytes]) -> Result:
    """What applying gives; where the rules of a case are codemods, they see the files as given."""
    transforms = _transforms(case)
    policy = Policy(
        allow_replace=case.allow_replace,
        says=lambda path: case.deployed,
        named=frozenset(case.rules or ()) if case.named else frozenset(),
    )
    rewriting = codemods(transforms)
    result = repair(project, [one for one in transforms if one not in rewriting], policy)

    def read(codemod: Codemod) -> dict[str, bytes]:
        return {path: data for path, data in files.items() if codemod.reads(path)}

    result.merge(run_codemods(rewriting, read, policy, True))
    return result


def _compare(case: Case, after: Mapping[str, bytes]) -> Iterator[Failure]:
    wanted = files_below(case.expected, _reads(case))
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
        left = [": ".join(filter(None, (one.message, one.advice))) for one in result.found]
        if len(left) != len(case.findings) or any(
            want not in got for want, got in zip(case.findings, left, strict=True)
        ):
            yield Failure(case.name, "findings", _lines("expected", case.findings) + _lines("found", left))
    broken = {error.path for error in result.errors}
    whole, after = after, {name: data for name, data in after.items() if name not in broken}
    for name, data in after.items():
        fault = _fault(data, name)
        if fault:
            yield Failure(case.name, "parses", fault)
            return
    if result.changes:
        yield from _of_result(case, whole)
    after = {name: data for name, data in after.items() if name.endswith((*NATIVE, _TEST))}
    for name, data in after.items():
        if case.formatted and _formatted(data) != data:
            detail = unified(data, _formatted(data), f"result/{name}", f"formatted/{name}")
            yield Failure(case.name, "formatted", detail)
    opinion = disagreement({name: data for name, data in before.items() if name in after}, after)
    if opinion:
        yield Failure(case.name, "second opinion", opinion)


def _of_result(case: Case, after: Mapping[str, bytes]) -> Iterator[Failure]:
    """The laws that the result is held to by itself, as it would be read again."""
    with contextlib.chdir(case.input):
        known = unresolved(read_project(["."], alone=True))
    with scratch() as folder:
        write_result(case, after, folder / "result")
        with contextlib.chdir(folder / "result"):
            project = read_project(["."], alone=True)
            lost = unresolved(project) - known
            if lost:
                yield Failure(case.name, "what resolved still resolves", "\n".join(sorted(lost)))
            for change in _repair(case, project, after).changes:
                detail = unified(change.old or b"", change.new, "first", "second")
                yield Failure(case.name, "once is enough", detail)


def _fault(data: bytes, name: str) -> str:
    """What is wrong with a file by the reader of its language, and by ours; or nothing."""
    try:
        if name.endswith(".json"):
            json.loads(data)
        elif name.endswith(".py"):
            compile(data, name, "exec", dont_inherit=True)
        if name.endswith((*CONFIGURATION, _TEST, _VALUES, ".py")):
            read(data, name)
    except (ValueError, SyntaxError) as error:
        return str(error)
    return ""


def _formatted(data: bytes) -> bytes:
    has_bom = data.startswith(b"\xef\xbb\xbf")
    text = encoding.decoded(data[3 * has_bom :])
    return data[: 3 * has_bom] + encoding.encoded(formatted(text))


def files_below(folder: Path, wanted: Callable[[str], bool] = lambda _: False) -> dict[str, bytes]:
    """The Terraform files and programs below a folder, the tests in the folders that are named for them, and
    what else is wanted."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if (
            path.name.endswith((*CONFIGURATION, _VALUES, ".py"))
            or (path.name.endswith(_TEST) and path.parent.name == "tests")
            or wanted(str(path.relative_to(folder)))
        )
        and path.is_file()
    }


def _lines(title: str, messages: tuple[str, ...] | list[str]) -> str:
    return f"{title}:\n" + "".join(f"  {message}\n" for message in messages or ["(nothing)"])


__all__ = [
    "Case",
    "CaseError",
    "Failure",
    "files_below",
    "find_cases",
    "run_case",
    "run_fixes",
    "update_case",
    "write_result",
]
