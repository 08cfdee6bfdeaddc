"""The law that what named something before a fix names it afterwards, wherever it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tffix.engine.golden import Case
from tffix.engine.golden_laws import run_case
from tffix.engine.resolution import unresolved
from tffix.rules.script import Script
from tffix.terraform.project import read_project

FILES = {
    "main.tf": 'module "a" {\n  source = "./a"\n  x      = 1\n}\n\noutput "o" {\n  value = module.a.o\n}\n',
    "a/main.tf": 'variable "x" {\n}\n\nresource "terraform_data" "r" {\n  input = var.x\n}\n\n'
    'output "o" {\n  value = terraform_data.r.id\n}\n',
    "a/main_override.tf": 'resource "terraform_data" "r" {\n  input = 2\n}\n',
    "a/terraform.tfvars": "x = 1\n",
    "a/more.tfvars.json": '{"x": 1}\n',
    "a/tests/t.tftest.hcl": 'variables {\n  x = 1\n}\n\nrun "t" {\n  assert {\n'
    '    condition     = terraform_data.r.id == output.o\n    error_message = ""\n  }\n}\n\n'
    'run "u" {\n  variables {\n    x = run.t.o\n  }\n}\n',
    "tests/t.tftest.hcl": 'run "t" {\n  assert {\n    condition     = module.a.o == ""\n'
    '    error_message = ""\n  }\n}\n',
}


def told(files: dict[str, str], place: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    monkeypatch.chdir(place)
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)
    return unresolved(read_project(["."], alone=True))


def test_what_is_complete(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(FILES, tmp_path, monkeypatch) == set()


def test_a_variable_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = FILES | {"a/main.tf": FILES["a/main.tf"].replace('variable "x"', 'variable "y"')}
    assert told(files, tmp_path, monkeypatch) == {
        "a: var.x is not declared",
        "a: there is no variable 'x', which is given a value",
        "a: in a test, there is no variable 'x', which is given a value",
        ".: a has no variable 'x', which module.a sets",
        ".: module.a does not set the variable 'y'",
    }


def test_an_output_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = FILES | {"a/main.tf": FILES["a/main.tf"].replace('output "o"', 'output "p"')}
    assert told(files, tmp_path, monkeypatch) == {
        ".: a has no output 'o', which is used of module.a",
        ".: in a test, module.a has no output 'o'",
        "a: in a test, output.o is not declared",
        "a: in a test, run.t.o does not exist",
    }


def test_a_resource_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = FILES | {"a/main.tf": FILES["a/main.tf"].replace('"r"', '"s"')}
    (tmp_path / "a").mkdir()
    found = told(files, tmp_path, monkeypatch)
    # The override file still declares the name, but there is nothing for it to override.
    assert "a: resource terraform_data r overrides nothing" in found


def test_moves_do_not_count_as_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moves = "moved {\n  from = terraform_data.a\n  to   = terraform_data.b\n}\n\nmoved {\n"
    moves += "  from = terraform_data.b\n  to   = terraform_data.r\n}\n"
    assert told(FILES | {"a/moved.tf": moves}, tmp_path, monkeypatch) == set()


def test_an_alias_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "main.tf": 'provider "aws" {\n  alias = "a"\n}\n\nresource "aws_vpc" "v" {\n  provider = aws.b\n}\n\n'
        'module "c" {\n  source = "./c"\n  providers = {\n    aws.x = aws.z\n  }\n}\n',
        "c/main.tf": "terraform {\n  required_providers {\n    aws = {\n"
        "      configuration_aliases = [aws.y]\n    }\n  }\n}\n",
    }
    assert told(files, tmp_path, monkeypatch) == {
        ".: aws.b is not configured",
        ".: aws.z is not configured",
        ".: c does not ask for aws.x, which module.c is given",
        ".: module.c is not given aws.y",
    }


SCRIPT = '''
from collections.abc import Iterator
from tffix import Block, Finding, Impact, Module, Transform, blocks

class HalfARename(Transform):
    """Renames a variable and what refers to it in its module only."""

    name = "half-a-rename"
    impact = Impact.NONE
    watches = blocks("variable")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.labels == ("x",):
            yield Finding(block, "x", lambda: self.fix(block, module))

    def fix(self, block: Block, module: Module) -> None:
        module.redirect(module.references_to("var.x"), lambda one: f"var.y{one.rest}")
        block.relabel("y")
'''


def test_a_rule_that_forgets_tests_values_and_callers_breaks_the_law(tmp_path: Path) -> None:
    folder = tmp_path / "half-a-rename" / "case"
    for name, text in FILES.items():
        path = folder / "input" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    script = tmp_path / "rule.py"
    script.write_text(SCRIPT)
    failures, _ = run_case(Case(folder, ("half-a-rename",), own=Script.read(str(script)).transforms))
    lost = next(one for one in failures if one.law == "what resolved still resolves")
    assert lost.detail.splitlines() == [
        ".: a has no variable 'x', which module.a sets",
        ".: module.a does not set the variable 'y'",
        "a: in a test, there is no variable 'x', which is given a value",
        "a: there is no variable 'x', which is given a value",
    ]
