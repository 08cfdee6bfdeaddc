"""Repairs that are kept only if the module validates no worse than before; else it tells which fix did it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace

from ..rules.transform import Transform
from ..terraform.project import Project
from ..terraform.roots import roots
from .policy import Policy
from .results import Change, Defect, Found, Result
from .runner import Decide, check, repair

Errors = Callable[[str, Mapping[str, bytes]], Set[str]]
"""The errors of a root module, given its directory and the files that are to be read otherwise than they
stand on the disk."""


def guarded(
    read: Callable[[], Project],
    transforms: Sequence[Transform],
    policy: Policy,
    errors: Errors,
    decide: Decide | None = None,
) -> Result:
    """Repairs the modules that ``read`` gives, which should be tied to each other.

    If that brings a validation error to one of their roots, nothing is changed: the result has the findings
    as they are now, and a defect that names the fix to blame, found by bisection.
    """
    project = read()
    result = repair(project, transforms, policy, decide)
    # What Terraform would say of a program is known only after it has run.
    top = [module.path for module in roots(project)]
    was_there = [root for root in top if root not in project.made]
    before = {root: errors(root, {}) for root in was_there} if result.changes else {}

    def brought(changes: Sequence[Change]) -> list[str]:
        contents = {change.path: change.new for change in changes}
        return sorted(error for root in top for error in errors(root, contents) - before.get(root, set()))

    if not result.changes:
        return result
    worse = brought(result.changes)
    if not worse:
        return result
    blamed = _first_to_blame(read, transforms, policy, brought)
    untouched = check(read(), transforms, policy)
    rule, path = (blamed.rule, f"{blamed.path}:{blamed.line}") if blamed else ("several", "")
    message = f"left everything as it was, because this fix would break the module: {worse[0]}"
    untouched.defects.append(Defect(rule, path, message))
    if blamed is not None:
        untouched.found = [_told(one, blamed, worse[0]) for one in untouched.found]
    return untouched


def _told(found: Found, blamed: Found, error: str) -> Found:
    if (found.rule, found.address, found.message) != (blamed.rule, blamed.address, blamed.message):
        return found
    return replace(found, fixable=False, reason=f"its fix would break the module: {error}")


def _first_to_blame(
    read: Callable[[], Project],
    transforms: Sequence[Transform],
    policy: Policy,
    brought: Callable[[Sequence[Change]], list[str]],
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
    if not brought(whole.changes):
        return None  # made one by one, the fixes do no harm: only together
    good, bad = 0, len(whole.fixed)
    while bad - good > 1:
        middle = (good + bad) // 2
        if brought(first(middle).changes):
            bad = middle
        else:
            good = middle
    return first(bad).fixed[-1]
