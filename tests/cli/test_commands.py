"""check, diff and apply: what they print, what they write, how they exit."""

import json
import subprocess

from tffix import __version__ as version

THING = 'resource "example_thing" "a" {\n  old = 1\n}\n'
FIXED = 'resource "example_thing" "a" {\n  new = 1\n}\n'
PERSON = 'resource "example_thing" "p" {\n  todo = 1\n}\n'


def test_check_lists_findings_and_exits_with_1(tffix, write):
    write("main.tf", THING + "\n" + PERSON)
    ran = tffix("check")
    assert ran.code == 1
    assert ran.out == (
        "main.tf:2:3: 'old' is an old name [test-old-name] (fixable, safe)\n"
        "main.tf:6:3: there is something to do [test-person]\n"
        "    do it:\n"
        "      really = true\n"
    )
    assert ran.err == ""


def test_check_of_a_clean_tree_says_nothing_and_exits_with_0(tffix, write):
    write("main.tf", FIXED)
    ran = tffix("check")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_check_changes_nothing(tffix, write):
    path = write("main.tf", THING)
    tffix("check")
    assert path.read_text() == THING


def test_diff_is_a_patch_that_git_applies(tffix, write, tmp_path):
    path = write("main.tf", THING + '\nresource "example_moved" "m" {\n}\n')
    ran = tffix("diff")
    assert ran.code == 1
    assert "--- /dev/null\n+++ b/moved.tf\n" in ran.out
    assert path.read_text().startswith(THING)
    subprocess.run(["git", "apply", "-"], input=ran.out.encode(), cwd=tmp_path, check=True)
    assert path.read_text() == FIXED
    assert (tmp_path / "moved.tf").read_text() == 'resource "example_moved" "m" {\n}\n'


def test_diff_exits_with_0_if_nothing_is_to_be_applied(tffix, write):
    write("main.tf", PERSON)
    ran = tffix("diff")
    assert (ran.code, ran.out) == (0, "")


def test_apply_tells_what_it_did_and_what_is_left(tffix, write):
    path = write("main.tf", THING + "\n" + PERSON)
    ran = tffix("apply")
    assert ran.code == 1
    assert ran.out == (
        "main.tf\n"
        "  test-old-name (safe)\n"
        "    2: 'old' is an old name\n"
        "\n"
        "Left to you:\n"
        "main.tf:6:3: there is something to do [test-person]\n"
        "    do it:\n"
        "      really = true\n"
    )
    assert path.read_text() == FIXED + "\n" + PERSON


def test_apply_exits_with_0_if_nothing_is_left_and_again_if_nothing_is_to_do(tffix, write):
    write("main.tf", THING)
    assert tffix("apply").code == 0
    again = tffix("apply")
    assert (again.code, again.out, again.err) == (0, "", "")


def test_apply_names_new_files(tffix, write, tmp_path):
    write("main.tf", 'resource "example_moved" "m" {\n}\n')
    ran = tffix("apply")
    assert "moved.tf (new)\n" in ran.out
    assert "main.tf (deleted: nothing is left in it)\n" in ran.out
    assert [path.name for path in tmp_path.iterdir()] == ["moved.tf"]


def test_lines_of_what_was_fixed_are_those_of_the_file_as_it_was(tffix, write):
    write("main.tf", 'resource "example_moved" "m" {\n}\n\n' + THING)
    ran = tffix("apply")
    assert "    1: this belongs to moved.tf\n" in ran.out
    assert "    5: 'old' is an old name\n" in ran.out


def test_syntax_errors_are_told_and_the_other_files_go_on(tffix, write):
    write("a.tf", "resource {{\n")
    path = write("b.tf", THING)
    ran = tffix("apply")
    assert ran.code == 2
    assert ran.err.startswith("a.tf:1:")
    assert ran.err.count("\n") == 1
    assert path.read_text() == FIXED


def test_a_file_stands_for_its_module(tffix, write):
    write("m/main.tf", THING)
    write("m/other.tf", THING.replace('"a"', '"b"'))
    write("n/main.tf", THING)
    ran = tffix("check", "m/main.tf")
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["m/main.tf", "m/other.tf"]


def test_several_paths_and_the_same_one_twice(tffix, write, tmp_path):
    write("m/main.tf", THING)
    write("n/main.tf", THING)
    ran = tffix("check", "m", "n", "./m", str(tmp_path / "n"))
    assert ran.out.count("\n") == 2


def test_select_and_ignore_take_lists_and_may_be_repeated(tffix, write):
    write("main.tf", THING + "\n" + PERSON)
    assert tffix("check", "--select", "test-person", rules=None).out.count("[test-person]") == 1
    both = tffix("check", "--select", "test-person", "--select", "test-old-name,test-moves", rules=None)
    assert both.out.count("[") == 2
    assert tffix("check", "--ignore", "test-person,test-old-name").code == 0
    assert tffix("check", "--ignore", "test-person", "--ignore", "test-old-name").code == 0


def test_quiet_prints_nothing_but_exits_the_same(tffix, write):
    write("main.tf", THING)
    for command, code in (("check", 1), ("diff", 1), ("apply", 0)):
        ran = tffix(command, "--quiet")
        assert (ran.code, ran.out, ran.err) == (code, "", "")


