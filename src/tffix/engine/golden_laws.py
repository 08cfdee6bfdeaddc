"""Runs golden cases, and holds their results to the laws of docs/golden.md."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..hcl import encoding
from ..hcl.layout import formatted
from ..projection import read
from ..rules.codemod import Codemod, codemods
from ..scratch import scratch
from ..terraform.discovery import CONFIGURATION, NATIVE
from ..terraform.project import Project, read_project
from .difference import unified
from .golden import TEST, VALUES, Case, files_below, write_result
from .policy import Policy
from .resolution import unresolved
from .results import Found, Result
from .rewriting import run_codemods
from .runner import repair
from .second_opinion import disagreement


@dataclass(frozen=True, slots=True)
class Failure:
    """A law that a case breaks, with a diff or a sentence."""

    case: str
    law: str
    detail: str


def run_case(case: Case) -> tuple[list[Failure], dict[str, bytes]]:
    """The laws that a case breaks, and the files that applying gives, by path within the case."""
    failures, after, _ = run_fixes(case)
    return failures, after


def run_fixes(case: Case) -> tuple[list[Failure], dict[str, bytes], list[Found]]:
    """The same, with the findings that were repaired."""
    before = files_below(case.input, case.reads())
    # A case runs with its input as the working directory, so that paths are those of the case.
    with contextlib.chdir(case.input):
        result = _repair(case, read_project(["."], alone=True), before)
    deleted = {change.path for change in result.changes if change.deletes}
    after = before | {change.path: change.new for change in result.changes}
    after = {name: data for name, data in after.items() if name not in deleted}
    failures = [*_compare(case, after), *_laws(case, before, after, result)]
    return failures, after, result.fixed


def _repair(case: Case, project: Project, files: Mapping[str, bytes]) -> Result:
    """What applying gives; where the rules of a case are codemods, they see the files as given."""
    transforms = case.transforms()
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
    wanted = files_below(case.expected, case.reads())
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
    after = {name: data for name, data in after.items() if name.endswith((*NATIVE, TEST))}
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
        if name.endswith((*CONFIGURATION, TEST, *VALUES, ".py")):
            read(data, name)
    except (ValueError, SyntaxError) as error:
        return str(error)
    return ""


def _formatted(data: bytes) -> bytes:
    has_bom = data.startswith(b"\xef\xbb\xbf")
    text = encoding.decoded(data[3 * has_bom :])
    return data[: 3 * has_bom] + encoding.encoded(formatted(text))


def _lines(title: str, messages: tuple[str, ...] | list[str]) -> str:
    return f"{title}:\n" + "".join(f"  {message}\n" for message in messages or ["(nothing)"])


__all__ = ["Failure", "run_case", "run_fixes"]
