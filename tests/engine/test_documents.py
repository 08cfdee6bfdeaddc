"""Fixes that edit tests and variable values, through the runner, the guard and the writer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Transform,
    blocks,
    rename,
    rename_obstacle,
)
from tffix.cli.validating import errors_of_modules
from tffix.engine.guard import guarded
from tffix.engine.policy import Policy
from tffix.engine.results import Result
from tffix.engine.runner import check, repair
from tffix.engine.writing import Writer
from tffix.terraform.module import UnreadableFileError
from tffix.terraform.project import read_project

FILES = {
    "main.tf": 'variable "old" {\n}\n\noutput "o" {\n  value = var.old\n}\n',
    "a.tfvars": 'x   = 1 # as its author wrote it\nold = "1"\n',
    "tests/t.tftest.hcl": 'run "t" {\n  variables {\n    old = "1"\n  }\n\n  assert {\n'
    '    condition     = var.old == output.o\n    error_message = "no"\n  }\n}\n',
}


class Renames(Transform):
    """Renames `old`."""

    name = "renames"
    impact = Impact.NONE
    watches = blocks("variable")
    fails = False

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.labels == ("old",):
            why = rename_obstacle("var.old", "longer", module)
            yield Finding(block, "old", None if why else lambda: self.fix(module), advice=why)

    def fix(self, module: Module) -> None:
        rename("var.old", "longer", module)
        if self.fails:
            raise Refused("not today")


class Fails(Renames):
    """Renames `old`, and thinks better of it."""

    name = "fails"
    fails = True


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def contents(result: Result) -> dict[str, str]:
    return {change.path: change.new.decode() for change in result.changes}


def test_documents_change_with_the_module_and_are_laid_out() -> None:
    project = read_project(["."], alone=True)
    result = repair(project, [Renames()], Policy())
    assert not result.defects
    assert {one.path: one.old for one in result.changes} == {k: v.encode() for k, v in FILES.items()}
    assert {one.together for one in result.changes} == {"."}
    after = contents(result)
    assert after["a.tfvars"] == 'x      = 1 # as its author wrote it\nlonger = "1"\n'
    assert "    longer = " in after["tests/t.tftest.hcl"]
    assert "var.longer == output.o" in after["tests/t.tftest.hcl"]
    module = project.modules["."]
    assert "longer" in module.opaque["a.tfvars"], "evidence is what the file is now"
    assert Writer.below(["."]).write(result.changes).errors == []
    assert {name: Path(name).read_text() for name in FILES} == after


@pytest.mark.parametrize("look", [check, repair])
def test_a_fix_that_is_taken_back_leaves_documents_as_they_were(look: object) -> None:
    project = read_project(["."], alone=True)
    result = repair(project, [Fails()], Policy()) if look is repair else check(project, [Renames()], Policy())
    assert not result.changes
    assert not result.defects
    module = project.modules["."]
    assert module.opaque == {name: FILES[name] for name in ("a.tfvars", "tests/t.tftest.hcl")}
    assert all(module.document(name).text == FILES[name] for name in module.opaque)


def test_a_second_fix_sees_what_the_first_has_changed() -> None:
    class Again(Renames):
        """Renames `longer`."""

        name = "again"

        def visit(self, block: Block, module: Module) -> Iterator[Finding]:
            if block.labels == ("longer",):
                yield Finding(block, "longer", lambda: rename("var.longer", "y", module))

    result = repair(read_project(["."], alone=True), [Renames(), Again()], Policy())
    assert not result.defects
    assert contents(result)["a.tfvars"] == 'x = 1 # as its author wrote it\ny = "1"\n'
    assert {one.path: one.old for one in result.changes}["a.tfvars"] == FILES["a.tfvars"].encode()


def test_the_guard_lets_it_pass() -> None:
    with errors_of_modules() as errors:
        result = guarded(lambda: read_project(["."], alone=True), [Renames()], Policy(), errors)
    assert not result.defects
    assert set(contents(result)) == set(FILES)


def test_a_document_that_git_ignores_is_left() -> None:
    Path(".git").mkdir()
    Path(".gitignore").write_text("*.tfvars\n")
    result = repair(read_project(["."]), [Renames()], Policy())
    assert not result.changes
    assert "git ignores a.tfvars" in result.found[0].advice


def test_values_in_json_are_renamed() -> None:
    Path("b.tfvars.json").write_text('{\n  "x": "${x}",\n  "old": {"old": "${old}"}\n}\n')
    result = repair(read_project(["."], alone=True), [Renames()], Policy())
    wanted = '{\n  "x": "${x}",\n  "longer": {"old": "${old}"}\n}\n'
    assert contents(result)["b.tfvars.json"] == wanted


class Values(Transform):
    """Finds the values of files, and those that are longer than they should be, which it cuts."""

    name = "values"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for name in sorted(module.opaque):
            if ".tfvars" in name:
                for value in module.document(name).body.attributes:
                    yield Finding(value, value.name, self.cut(value))

    def cut(self, value: Attribute) -> Callable[[], object] | None:
        return (lambda: value.set('"1"')) if value.source != '"1"' else None


@pytest.mark.parametrize("work", [check, repair])
def test_findings_in_values_have_their_places(work: Callable[..., Result]) -> None:
    Path("a.tfvars").write_text('# first\nx = {\n  a = 1\n}\nold = "1"\n')
    Path("b.tfvars.json").write_text('{\n  "y": [\n    1\n  ], "z": "1"\n}\n')
    result = work(read_project(["."], alone=True), [Values()], Policy())
    assert not result.defects
    places = {(one.path, one.line, one.column, one.message) for one in (*result.found, *result.fixed)}
    fixed = work is repair
    assert places == {
        ("a.tfvars", 2, 1, "x"),
        ("a.tfvars", 3 if fixed else 5, 1, "old"),
        ("b.tfvars.json", 2, 3, "y"),
        ("b.tfvars.json", *((2, 13) if fixed else (4, 6)), "z"),
    }


def test_what_is_no_document() -> None:
    module = read_project(["."], alone=True).modules["."]
    for name in ("main.tf", "a.tf.json", "sub/a.tfvars", "sub/.terraform.lock.hcl"):
        with pytest.raises(UnreadableFileError):
            module.document(name)
    Path("tests/t.tftest.hcl").write_text("run {")
    module = read_project(["."], alone=True).modules["."]
    with pytest.raises(UnreadableFileError, match="cannot be parsed"):
        module.document("tests/t.tftest.hcl")


def test_a_rename_in_json() -> None:
    Path("main.tf").unlink()
    document = {
        "variable": {"old": {"type": "string", "default": "${not}"}},
        "output": {"o": {"value": "${var.old}!"}},
        "resource": {
            "terraform_data": {"a": {"input": "${var.old}", "depends_on": ["terraform_data.b"]}, "b": {}}
        },
    }
    Path("main.tf.json").write_text(json.dumps(document, indent=2))

    class Both(Renames):
        """Renames a variable and a resource."""

        name = "both"

        def fix(self, module: Module) -> None:
            rename("var.old", "longer", module)
            rename("terraform_data.b", "c", module)

    result = repair(read_project(["."], alone=True), [Both()], Policy())
    assert not result.defects
    after = json.loads(contents(result)["main.tf.json"])
    assert list(after["variable"]) == ["longer"]
    assert after["output"]["o"]["value"] == "${var.longer}!"
    assert after["resource"]["terraform_data"] == {
        "a": {"input": "${var.longer}", "depends_on": ["terraform_data.c"]},
        "c": {},
    }
    assert after["moved"] == {"from": "terraform_data.b", "to": "terraform_data.c"}
