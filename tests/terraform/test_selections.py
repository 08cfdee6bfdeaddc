"""What expressions select of a resource or module call, and where it is not known."""

from __future__ import annotations

import pytest

from tffix import selections

from .modules import module

QUEUES = 'resource "aws_sqs_queue" "q" {\n  for_each = toset(["a"])\n  name = each.key\n}\n'

FOLLOWED = {
    "plain": 'local.z == aws_sqs_queue.q["a"].name',
    "splat": "aws_sqs_queue.q[*].name",
    "old splat": "aws_sqs_queue.q.*.name",
    "for": "[for q in aws_sqs_queue.q : q.name]",
    "for with key": "{ for k, q in aws_sqs_queue.q : k => q.name }",
    "for, condition and key": "{ for k, q in aws_sqs_queue.q : q.name => k if q.name != null }",
    "values": "values(aws_sqs_queue.q)[*].name",
    "one": "one(values(aws_sqs_queue.q)).name",
    "for in for": "[for q in [for p in aws_sqs_queue.q : p] : q.name]",
    "conditional": "(true ? aws_sqs_queue.q : {})[*].name",
    "try": 'try(aws_sqs_queue.q["a"], null).name',
    "try inside": 'try(aws_sqs_queue.q["a"].name, null)',
    "bracketed": 'aws_sqs_queue.q["a"]["name"]',
    "template": '"${join(",", values(aws_sqs_queue.q)[*].name)}"',
    "directive": '"%{ for q in aws_sqs_queue.q }${q.name}%{ endfor }"',
    "heredoc": '<<-EOT\n    ${aws_sqs_queue.q["a"].name}\n  EOT',
    "key": 'aws_sqs_queue.q[aws_sqs_queue.q["b"].name].arn',
}


@pytest.mark.parametrize("source", FOLLOWED.values(), ids=list(FOLLOWED))
def test_a_selection_is_found_and_renamed(source: str) -> None:
    m = module(main=QUEUES + f"locals {{\n  x = {source}\n}}\n")
    found = selections("aws_sqs_queue.q", m)
    assert not found.whole
    assert "name" in {one.name for one in found.found}
    found.rename({"name": "title"})
    wanted = source.replace(".name", ".title").replace('["name"]', '["title"]')
    assert m.locals["x"].source == wanted


UNKNOWN = {
    "output": "aws_sqs_queue.q",
    "function": "jsonencode(aws_sqs_queue.q)",
    "by a variable": 'aws_sqs_queue.q["a"][var.x]',
    "mixed": "concat(values(aws_sqs_queue.q), values(aws_sqs_queue.r))[*].name",
    "object": "{ q = aws_sqs_queue.q }",
    "attributes": 'keys(aws_sqs_queue.q["a"])',
    "for over one": '[for k, v in aws_sqs_queue.q["a"] : v]',
    "template": '"${aws_sqs_queue.q}"',
}


@pytest.mark.parametrize("source", UNKNOWN.values(), ids=list(UNKNOWN))
def test_what_is_not_followed_is_said(source: str) -> None:
    m = module(main=QUEUES + f'output "x" {{\n  value = {source}\n}}\n')
    assert [one.name for one in selections("aws_sqs_queue.q", m).whole] == ["value"]


HARMLESS = (
    "length(aws_sqs_queue.q)",
    "keys(aws_sqs_queue.q)",
    "aws_sqs_queue.q != null",
    "can(aws_sqs_queue.q)",
)


@pytest.mark.parametrize("source", HARMLESS)
def test_what_selects_nothing(source: str) -> None:
    found = selections("aws_sqs_queue.q", module(main=QUEUES + f'output "x" {{\n  value = {source}\n}}\n'))
    assert not found.found
    assert not found.whole


def test_each_value_dynamic_blocks_and_local_values() -> None:
    m = module(
        main=QUEUES
        + """
locals {
  queues = aws_sqs_queue.q
  names  = [for q in local.queues : q.name]
}

resource "aws_sqs_queue_policy" "p" {
  for_each   = aws_sqs_queue.q
  queue_url  = each.value.name
  depends_on = [aws_sqs_queue.q]
}

resource "aws_iam_policy" "p" {
  dynamic "statement" {
    for_each = local.queues
    content {
      sid = statement.value.name
    }
  }

  dynamic "other" {
    for_each = aws_sqs_queue.q
    iterator = each_queue
    content {
      sid  = each_queue.value["name"]
      name = other.value.name
    }
  }
}

resource "aws_other" "o" {
  for_each = { a = { name = 1 } }
  name     = each.value.name
}
"""
    )
    found = selections("aws_sqs_queue.q", m)
    assert not found.whole
    found.rename({"name": "title"})
    text = m.files["main.tf"].text
    for line in ("q.title]", "each.value.title\n  dep", "statement.value.title", 'each_queue.value["title"]'):
        assert line in text
    for line in ("= other.value.name", "= each.value.name\n}"):
        assert line in text, "of something else"


def test_names_that_are_bound_again() -> None:
    m = module(main=QUEUES + "locals {\n  x = [for q in aws_sqs_queue.q : [for q in var.x : q.name]]\n}\n")
    assert not selections("aws_sqs_queue.q", m).found


def test_a_resource_without_count() -> None:
    m = module(
        main='resource "aws_sqs_queue" "q" {\n}\nlocals {\n  a = aws_sqs_queue.q["name"]\n'
        "  b = aws_sqs_queue.q[*].name\n  c = one(aws_sqs_queue.q[*]).name\n}\n"
    )
    found = selections("aws_sqs_queue.q", m)
    assert [one.name for one in found.found] == ["name", "name", "name"]
    assert not found.whole


def test_replace_triggered_by_selects() -> None:
    m = module(
        main=QUEUES + 'resource "a_b" "c" {\n  lifecycle {\n    replace_triggered_by = '
        '[aws_sqs_queue.q["a"].name, aws_sqs_queue.q]\n  }\n}\n'
    )
    found = selections("aws_sqs_queue.q", m)
    assert [one.name for one in found.found] == ["name"]
    assert not found.whole
