"""Literal values that AWS does not take."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Transform, blocks, nodes, quote, schemas

from ._spelling import evident_value
from ._types import bare
from ._values import allowed, form

_FEW, _MANY = 6, 24
"""Numbers of values up to which they are listed beside the nearest, and at all."""


class SchemaInvalidValue(Transform):
    """A literal value is none of those that AWS takes for the argument.

    What:
        Looks, at any depth of AWS resources, for literals that are not in the list of values that AWS's API
        has for the argument, and for names that are too long or have characters that AWS refuses. A value
        that differs by case or separators, or by a slip of the keyboard, is corrected.

    Why:
        The provider or AWS refuses it, many only when the resource is made: "expected billing_mode to be one
        of", "Member must satisfy enum value set".

    Example:
        resource "aws_dynamodb_table" "orders" {
          name         = "orders"
          billing_mode = "pay_per_request"
          hash_key     = "id"

          attribute {
            name = "id"
            type = "S"
          }
        }

    Becomes:
        resource "aws_dynamodb_table" "orders" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"

          attribute {
            name = "id"
            type = "S"
          }
        }

    Impact:
        None: with the other value the resource could not be made, or the provider took it for this one.

    Limits:
        Only literals are judged, in lists and both arms of a condition too, and only arguments that are
        certain to take from a list that tffix knows, or of a few names whose form is known. Everything but a
        slip is reported with the values that there are. A value newer than tffix's facts is reported too.

    Source:
        AWS's API models, tied to arguments in tffix's facts; the AWS provider's documentation.
    """

    name = "schema-invalid-value"
    impact = Impact.NONE
    watches = blocks("resource")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if not block.labels or not block.labels[0].startswith("aws_"):
            return
        for site in schemas.sites(block, module):
            for attribute in site.body.attributes:
                path = ".".join((*site.path, attribute.name))
                values, shape = allowed(block.labels[0], path), form(block.labels[0], path)
                if (values is None and shape is None) or site.attribute(attribute.name) is None:
                    continue
                for node, value in _literals(attribute.expression):
                    if values is not None and value not in values:
                        yield _wrong(attribute, node, value, values, f"{site.inside}.{attribute.name}")
                    elif shape is not None and not shape[0].fullmatch(value):
                        message = f"{site.inside}.{attribute.name} cannot be {quote(value)}"
                        yield Finding(attribute, message, advice=f"it takes {shape[1]}", within=node)


def _literals(node: nodes.Expression) -> Iterator[tuple[nodes.Expression, str]]:
    """The literal strings and numbers that a value is, or may be, or holds in a list."""
    node = bare(node)
    match node:
        case nodes.Template(is_heredoc=False, literal=str(value)) if value:
            yield node, value
        case nodes.Literal(value=int(number)) if not isinstance(number, bool):
            yield node, str(number)
        case nodes.Tuple():
            for item in node.items:
                yield from _literals(item)
        case nodes.Conditional():
            yield from _literals(node.yes)
            yield from _literals(node.no)


def _wrong(
    attribute: Attribute, node: nodes.Expression, value: str, values: frozenset[str], where: str
) -> Finding:
    right = evident_value(value, values)
    message = f"{where} cannot be {node.text}"
    if right is not None:
        fix = partial(_correct, attribute, value, right)
        return Finding(attribute, f"{message}; {quote(right)} is meant", fix, within=node)
    near = difflib.get_close_matches(value, values, 1)
    known = sorted(values, key=lambda one: (not one.isdigit(), int(one) if one.isdigit() else 0, one))
    told = f"did you mean {quote(near[0])}?" if near and not value.isdigit() else ""
    if not told or len(known) <= _FEW:
        told = f"{told} It takes {', '.join(known[:_MANY])}{' …' if len(known) > _MANY else ''}".strip()
    return Finding(attribute, message, advice=told, within=node)


def _correct(attribute: Attribute, value: str, right: str) -> None:
    """Corrects a value wherever the argument has it."""
    found = [node for node, one in _literals(attribute.expression) if one == value]
    attribute.replace({node: quote(right) for node in found})
