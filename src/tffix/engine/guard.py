"""Repairs that are kept only if the module validates no worse than before, and does nothing to what is
deployed that its fixes do not announce; else it tells which fix did it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace

from ..rules.transform import Transform
from ..terraform.project import Project
from ..terraform.roots import roots
from .policy import Policy
from .proof import Proof, Prove
from .results import Change, Defect, Found, Result
from .runner import Decide, check, repair

Errors = Callable[[str, Mapping[str, bytes]], Set[str]]
"""The errors of a root module, given its directory and the files that are to be read otherwise than they
stand on the disk."""
_Judge = Callable[[Result], list[str]]
"""What a repair brings that it must not."""


def guarded(
    read: Callable[[], Project],
    transforms: Sequence[Transform],
    policy: Policy,
    errors: Errors | None,
    decide: Decide | None = None,
    prove: Prove | None = None,
) -> Result:
    """Repairs the modules that ``read`` gives, which should be tied to each other.

    If that brings a validation error to one of their roots, or a plan of one does what no fix announces,
    nothing is changed: the result has the findings as they are now, and a defect that names the fix to blame,
    found by bisection. Nothing is changed either where a root cannot be planned; a note says why.
    """
    project = read()
    result = repair(project, transforms, policy, decide)
    if not result.changes:
        return result
    # What Terraform would say of a program is known only after it has run.
    top = [module.path for module in roots(project)]
    was_there = [root for root in top if root not in project.made]
    if errors is not None:
        brought = _by_errors(errors, top, was_there)
        if worse := brought(result):
            return _left(read, transforms, policy, brought, f"would break the module: {worse[0]}")
    if prove is None:
        return result
    proofs = _proofs(prove, was_there, result)
    if unproved := {root: one.not_proved for root, one in proofs.items() if one.not_proved}:
        untouched = check(read(), transforms, policy)
        for root, why in unproved.items():
            untouched.notes.append(f"{root}: left as it was, because it cannot be proved: {why}")
        return untouched
    if done := [one for proof in proofs.values() for one in proof.unannounced]:

        def does(result: Result) -> list[str]:
            found = _proofs(prove, was_there, result).values()
            return [one for proof in found for one in (*proof.unannounced, proof.not_proved) if one]

        return _left(read, transforms, policy, does, f"does what it does not announce: {done[0]}")
    result.plans = {root: one.summary for root, one in proofs.items()}
    return result


def _by_errors(errors: Errors, top: list[str], was_there: list[str]) -> _Judge:
    before = {root: errors(root, {}) for root in was_there}

    def brought(result: Result) -> list[str]:
        contents = {change.path: change.new for change in result.changes}
        return sorted(error for root in top for error in errors(root, contents) - before.get(root, set()))

    return brought


def _proofs(prove: Prove, roots: list[str], result: Result) -> dict[str, Proof]:
    contents = {change.path: change.new for change in result.changes}
    return {root: prove(root, contents, result.fixed) for root in roots} if contents else {}


def _left(
    read: Callable[[], Project], transforms: Sequence[Transform], policy: Policy, judge: _Judge, why: str
) -> Result:
    """The result in which nothing is changed, with the fix to blame."""
    blamed = _first_to_blame(read, transforms, policy, judge)
    untouched = check(read(), transforms, policy)
    rule, path = (blamed.rule, f"{blamed.path}:{blamed.line}") if blamed else ("several", "")
    untouched.defects.append(Defect(rule, path, f"left everything as it was, because this fix {why}"))
    if blamed is not None:
        untouched.found = [_told(one, blamed, why) for one in untouched.found]
    return untouched


def _told(found: Found, blamed: Found, why: str) -> Found:
    if (found.rule, found.address, found.message) != (blamed.rule, blamed.address, blamed.message):
        return found
    return replace(found, fixable=False, reason=f"its fix {why}")


def _first_to_blame(
    read: Callable[[], Project],
    transforms: Sequence[Transform],
    policy: Policy,
    judge: _Judge,
) -> Found | None:
    """The first fix with which the module gets worse, when fixes are made one after the other."""

    def first(count: int | None) -> Result:
        left = count

        def decide(found: Found, changes: list[Change]) -> bool:
            nonlocal left
            left = None if left is None else left - 1
            return left is None or left >= 0

        return repair(read(), transforms, policy, decide)

    whole = first(None)
    if not judge(whole):
        return None  # made one by one, the fixes do no harm: only together
    good, bad = 0, len(whole.fixed)
    while bad - good > 1:
        middle = (good + bad) // 2
        if judge(first(middle)):
            bad = middle
        else:
            good = middle
    return first(bad).fixed[-1]
