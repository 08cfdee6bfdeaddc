"""Comments for other tools: which of them are heeded, and that they stay in their blocks."""

import json
from datetime import date
from importlib import resources

import pytest

from tffix.rules.registry import transforms

from .helpers import look, renames

FINDS = 'variable "b" {\n  one = 1\n}\n'
RESOURCE = 'resource "a" "b" {\n  one = 1\n}\n'
UNUSED, ENCRYPTED = "terraform-declaration-unused", "aws-storage-not-encrypted"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (UNUSED, "# tflint-ignore: terraform_unused_declarations\n" + RESOURCE),
        (UNUSED, "// tflint-ignore: other, terraform_unused_declarations // why\n" + RESOURCE),
        (UNUSED, "# tflint-ignore: all\n" + RESOURCE),
        (UNUSED, RESOURCE.replace("= 1", "= 1 # tflint-ignore: terraform_unused_declarations")),
        (UNUSED, "# tflint-ignore-file: terraform_unused_declarations\n\nlocals {\n}\n\n" + RESOURCE),
        (ENCRYPTED, RESOURCE.replace("  one", "  #checkov:skip=CKV_AWS_16:it is a copy\n\n  one")),
        (ENCRYPTED, RESOURCE.replace("  one", "  # checkov:skip=CKV_AWS_1,CKV_AWS_16\n  one")),
        (ENCRYPTED, "#tfsec:ignore:aws-rds-encrypt-instance-storage-data\n" + RESOURCE),
        (ENCRYPTED, RESOURCE.replace("{\n", "{ #tfsec:ignore:*\n")),
        (ENCRYPTED, "#trivy:ignore:AVD-AWS-0001 trivy:ignore:AVD-AWS-0080\n" + RESOURCE),
        (ENCRYPTED, "#trivy:ignore:aws-0080\n" + RESOURCE),
    ],
)
def test_heeded(name: str, source: str) -> None:
    assert look({"main.tf": source}, renames(name, "one", "two")).found == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("r", "# tflint-ignore: all\n" + RESOURCE),
        (UNUSED, "# tflint-ignore: terraform_typed_variables\n" + RESOURCE),
        (UNUSED, "locals {} # tflint-ignore: terraform_unused_declarations\n" + RESOURCE),
        (UNUSED, RESOURCE.replace("= 1", '= "tflint-ignore: all"')),
        (ENCRYPTED, RESOURCE.replace("  one", "  #checkov:skip=CKV_AWS_160:why\n  one")),
        (ENCRYPTED, "#checkov:skip=CKV_AWS_16:why\nlocals {}\n\n" + RESOURCE),
        (ENCRYPTED, "#tfsec:ignore:aws-s3-enable-versioning\n" + RESOURCE),
    ],
)
def test_about_something_else(name: str, source: str) -> None:
    assert len(look({"main.tf": source}, renames(name, "one", "two")).found) == 1


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        ("#tfsec:ignore:aws-rds-encrypt-instance-storage-data:exp:2030-01-31", 0),
        ("#tfsec:ignore:aws-rds-encrypt-instance-storage-data:exp:2030-01-30", 1),
        ("#trivy:ignore:AVD-AWS-0080:exp:2030-01-30", 1),
        ("#trivy:ignore:AVD-AWS-0080[name=x]:ws:dev:exp:2030-01-30", 1),
        ("#trivy:ignore:AVD-AWS-0001:exp:2020-01-01 trivy:ignore:AVD-AWS-0080", 0),
        ("#trivy:ignore:AVD-AWS-0080:exp:2030-99-99", 0),
    ],
)
def test_a_date_ends_a_comment(comment: str, found: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tffix.engine.like_rules._today", lambda: date(2030, 1, 31))
    outcome = look({"main.tf": f"{comment}\n{RESOURCE}"}, renames(ENCRYPTED, "one", "two"))
    assert len(outcome.found) == found


def test_every_like_rule_is_of_a_rule_that_exists_and_has_a_source() -> None:
    table = json.loads(resources.files("tffix.engine").joinpath("like_rules.json").read_text("utf-8"))
    assert set(table) <= set(transforms())
    for entries in table.values():
        assert entries
        for entry in entries:
            assert entry["tool"] in ("tflint", "checkov", "trivy")
            assert entry["ids"]
            assert " " in entry["source"]
