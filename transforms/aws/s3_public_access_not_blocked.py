"""S3 buckets without a whole public access block."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Address,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Transform,
    mentions,
    parse_block,
    resources,
)

from ._arguments import has, has_its_provider, is_declared_once, value
from ._dependencies import uses
from ._policies import documents_for

_BLOCK = "aws_s3_bucket_public_access_block"
_ACCOUNT = "aws_s3_account_public_access_block"
_ARGUMENTS = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
_CLOSED_ACLS = (None, "private", "log-delivery-write", "bucket-owner-full-control", "bucket-owner-read")
_PARTS = ("aws_s3_bucket_acl", "aws_s3_bucket_policy", "aws_s3_bucket_website_configuration")


class S3PublicAccessNotBlocked(Transform):
    """An S3 bucket has no public access block, or one with a setting turned off.

    What:
        Adds an `aws_s3_bucket_public_access_block` to each bucket of the module that has none, and turns on
        what is off in one that is there, unless the module means the bucket to be public: it gives it a
        public ACL, a policy for everybody or a web site.

    Why:
        Without it one careless policy or ACL, now or later, makes the objects public.

    Example:
        resource "aws_s3_bucket" "uploads" {
          bucket_prefix = "uploads-"
        }

    Becomes:
        resource "aws_s3_bucket" "uploads" {
          bucket_prefix = "uploads-"
        }

        resource "aws_s3_bucket_public_access_block" "uploads" {
          bucket = aws_s3_bucket.uploads.id

          block_public_acls       = true
          block_public_policy     = true
          ignore_public_acls      = true
          restrict_public_buckets = true
        }

    Impact:
        The block is created, or updated in place. New buckets have one by default since April 2023; without
        the resource Terraform does not notice when somebody takes it away.

    Limits:
        Left alone: buckets that the module means to be public, or may, by a policy that cannot be read; those
        that a module which is not at hand gets; all, where `aws_s3_account_public_access_block` is in the
        module or in a local one that it calls, directly or by others; settings whose values are known only
        when Terraform runs. Settings that are `false` in so many words are only reported, and so are buckets
        whose provider configuration is declared nowhere.

    Source:
        Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage"; AWS Security Hub user
        guide, "Security Hub CSPM controls for Amazon S3".
    """

    name = "aws-s3-public-access-not-blocked"
    impact = Impact.CREATE
    profile = Profile.SECURITY
    watches = resources("aws_s3_bucket", _BLOCK)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if module.recall_with_others(_blocks_account) or not is_declared_once(block, module):
            return
        if block.labels[0] == _BLOCK:
            yield from _weak(block, module)
            return
        if module.unreadable or _is_public(block, module) or _is_blocked(block, module):
            return
        message = "the bucket has no public access block"
        is_free = module.resource(_BLOCK, block.labels[1]) is None and has_its_provider(block, module)
        fix = partial(_add, block, module) if is_free else None
        yield Finding(block, message, fix, f"give it an {_BLOCK} with all four settings true")


def _blocks_account(module: Module) -> bool:
    """Whether a module, or one that it calls, blocks public access in the whole account."""
    stack, seen = [module], set()
    while stack:
        here = stack.pop()
        if here.resources(_ACCOUNT):
            return True
        if here.path not in seen:
            seen.add(here.path)
            stack += here.children.values()
    return False


def _weak(block: Block, module: Module) -> Iterator[Finding]:
    bucket = block.get("bucket")
    named = {one.address.parts for one in mentions(bucket.source)} if bucket is not None else ()
    buckets = [
        one for parts in named if parts[0] == "aws_s3_bucket" for one in module.blocks("resource", *parts)
    ]
    if any(_is_public(one, module) for one in buckets):
        return
    off = [name for name in _ARGUMENTS if value(block, name, module) in (None, False)]
    chosen = [attribute for name in off if (attribute := block.get(name)) is not None]
    if not off:
        return
    message = f"the public access block leaves {', '.join(off)} off"
    fix = None if chosen else partial(_complete, block, module)
    advice = "set them to true, unless the bucket is meant to be public"
    yield Finding(chosen[0] if chosen else block, message, fix, advice, Impact.UPDATE)


def _complete(block: Block, module: Module) -> None:
    for name in _ARGUMENTS:
        if block.get(name) is None:
            block.body.set(name, "true")


def _is_public(bucket: Block, module: Module) -> bool:
    """Whether the module means a bucket to be public, or may."""
    address = Address.of(bucket)
    if value(bucket, "acl", module) not in _CLOSED_ACLS or has(bucket, "website") or has(bucket, "grant"):
        return True
    references = module.references_to(address) if address is not None else ()
    parts = [
        one.block
        for one in references
        if one.block.type == "resource"
        and one.block.labels[0] in _PARTS
        and one.attribute is one.block.get("bucket")
    ]
    if any(one.labels[0].endswith("website_configuration") for one in parts):
        return True
    if any(value(one, "acl", module) not in _CLOSED_ACLS for one in parts):
        return True
    holders = [one for one in (bucket, *parts) if one.get("policy") is not None]
    return any(_lets_everybody_in(one, module) for one in holders)


def _lets_everybody_in(holder: Block, module: Module) -> bool:
    """Whether a policy allows something to everybody, or may, since it cannot be read."""
    statements = [
        statement for document in documents_for(holder, module) for statement in document.statements
    ]
    return not statements or any(
        statement.allows and principal.identifier == "*"
        for statement in statements
        for principal in statement.principals
    )


def _is_blocked(bucket: Block, module: Module) -> bool:
    """Whether a bucket has a block, or may have, since a module that is not known gets the bucket."""
    address = Address.of(bucket)
    assert address is not None
    for reference in uses(module, address):
        if reference.block.labels[:1] == (_BLOCK,):
            return True
        if reference.block.type == "module":
            child = module.children.get(reference.block.labels[0])
            if child is None or child.resources(_BLOCK):
                return True
    name = bucket.get("bucket")
    return name is not None and name.source in module.recall(_named)


def _named(module: Module) -> set[str]:
    """What the public access blocks of a module write for their buckets."""
    return {one.source for block in module.resources(_BLOCK) if (one := block.get("bucket")) is not None}


def _add(bucket: Block, module: Module) -> None:
    """Puts a public access block after a bucket, as often as there is the bucket."""
    name = bucket.labels[1]
    lines = [f'resource "{_BLOCK}" "{name}" {{']
    provider, count, for_each = map(bucket.get, ("provider", "count", "for_each"))
    index = ""
    if provider is not None:
        lines.append(f"provider = {provider.source.strip()}")
    if count is not None:
        lines += [f"count = {count.source.strip()}", ""]
        index = "[count.index]"
    elif for_each is not None:
        lines += [f"for_each = aws_s3_bucket.{name}", ""]
    elif provider is not None:
        lines.append("")
    lines.append(f"bucket = {'each.value' if for_each else f'aws_s3_bucket.{name}{index}'}.id\n")
    lines += [f"{argument} = true" for argument in _ARGUMENTS]
    assert bucket.parent is not None
    bucket.parent.insert_after(bucket, parse_block("\n".join((*lines, "}"))))
