"""S3 replication that lacks the versioning it builds on, or does not depend on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Transform,
    evaluate,
    parse_block,
    providers,
    resources,
)

from ._dependencies import depends
from ._s3 import (
    REPLICATION,
    VERSIONING,
    add_dependencies,
    add_setting,
    bucket_in,
    settings_of,
    settings_of_unknown,
)


class S3ReplicationIncomplete(Transform):
    """S3 replication lacks versioning on one side, does not depend on it, or stays in one region by mistake.

    What:
        Looks at both buckets of every `aws_s3_bucket_replication_configuration` that the module declares.
        Turns versioning on for a bucket without it, makes the replication depend on the versioning of both,
        and gives versioning and replication the provider of their bucket. Reports versioning that is off,
        and a destination that shares the provider of its source where an alias is named like it.

    Why:
        PutBucketReplication fails with "Versioning must be 'Enabled' on the bucket" as long as one of the
        two has none; nothing else tells Terraform of the order. A bucket of another region is not found by
        the default provider.

    Example:
        resource "aws_s3_bucket_versioning" "source" {
          bucket = aws_s3_bucket.source.id

          versioning_configuration {
            status = "Enabled"
          }
        }

        resource "aws_s3_bucket_replication_configuration" "source" {
          bucket = aws_s3_bucket.source.id
          role   = aws_iam_role.replication.arn

          rule {
            status = "Enabled"

            destination {
              bucket = var.replica_arn
            }
          }
        }

        resource "aws_s3_bucket" "source" {
          bucket_prefix = "source-"
        }

    Becomes:
        resource "aws_s3_bucket_versioning" "source" {
          bucket = aws_s3_bucket.source.id

          versioning_configuration {
            status = "Enabled"
          }
        }

        resource "aws_s3_bucket_replication_configuration" "source" {
          bucket = aws_s3_bucket.source.id
          role   = aws_iam_role.replication.arn

          rule {
            status = "Enabled"

            destination {
              bucket = var.replica_arn
            }
          }

          depends_on = [aws_s3_bucket_versioning.source]
        }

        resource "aws_s3_bucket" "source" {
          bucket_prefix = "source-"
        }

    Impact:
        Adds versioning to a bucket; the old versions of its objects are kept, and paid for, from then on.
        Waiting changes nothing that is deployed.

    Limits:
        Which region a destination belongs into is only reported: moving a bucket destroys it. Silent about
        buckets that the module does not declare or that a module call may configure. Providers are compared
        by their regions where these are known.

    Source:
        Amazon S3 User Guide, "Requirements and considerations for replication".
    """

    name = "aws-s3-replication-incomplete"
    impact = Impact.CREATE
    watches = resources(REPLICATION)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        at = block.get("bucket")
        source = bucket_in(at, module)
        if at is not None and source is not None:
            yield from _side(at, "source", source, block, module)
            yield from _provider(block, source, module)
        for target in _destinations(block):
            bucket = bucket_in(target, module)
            if bucket is None or bucket is source:
                continue
            yield from _side(target, "destination", bucket, block, module)
            if source is not None:
                yield from _same_region(target, source, bucket, module)


def _destinations(replication: Block) -> Iterator[Attribute]:
    for rule in replication.blocks("rule"):
        for destination in rule.blocks("destination"):
            if (bucket := destination.get("bucket")) is not None:
                yield bucket


def _side(at: Attribute, side: str, bucket: Block, block: Block, module: Module) -> Iterator[Finding]:
    """What one bucket of a replication lacks."""
    address = Address.of(bucket)
    own = settings_of(bucket, VERSIONING, module)
    if not own:
        if not _may_be_versioned(bucket, module):
            message = f"{address}, the {side} of this replication, has no versioning"
            fix = partial(_enable, bucket, block, module)
            taken = module.resource(VERSIONING, bucket.labels[1]) is not None
            advice = f'resource "{VERSIONING}" … {{ bucket = {address}.id … }}'
            yield Finding(at, message, advice=advice) if taken else Finding(at, message, fix)
        return
    for versioning in own:
        status = next((one.get("status") for one in versioning.blocks("versioning_configuration")), None)
        if status is not None and evaluate(status.expression, module) in ("Disabled", "Suspended"):
            message = (
                f"{Address.of(versioning)} turns versioning off, which the replication of {address} needs"
            )
            yield Finding(status, message, advice='status = "Enabled"')
        yield from _provider(versioning, bucket, module)
        yield from _not_waiting(at, block, versioning, module)


def _not_waiting(at: Attribute, block: Block, versioning: Block, module: Module) -> Iterator[Finding]:
    own, needed = Address.of(block), Address.of(versioning)
    if own is None or needed is None or depends(module, own, needed) or depends(module, needed, own):
        return
    message = f"{own} does not depend on {needed}, so it may be created first"
    yield Finding(at, message, partial(_wait, block, versioning, module), impact=Impact.NONE)


def _may_be_versioned(bucket: Block, module: Module) -> bool:
    """Whether a bucket says so itself, or something that is not known here may."""
    address = Address.of(bucket)
    inner = bucket.body.text
    if (
        address is None
        or module.unreadable
        or "versioning" in inner
        or module.mentioned_elsewhere(VERSIONING)
    ):
        return True
    if settings_of_unknown(VERSIONING, module):
        return True
    # What a root module shows goes to people, not to a module that could configure the bucket.
    elsewhere = ("module",) if module.is_root else ("module", "output")
    return any(one.block.type in elsewhere for one in module.references_to(address))


def _provider(setting: Block, bucket: Block, module: Module) -> Iterator[Finding]:
    """A resource that configures a bucket of another region than its own provider's."""
    mine, theirs = _region(setting, module), _region(bucket, module)
    if mine == theirs or not mine or not theirs:
        return
    message = f"{Address.of(setting)} works in {mine}, but {Address.of(bucket)} is in {theirs}"
    yield Finding(setting, message, partial(_take_provider, setting, bucket, module), impact=Impact.NONE)


