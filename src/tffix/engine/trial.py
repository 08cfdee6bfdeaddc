"""Tries the fixes of a check and takes them back, so that none is promised that would be refused."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..hcl.tree import edits
from ..rules.transform import Finding
from ..terraform.module import Module
from .results import Found

if TYPE_CHECKING:
    from .runner import Run


def tried(run: Run, looked: Iterable[tuple[Finding, Found]]) -> list[Found]:
    """The findings of a run in the order of their places, of which none is called fixable that a repair is
    known to leave."""
    looked = list(looked)
    found = in_order(one for _, one in looked)
    if _are_all_made(run, [finding for finding, one in looked if one.fixable]):
        return found
    return _repaired(run, found)


def in_order(found: Iterable[Found]) -> list[Found]:
    """Findings in the order of their places."""
    return sorted(found, key=lambda one: (one.path, one.line, one.column, one.rule))


def _are_all_made(run: Run, wanted: list[Finding]) -> bool:
    """Whether all fixes are made when they are tried one after the other, without anything being looked at
    again."""
    if not wanted:
        return True
    before = run.trees.snapshot()
    try:
        made = all(map(_changes_something, wanted))
        return made and all(_may_be_written(run, *one) for one in run.trees.touched(before))
    except Exception:
        return False  # which fix is at fault, and why, shows when they are made as a repair does
    finally:
        run.trees.restore(before)


def _changes_something(finding: Finding) -> bool:
    """Makes a fix, and tells whether it edits anything."""
    before = edits()
    assert finding.fix is not None
    finding.fix()
    return edits() != before


def _may_be_written(run: Run, module: Module, name: str) -> bool:
    """Whether it is plain that a file can be written: what is a view may have no counterpart, and a link be
    there for others."""
    if name not in module.files:
        return False  # a test or values of variables
    path = module.files[name].path
    is_plain = module.files[name].language == "hcl" and not os.path.islink(path)
    reason = run.project.left_alone.get(path) or module.why_not_written(name)
    return is_plain and not reason and not run.policy.unwritable(path)


def _repaired(run: Run, found: list[Found]) -> list[Found]:
    """Findings as a whole repair, which is taken back, leaves them."""
    defects = list(run.result.defects)
    while not run.reaches_fixed_point():
        pass
    left: dict[tuple[str, str, str, str], list[Found]] = {}
    for one in in_order(one for _, one in run.look()):
        left.setdefault((one.rule, one.path, one.address, one.message), []).append(one)
    run.trees.restore(run.trees.originals)
    run.result.fixed, run.result.defects = [], defects
    return [_as_left(one, left) if one.fixable else one for one in found]


def _as_left(one: Found, left: dict[tuple[str, str, str, str], list[Found]]) -> Found:
    same = left.get((one.rule, one.path, one.address, one.message))
    if not same:
        return one
    after = same.pop(0)
    return replace(
        one, fixable=after.fixable, reason=after.reason, release=after.release, is_held=after.is_held
    )


__all__ = ["in_order", "tried"]
