"""The law of golden cases that takes a plan: a result does only what its findings announce."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from ..scratch import scratch
from .golden import Case, files_below, write_result
from .golden_laws import Failure
from .golden_validation import roots_below
from .proof import Proof, Prove
from .results import Found

LAW = "planned as announced"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A case with what applying gave, and the findings that were repaired."""

    case: Case
    after: Mapping[str, bytes]
    fixes: Sequence[Found]

    @property
    def is_to_plan(self) -> bool:
        return not self.case.not_planned and files_below(self.case.input) != dict(self.after)


def plan_cases(
    cases: Sequence[Fixed], prove: Prove, jobs: int | None = None
) -> Iterator[tuple[Case, list[Failure], str]]:
    """Each case with the laws that it breaks, and why it cannot be planned if it cannot; several at once."""
    with ThreadPoolExecutor(jobs or min(4, os.cpu_count() or 1)) as pool:
        try:
            yield from pool.map(lambda one: _planned(one, prove), cases)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _planned(one: Fixed, prove: Prove) -> tuple[Case, list[Failure], str]:
    proofs = _proofs(one, prove)
    why = next((f"{root}: {proof.not_proved}" for root, proof in proofs.items() if proof.not_proved), "")
    if why and one.case.plan is None:
        return one.case, [], why
    if one.case.plan is not None:
        done = [why, *(action for proof in proofs.values() for action in proof.actions)]
        wrong = _difference(one.case.plan, [one for one in done if one])
    else:
        wrong = [action for proof in proofs.values() for action in proof.unannounced]
    failures = [Failure(one.case.name, LAW, "\n".join(wrong))] if wrong else []
    return one.case, failures, ""


def _proofs(one: Fixed, prove: Prove) -> dict[str, Proof]:
    """The plans of the roots of a case's result, on a copy that no repository is around."""
    with scratch() as folder:
        new, old = folder / "result", folder / "input"
        write_result(one.case, one.after, new)
        write_result(one.case, files_below(one.case.input), old)
        before = files_below(old)
        changed = {
            str(old / name): one.after.get(name, b"")
            for name in {*before, *one.after}
            if before.get(name) != one.after.get(name)
        }
        fixes = [replace(fix, path=str(old / fix.path)) for fix in one.fixes]
        roots = [root for root in roots_below(new) if (old / root).is_dir()]
        return {root: prove(str(old / root), changed, fixes) for root in roots}


def _difference(expected: Sequence[str], done: Sequence[str]) -> list[str]:
    """What is expected and does not happen, and what happens and is not expected."""
    left = list(done)
    missing = []
    for wanted in expected:
        found = next((action for action in left if f"{action} ".startswith(f"{wanted} ")), None)
        if found is None:
            missing.append(f"expected: {wanted}")
        else:
            left.remove(found)
    return [*missing, *(f"not expected: {action}" for action in left)]
