"""What users are told when something is wrong: one line that a stranger understands, exit code 2."""

import json

import pytest

THING = 'resource "example_thing" "a" {\n  old = 1\n}\n'


def test_a_path_that_does_not_exist(tffix):
    ran = tffix("check", "nowhere")
    assert (ran.code, ran.out, ran.err) == (2, "", "tffix: nowhere: no such file or directory\n")


def test_no_terraform_files(tffix, write):
    write("x.tfvars.json", "{}")
    ran = tffix("check")
    assert (ran.code, ran.out) == (2, "")
    told = "no Terraform files (*.tf, *.tofu, *.tf.json, CDK for Terraform in *.py) there"
    assert ran.err == f"tffix: .: {told}\n"


def test_all_terraform_files_are_left_out(tffix, write):
    write("tffix.toml", 'exclude = ["*.tf"]')
    write("main.tf", THING)
    assert "excluded by tffix.toml or ignored by git" in tffix("check").err


def test_a_file_that_is_not_terraform(tffix, write):
    write("README.md", "")
    assert tffix("check", "README.md").err == (
        "tffix: README.md: not a Terraform file: "
        "its name does not end in .tf, .tofu, .tf.json, .tofu.json or .py\n"
    )


def test_an_unknown_rule_with_the_nearest_name(tffix, write):
    write("main.tf", THING)
    for arguments in (["--select", "test-old-nam"], ["--ignore", "test-old-nam"]):
        ran = tffix("check", *arguments, rules=None)
        assert ran.code == 2
        assert ran.err == "tffix: there is no rule 'test-old-nam'; did you mean 'test-old-name'?\n"
    assert tffix("explain", "zzz").err == "tffix: there is no rule 'zzz'; 'tffix rules' lists them\n"


def test_bad_encoding(tffix, write):
    write("main.tf", b'locals {\n  a = "caf\xe9"\n}\n')
    ran = tffix("check")
    assert ran.code == 2
    assert ran.err == "main.tf:2:11: not UTF-8: save the file in that encoding\n"


def test_links_that_lead_nowhere(tffix, write, tmp_path):
    write("b.tf", THING)
    (tmp_path / "a.tf").symlink_to("gone.tf")
    ran = tffix("check")
    assert ran.code == 2
    assert ran.err == "a.tf: cannot be read: it is a link to gone.tf, which does not exist\n"
    assert "b.tf:2:3" in ran.out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("select = [\n", "tffix.toml:2:1: invalid value"),
        ("x == 1\n", "tffix.toml:1:4: invalid value"),
        ("\nselct = []\n", "tffix.toml:2:1: unknown key 'selct'; did you mean 'select'?"),
        ("select = 'x'\n", "tffix.toml:1:1: 'select' must be a list of strings"),
        ("allow-replace = 1\n", "tffix.toml:1:1: 'allow-replace' must be true or false"),
        (
            'ignore = [\n  "test-person",\n  "test-old-nam",\n]\n',
            "tffix.toml:3:3: there is no rule 'test-old-nam'; did you mean 'test-old-name'?",
        ),
        (
            "[rules.test-old-nam]\n",
            "tffix.toml:1:1: there is no rule 'test-old-nam'; did you mean 'test-old-name'?",
        ),
        (
            "[rules.test-old-name]\nbecome = 'x'\n",
            "tffix.toml:2:1: rule test-old-name has no option 'become' (it has: becomes)",
        ),
        (
            "[rules.test-old-name]\nbecomes = 1\n",
            "tffix.toml:2:1: option 'becomes' of rule test-old-name must be a string",
        ),
        ("[[overrides]]\nignore = []\n", "tffix.toml:1:1: this table needs 'paths', a list of patterns"),
        (
            '[[overrides]]\npaths = ["a"]\n[[overrides]]\npaths = ["b"]\nignore = ["x"]\n',
            "tffix.toml:5:11: there is no rule 'x'; 'tffix rules' lists them",
        ),
        ("[[overrides]]\npath = ['x']\n", "tffix.toml:2:1: unknown key 'path'; did you mean 'paths'?"),
    ],
)
def test_a_broken_tffix_toml(tffix, write, content, message):
    write("main.tf", THING)
    write("tffix.toml", content)
    ran = tffix("check", rules=None)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.rstrip("\n") == f"tffix: {message}"


def test_a_config_file_that_is_not_there(tffix, write):
    write("main.tf", THING)
    assert tffix("check", "--config", "x.toml").err == "tffix: x.toml: No such file or directory\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", "s.json is neither a state file of version 4 nor the output of `terraform show -json`"),
        ("{", "s.json is neither a state file of version 4 nor the output of `terraform show -json`"),
        ('{"version": 3}', "s.json is neither a state file of version 4 nor"),
        ("PK\x03\x04", "s.json is a plan file: pass the output of `terraform show -json s.json`"),
    ],
)
def test_state_that_is_none(tffix, write, content, message):
    write("main.tf", THING)
    write("s.json", content)
    ran = tffix("check", "--state", "s.json")
    assert ran.code == 2
    assert ran.err.startswith(f"tffix: {message}")
    assert ran.err.count("\n") == 1


def test_a_state_file_beside_a_module_that_cannot_be_read_holds_back(tffix, write):
    write("main.tf", 'resource "example_thing" "a" {\n  name = "bad"\n}\n')
    write("terraform.tfstate", "{")
    ran = tffix("apply")
    assert ran.code == 1
    assert "held back (tier deployed): terraform.tfstate is neither a state file" in ran.out


def test_bad_usage(tffix, write):
    write("main.tf", THING)
    assert tffix("check", "--output", "xml").code == 2
    assert tffix("check", "--jobs", "0").code == 2
    assert tffix("check", "--nonsense").code == 2
    assert "cannot be combined with other paths" in tffix("check", "-", ".").err
    assert "or --interactive" in tffix("apply", "-", "--interactive").err


def test_rules_that_cannot_be_loaded(process, write, tmp_path):
    write("main.tf", THING)
    write("site/broken_rules.py", "import nothing_of_that_name\n")
    write("site/broken_rules-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: broken-rules\nVersion: 1\n")
    write("site/broken_rules-1.dist-info/entry_points.txt", "[tffix.transforms]\nx = broken_rules\n")
    ran = process("check", "main.tf", PYTHONPATH=str(tmp_path / "site"), rules=None)
    assert ran.code == 2
    assert ran.err == (
        "tffix: the rules of the package broken_rules cannot be loaded: "
        "ModuleNotFoundError: No module named 'nothing_of_that_name'\n"
    )


def test_many_files_with_one_error_share_a_line(tffix, write, tmp_path):
    write("main.tf", THING)
    for module in "abcde":
        (tmp_path / module).mkdir()
        (tmp_path / module / "shared.tf").symlink_to("../gone.tf")
    ran = tffix("check")
    assert ran.code == 2
    assert ran.err == (
        "a/shared.tf, b/shared.tf, c/shared.tf and 2 more (--output json lists them): "
        "cannot be read: it is a link to ../gone.tf, which does not exist\n"
    )
    assert len(json.loads(tffix("check", "--output", "json").out)["errors"]) == 5
