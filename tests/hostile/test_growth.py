"""No rule does more than about twice the work for twice as many blocks: calls are counted, not seconds."""

from __future__ import annotations

import gc
import importlib.util
import sys
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

from tffix import Transform
from tffix.engine.policy import Policy
from tffix.engine.runner import check
from tffix.rules.registry import in_profile, select
from tffix.terraform.project import Project, read_project

SMALL = 160
FEW = 3_000
"""Calls that are not judged: what is worked out once weighs more there."""


def _scaling() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "scaling.py"
    spec = importlib.util.spec_from_file_location("scaling", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


scaling = _scaling()


def calls(project: Project, rule: Transform) -> int:
    """How many functions are called while a rule looks at a project, those of C among them."""
    count = 0

    def counted(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    for module in project.modules.values():
        module.files = dict(module.files)  # forgets what is worked out of it
    before = sys.getprofile()
    gc.disable()
    sys.setprofile(counted)
    try:
        result = check(project, [rule], Policy())
    finally:
        sys.setprofile(before)
        gc.enable()
    assert result.defects == []
    return count


@pytest.mark.parametrize("in_many", [False, True], ids=["one file", "many files"])
@pytest.mark.parametrize("shape", scaling.SHAPES)
def test_no_rule_does_four_times_the_work_for_twice_as_much(
    shape: str, in_many: bool, tmp_path: Path
) -> None:
    rules = select(in_profile("all"), (), {})
    counted: list[dict[str, int]] = []
    for size in (SMALL, 2 * SMALL):
        folder = tmp_path / str(size)
        folder.mkdir()
        scaling.write(folder, shape, size, in_many)
        project = read_project([str(folder)], alone=True)
        scaling.warm(project)
        check(project, rules, Policy())  # what is remembered of texts is warm then
        counted.append({rule.name: calls(project, rule) for rule in rules})
    few, many = counted
    assert {name: many[name] / few[name] for name in few if many[name] > 2.6 * few[name] + FEW} == {}
