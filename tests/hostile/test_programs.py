"""Programs that are too deep, too long or odd: reported by name, or read; the files beside them go on."""

import sys

import pytest

from tffix.cdktn.python import migrate_python
from tffix.cdktn.upgrade import make_upgrade
from tffix.projection.python.limits import MOST_PLAIN, doubt
from tffix.terraform.project import read_project

HEAD = """\
from constructs import Construct
from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic


class Stack(TerraformStack):
    def __init__(self, scope: Construct, ns: str):
        super().__init__(scope, ns)
        SnsTopic(self, "topic", name={})
"""
DEEP = {
    "additions": HEAD.format(" + ".join(['"b"'] * 500)),
    "adjacent strings": HEAD.format("(" + " ".join(['"b"'] * 2000) + ")"),
    "elif": HEAD.format('"a"') + "if 0:\n    pass\n" + "elif 1:\n    pass\n" * 500,
    "attributes": HEAD.format("ns" + ".a" * 1000),
    "calls": HEAD.format("ns" + "()" * 1000),
    "lists": HEAD.format("[" * 300 + "]" * 300),
    "brackets": HEAD.format("(" * 1500 + "1" + ")" * 1500),
    "open brackets": HEAD.format("(" * 1500),
    "signs": HEAD.format("1" + "+" * 100_000 + "1"),
    "nots": HEAD.format("not " * 4000 + "1"),
    "blocks": HEAD.format('"a"') + "".join(f"{' ' * n}if 1:\n" for n in range(99)) + " " * 99 + "pass\n",
    "f-strings": HEAD.format('f"{' + " + ".join(["'b'"] * 900) + '}"'),
}
ODD = {
    "surrogate": HEAD.format(r'"\ud800"'),
    "surrogate in an f-string": HEAD.format(r'f"\ud800{ns}"'),
    "number": HEAD.format("1" * 5000),
    "infinite": HEAD.format("1e999"),
    "unknown character": HEAD.format(r'"\N{no such name}"'),
    "unknown characters": HEAD.format(r'"a" "\N{no such name}"'),
}


@pytest.fixture
def read(tmp_path, monkeypatch):
    """The modules that are read and the errors, for a program beside a module in HCL."""
    monkeypatch.chdir(tmp_path)

    def read(program: str):
        (tmp_path / "main.tf").write_text('resource "aws_sns_topic" "a" {\n}\n')
        (tmp_path / "program.py").write_text(program)
        project = read_project(["."])
        return set(project.modules), [str(error) for error in project.errors]

    return read


@pytest.mark.parametrize("name", DEEP)
def test_a_program_that_is_too_deep_is_named_and_nothing_else_is_lost(read, name):
    modules, errors = read(DEEP[name])
    assert "." in modules
    if errors:
        [error] = errors
        assert error.startswith("program.py:")
    else:
        assert "program.py" in modules


@pytest.mark.parametrize("name", ODD)
def test_a_value_that_is_no_value_does_not_hide_the_program(read, name):
    assert read(ODD[name]) == ({".", "program.py"}, [])


def test_the_place_is_told(read):
    _, errors = read(DEEP["signs"])
    assert errors == ["program.py:9:100038: cannot be read: it is nested more than 2000 levels deep"]


@pytest.mark.parametrize("name", [*DEEP, *ODD])
def test_a_migration_reports_what_it_cannot_read(name):
    data = (DEEP | ODD)[name].encode()
    done = migrate_python(data, "program.py", make_upgrade({}, set()), "0.21", set())
    assert done.data != data or [note.path for note in done.notes if note.holds] == ["program.py"]


def test_depth_is_never_taken_for_less_than_it_is():
    for name in DEEP.keys() - {"blocks"}:
        assert doubt(DEEP[name].encode()) is not None, name
    nested = "".join(f"{' ' * n}if 1:\n\n# note\n" for n in range(MOST_PLAIN + 1))
    assert doubt(nested.encode()) is not None


def test_what_people_write_is_read_at_once():
    assert doubt(HEAD.format('"a"').encode()) is None
    many = "if 1:\n    pass\nelif 2:\n    pass\n" * 1000 + "x = [\n" + "    a.b(c=1, d=2),\n" * 1000 + "]\n"
    assert doubt(many.encode()) is None
    assert sys.getrecursionlimit() == 1000
