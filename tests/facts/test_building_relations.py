"""How tools/build_relations.py makes relations of schemas, and ties them to arguments."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import relation_formulas  # noqa: E402
import relation_links  # noqa: E402
import relation_schemas  # noqa: E402
import relation_sources  # noqa: E402
import relation_ties  # noqa: E402

FIFO = {
    "if": {"properties": {"Fifo": {"enum": [True, "true"]}}, "required": ["Fifo"]},
    "then": {"if": {"required": ["Name"]}, "then": {"properties": {"Name": {"pattern": r"^.*\.fifo$"}}}},
}


def told(schema: Any) -> list[tuple[list[Any], Any]]:
    found = relation_formulas.relations(relation_schemas.formula(schema))
    return [(list(one.when), one.need) for one in found]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (FIFO, [([["in", "Fifo", ["true"]]], ["like", "Name", r"^.*\.fifo$"])]),
        ({"dependentRequired": {"A": ["B"]}}, [([["set", "A"]], ["set", "B"])]),
        ({"dependencies": {"A": ["B"]}}, [([["set", "A"]], ["set", "B"])]),
        ({"dependentExcluded": {"A": ["B"]}}, [([["set", "A"]], ["unset", "B"])]),
        ({"requiredOr": ["A", "B"]}, [([], ["any", ["set", "A"], ["set", "B"]])]),
        (
            {"requiredXor": ["A", "B"]},
            [([], ["any", ["set", "A"], ["set", "B"]]), ([["set", "A"]], ["unset", "B"])],
        ),
        (
            {"oneOf": [{"required": ["A"]}, {"required": ["B"]}]},
            [([], ["any", ["set", "A"], ["set", "B"]]), ([["set", "A"]], ["unset", "B"])],
        ),
        (
            {"if": {"properties": {"A": {"const": "x"}}}, "then": {"required": ["B"]}},
            [([["any", ["unset", "A"], ["in", "A", ["x"]]]], ["set", "B"])],
        ),
        (
            {
                "if": {"properties": {"A": {"const": "x"}}, "required": ["A"]},
                "then": {"properties": {"B": False}},
                "else": {"properties": {"B": {"minimum": 2}}},
            },
            [
                ([["in", "A", ["x"]]], ["unset", "B"]),
                ([["any", ["out", "A", ["x"]], ["unset", "A"]]], ["least", "B", 2]),
            ],
        ),
        (
            {"if": {"required": ["A"]}, "then": {"not": {"required": ["B"]}}},
            [([["set", "A"]], ["unset", "B"])],
        ),
        (
            {"properties": {"A": {"minimum": {"$data": "/B"}}, "C": {"const": {"$data": "/D"}}}},
            [([], ["least_of", "A", "B"]), ([], ["same", "C", "D"])],
        ),
        (
            {"properties": {"A": {"contains": {"const": "x"}}}, "required": ["A"]},
            [([], ["has", "A", ["x"]]), ([], ["set", "A"])],
        ),
        ({"properties": {"A": {"items": {"format": "ipv4"}}}}, [([], ["each_like", "A", "ipv4"])]),
        ({"properties": {"A": {"type": "string"}}, "additionalProperties": True}, []),
    ],
)
def test_a_schema_becomes_relations(schema: Any, expected: list[tuple[list[Any], Any]]) -> None:
    assert told(schema) == expected


def test_what_cannot_be_said_is_kept_apart() -> None:
    schema = {"if": {"required": ["A"]}, "then": {"properties": {"C": {"format": "arn"}}, "required": ["B"]}}
    assert told(schema) == [
        ([["set", "A"], ["set", "C"]], ["opaque", "'format'"]),
        ([["set", "A"]], ["set", "B"]),
    ]


def test_definitions_are_put_where_they_are_referred_to() -> None:
    schema = {"items": {"$ref": "#/definitions/Name"}, "definitions": {"Name": {"pattern": "x"}}}
    assert relation_schemas.resolved(schema) == {"items": {"pattern": "x"}}


def test_the_opposite_of_an_opposite_is_the_formula() -> None:
    one = ["all", ["set", "A"], ["any", ["in", "B", ["x"]], ["least", "C", 1]], ["like", "D", "x"]]
    assert relation_formulas.negated(relation_formulas.negated(one)) == one


RULE = """
class QueueProperties(CfnLintJsonSchema):
    id = "E9999"

    def __init__(self):
        super().__init__(
            keywords=["Resources/AWS::SQS::Queue/Properties/Parts/*"],
            schema_details=SchemaDetails(
                module=cfnlint.data.schemas.extensions.aws_sqs_queue, filename="properties.json"
            ),
        )
