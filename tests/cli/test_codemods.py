"""Codemods by the commands: they run if they are named, and their files are written like all others."""

from __future__ import annotations

import json

PROGRAM = "import cdktf\n\napp = cdktf.App()\n"
RULE = "cdktf-to-cdktn"


def test_a_migration_runs_only_if_it_is_named(tffix, write):
    write("main.py", PROGRAM)
    for arguments in ((), ("--profile", "all")):
        assert RULE not in tffix("check", *arguments, rules=None).out
    assert tffix("check", rules=RULE).out.count(f"[{RULE}]") == 1
    assert tffix("check", "--profile", "migration", rules=None).code == 2


def test_it_is_told_shown_and_made(tffix, write, tmp_path):
    write("infra/main.py", PROGRAM)
    write("infra/requirements.txt", "cdktf~=0.21.0\n")
    write("infra/README.md", "Run `cdktf deploy`.\n")
    assert tffix("check", rules=RULE).code == 1
    shown = tffix("diff", rules=RULE)
    assert shown.code == 1
    assert "+++ b/infra/requirements.txt" in shown.out
    done = tffix("apply", "--output", "json", rules=RULE)
    assert done.code == 1  # the line of the README is left
    assert (tmp_path / "infra/main.py").read_text() == PROGRAM.replace("cdktf", "cdktn")
    assert (tmp_path / "infra/requirements.txt").read_text() == "cdktn~=0.22.0\n"
    assert [one["path"] for one in json.loads(done.out)["findings"]] == ["infra/README.md"]
    assert tffix("diff", rules=RULE).code == 0


def test_it_runs_beside_other_rules(tffix, write, tmp_path):
    write("main.tf", 'resource "thing" "a" {\n  old_name = 1\n}\n')
    write("main.py", PROGRAM)
    tffix("apply", rules=f"test-old-name,{RULE}")
    assert (tmp_path / "main.py").read_text() == PROGRAM.replace("cdktf", "cdktn")


def test_a_program_that_has_nothing_to_do_with_it_is_left_alone(tffix, write):
    write("main.py", "import my_cdktf_helper\n")
    ran = tffix("check", rules=RULE)
    assert (ran.code, ran.out.count(RULE)) == (0, 0)


def test_it_is_explained(tffix):
    assert "CDK Terrain" in tffix("explain", RULE).out
