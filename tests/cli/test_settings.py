"""tffix.toml and options of rules as the command uses them."""

import pytest

THING = 'resource "example_thing" "a" {\n  old = 1\n}\n'
PERSON = 'resource "example_thing" "p" {\n  todo = 1\n}\n'


def test_it_is_found_above_the_path(tffix, write):
    write("tffix.toml", 'select = ["test-person"]\n')
    write("a/b/main.tf", THING + PERSON)
    ran = tffix("check", "a/b", rules=None)
    assert ran.out.count("\n    ") == 2
    assert "test-old-name" not in ran.out


def test_each_path_has_its_own(tffix, write):
    write("a/tffix.toml", 'select = ["test-person"]\n')
    write("b/tffix.toml", 'select = ["test-old-name"]\n')
    for folder in "ab":
        write(f"{folder}/main.tf", THING + PERSON)
    ran = tffix("check", "a", "b", rules=None)
    found = [line.split(" ")[0] for line in ran.out.splitlines() if not line.startswith(" ")]
    assert found == ["a/main.tf:5:3:", "b/main.tf:2:3:"]


def test_the_one_that_is_named_wins(tffix, write):
    write("tffix.toml", 'select = ["test-person"]\n')
    write("other.toml", 'select = ["test-old-name"]\n')
    write("main.tf", THING + PERSON)
    assert "test-person" not in tffix("check", "--config", "other.toml", rules=None).out


def test_ignore_and_the_options_of_the_command(tffix, write):
    write("tffix.toml", 'select = ["test-person", "test-old-name"]\nignore = ["test-person"]\n')
    write("main.tf", THING + PERSON)
    assert "test-person" not in tffix("check", rules=None).out
    assert tffix("check", "--ignore", "test-old-name", rules=None).code == 0
    assert "test-person" in tffix("check", "--select", "test-person", rules=None).out


def test_options_of_a_rule(tffix, write):
    write("tffix.toml", '[rules.test-old-name]\nbecomes = "newer"\n')
    path = write("main.tf", THING)
    assert tffix("apply").code == 0
    assert "newer = 1" in path.read_text()


def test_options_of_a_rule_on_the_command_line(tffix, write):
    write("tffix.toml", '[rules.test-old-name]\nbecomes = "newer"\n')
    path = write("main.tf", THING)
    ran = tffix("apply", "-", "--option", "test-old-name.becomes=a", stdin=THING)
    assert (ran.code, ran.out) == (0, THING.replace("old", "a"))
    assert (
        tffix("apply", "--option", "test-old-name.becomes=a", "--option", "test-old-name.becomes=b").code == 0
    )
    assert "b = 1" in path.read_text()


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("test-old-name", "--option test-old-name: write it as RULE.KEY=VALUE"),
        (
            "test-old-name.become=a",
            "--option test-old-name.become=a: rule test-old-name has no option 'become' (it has: becomes)",
        ),
        ("test-new-name.x=a", "there is no rule 'test-new-name'; did you mean 'test-old-name'?"),
    ],
)
@pytest.mark.parametrize("command", ["check", "diff", "apply"])
def test_an_option_that_does_not_exist_is_one_line(tffix, write, command, option, message):
    write("main.tf", THING)
    ran = tffix(command, "--option", option)
    assert (ran.code, ran.out, ran.err) == (2, "", f"tffix: {message}\n")


def test_overrides_by_path(tffix, write):
    write(
        "tffix.toml",
        '[[overrides]]\npaths = ["examples/**"]\nignore = ["test-old-name"]\n'
        '[[overrides]]\npaths = ["legacy/"]\nselect = ["test-person"]\n',
    )
    for name in ("main.tf", "examples/a/main.tf", "legacy/main.tf"):
        write(name, THING + PERSON)
    ran = tffix("check")
    found = [line.split(":")[0] for line in ran.out.splitlines() if "test-old-name" in line]
    assert found == ["main.tf"]
    assert ran.out.count("test-person") == 3


def test_exclude_holds_for_files_of_a_module_too(tffix, write):
    write("tffix.toml", 'exclude = ["generated_*.tf"]\n')
    write("generated_main.tf", THING)
    write("main.tf", THING.replace('"a"', '"b"'))
    ran = tffix("apply")
    assert ran.code == 0
    assert "generated" not in ran.out


def test_an_excluded_file_is_not_written_over(tffix, write):
    write("tffix.toml", 'exclude = ["moved.tf"]\n')
    moved = write("moved.tf", "# mine\n")
    path = write("main.tf", 'resource "example_moved" "m" {\n}\n')
    ran = tffix("apply")
    assert ran.code == 1
    assert "not fixed: moved.tf: excluded by tffix.toml or ignored by git" in ran.out
    assert moved.read_text() == "# mine\n"
    assert path.read_text() == 'resource "example_moved" "m" {\n}\n'


def test_allow_replace(tffix, write):
    write("tffix.toml", "allow-replace = true\n")
    write("main.tf", 'resource "example_thing" "a" {\n  name = "bad"\n}\n')
    write(
        "terraform.tfstate",
        '{"version": 4, "resources": [{"mode": "managed", "type": "example_thing", "name": "a"}]}',
    )
    assert tffix("apply").code == 0


def test_deployed_by_path_and_tiers_of_rules(tffix, write):
    bad = 'resource "example_thing" "a" {\n  name = "bad"\n}\n'
    write("live/main.tf", bad)
    sandbox = write("sandbox/main.tf", bad + 'terraform {\n  backend "s3" {}\n}\n')
    write("tffix.toml", 'deployed = true\n\n[[overrides]]\npaths = ["sandbox/"]\ndeployed = false\n')
    ran = tffix("diff")
    assert ran.code == 1
    assert "# 1 fix is held back (tier deployed): tffix.toml says that it is deployed." in ran.out
    assert tffix("apply").code == 1
    assert '"good"' in sandbox.read_text()
    write("tffix.toml", 'deployed = true\n\n[tiers]\ntest-replaces = "safe"\n')
    assert tffix("apply").code == 0
    write("tffix.toml", '[tiers]\ntest-replaces = "unsafe"\n')
    ran = tffix("check")
    assert (ran.code, "tffix.toml:2" in ran.err) == (2, True)
    assert "the tier of a rule is one of safe, deployed, data" in ran.err
    write("tffix.toml", 'deployed = "yes"\n')
    assert "'deployed' must be true, false or \"auto\"" in tffix("check").err
