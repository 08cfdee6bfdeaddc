"""Migration scripts: what they give, how they reach other processes, and what is said of bad ones."""

from __future__ import annotations

import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from tffix.engine.config import read_config
from tffix.engine.toml_text import ConfigError
from tffix.engine.work import Task
from tffix.rules.registry import UnknownRuleError, in_profile, named, select
from tffix.rules.script import Script, ScriptError, load
from tffix.terraform.discovery import find_modules

SCRIPT = b'''"""Names things anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tffix import Block, Finding, Impact, Module, Transform, resources


@dataclass(frozen=True)
class Names:
    old: str
    new: str


class Renames(Transform):
    """The base of the two below: it has no name, so it is no rule."""

    impact = Impact.NONE
    watches = resources("example_thing")
    names: Names

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        old = block.get(self.names.old)
        if old is not None:
            yield Finding(old, f"'{self.names.old}' is old", lambda: old.rename(self.names.new))


class Second(Renames):
    """Second."""

    name = "script-second"
    names = Names("b", "c")


class First(Renames):
    """First."""

    name = "script-first"
    names = Names("a", "b")
    options = {"count": 1}
'''


def test_the_transforms_of_a_script_in_the_order_of_its_text() -> None:
    found = load(SCRIPT, "script.py")
    assert list(found) == ["script-second", "script-first"]
    assert found["script-first"].summary() == "First."
    assert load(SCRIPT, "script.py") is found


def test_scripts_with_the_same_classes_do_not_meet() -> None:
    first = load(SCRIPT, "script.py")
    other = load(SCRIPT.replace(b'"First."', b'"Other."'), "script.py")
    assert first["script-first"] is not other["script-first"]
    assert first["script-first"].summary() == ("First.")


def test_rules_of_a_script_run_only_if_they_are_named() -> None:
    script = load(SCRIPT, "script.py")
    options = {"script-first": {"count": 2}}
    chosen = select(["script-first", "terraform-output-missing"], (), options, script)
    assert [one.name for one in chosen] == ["terraform-output-missing", "script-first"]
    assert chosen[1].option == {"count": 2}
    assert not {one.name for one in select(None, (), {}, script)} & set(script)
    assert not set(in_profile("all")) & set(script)
    assert [one.name for one in select(script, ["script-first"], {}, script)] == ["script-second"]


def test_a_name_that_is_almost_one_of_a_script() -> None:
    script = load(SCRIPT, "script.py")
    assert named("script-first", script) is script["script-first"]
    with pytest.raises(UnknownRuleError, match="did you mean 'script-first'"):
        named("script-frist", script)
    with pytest.raises(UnknownRuleError, match="there is no rule 'script-first'"):
        named("script-first")


def test_tffix_toml_has_options_of_a_script(tmp_path: Path) -> None:
    path = tmp_path / "tffix.toml"
    path.write_text('ignore = ["script-second"]\n\n[rules.script-first]\ncount = 3\n')
    config = read_config(str(path), load(SCRIPT, "script.py"))
    assert config.options == {"script-first": {"count": 3}}
    path.write_text("[rules.script-first]\ncuont = 3\n")
    with pytest.raises(ConfigError, match="2:1: rule script-first has no option 'cuont'"):
        read_config(str(path), load(SCRIPT, "script.py"))
    with pytest.raises(ConfigError, match="there is no rule 'script-first'"):
        read_config(str(path))


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_another_process_runs_a_script_that_it_cannot_read(method: str, tmp_path: Path) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"there is no {method} here")
    (tmp_path / "main.tf").write_text('resource "example_thing" "x" {\n  a = 1\n}\n')
    script = Script("/nowhere/script.py", SCRIPT)
    task = Task(repair=True, rules=tuple(script.transforms), ignore=(), script=script)
    assert pickle.loads(pickle.dumps(task)).script == script
    found = find_modules([str(tmp_path)])
    with ProcessPoolExecutor(1, multiprocessing.get_context(method)) as pool:
        result = pool.submit(task.run, found).result()
    assert [change.new for change in result.changes] == [b'resource "example_thing" "x" {\n  c = 1\n}\n']
    assert [one.rule for one in result.fixed] == ["script-first", "script-second"]
    assert not result.defects


