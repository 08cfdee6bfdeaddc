"""Replaces a module by another one: source, version, arguments, outputs, and where resources are."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from tffix import (
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    blocks,
    hidden_mention,
    knows,
    moved_block,
    quote,
    selections,
    why_unsure,
)

OLD = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.*"  # * for any text
SOURCE = "terraform-aws-modules/s3-bucket/aws"
VERSION = "~> 4.1"

KEPT = {"force_destroy", "tags"}
RENAMED = {"name": "bucket", "versioned": "versioning", "tls_only": "attach_deny_insecure_transport_policy"}
VALUES = {"versioning": "{ enabled = VALUE }"}
"""What becomes of values, where names are not all that differs; under the new names."""
DROPPED = {"owner"}
ADDED = {"attach_deny_insecure_transport_policy": "true"}
"""What the old module did where nothing was said, and the new one does not."""
OUTPUTS = {"name": "s3_bucket_id", "arn": "s3_bucket_arn", "domain_name": "s3_bucket_bucket_domain_name"}
MOVED = {
    "aws_s3_bucket.bucket": "aws_s3_bucket.this[0]",
    "aws_s3_bucket_versioning.bucket": "aws_s3_bucket_versioning.this[0]",
    "aws_s3_bucket_policy.bucket": "aws_s3_bucket_policy.this[0]",
    "aws_s3_bucket_public_access_block.bucket": "aws_s3_bucket_public_access_block.this[0]",
}
"""The resources of the old module and what they are in the new one: without that they would be destroyed."""

TERRAFORMS = {"source", "version", "providers", "depends_on"}
"""Arguments that are Terraform's own and stay."""


class ReplaceModule(Transform):
    """The module `bucket` of our own is given up for the one that everybody uses.

    What:
        Writes source and version of the new module, translates the arguments and the outputs that are
        used, and tells Terraform in `moved.tf` which resource is which.

    Why:
        Our module gets no more releases after 1.9.

    Example:
        module "logs" {
          source = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.9.0"

          name  = "acme-logs"
          owner = "observability"
        }

        output "logs" {
          value = module.logs.arn
        }

    Becomes:
        module "logs" {
          source  = "terraform-aws-modules/s3-bucket/aws"
          version = "~> 4.1"

          bucket                                = "acme-logs"
          attach_deny_insecure_transport_policy = true
        }

        output "logs" {
          value = module.logs.s3_bucket_arn
        }

    Impact:
        Buckets stay; what the modules set otherwise is updated in place: look at the plan.

    Limits:
        Left to you: a call with `count` or `for_each`, one with an argument or a use of an output that
        the tables do not name, one whose resources are named in a `moved`, `removed` or `import` block, and
        modules for a Terraform before 1.3, which cannot move resources into another package.
    """

    name = "migrate-bucket-module"
    impact = Impact.UPDATE
    watches = blocks("module")

    def visit(self, call: Block, module: Module) -> Iterator[Finding]:
        source = call.get("source")
        if source is None or not fnmatchcase(source.string or "", OLD):
            return
        obstacle = why_not(call, module)
        yield Finding(
            call,
            f"module '{call.labels[0]}' is to be {SOURCE} {VERSION}",
            None if obstacle else lambda: replace(call, module),
            advice=obstacle and f"Replace it by hand: {obstacle}.",
        )


def why_not(call: Block, module: Module) -> str:
    """Why a call cannot be replaced, or nothing."""
    for argument in call.body.attributes:
        if argument.name in ("count", "for_each"):
            return f"'{argument.name}' decides on the addresses of its resources"
        if argument.name not in TERRAFORMS | KEPT | DROPPED | RENAMED.keys():
            return f"there is nothing in the new module for '{argument.name}'"
    own = f"module.{call.labels[0]}"
    for use in module.references_to(own):
        if use.block.type in ("moved", "removed", "import"):
            return f"a block '{use.block.type}' names what is in it"
    used = selections(own, module)
    if used.whole:
        return "something uses all of its outputs"
    for one in used.found:
        if one.name not in OUTPUTS:
            return f"there is nothing in the new module for its output '{one.name}', which is used"
    if file := hidden_mention(own, module):
        return f"{file} refers to it"
    if not knows(">= 1.3", module):
        return "the Terraform that is asked for cannot move resources into a module of another package"
    return why_unsure(module)


def replace(call: Block, module: Module) -> None:
    own = f"module.{call.labels[0]}"
    selections(own, module).rename(OUTPUTS)
    translate_arguments(call)
    for old, new in MOVED.items():
        module.file("moved.tf").body.append(moved_block(f"{own}.{old}", f"{own}.{new}"))


def translate_arguments(call: Block) -> None:
    for argument in list(call.body.attributes):
        if argument.name in DROPPED:
            argument.remove()
        elif argument.name in RENAMED:
            argument.rename(RENAMED[argument.name])
            value = VALUES.get(argument.name, "VALUE")
            argument.set(value.replace("VALUE", argument.source))
    call.body.set("source", quote(SOURCE))
    call.body.set("version", quote(VERSION), after="source")
    for name, default in ADDED.items():
        if call.get(name) is None:
            call.body.set(name, default)
