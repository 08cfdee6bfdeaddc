"""Validation of what a campaign has committed, by Terraform."""

import importlib.util
import shutil
import sqlite3

import pytest

from .conftest import git

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("grpc") is None or shutil.which("terraform") is None,
    reason="terraform or grpcio is not installed",
)

ROLE = """\
resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
"""


def test_what_is_no_worse_may_be_pushed(migrate):
    good, bad = migrate.remote("good", {"main.tf": ROLE}), migrate.remote("bad", {"main.tf": ROLE})
    migrate.campaign(
        repositories={"urls": [f"file://{good}", f"file://{bad}"]},
        change={"select": ["aws-iam-name-not-unique"]},
        limits={"allow-replace": True},
        validation={"enabled": True},
    )
    assert migrate("plan").code == 1
    assert migrate("apply").code == 0
    # As if a hook had spoilt what was written: the commit has an argument that there is not.
    clone = next((migrate.folder.parent / "cache").glob("tffix/migrate/*/bad-*/clone"))
    work = migrate.folder / "spoilt"
    git(migrate.folder, "clone", "--quiet", "--branch", "tffix/test", str(clone), str(work))
    spoilt = migrate.commit(work, {"main.tf": ROLE.replace("name ", "nam3 ")})
    git(work, "push", "--quiet", "origin", "HEAD:tffix/test")
    with sqlite3.connect(migrate.folder / "test.journal") as journal:
        journal.execute(
            "UPDATE made SET id = ? WHERE repository = (SELECT id FROM repository WHERE name = 'bad')",
            (spoilt,),
        )
    ran = migrate("validate")
    assert ran.code == 2
    assert "bad: validate failed: validates worse than before: Unsupported argument" in ran.err
    assert "not pushed, as 'tffix migrate validate' has not found them sound: bad" in migrate("push").err
    assert (migrate.branch(good) is None, migrate.branch(bad)) == (False, None)
    assert {one["name"]: one["state"] for one in migrate.report().values()} == {
        "good": "pushed",
        "bad": "failed",
    }


def test_a_module_that_was_invalid_may_have_other_errors(migrate):
    migrate.repository(
        "repos/old", {"main.tf": ROLE + 'variable "a" {\n  type = "list"\n}\n' + "output x {\n}\n"}
    )
    migrate.campaign(change={"select": ["terraform-type-quoted"]})
    assert [migrate(phase).code for phase in ("plan", "apply", "validate")] == [1, 0, 0]
    assert migrate.report()["old"]["state"] == "validated"


def test_what_does_what_it_announces_is_proved(migrate):
    migrate.repository("repos/app", {"main.tf": ROLE})
    migrate.campaign(
        change={"select": ["aws-iam-name-not-unique"], "prove": True}, limits={"allow-replace": True}
    )
    assert [migrate(phase).code for phase in ("plan", "apply", "validate")] == [1, 0, 0]
    report = migrate.report()["app"]
    assert report["state"] == "validated"
    assert [one["module"] for one in report["plans"]] == ["."]
    assert "1 to replace (aws_iam_role.app: name)" in report["plans"][0]["summary"]
    text = (migrate.folder / "test.report" / "repositories" / "app.md").read_text("utf-8")
    assert "### The plan of each module" in text
    assert "1 to replace (aws\\_iam\\_role.app: name)" in text


def test_what_cannot_be_planned_is_not_proved_and_not_pushed(migrate):
    migrate.repository("repos/app", {"main.tf": ROLE + 'output "o" {\n  value = var.none\n}\n'})
    migrate.campaign(
        change={"select": ["aws-iam-name-not-unique"], "prove": True}, limits={"allow-replace": True}
    )
    assert [migrate(phase).code for phase in ("plan", "apply", "validate")] == [1, 0, 2]
    assert "not pushed, as 'tffix migrate validate' has not found them sound: app" in migrate("push").err
    (plan,) = migrate.report()["app"]["plans"]
    assert plan["not_proved"].startswith("before the change: main.tf:")