HEAD = "from tffix import Block, Finding, Impact, Module, Transform, blocks\n\n\n"
VISIT = "    def visit_module(self, module):\n        yield from ()\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1\ny = = 2\n", "s.py:2: not Python: invalid syntax"),
        ("def f():\n    return 1\n  return 2\n", "s.py:3: not Python: unindent"),
        ("x = 1\x00\n", "s.py:1: not Python: source code"),
        (b"x = '\xff'\n", "s.py:1: not Python: (unicode error)"),
        ("", "s.py:1: it has no rule"),
        ("\nimport nowhere_to_be_found\n", "s.py:2: it cannot be loaded: ModuleNotFoundError: No module"),
        ("from tffix import Trasnform\n", "s.py:1: it cannot be loaded: ImportError: cannot import name"),
        (HEAD + "def f():\n    return 1 / 0\n\n\nf()\n", "s.py:5: it cannot be loaded: ZeroDivisionError"),
        ("import sys\n\nsys.exit(3)\n", "s.py:3: it cannot be loaded: SystemExit: 3"),
        (HEAD + "class A(Transform):\n    impact = Impact.NONE\n" + VISIT, "s.py:4: A has no name, like"),
        (HEAD + "class A(Transform):\n    name = 'a-b'\n" + VISIT, "s.py:4: A has no impact, like"),
        (
            HEAD + "class A(Transform):\n    name = 'A b'\n    impact = Impact.NONE\n" + VISIT,
            "s.py:4: 'A b' is not the name of a rule",
        ),
        (
            HEAD + "class A(Transform):\n    name = 'aws-name-repeated'\n    impact = Impact.NONE\n" + VISIT,
            "s.py:4: 'aws-name-repeated' is the name of a rule that is installed",
        ),
        (
            HEAD
            + "class A(Transform):\n    name = 'a-b'\n    impact = Impact.NONE\n"
            + VISIT
            + "\n\nclass B(A):\n    pass\n",
            "s.py:11: two transforms are named 'a-b'",
        ),
        (
            HEAD + "class A(Transform):\n    name = 'a-b'\n    impact = Impact.NONE\n",
            "s.py:4: A finds nothing: it has neither",
        ),
        (
            HEAD
            + "class A(Transform):\n    name = 'a-b'\n    impact = Impact.NONE\n"
            + "    def visit(self, block, module):\n        yield from ()\n",
            "s.py:4: A has a method visit but watches nothing",
        ),
    ],
)
def test_what_is_said_of_a_bad_script(text: str | bytes, message: str) -> None:
    with pytest.raises(ScriptError) as raised:
        load(text.encode() if isinstance(text, str) else text, "s.py")
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


CODEMOD = """
from tffix import Codemod, Rewriting


class Licence(Codemod):
    name = "licence-year"

    def reads(self, path):
        return path == "LICENSE"

    def rewrite(self, files):
        new = {path: data.replace(b"2025", b"2026") for path, data in files.items()}
        return Rewriting({path: data for path, data in new.items() if data != files[path]})
"""


def test_a_codemod_in_a_script() -> None:
    (rule,) = load(CODEMOD.encode(), "s.py").values()
    assert rule.name == "licence-year"
    with pytest.raises(ScriptError, match=r"s.py:5: Licence needs the methods reads and rewrite"):
        load(CODEMOD.replace("rewrite(", "write(").encode(), "s.py")


def test_reading_a_script(tmp_path: Path) -> None:
    path = tmp_path / "s.py"
    path.write_bytes(SCRIPT)
    assert Script.read(str(path)) == Script(str(path), SCRIPT)
    path.write_bytes(b"")
    with pytest.raises(ScriptError, match="it has no rule"):
        Script.read(str(path))
    with pytest.raises(FileNotFoundError):
        Script.read(str(tmp_path / "t.py"))
