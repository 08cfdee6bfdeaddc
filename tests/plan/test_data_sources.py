"""Data sources whose answer follows from what they are asked."""

from __future__ import annotations

import json
from typing import Any

from tffix.plan.data_sources import ANSWERS, policy_document
from tffix.plan.setting import Setting
from tffix.validate.wire import UNKNOWN

LONDON, CHINA = Setting("eu-west-2"), Setting("cn-north-1")


def document(**config: Any) -> Any:
    return json.loads(policy_document(config, LONDON)["json"])


def test_a_policy_document_is_rendered_as_the_provider_does_it() -> None:
    statement = {
        "sid": "Read",
        "actions": ["s3:GetObject", "s3:ListBucket"],
        "resources": ["*"],
        "principals": [{"type": "AWS", "identifiers": ["a"]}, {"type": "AWS", "identifiers": ["b"]}],
        "condition": [{"test": "StringEquals", "variable": "aws:x", "values": ["v"]}],
    }
    everybody = {
        "effect": "Deny",
        "not_actions": ["a:*"],
        "principals": [{"type": "*", "identifiers": ["*"]}],
    }
    assert document(statement=[statement, everybody]) == {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "Read",
                "Effect": "Allow",
                "Action": ["s3:ListBucket", "s3:GetObject"],
                "Resource": "*",
                "Principal": {"AWS": ["b", "a"]},
                "Condition": {"StringEquals": {"aws:x": "v"}},
            },
            {"Effect": "Deny", "NotAction": "a:*", "Principal": "*"},
        ],
    }


def test_other_documents_are_merged_and_overridden_by_their_sids() -> None:
    def given(sid: str, effect: str) -> str:
        return json.dumps({"Statement": {"Sid": sid, "Effect": effect}})

    found = document(
        source_policy_documents=[given("a", "Allow"), given("b", "Allow")],
        statement=[{"sid": "a", "effect": "Deny"}],
        override_policy_documents=[given("b", "Deny")],
    )
    assert [(one["Sid"], one["Effect"]) for one in found["Statement"]] == [("a", "Deny"), ("b", "Deny")]


def test_a_document_of_something_unknown_is_unknown() -> None:
    found = policy_document({"statement": [{"resources": [UNKNOWN]}]}, LONDON)
    assert found["json"] is UNKNOWN


def test_zones_are_those_of_the_region_and_of_the_filters() -> None:
    zones = ANSWERS["aws_availability_zones"]
    assert zones({}, LONDON)["names"] == ["eu-west-2a", "eu-west-2b", "eu-west-2c"]
    wanted = {"filter": [{"name": "zone-name", "values": ["us-east-2b", "us-east-2a"]}]}
    assert zones(wanted, LONDON)["names"] == ["us-east-2a", "us-east-2b"]
    assert zones({"exclude_names": ["eu-west-2a"]}, LONDON)["names"] == ["eu-west-2b", "eu-west-2c"]


def test_partitions_have_their_names() -> None:
    found = ANSWERS["aws_partition"]({}, CHINA)
    assert (found["partition"], found["dns_suffix"]) == ("aws-cn", "amazonaws.com.cn")
    assert ANSWERS["aws_caller_identity"]({}, CHINA)["arn"].startswith("arn:aws-cn:iam::")


def test_a_template_is_rendered() -> None:
    found = ANSWERS["template_file"]({"template": "a ${b} $${c} ${d}", "vars": {"b": "1"}}, LONDON)
    assert found["rendered"] == "a 1 ${c} ${d}"
