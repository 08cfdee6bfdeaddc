"""Arguments that can only be read are set."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Transform, blocks, facts, schemas

from ._rewrites import is_ignored, remove
from ._types import is_surely_set


class SchemaComputedArgument(Transform):
    """A read-only attribute is set.

    What:
        Looks for arguments, at any depth, that the provider's schema has as computed and neither required nor
        optional: Terraform knows their values only after it made the resource. They are removed.

    Why:
        The provider stops with "Can't configure a value for" before anything is planned.

    Example:
        resource "aws_sns_topic" "alerts" {
          name = "alerts"
          arn  = "arn:aws:sns:us-east-1:111122223333:alerts"
        }

    Becomes:
        resource "aws_sns_topic" "alerts" {
          name = "alerts"
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Only values that are written out or are attributes of a resource are judged: a variable may be null,
        which sets nothing. What can be set in another version of the provider is reported with that version.
        Silent where the versions that may be in use differ.

    Source:
        The provider schemas in tffix's facts.
    """

    name = "schema-computed-argument"
    impact = Impact.NONE
    languages = frozenset(("hcl", "json", "python"))
    watches = blocks("resource", "data", "ephemeral", "provider")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for site in schemas.sites(block, module):
            for attribute in site.body.attributes:
                known = site.attribute(attribute.name)
                if known is None or known.is_settable:
                    continue
                if not is_surely_set(attribute.expression, module):
                    continue
                message = f"'{attribute.name}' of {site.inside} can only be read ({site.judged.told})"
                versions = _versions_that_set(attribute.name, site)
                if versions:
                    advice = f"in {site.judged.provider} {' and '.join(versions)} it can be set"
                    yield Finding(attribute, message, advice=advice)
                elif is_ignored(attribute.name, site):
                    advice = f"remove it, and '{attribute.name}' from ignore_changes"
                    yield Finding(attribute, message, advice=advice)
                else:
                    yield Finding(attribute, message, partial(remove, attribute))


def _versions_that_set(name: str, site: schemas.Site) -> list[str]:
    """The known versions in which an attribute can be set: there may be a successor to look for."""
    judged, found = site.judged, []
    for version in judged.versions_with((*site.path, name)):
        schema = facts.schemas.schema(judged.provider, version, judged.kind, judged.type)
        for step in site.path:
            nested = schema.blocks.get(step) if schema else None
            schema = nested.block if nested else None
        known = schema.attributes.get(name) if schema else None
        if known is not None and known.is_settable:
            found.append(version)
    return found
