"""Migration scripts given to the commands by --script."""

import json
from pathlib import Path

import pytest

from tffix.engine import work

THING = 'resource "example_thing" "a" {\n  size = 1\n}\n'
SCRIPT = '''
from tffix import Impact, Transform, Finding, resources


class Size(Transform):
    """A thing has a volume and no size.

    Why:
        Sizes are too many.
    """

    name = "thing-size"
    impact = Impact.UPDATE
    watches = resources("example_thing")
    options = {"becomes": "volume"}

    def visit(self, block, module):
        size = block.get("size")
        if size is not None:
            yield Finding(size, "'size' is gone", lambda: size.rename(self.option["becomes"]))
'''


@pytest.fixture
def script(write) -> Path:
    write("live/main.tf", THING)
    path: Path = write("scripts/size.py", SCRIPT)
    return path


def test_a_script_runs_without_selection_and_alone(tffix, script):
    ran = tffix("check", "--script", "scripts/size.py", "live", "--output", "json", rules=None)
    assert ran.code == 1
    assert [one["rule"] for one in json.loads(ran.out)["findings"]] == ["thing-size"]
    ran = tffix("diff", "--script", "scripts/size.py", "live", rules=None)
    assert (ran.code, ran.err) == (1, "")
    assert "-  size = 1\n+  volume = 1\n" in ran.out
    ran = tffix("apply", "--script", "scripts/size.py", "live", rules=None)
    assert ran.code == 0
    assert Path("live/main.tf").read_text() == THING.replace("size", "volume")


def test_a_script_beside_installed_rules(tffix, script, write):
    both = 'resource "example_thing" "a" {\n  old  = 2\n  size = 1\n}\n'
    write("live/main.tf", both)
    arguments = ("apply", "--script", "scripts/size.py", "live")
    assert tffix(*arguments, rules="test-old-name").code == 0
    assert Path("live/main.tf").read_text() == both.replace("old", "new")
    assert tffix(*arguments, rules="test-old-name,thing-size").code == 0
    assert "volume = 1\n" in Path("live/main.tf").read_text()


def test_a_profile_beside_a_script(tffix, script, write):
    write("live/main.tf", THING + '\nvariable "x" {\n  type = "string"\n}\n')
    ran = tffix("diff", "--script", "scripts/size.py", "--profile", "deploy", "live", rules=None)
    assert "+  volume = 1\n" in ran.out
    assert "+  type = string\n" in ran.out


def test_settings_of_a_script(tffix, script, write):
    toml = write("live/tffix.toml", '[rules.thing-size]\nbecomes = "weight"\n')
    ran = tffix("diff", "--script", "scripts/size.py", "live", rules=None)
    assert "+  weight = 1\n" in ran.out
    ran = tffix("diff", "live", rules=None)
    assert (ran.code, ran.out) == (2, "")
    assert "live/tffix.toml:1:1: there is no rule 'thing-size'" in ran.err
    toml.unlink()
    assert (
        tffix("diff", "--script", "scripts/size.py", "live", "--ignore", "thing-size", rules=None).out == ""
    )


def test_options_of_a_script_on_the_command_line(tffix, script, write):
    write("live/tffix.toml", '[rules.thing-size]\nbecomes = "weight"\n')
    arguments = ("--script", "scripts/size.py", "--option", "thing-size.becomes=mass", "live")
    assert "'size' is gone" in tffix("check", *arguments, rules=None).out
    assert "+  mass = 1\n" in tffix("diff", *arguments, rules=None).out
    assert tffix("apply", *arguments, rules=None).code == 0
    assert Path("live/main.tf").read_text() == THING.replace("size", "mass")


def test_a_script_and_standard_input(tffix, script):
    ran = tffix("apply", "--script", "scripts/size.py", "-", stdin=THING, rules=None)
    assert (ran.code, ran.out) == (0, THING.replace("size", "volume"))


def test_a_script_in_several_processes(tffix, script, write, monkeypatch):
    monkeypatch.setattr(work, "WORTH_PROCESSES", 2)
    for number in range(6):
        write(f"live/{number}/main.tf", THING)
    ran = tffix("apply", "--script", "scripts/size.py", "live", "-j", "2", rules=None)
    assert ran.code == 0
    assert all("volume = 1" in path.read_text() for path in Path("live").rglob("*.tf"))


def test_rules_and_explain_of_a_script(tffix, script):
    ran = tffix("rules", "--script", "scripts/size.py")
    assert (ran.code, ran.out) == (
        0,
        "thing-size  update   safe      deploy         A thing has a volume and no size.\n",
    )
    ran = tffix("explain", "--script", "scripts/size.py", "thing-size")
    assert ran.code == 0
    assert "Sizes are too many." in ran.out
    assert 'becomes = "volume"' in ran.out
    assert "there is no rule 'thing-size'" in tffix("explain", "thing-size").err


def test_golden_cases_beside_a_script(tffix, script, write):
    ran = tffix("golden", "--script", "scripts/size.py", "--no-validate")
    assert (ran.code, ran.err) == (2, "tffix: scripts/golden: no such folder\n")
    write("scripts/golden/thing-size/plain/input/main.tf", THING)
    write("scripts/golden/modules/all/input/main.tf", THING)
    ran = tffix("golden", "--script", "scripts/size.py", "--no-validate")
    assert ran.code == 1
    assert "2 of 2 cases failed" in ran.out
    assert tffix("golden", "--script", "scripts/size.py", "--update", "--no-validate").code == 0
    expected = Path("scripts/golden/thing-size/plain/expected/main.tf")
    assert expected.read_text() == THING.replace("size", "volume")
    assert tffix("golden", "--script", "scripts/size.py", "scripts/golden/modules", "--no-validate").code == 0
    assert "there is no rule 'thing-size'" in tffix("golden", "scripts/golden/thing-size").err


@pytest.mark.parametrize("command", ["check", "golden", "rules"])
def test_a_script_that_cannot_be_used(tffix, script, write, command):
    ran = tffix(command, "--script", "nowhere.py", rules=None)
    assert (ran.code, ran.err) == (2, "tffix: nowhere.py: No such file or directory\n")
    write("bad.py", SCRIPT.replace("    impact = Impact.UPDATE\n", ""))
    ran = tffix(command, "--script", "bad.py", rules=None)
    assert (ran.code, ran.err) == (2, "tffix: bad.py:5: Size has no impact, like: impact = Impact.NONE\n")
