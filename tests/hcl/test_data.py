"""Policy documents and other data in expressions read as data, with the nodes to edit."""

from __future__ import annotations

from typing import Any

import pytest

from tffix import Attribute, parse
from tffix.hcl.data import DataArray, DataObject, elements, read, source_of
from tffix.hcl.nodes import Expression, Template, Traversal
from tffix.hcl.parser import parse_expression

JSONENCODE = """\
jsonencode({
  Version = "2012-10-17"
  Statement = [{
    Effect   = "Allow" # all of it
    Action   = "s3:*"
    Resource = [aws_s3_bucket.logs.arn, "${aws_s3_bucket.logs.arn}/*"]
  }]
})"""

HEREDOC = """\
<<-EOF
  {
    "Version": "2012-10-17",
    "Statement": [
      {
        "Effect": "Allow",
        "Action": "s3:*",
        "Resource": ["${aws_s3_bucket.logs.arn}", "${aws_s3_bucket.logs.arn}/*"]
      }
    ]
  }
  EOF"""

QUOTED = (
    r'"{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:*\", '
    r'\"Resource\": [\"${aws_s3_bucket.logs.arn}\", \"${aws_s3_bucket.logs.arn}/*\"]}]}"'
)
FORMS = [JSONENCODE, HEREDOC, QUOTED]


def attribute(source: str) -> Attribute:
    return next(parse(f"policy = {source}\n".encode()).body.attributes)


def plain(data: Any) -> Any:
    """Data with the texts of expressions in their place."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    return f"<{data.text}>" if isinstance(data, Expression) else data


@pytest.mark.parametrize("source", FORMS)
def test_a_policy_document(source: str) -> None:
    document = read(attribute(source).expression)
    assert isinstance(document, DataObject) and document.complete
    (statement,) = document["Statement"]
    assert (document["Version"], statement["Effect"], statement["Action"]) == ("2012-10-17", "Allow", "s3:*")
    arn, objects = statement["Resource"]
    assert isinstance(arn, Traversal) and arn.text == "aws_s3_bucket.logs.arn"
    assert isinstance(objects, Template) and objects.literal is None
    assert objects.text.strip('"') == "${aws_s3_bucket.logs.arn}/*"


@pytest.mark.parametrize("source", FORMS)
def test_an_action_is_replaced(source: str) -> None:
    policy = attribute(source)
    node = read(policy.expression)["Statement"][0].nodes["Action"]
    policy.replace({node: source_of(node, ["s3:GetObject", "s3:PutObject"])})
    assert policy.source == source.replace("s3:*", "X", 1).replace(
        node.text.replace("s3:*", "X"), source_of(node, ["s3:GetObject", "s3:PutObject"])
    )
    again = read(policy.expression)
    assert again["Statement"][0]["Action"] == ["s3:GetObject", "s3:PutObject"]
    assert again["Statement"][0]["Effect"] == "Allow"


@pytest.mark.parametrize("source", FORMS)
def test_a_statement_is_replaced_by_parts_of_itself(source: str) -> None:
    policy = attribute(source)
    statements = read(policy.expression)["Statement"]
    old = statements[0]
    new = {
        "Sid": 'a "b" ${c}',
        "Effect": old["Effect"],
        "Action": ["a"],
        "Resource": old["Resource"],
        "n": [1, None],
    }
    policy.replace({statements.nodes[0]: source_of(statements.nodes[0], new)})
    again = read(policy.expression)["Statement"][0]
    assert plain(again) == plain(new)


def test_a_heredoc_keeps_its_indentation() -> None:
    policy = attribute(HEREDOC)
    node = read(policy.expression)["Statement"][0].nodes["Resource"]
    policy.replace({node: source_of(node, [{"a": {"b": 1}}])})
    assert (
        '        "Resource": [{\n          "a": {\n            "b": 1\n          }\n        }]\n'
        in policy.source
    )


def test_one_or_many() -> None:
    document = read(parse_expression('{ a = "x", b = ["x", "y"], c = var.z }'))
    assert elements(document["a"]) == ["x"]
    assert elements(document["b"]) == ["x", "y"]
    assert [node.text for node in elements(document["c"])] == ["var.z"]


DATA: dict[str, Any] = {
    "{}": {},
    "[]": [],
    "[1, 2.5, true, null]": [1, 2.5, True, None],
    '{ a = { "b c" = [(1)] } }': {"a": {"b c": [1]}},
    '"text"': "text",
    "var.a": "<var.a>",
    '"${var.a}"': "<var.a>",
    '"a-${var.a}"': '<"a-${var.a}">',
    "f({ a = 1 })": "<f({ a = 1 })>",
    "[for a in b : a]": "<[for a in b : a]>",
    "[-1]": ["<-1>"],
    'jsonencode("a")': "a",
    '"{"': "{",
    '"{} {}"': "{} {}",
    "<<E\n[1 2]\nE": "[1 2]\n",
    "<<E\n{\"a\": 1,}\nE": '{"a": 1,}\n',
    "<<E\n%{ if a }{}%{ endif }\nE": "<<<E\n%{ if a }{}%{ endif }\nE>",
    "<<E\n{\"a\": ${~ b}}\nE": "<<<E\n{\"a\": ${~ b}}\nE>",
    "<<E\n{\"${a}\": 1}\nE": "<<<E\n{\"${a}\": 1}\nE>",
    "<<E\n${a}\nE": "<<<E\n${a}\nE>",
    "<<E\n[${a}, \"$${b}\", \"%%{c}\", -1.5e3, \"\\u00e9\\n\\\"\"]\nE": [
        "<a>", "${b}", "%{c}", -1500.0, 'é\n"',
    ],
    "<<E\n[\"x${a}y${b}\", \"${a}${b}\"]\nE": ["<x${a}y${b}>", "<${a}${b}>"],
    "<<E\n" + "[" * 500 + "]" * 500 + "\nE": "[" * 500 + "]" * 500 + "\n",
}  # fmt: skip


@pytest.mark.parametrize("source", DATA)
def test_data(source: str) -> None:
    assert plain(read(parse_expression(source))) == DATA[source]


def test_keys_that_are_not_static_are_told() -> None:
    document = read(parse_expression('{ a = 1, (var.b) = 2, "c${d}" = 3 }'))
    assert document == {"a": 1} and not document.complete


def test_nodes_stand_where_their_values_do() -> None:
    source = '<<E\n{"a": ["x", 1, {"b": "${c}-d"}]}\nE'
    array = read(parse_expression(source))["a"]
    assert isinstance(array, DataArray)
    assert array.node.text == '["x", 1, {"b": "${c}-d"}]'
    assert [node.text for node in array.nodes] == ['"x"', "1", '{"b": "${c}-d"}']
    assert array[2].nodes["b"].text == '"${c}-d"'
