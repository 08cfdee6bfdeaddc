"""Values that AWS does not take."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Transform, blocks, nodes, quote, schemas

from ._limits import (
    Asked,
    Breach,
    breach,
    breach_of_count,
    breach_of_part,
    known_parts,
    needs_a_value,
    texts,
)
from ._rounds import rounds
from ._spelling import evident_value
from ._types import booleans
from ._values import allowed, limits

_FEW, _MANY = 6, 24
"""Numbers of values up to which they are listed beside the nearest, and at all."""


class SchemaInvalidValue(Transform):
    """An argument has a value that AWS does not accept.

    What:
        Looks, at any depth of AWS resources, for values that are not in the list of values that AWS's API
        has for the argument, for true and false where a word of such a list is wanted, and for texts that
        are too long or too short or have characters that AWS
        refuses, numbers outside the range, and lists with too many elements. A value that differs from a
        listed one by case or separators, or by a slip of the keyboard, is corrected, and so are spaces
        around a text that is right without them.

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
        Judged is what is known before Terraform runs: literals, in lists and both arms of a condition too,
        local values, what `for_each` and `dynamic` go over, and variables as callers and files of values give
        them, or by default, unless that is an empty text. Of a text that
        is known in part, that part can be too long already, or have a character that the whole may not have.
        Only arguments count whose list, length, range or pattern is
        certain: AWS's API and its CloudFormation schema must agree on it. Everything but a slip is reported
        with what the argument takes. A value newer than tffix's facts is reported too. Empty texts, 0 and
        negative numbers are never judged but against a list, nor are heredocs, policies and other documents.

    Source:
        AWS's API models, tied to arguments in tffix's facts; for the forms of descriptions, identifiers and
        names that these do not have, a table with a source for each: the API references of the services and
        the AWS provider's documentation.
    """

    name = "schema-invalid-value"
    impact = Impact.NONE
    languages = frozenset(("hcl", "json", "python"))
    watches = blocks("resource")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if not block.labels or not block.labels[0].startswith("aws_"):
            return
        for site in schemas.sites(block, module):
            for attribute in site.body.attributes:
                path = ".".join((*site.path, attribute.name))
                values, asked = allowed(block.labels[0], path), limits(block.labels[0], path)
                known = site.attribute(attribute.name) if values is not None or asked is not None else None
                if known is None:
                    continue
                where = f"{site.inside}.{attribute.name}"
                found = list(texts(attribute.expression, module, rounds(attribute, block, module)))
                if values is not None:
                    if known.type != "bool" and not {"true", "false"} & values:
                        yield from _no_words(attribute, module, values, where)
                    for node, value in found:
                        if value and value not in values:
                            yield _wrong(attribute, module, node, value, values, where)
                elif asked is not None:
                    yield from _breaches(attribute, module, found, asked, where)
                if asked is not None:
                    is_set = isinstance(known.type, list) and known.type[0] == "set"
                    yield from _miscounted(attribute, is_set, asked, where)


def _no_words(attribute: Attribute, module: Module, values: frozenset[str], where: str) -> Iterator[Finding]:
    for node in booleans(attribute.expression, module):
        message = f"{where} takes one of several words, not true or false"
        yield Finding(attribute, message, advice=_listed(values), within=node)


def _breaches(
    attribute: Attribute,
    module: Module,
    found: list[tuple[nodes.Expression, str | None]],
    asked: Asked,
    where: str,
) -> Iterator[Finding]:
    for node, value in found:
        parts = known_parts(node, module) if value is None else []
        broken = breach_of_part(parts, asked) if value is None else breach(value, asked)
        if broken is None or (value is not None and needs_a_value(node, module)):
            continue
        right = value.strip() if value is not None else ""
        if right and right != value and _is_literal(node) and breach(right, asked) is None:
            fix = partial(_correct, attribute, module, str(value), right)
            yield Finding(attribute, f"{where} {broken.message}; {quote(right)} is meant", fix, within=node)
        else:
            yield _finding(attribute, node, where, broken)


def _miscounted(attribute: Attribute, is_set: bool, asked: Asked, where: str) -> Iterator[Finding]:
    whole = nodes.inside(attribute.expression)
    broken = breach_of_count(whole, is_set, asked) if isinstance(whole, nodes.Tuple) else None
    if broken is not None:
        yield _finding(attribute, whole, where, broken)


def _finding(attribute: Attribute, node: nodes.Expression, where: str, broken: Breach) -> Finding:
    return Finding(attribute, f"{where} {broken.message}", advice=broken.advice, within=node)


def _is_literal(node: nodes.Expression) -> bool:
    return isinstance(node, nodes.Literal) or (isinstance(node, nodes.Template) and node.literal is not None)


def _wrong(
    attribute: Attribute,
    module: Module,
    node: nodes.Expression,
    value: str,
    values: frozenset[str],
    where: str,
) -> Finding:
    right = evident_value(value, values) if _is_literal(node) else None
    message = f"{where} cannot be {node.text if _is_literal(node) else quote(value)}"
    if right is not None:
        fix = partial(_correct, attribute, module, value, right)
        return Finding(attribute, f"{message}; {quote(right)} is meant", fix, within=node)
    near = difflib.get_close_matches(value, values, 1)
    told = f"did you mean {quote(near[0])}?" if near and not value.isdigit() else ""
    if not told or len(values) <= _FEW:
        told = f"{told} I{_listed(values)[1:]}" if told else _listed(values)
    return Finding(attribute, message, advice=told, within=node)


def _listed(values: frozenset[str]) -> str:
    known = sorted(values, key=lambda one: (not one.isdigit(), int(one) if one.isdigit() else 0, one))
    return f"it takes {', '.join(known[:_MANY])}{' …' if len(known) > _MANY else ''}"


def _correct(attribute: Attribute, module: Module, value: str, right: str) -> None:
    """Corrects a value wherever the argument has it."""
    found = [node for node, one in texts(attribute.expression, module) if one == value and _is_literal(node)]
    attribute.replace({node: quote(right) for node in found})