def test_a_suppression_comment_is_heeded(tffix, write):
    write("main.tf", THING.replace("  old", "  # tffix: ignore[test-old-name] it is fine\n  old"))
    assert tffix("check").code == 0


def test_a_defect_of_a_rule_is_told_and_nothing_of_it_kept(tffix, write):
    path = write("main.tf", 'resource "example_thing" "x" {\n  explode = 1\n  old     = 1\n}\n')
    ran = tffix("apply")
    assert ran.code == 2
    failure = "a fix failed and was rolled back: IndexError: list index out of range"
    assert ran.err == f".: defect of the rule test-raises: {failure}\n"
    assert "not fixed: its fix failed" in ran.out
    assert path.read_text() == 'resource "example_thing" "x" {\n  explode = 1\n  new     = 1\n}\n'


def test_debug_shows_where_an_error_comes_from(process, write):
    write("main.tf", 'resource "example_thing" "x" {\n  explode = 1\n}\n')
    assert "Traceback" in process("apply", "--debug").err
    assert "Traceback" in process("apply", TFFIX_DEBUG="1").err


def test_crlf_bom_and_tabs_survive(tffix, write):
    source = b'\xef\xbb\xbfresource "example_thing" "a" {\r\n\tx =  1\r\n\r\n\told = "\xc3\xa9"\r\n}\r\n'
    path = write("main.tf", source)
    assert tffix("apply").code == 0
    assert path.read_bytes() == source.replace(b"old", b"new")


def test_fixes_that_replace_what_is_deployed_are_held_back(tffix, write):
    path = write("main.tf", 'resource "example_thing" "a" {\n  name = "bad"\n}\n')
    state = {
        "version": 4,
        "resources": [{"mode": "managed", "type": "example_thing", "name": "a", "instances": []}],
    }
    elsewhere = write("states/prod.json", json.dumps(state))
    ran = tffix("check", "--state", str(elsewhere))
    assert (
        "1 fix is held back (tier deployed): example_thing.a is deployed. Use --allow-replace to make it."
        in ran.out
    )
    plan = {"format_version": "1.2", "prior_state": {"values": {"root_module": {"resources": [
        {"mode": "managed", "address": "example_thing.a"}]}}}}  # fmt: skip
    assert tffix("diff", "--plan", str(write("plan.json", json.dumps(plan)))).code == 1
    write("terraform.tfstate", json.dumps(state))
    assert tffix("apply").code == 1
    assert '"bad"' in path.read_text()
    assert tffix("apply", "--allow-replace").code == 0
    assert '"good"' in path.read_text()


def test_local_modules_are_tied_whatever_the_path_is_called(tffix, write):
    write("main.tf", 'module "child" {\n  source = "./child"\n}\n')
    write("child/main.tf", 'resource "example_thing" "a" {\n  name = "bad"\n}\n')
    resource = {"module": "module.child", "mode": "managed", "type": "example_thing", "name": "a"}
    write("terraform.tfstate", json.dumps({"version": 4, "resources": [resource]}))
    for path in (".", "./"):
        assert (
            "held back (tier deployed): module.child.example_thing.a is deployed." in tffix("check", path).out
        )


def test_git_ignored_and_excluded_files_are_left_alone(tffix, write, tmp_path):
    (tmp_path / ".git").mkdir()
    write(".gitignore", "generated/\n")
    write("generated/main.tf", THING)
    write(".terraform/modules/x/main.tf", THING)
    write("examples/main.tf", THING)
    write("tffix.toml", 'exclude = ["examples/"]\n')
    write("main.tf", THING)
    ran = tffix("check")
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["main.tf"]


def test_the_installed_command(process, write):
    path = write("main.tf", THING + "\n" + PERSON)
    assert process("check").code == 1
    assert "+  new = 1\n" in process("diff").out
    assert process("apply").code == 1
    assert path.read_text() == FIXED + "\n" + PERSON
    assert process("apply", "-", stdin=THING).out == FIXED
    assert process("check", "nowhere").err == "tffix: nowhere: no such file or directory\n"
    assert process("--version").out == f"tffix {version}\n"


def test_help_and_version(tffix):
    assert tffix("--version").out == f"tffix {version}\n"
    top = tffix("--help")
    for command in ("check", "diff", "apply", "rules", "explain", "golden"):
        assert command in top.out
        assert tffix(command, "--help", rules=None).code == 0
    assert "Exit code 1" in tffix("check", "--help", rules=None).out
    assert tffix("frobnicate").code == 2


def test_a_file_in_json_as_path(tffix, write):
    path = write("a.tf.json", '{"resource": {"example_thing": {"a": {"old": 1}}}}\n')
    ran = tffix("check", "a.tf.json")
    assert (ran.code, ran.out) == (
        1,
        "a.tf.json:1:39: 'old' is an old name [test-old-name] (fixable, safe)\n",
    )
    assert tffix("apply", "a.tf.json").code == 0
    assert path.read_text() == '{"resource": {"example_thing": {"a": {"new": 1}}}}\n'


def test_programs_that_have_nothing_to_do_with_it_do_not_count(tffix, write):
    write("main.tf", "")
    write("a.py", "import os\n")
    assert json.loads(tffix("check", "--output", "json").out)["files"] == 1
    assert tffix("check", "a.py").err.startswith("tffix: a.py: no Terraform files")