"""


def test_a_rule_says_where_its_schema_is_for() -> None:
    found = list(relation_sources.rule_schemas(RULE))
    assert found == [("E9999", [("AWS::SQS::Queue", ("Parts",))], "aws_sqs_queue/properties.json")]
    other = RULE.replace("extensions.aws_sqs_queue", "other.iam")
    assert list(relation_sources.rule_schemas(other)) == []


QUEUE = {
    "typeName": "AWS::SQS::Queue",
    "properties": {
        "QueueName": {"type": "string"},
        "FifoQueue": {"type": "boolean"},
        "DelaySeconds": {"type": "array"},
        "Elsewhere": {"type": "string"},
        "Parts": {"type": "array", "items": {"$ref": "#/definitions/Part"}},
    },
    "definitions": {
        "Part": {
            "type": "object",
            "properties": {"PartName": {"type": "string"}, "Size": {"type": "integer"}},
        }
    },
}
BLOCK = {
    "a": {
        "name": ["string", "o"],
        "fifo_queue": ["bool", "o"],
        "delay_seconds": ["number", "o"],
        "arn": ["string", "c"],
    },
    "b": {"part": ["list", 0, 0, {"a": {"part_name": ["string", "o"], "size": ["number", "oc"]}}]},
}


def links() -> Any:
    found = relation_links.Links.__new__(relation_links.Links)
    found.schemas = {"sqsqueue": QUEUE}
    found.types = {"AWS::SQS::Queue": [("aws_sqs_queue", BLOCK)]}
    found._found = {}
    return found


def test_properties_are_tied_by_name_and_kind() -> None:
    assert links().of("aws_sqs_queue", BLOCK, "AWS::SQS::Queue") == {
        "QueueName": "name",
        "FifoQueue": "fifo_queue",
        # not DelaySeconds, which is of another kind there
        "Parts": "part",
        "Parts.PartName": "part.part_name",
        "Parts.Size": "part.size",
    }


def tied(schema: Any, at: tuple[str, ...] = (), home: str = "AWS::SQS::Queue") -> tuple[Any, dict[str, int]]:
    formula = relation_schemas.formula(schema, ".".join(at))
    found = [relation_sources.Found(home, at, one, "E1") for one in relation_formulas.relations(formula)]
    table, lost = relation_ties.tied(found, links())
    return table.get("aws_sqs_queue"), dict(lost)


def test_a_relation_is_tied_where_everything_that_decides_it_is() -> None:
    schema = {"dependentExcluded": {"FifoQueue": ["QueueName"]}}
    record = {"at": "", "when": [["set", "fifo_queue"]], "need": ["unset", "name"], "by": "E1"}
    assert tied(schema) == ([record], {})
    assert tied({"dependentRequired": {"Elsewhere": ["QueueName"]}})[0] is None
    assert tied(schema, home="AWS::SNS::Topic") == (
        None,
        {"Terraform has no such resource, or none that is certain": 1},
    )


def test_an_alternative_among_conditions_that_is_not_tied_is_left_out() -> None:
    schema = {
        "if": {"anyOf": [{"required": ["Elsewhere"]}, {"required": ["FifoQueue"]}]},
        "then": {"required": ["QueueName"]},
    }
    record = {"at": "", "when": [["set", "fifo_queue"]], "need": ["set", "name"], "by": "E1"}
    assert tied(schema) == ([record], {})


def test_an_alternative_of_what_is_needed_that_is_not_tied_is_decisive() -> None:
    schema = {"if": {"required": ["FifoQueue"]}, "then": {"requiredOr": ["Elsewhere", "QueueName"]}}
    assert tied(schema)[0] is None


def test_a_relation_of_a_nested_object_is_one_of_nested_blocks() -> None:
    record = {"at": "part", "when": [["set", "size"]], "need": ["set", "part_name"], "by": "E1"}
    assert tied({"dependentRequired": {"Size": ["PartName"]}}, ("Parts",)) == ([record], {})


def test_what_the_provider_may_compute_is_not_asked_for() -> None:
    table, lost = tied({"dependentRequired": {"PartName": ["Size"]}}, ("Parts",))
    assert (table, lost) == (None, {"the provider may compute what is missing": 1})
