"""Moves a resource with its companions into a module, without Terraform making anything anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Reference,
    Transform,
    attribute_of,
    evaluate,
    hidden_mention,
    knows,
    moved_block,
    providers,
    quote,
    resources,
    why_unsure,
    with_attribute,
)

SOURCE = "git::https://git.example.com/platform/modules.git//bucket?ref=v2.0.0"
ARGUMENTS = {"bucket": "name", "force_destroy": "force_destroy", "tags": "tags"}
"""The arguments of the bucket, and what they are in a call of the module."""
OUTPUTS = {"id": "name", "bucket": "name", "arn": "arn", "bucket_domain_name": "domain_name"}
"""The attributes of the bucket that the module has an output for."""
BUCKET = "aws_s3_bucket.this"
"""What the bucket is in the module."""


@dataclass(frozen=True)
class Companion:
    """A resource that the module has in it as well: what it must say, by arguments, to be the same; what the
    call then says; what it is in the module, and whether it is always there."""

    says: Mapping[str, object]
    inside: str
    given: Mapping[str, str] = field(default_factory=dict)
    always: bool = False


COMPANIONS = {
    "aws_s3_bucket_public_access_block": Companion(
        says={
            "block_public_acls": True,
            "block_public_policy": True,
            "ignore_public_acls": True,
            "restrict_public_buckets": True,
        },
        inside="aws_s3_bucket_public_access_block.this",
        always=True,
    ),
    "aws_s3_bucket_versioning": Companion(
        says={"versioning_configuration.status": "Enabled"},
        inside="aws_s3_bucket_versioning.this[0]",
        given={"versioning_enabled": "true"},
    ),
}


class ResourceToModule(Transform):
    """A bucket is written out, where the module `bucket` makes the same.

    What:
        In root modules, the bucket, its public access block and its versioning become one call of the
        module; what refers to them refers to its outputs, and `moved.tf` tells Terraform where they are now.

    Why:
        What all buckets of the company must have is decided in one place.

    Example:
        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
        }

        resource "aws_s3_bucket_public_access_block" "logs" {
          bucket = aws_s3_bucket.logs.id

          block_public_acls       = true
          block_public_policy     = true
          ignore_public_acls      = true
          restrict_public_buckets = true
        }

    Becomes:
        module "logs" {
          source = "git::https://git.example.com/platform/modules.git//bucket?ref=v2.0.0"
          name   = "acme-logs"
        }

        moved {
          from = aws_s3_bucket.logs
          to   = module.logs.aws_s3_bucket.this
        }

        moved {
          from = aws_s3_bucket_public_access_block.logs
          to   = module.logs.aws_s3_bucket_public_access_block.this
        }

    Impact:
        None: the plan shows moves only.

    Limits:
        Left to you: buckets with `count`, `for_each`, `lifecycle`, provisioners or an argument that the
        module does not have; companions that say something else than the module; attributes without an
        output; what an `import`, `moved` or `removed` block, a test or a JSON file names.
    """

    name = "migrate-bucket-to-module"
    impact = Impact.NONE
    watches = resources("aws_s3_bucket")

    def visit(self, bucket: Block, module: Module) -> Iterator[Finding]:
        if not module.is_root:
            return  # the module `bucket` itself, for one
        obstacle = why_not(bucket, module)
        yield Finding(
            bucket,
            f"bucket '{bucket.labels[1]}' is to be a call of the module",
            None if obstacle else lambda: replace(bucket, module),
            advice=obstacle and f"Move it by hand: {obstacle}.",
        )


def companions(bucket: Block, module: Module) -> list[Block]:
    """The resources that set up a bucket and that the module has as well."""
    names = {f"{address(bucket)}.id", f"{address(bucket)}.bucket"}
    found = ((one, one.get("bucket")) for one in module.resources(*COMPANIONS))
    return [one for one, owner in found if owner is not None and owner.source in names]


# -- what cannot be moved --------------------------------------------------------------------------------


def why_not(bucket: Block, module: Module) -> str:
    """Why a bucket cannot be moved into the module, or nothing."""
    others = companions(bucket, module)
    named = (of_references(one, others, module) for one in (bucket, *others))
    for reason in (of_arguments(bucket), of_companions(bucket, others, module), *named):
        if reason:
            return reason
    if module.blocks("module", bucket.labels[1]):
        return f"there is a module '{bucket.labels[1]}'"
    if not knows(">= 1.3", module):
        return "the Terraform that is asked for cannot move resources into a module of another package"
    return why_unsure(module)


def of_arguments(bucket: Block) -> str:
    for name in (*(one.name for one in bucket.body.attributes), *(one.type for one in bucket.blocks())):
        if name not in (*ARGUMENTS, "provider"):
            return f"there is nothing in the module for '{name}'"
    return "" if bucket.get("bucket") else "it has no name"


def of_companions(bucket: Block, others: list[Block], module: Module) -> str:
    for type_, companion in COMPANIONS.items():
        own = [one for one in others if one.labels[0] == type_]
        if companion.always and not own:
            return f"the module has an {type_}, and the bucket has none"
        if len(own) > 1:
            return f"there are several {type_}"
        if own and said(own[0], module) != companion.says:
            return f"the {type_} is not as the module has it"
        if own and providers.provider_of(own[0]) != providers.provider_of(bucket):
            return f"the {type_} has another provider configuration"
    return ""


def said(companion: Block, module: Module) -> dict[str, object]:
    """The values of a companion's arguments, those of nested blocks with the block's name before theirs."""
    bodies = [("", companion.body), *((f"{one.type}.", one.body) for one in companion.blocks())]
    return {
        prefix + one.name: evaluate(one.expression, module)
        for prefix, body in bodies
        for one in body.attributes
        if prefix or one.name not in ("bucket", "provider")
    }


def of_references(block: Block, others: list[Block], module: Module) -> str:
    for one in references(block, others, module):
        if one.block.type in ("import", "moved", "removed"):
            return f"a block '{one.block.type}' names {one.address}"
        if one.attribute.name == "replace_triggered_by":
            return f"'replace_triggered_by' names {one.address}"
        if output_for(one) is None and not (one.attribute.name == "depends_on" and not one.rest):
            return f"there is no output for {one.node.text}"
    file = hidden_mention(str(address(block)), module)
    return f"{file} refers to {address(block)}" if file else ""


# -- the move --------------------------------------------------------------------------------------------


def replace(bucket: Block, module: Module) -> None:
    label, others = bucket.labels[1], companions(bucket, module)
    moves = {str(address(bucket)): BUCKET}
    moves |= {str(address(one)): COMPANIONS[one.labels[0]].inside for one in others}
    for one in (bucket, *others):
        module.redirect(references(one, others, module), lambda use: redirected(use, label))
    for one in others:
        one.remove()
    make_call(bucket, others)
    for old, new in moves.items():
        module.file("moved.tf").body.append(moved_block(old, f"module.{label}.{new}"))


def make_call(bucket: Block, others: list[Block]) -> None:
    """Turns a bucket, where it stands and with its comments, into a call of the module."""
    bucket.type = "module"
    bucket.relabel(bucket.labels[1])
    for argument in list(bucket.body.attributes):
        if argument.name == "provider":
            argument.rename("providers")
            argument.set(f"{{ aws = {argument.source} }}")
        else:
            argument.rename(ARGUMENTS[argument.name])
    bucket.body.insert_before(next(bucket.body.attributes), Attribute.new("source", quote(SOURCE)))
    for one in others:
        for name, value in COMPANIONS[one.labels[0]].given.items():
            bucket.body.set(name, value, after=ARGUMENTS["bucket"])


def address(block: Block) -> Address:
    return Address(block.labels)


def references(block: Block, others: list[Block], module: Module) -> list[Reference]:
    """Who refers to a bucket or companion, but for the companions, which go with it."""
    return [one for one in module.references_to(address(block)) if one.block not in others]


def output_for(reference: Reference) -> str | None:
    """The output that has what a reference asks for."""
    return OUTPUTS.get(attribute_of(reference) or "")


def redirected(reference: Reference, label: str) -> str:
    output = output_for(reference)
    own = reference.node.head(reference.mention.length)
    return f"module.{label}" + (with_attribute(reference, output).removeprefix(own) if output else "")
