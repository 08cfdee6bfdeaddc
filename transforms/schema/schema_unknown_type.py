"""Resource types and data sources that the provider version does not have."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform, blocks, facts, schemas

from ._withdrawn import withdrawn_type


class SchemaUnknownType(Transform):
    """A resource or data source type does not exist in the provider's version.

    What:
        Looks up the type of every resource, data source and ephemeral resource of Terraform's own provider,
        and of those whose schemas are known. This is only reported, with the nearest type, with the version
        that has it and the type that took its place, or with the data source or resource of that name where
        there is one.

    Why:
        Terraform stops with "Invalid resource type" before it plans anything.

    Example:
        resource "aws_autoscaling_groups" "web" {
          max_size = 2
          min_size = 1
        }

    Impact:
        None: nothing is changed.

    Limits:
        A type that is newer than tffix's facts counts as unknown until `tffix facts update` has been run.
        Silent for providers without known schemas, and where the version that the module asks for lies beyond
        the known ones.

    Source:
        The provider schemas in tffix's facts.
    """

    name = "schema-unknown-type"
    impact = Impact.NONE
    watches = blocks("resource", "data", "ephemeral")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        kind = schemas.kind_of(block)
        if kind is None or schemas.judged(block, module) is not None:
            return
        what = {"data": "data source", "ephemeral": "ephemeral resource"}.get(kind, "resource type")
        if schemas.is_own(block, module):
            yield _own(block, kind, what)
            return
        pin = schemas.pin_of(block, module)
        if pin is None or not all(facts.schemas.types(pin.provider, one, kind) for one in pin.versions):
            return
        yield Finding(
            block, f"{pin.told} has no {what} '{block.labels[0]}'", advice=_advice(block.labels[0], kind, pin)
        )


def _own(block: Block, kind: facts.schemas.Kind, what: str) -> Finding:
    """The finding at a block of Terraform's own provider."""
    near = difflib.get_close_matches(block.labels[0], schemas.own_types(kind), 1, 0.8)
    advice = f"did you mean '{near[0]}'?" if near else ""
    return Finding(block, f"Terraform has no {what} '{block.labels[0]}' of its own", advice=advice)


def _advice(type_: str, kind: facts.schemas.Kind, pin: schemas.Pin) -> str:
    versions = facts.schemas.existed_in(pin.provider, kind, type_)
    withdrawn = withdrawn_type(type_)
    if versions:
        told = f"{pin.provider} {' and '.join(versions)} {'has' if len(versions) == 1 else 'have'} it"
        return f"{told}; {withdrawn.advice}" if withdrawn else told
    others: dict[facts.schemas.Kind, str] = {"resource": "resource", "data": "data source"}
    for other, what in others.items():
        if other != kind and facts.schemas.schema(pin.provider, pin.versions[0], other, type_):
            return f"there is a {what} of that name"
    near = difflib.get_close_matches(type_, facts.schemas.types(pin.provider, pin.versions[0], kind), 1, 0.8)
    return f"did you mean '{near[0]}'?" if near else "no known version has it: look up the type that is meant"
