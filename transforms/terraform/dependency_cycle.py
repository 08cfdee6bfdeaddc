"""Circles of things that depend on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from tffix import Attribute, Finding, Impact, Module, Reference, Refused, Transform, nodes

from ..aws._tuple_items import without
from ._graph import Edge, circles, edges, needs_of
from ._groups import has_circle

_MOST_CANDIDATES = 50
"""So many `depends_on` of one circle are tried out."""


class DependencyCycle(Transform):
    """Resources, local values or modules depend on each other in a circle.

    What:
        Follows every reference of a module, through local values, variables and outputs and into the local
        modules that it calls, and reports circles with all their members. Where one item of a `depends_on`
        alone closes the circle, it is removed: the references that remain give the order that is possible.

    Why:
        Terraform stops with "Cycle: …" or "Self-referential block" before it plans anything.

    Example:
        resource "aws_s3_bucket" "logs" {
          bucket_prefix = "logs-"

          depends_on = [aws_s3_bucket_policy.logs]
        }

        resource "aws_s3_bucket_policy" "logs" {
          bucket = aws_s3_bucket.logs.id
          policy = file("policy.json")
        }

    Becomes:
        resource "aws_s3_bucket" "logs" {
          bucket_prefix = "logs-"
        }

        resource "aws_s3_bucket_policy" "logs" {
          bucket = aws_s3_bucket.logs.id
          policy = file("policy.json")
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Circles of references are only reported, and so are those that more than one `depends_on` could open.
        Modules that are not local are taken to make no circle; provider configurations are not followed.
        Nor are calls that are more than 1,000, more than 40 levels deep or without end.

    Source:
        Terraform internals documentation, "Resource Graph".
    """

    name = "terraform-dependency-cycle"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for circle, group in circles(edges(module)):
            if any(map(_here, circle)):  # else it is told where the module that it lies in is looked at
                yield _finding(circle, group, module)


def _finding(circle: Sequence[Edge], group: Sequence[Edge], module: Module) -> Finding:
    message = "these depend on each other: " + " → ".join(
        map(str, (*(e.waiting for e in circle), circle[0].waiting))
    )
    if len(circle) == 1:
        message = f"{circle[0].waiting} refers to itself"
    opening = _opening(circle, group)
    reference = opening or next(one for edge in circle if (one := _here(edge)) is not None)
    if opening is not None:
        fix = partial(_remove, opening.attribute, str(opening.address), module)
        return Finding(reference.attribute, message, fix, within=reference.node)
    return Finding(reference.attribute, message, advice=_advice(circle), within=reference.node)


def _here(edge: Edge) -> Reference | None:
    """The reference of an edge, if it stands in the module that is looked at."""
    stands_here = not edge.waiting.path or (
        len(edge.waiting.path) == 1 and edge.waiting.address.parts[0] == "var"
    )
    return edge.reference if stands_here else None


def _opening(circle: Sequence[Edge], group: Sequence[Edge]) -> Reference | None:
    """The one item of a ``depends_on`` without which there is no circle here any more."""
    candidates = {
        id(edge.reference.node): edge.reference
        for edge in circle
        if edge.is_explicit and edge.reference is not None and _here(edge)
    }
    if not 0 < len(candidates) <= _MOST_CANDIDATES:
        return None
    opening = [one for one in candidates.values() if not has_circle(needs_of(_without(one, group)))]
    return opening[0] if len(opening) == 1 else None


def _without(reference: Reference, group: Sequence[Edge]) -> Iterator[Edge]:
    return (edge for edge in group if edge.reference is None or edge.reference.node is not reference.node)


def _advice(circle: Sequence[Edge]) -> str:
    if all(edge.waiting.address.parts[0] == "aws_security_group" for edge in circle):
        return "write the rules that name the other group as aws_vpc_security_group_ingress_rule"
    ways = [
        f"{edge.waiting} through '{edge.reference.attribute.name}'"
        for edge in circle
        if edge.reference is not None and edge.reference.attribute.name != edge.waiting.address.parts[-1]
    ]
    return (
        "take one of these references out: " + ", ".join(ways) if ways else "take one of the references out"
    )


def _remove(attribute: Attribute, address: str, module: Module) -> None:
    node = attribute.expression
    assert isinstance(node, nodes.Tuple)
    items = [item for item in node.items if item.text.strip('"') == address]
    if not items or attribute.parent is None:
        raise Refused("depends_on does not list it any more")
    if len(items) == len(node.items):
        attribute.remove()
    else:
        attribute.set(without(node, items))