def _region(block: Block, module: Module) -> str:
    """The region that a resource is made in, if that is known."""
    if block.get("region") is not None:
        return ""
    configuration = providers.configurations(module).get(providers.provider_of(block))
    region = configuration.get("region") if configuration is not None else None
    value = evaluate(region.expression, module) if region is not None else None
    return value if isinstance(value, str) else ""


def _same_region(at: Attribute, source: Block, bucket: Block, module: Module) -> Iterator[Finding]:
    provider = providers.provider_of(source)
    if providers.provider_of(bucket) != provider or bucket.get("region") or source.get("region"):
        return
    words = set(re.split(r"[_-]", bucket.labels[1]))
    for alias in providers.configurations(module):
        name = alias.partition(".")[2]
        if alias != provider and alias.startswith("aws.") and words & set(re.split(r"[_-]", name)):
            message = (
                f"{Address.of(bucket)} is in the region of its source, though there is a provider {alias}"
            )
            yield Finding(at, message, advice=f"if it is meant to be there, set 'provider = {alias}' in it")


def _enable(bucket: Block, replication: Block, module: Module) -> None:
    if settings_of(bucket, VERSIONING, module):
        return
    if module.resource(VERSIONING, bucket.labels[1]) is not None:
        raise Refused(f"{VERSIONING}.{bucket.labels[1]} is another bucket's")
    status = parse_block('versioning_configuration {\n  status = "Enabled"\n}')
    made = add_setting(VERSIONING, bucket, [status], bucket, module)
    add_dependencies(replication, [made], module)


def _wait(block: Block, versioning: Block, module: Module) -> None:
    if not add_dependencies(block, [versioning], module):
        raise Refused("it depends on it already")


def _take_provider(setting: Block, bucket: Block, module: Module) -> None:
    provider, own = bucket.get("provider"), setting.get("provider")
    if provider is not None and own is not None:
        own.set(provider.source)
    elif provider is not None:
        first = next(setting.body.attributes)
        setting.body.insert_before(first, Attribute.new("provider", provider.source))
    elif own is not None:
        own.remove()
