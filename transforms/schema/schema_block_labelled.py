"""Nested blocks with labels, which no block of a provider has."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform, blocks, schemas


class SchemaBlockLabelled(Transform):
    """A block of a provider has a label: `statement "read" { … }`.

    What:
        Looks, at any depth, at the nested blocks that the provider's schema knows. None of them has a label.
        This is only reported: the label may be the value of an argument, or a comment.

    Why:
        Terraform stops with "Extraneous label" before it plans anything.

    Example:
        data "aws_iam_policy_document" "read" {
          statement "read" {
            actions   = ["s3:GetObject"]
            resources = ["*"]
          }
        }

    Impact:
        None: nothing is changed.

    Limits:
        Blocks that no version of the provider has are for schema-unknown-argument.

    Source:
        The HCL native syntax specification, "Blocks", and the provider schemas in tffix's facts.
    """

    name = "schema-block-labelled"
    impact = Impact.NONE
    languages = frozenset(("hcl",))
    watches = blocks("resource", "data", "ephemeral", "provider")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for site in schemas.sites(block, module):
            for child in site.body.blocks():
                if child.labels and any(child.type in one.blocks for one in site.schemas):
                    label = child.labels[0]
                    message = (
                        f"a block '{child.type}' of {site.inside} has no label, and this one has '{label}'"
                    )
                    yield Finding(child, message, advice=f"{child.type} {{ … }}")
