"""Expressions that read an attribute which has another name or form now."""

from __future__ import annotations

from ...hcl.nodes import Expression, GetAttribute
from ...hcl.tree import Attribute
from ...projection import Refused
from ...terraform.references import Reference


def rewrite(reference: Reference, step: GetAttribute, text: str) -> None:
    """Writes a text in the place of the step that names the attribute."""
    put(reference.attribute, step, text)


def put(attribute: Attribute, node: Expression, text: str) -> None:
    """Writes a text in the place of a part of an attribute's value. Raises Refused where another fix has
    changed the value meanwhile: this one is found again."""
    if attribute.source != node.source:
        raise Refused("the expression has changed")
    attribute.replace({node: text})
