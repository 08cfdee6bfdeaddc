"""Mutations: each kind can be made, from a seed, and leaves the project as it was."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from differential.kinds import kinds
from differential.mutants import Mutant, make, make_mutants
from differential.units import Unit, replaced, units_below
from tffix.terraform.project import Project

SHOWCASE = Path(__file__).parent / "showcase"


@pytest.fixture(scope="module")
def unit() -> Unit:
    (found,) = units_below([SHOWCASE])
    return found


@pytest.fixture(scope="module")
def project(unit: Unit) -> Project:
    return unit.project()


def made(project: Project, kind: str) -> Mutant | None:
    attempts = (make(project, kind, kinds()[kind], Random(f"{kind} {number}")) for number in range(6))
    return next(filter(None, attempts), None)


def test_a_unit_is_a_module_with_those_that_it_calls(unit: Unit) -> None:
    assert unit.root == SHOWCASE
    assert unit.directories == (SHOWCASE, SHOWCASE / "child")


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_can_be_made_and_leaves_the_project_as_it_was(project: Project, kind: str) -> None:
    mutant = made(project, kind)
    assert mutant is not None
    assert mutant.contents
    for path, data in mutant.contents.items():
        assert not Path(path).exists() or Path(path).read_bytes() != data
    for module in project.modules.values():
        for name, file in module.files.items():
            assert bytes(file) == Path(module.path, name).read_bytes()


def test_a_seed_gives_the_same_mutants_and_another_one_others(unit: Unit) -> None:
    def some(seed: int) -> list[tuple[Unit, list[Mutant]]]:
        return list(make_mutants([unit], kinds(), 20, seed))

    assert some(1) == some(1)
    assert some(1) != some(2)
    assert [len(mutants) for _, mutants in some(1)] == [20]


def test_kinds_that_were_made_less_often_come_first(unit: Unit) -> None:
    two = {kind: kinds()[kind] for kind in ("duplicate-resource", "duplicate-output")}
    made = [one.kind for _, mutants in make_mutants([unit] * 4, two, 4, 1) for one in mutants]
    assert sorted(made) == ["duplicate-output"] * 2 + ["duplicate-resource"] * 2


def test_files_are_replaced_for_a_time(project: Project) -> None:
    path = str(SHOWCASE / "outputs.tf")
    module = project.modules[str(SHOWCASE)]
    with replaced(project, {path: b'output "other" {\n  value = 1\n}\n'}):
        assert [one.labels for one in module.blocks("output")] == [("other",)]
    assert ("queue",) in [one.labels for one in module.blocks("output")]
