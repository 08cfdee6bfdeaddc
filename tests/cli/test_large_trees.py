"""Trees that several processes share: the same outcome whatever their number."""

import json
from pathlib import Path

import pytest

MODULES = 330


@pytest.fixture
def tree(write) -> None:
    for number in range(MODULES):
        write(f"m{number:03}/main.tf", f'resource "example_thing" "a{number}" {{\n  old = {number}\n}}\n')
    write("m007/main.tf", "resource {{\n")
    # A root and a child that are far apart: they must be seen together.
    write("m300/main.tf", 'module "c" {\n  source = "../m001"\n}\n')
    write("m001/main.tf", 'resource "example_thing" "a" {\n  name = "bad"\n}\n')
    resource = {"module": "module.c", "mode": "managed", "type": "example_thing", "name": "a"}
    write("m300/terraform.tfstate", json.dumps({"version": 4, "resources": [resource]}))


def test_the_number_of_processes_changes_nothing(tffix, tree, tmp_path: Path):
    alone = tffix("check", "--jobs", "1")
    shared = tffix("check", "--jobs", "3")
    assert alone == shared
    assert shared.code == 2
    assert shared.err.startswith("m007/main.tf:1:")
    findings, _, held = shared.out.partition("\n\n")
    line = "m001/main.tf:2:3: the name is bad [test-replaces] (held back, deployed, replaces resources)"
    assert line in findings.splitlines()
    assert held.startswith("1 fix is held back (tier deployed): module.c.example_thing.a is deployed.")
    paths = [line.split(":")[0] for line in findings.splitlines() if not line.startswith(" ")]
    assert paths == sorted(paths)
    assert len(paths) == MODULES - 2
    assert tffix("diff", "--jobs", "1").out == tffix("diff", "--jobs", "2").out
    tffix("apply", "--jobs", "2")
    assert (tmp_path / "m002/main.tf").read_text() == 'resource "example_thing" "a2" {\n  new = 2\n}\n'


def test_a_defect_in_a_worker_is_told(tffix, tree, write):
    write("m050/main.tf", 'resource "example_thing" "x" {\n  explode = 1\n}\n')
    ran = tffix("diff", "--jobs", "2")
    assert "m050: defect of the rule test-raises: a fix failed and was rolled back: IndexError" in ran.err
