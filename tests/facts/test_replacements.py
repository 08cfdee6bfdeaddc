"""Which changes replace a resource."""

from __future__ import annotations

import pytest

from tffix.facts import schemas
from tffix.facts.replacements import _table, replaces


@pytest.mark.parametrize(
    ("type_name", "path", "expected"),
    [
        ("aws_iam_role", "name", True),
        ("aws_iam_role", "name_prefix", True),
        ("aws_iam_role", "description", False),
        ("aws_iam_role", "tags", False),
        ("aws_iam_role", "managed_policy_arns", None),
        ("aws_iam_policy", "name", True),
        ("aws_iam_role_policy", "policy", None),
        ("aws_s3_bucket", "bucket", True),
        ("aws_security_group", "description", True),
        ("aws_vpc", "cidr_block", True),
        ("aws_db_instance", "identifier", False),
        ("aws_db_instance", "storage_encrypted", True),
        ("aws_lambda_function", "environment.variables", False),
        ("random_id", "keepers", True),
        ("acme_thing", "name", None),
    ],
)
def test_what_is_known(type_name: str, path: str, expected: bool | None) -> None:
    assert replaces(type_name, path) is expected


def test_every_type_and_argument_of_aws_exists() -> None:
    newest = schemas.versions("hashicorp/aws")[0]
    unknown = []
    for type_name, arguments in _table().items():
        if not type_name.startswith("aws_"):
            continue
        block = schemas.schema("hashicorp/aws", newest, "resource", type_name)
        first = {path.split(".")[0] for path in arguments}
        unknown += sorted(first - set(block.attributes) - set(block.blocks) if block else {type_name})
    assert unknown == []
