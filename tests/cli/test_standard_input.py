"""A text on standard input instead of files."""

import json

THING = 'resource "example_thing" "a" {\n  old = 1\n}\n'
FIXED = THING.replace("old", "new")
PERSON = 'resource "example_thing" "p" {\n  todo = 1\n}\n'


def test_apply_prints_the_repaired_text(tffix):
    ran = tffix("apply", "-", stdin=THING)
    assert (ran.code, ran.out, ran.err) == (0, FIXED, "")


def test_apply_prints_a_text_without_findings_as_it_is(tffix):
    odd = "\ufeffa   =1\r\n"
    ran = tffix("apply", "-", stdin=odd)
    assert (ran.code, ran.out) == (0, odd)


def test_what_is_left_is_told_on_standard_error(tffix):
    ran = tffix("apply", "-", stdin=THING + PERSON)
    assert ran.code == 1
    assert ran.out == FIXED + PERSON
    assert ran.err.startswith("stdin.tf:5:3: there is something to do [test-person]\n")


def test_check_and_diff(tffix):
    ran = tffix("check", "-", stdin=THING)
    assert (ran.code, ran.out) == (1, "stdin.tf:2:3: 'old' is an old name [test-old-name] (fixable, safe)\n")
    ran = tffix("diff", "-", "--stdin-filename", "x/main.tf", stdin=THING)
    assert ran.code == 1
    assert ran.out.startswith("--- a/x/main.tf\n+++ b/x/main.tf\n")


def test_a_syntax_error_prints_no_text(tffix):
    ran = tffix("apply", "-", stdin="resource {{\n")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("stdin.tf:1:")


def test_a_fix_that_needs_another_file_is_not_made(tffix):
    source = 'resource "example_moved" "m" {\n}\n'
    ran = tffix("apply", "-", stdin=source)
    assert (ran.code, ran.out) == (1, source)
    assert "not fixed: moved.tf: not on standard input" in ran.err


def test_the_module_that_the_name_is_of_is_evidence_and_left_alone(tffix, write):
    write("tffix.toml", '[rules.test-old-name]\nbecomes = "newer"\n')
    other = write("m/other.tf", THING)
    mine = write("m/main.tf", "# on disk\n")
    ran = tffix("apply", "-", "--stdin-filename", "m/main.tf", stdin=PERSON.replace("todo", "old"))
    assert ran.out == PERSON.replace("todo", "newer")
    assert (other.read_text(), mine.read_text()) == (THING, "# on disk\n")
    assert "other.tf" not in ran.err


def test_json(tffix):
    document = json.loads(tffix("apply", "-", "--output", "json", stdin=THING).out)
    assert [change["path"] for change in document["changes"]] == ["stdin.tf"]


def test_a_text_in_json(tffix):
    text = '{"resource": {"example_thing": {"a": {"old": 1}}}}'
    ran = tffix("apply", "-", "--stdin-filename", "x.tf.json", stdin=text)
    assert (ran.code, ran.out, ran.err) == (0, text.replace("old", "new"), "")
    ran = tffix("check", "-", "--stdin-filename", "x.tf.json", stdin="{,}")
    assert (ran.code, ran.out) == (2, "")
    assert "x.tf.json:1:2: a property name in double quotes expected" in ran.err


def test_a_program_that_makes_nothing(tffix):
    ran = tffix("apply", "-", "--stdin-filename", "x.py", stdin="import os\n")
    assert (ran.code, ran.out) == (0, "import os\n")
