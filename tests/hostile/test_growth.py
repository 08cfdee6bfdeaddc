"""No rule does more than about twice the work for twice as many blocks: calls are counted, not seconds."""

from __future__ import annotations

import gc
import importlib.util
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

from tffix import Transform
from tffix.engine.policy import Policy
from tffix.engine.results import Result
from tffix.engine.runner import check, repair
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


def calls(project: Project, rules: Sequence[Transform], run: Callable[..., Result] = check) -> int:
    """How many functions are called while rules look at a project, those of C among them."""
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
        result = run(project, rules, Policy(allow_replace=True))
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
        counted.append({rule.name: calls(project, [rule]) for rule in rules})
    few, many = counted
    assert {name: many[name] / few[name] for name in few if many[name] > 2.6 * few[name] + FEW} == {}


ROLE = """resource "aws_iam_role" "r" {{
  name               = "role-{number}"
  description        = "${{var.x}}"
  assume_role_policy = "{{}}"
}}

variable "x" {{
  type    = string
  default = "a"
}}
"""
CALL = """
module "m{number}" {{
  source = "../m{number}"
}}
"""
TIED = {
    "a chain": lambda number, count: [number + 1] if number + 1 < count else [],
    "one calls all": lambda number, count: [] if number else range(1, count),
    "all call one": lambda number, count: [0] if number else [],
}
"""Which modules a module of a number calls, of so many."""


@pytest.mark.parametrize("run", [check, repair])
@pytest.mark.parametrize("shape", TIED)
def test_twice_as_many_modules_that_are_tied_take_twice_the_work(
    shape: str, run: Callable[..., Result], tmp_path: Path
) -> None:
    names = ("aws-iam-name-not-unique", "schema-attribute-expected", "terraform-interpolation-only")
    rules = select(names, (), {})
    counted = []
    for count in (100, 200):
        for number in range(count):
            folder = tmp_path / str(count) / f"m{number}"
            folder.mkdir(parents=True)
            calls_ = "".join(CALL.format(number=called) for called in TIED[shape](number, count))
            (folder / "main.tf").write_text(ROLE.format(number=number) + calls_)
        project = read_project([str(tmp_path / str(count))], alone=True)
        check(project, rules, Policy())  # what is remembered of texts is warm then
        counted.append(calls(project, rules, run))
    assert counted[1] < 2.3 * counted[0]
