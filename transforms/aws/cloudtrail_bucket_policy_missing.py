"""Trails that deliver to a bucket whose policy does not let them, or not yet."""

from __future__ import annotations

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
    parse_block,
    quote,
    resources,
)

from ._bucket_policies import DOCUMENT, may_have_policy_elsewhere, own_document
from ._dependencies import depends, uses
from ._instances import instance_of
from ._s3 import POLICY, add_dependencies, bucket_in, settings_of
from ._trail_policy import PRINCIPAL, allows, data_source, prefix_of, statements, trail_arns
from ._unique_names import is_repeated


class CloudtrailBucketPolicyMissing(Transform):
    """A CloudTrail trail writes to a bucket whose policy does not allow it, or allows it too late.

    What:
        Looks at the bucket of the module that an `aws_cloudtrail` delivers to. Without any policy it gets the
        one that CloudTrail asks for: it may read the bucket's access control list and write below `AWSLogs`
        of the account, on behalf of this trail only (`aws:SourceArn`). A policy document of the bucket's own
        gets these statements where it has none for CloudTrail. The trail depends on the policy.

    Why:
        CreateTrail tries the bucket and fails with InsufficientS3BucketPolicyException. A reference to the
        bucket alone lets Terraform make the trail before the policy. Without `aws:SourceArn` trails of other
        accounts could write to the bucket, too.

    Example:
        resource "aws_s3_bucket" "trail" {
          bucket_prefix = "trail-"
        }

        resource "aws_s3_bucket_policy" "trail" {
          bucket = aws_s3_bucket.trail.id
          policy = data.aws_iam_policy_document.cloudtrail.json
        }

        resource "aws_cloudtrail" "main" {
          name           = "main"
          s3_bucket_name = aws_s3_bucket.trail.id
        }

    Becomes:
        resource "aws_s3_bucket" "trail" {
          bucket_prefix = "trail-"
        }

        resource "aws_s3_bucket_policy" "trail" {
          bucket = aws_s3_bucket.trail.id
          policy = data.aws_iam_policy_document.cloudtrail.json
        }

        resource "aws_cloudtrail" "main" {
          name           = "main"
          s3_bucket_name = aws_s3_bucket.trail.id

          depends_on = [aws_s3_bucket_policy.trail]
        }

    Impact:
        Adds a bucket policy, or nothing where only a dependency is missing.

    Limits:
        Reported only: another policy that does not speak of CloudTrail, one that needs the trail's own ARN
        and so can only come after it, trails of an organization, trails and buckets with `count` or
        `for_each`. Silent where the bucket, or who sets its policy, is not known here.

    Source:
        AWS CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail".
    """

    name = "aws-cloudtrail-bucket-policy-missing"
    impact = Impact.CREATE
    watches = resources("aws_cloudtrail")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        at = block.get("s3_bucket_name")
        bucket = bucket_in(at, module)
        if at is None or bucket is None or len(block.labels) != 2:
            return
        if module.unreadable or may_have_policy_elsewhere(bucket, module):
            return
        own = settings_of(bucket, POLICY, module)
        inline = bucket.get("policy")
        told = [one for one in (inline, *(policy.get("policy") for policy in own)) if one is not None]
        if not told and not own:
            yield _missing(at, block, bucket, module)
        elif told and all(allows(one, module) is False for one in told):
            yield _not_allowed(at, block, bucket, told, module)
        elif own:
            yield from _too_early(at, block, own, module)


def _missing(at: Attribute, trail: Block, bucket: Block, module: Module) -> Finding:
    message = f"{Address.of(bucket)} has no policy that lets CloudTrail deliver to it"
    reason = _obstacle(bucket, module)
    if reason:
        advice = f"{reason}; give it an {POLICY} with:\n{_example(trail, bucket, module)}"
        return Finding(at, message, advice=advice)
    return Finding(at, message, partial(_add_policy, trail, bucket, module))


def _not_allowed(
    at: Attribute, trail: Block, bucket: Block, told: list[Attribute], module: Module
) -> Finding:
    message = f"the policy of {Address.of(bucket)} does not let CloudTrail deliver to it"
    document = own_document(told, module)
    reason = _instances_or_organization(bucket, module)
    if document is None or reason:
        return Finding(at, message, advice="add to its document:\n" + _example(trail, bucket, module))
    return Finding(at, message, partial(_extend, document, trail, bucket, module), impact=Impact.UPDATE)


def _too_early(at: Attribute, trail: Block, policies: list[Block], module: Module) -> Iterator[Finding]:
    """The trail that does not depend on the policies of its bucket."""
    address = Address.of(trail)
    for policy in policies:
        needed = Address.of(policy)
        if address is None or needed is None or depends(module, address, needed):
            continue
        message = f"{address} does not depend on {needed}, without which it cannot be created"
        if depends(module, needed, address):
            advice = (
                f"write the trail's ARN in the policy without a reference to {address},"
                " then add the policy to the trail's depends_on"
            )
            yield Finding(at, message, advice=advice)
        else:
            fix = partial(_wait, trail, policy, module)
            yield Finding(at, message, fix, impact=Impact.NONE)


def _obstacle(bucket: Block, module: Module) -> str:
    """Why the policy cannot be added, or nothing."""
    if reason := _instances_or_organization(bucket, module):
        return reason
    label = bucket.labels[1]
    taken = module.resource(POLICY, label) is not None or bool(
        module.blocks("data", DOCUMENT, _document(label))
    )
    return "what it would be called is taken" if taken else ""


def _instances_or_organization(bucket: Block, module: Module) -> str:
    """Why the statements for CloudTrail cannot be written, or nothing."""
    for block in (bucket, *_trails(bucket, module)):
        if is_repeated(block):
            return f"{Address.of(block)} has many instances"
    for trail in _trails(bucket, module):
        organization = trail.get("is_organization_trail")
        if organization is not None and organization.boolean is not False:
            return "the trail of an organization also writes below its id"
        if trail.get("name") is None:
            return "the trail has no name"
    if len({prefix_of(trail) for trail in _trails(bucket, module)}) > 1:
        return "its trails write below different prefixes"
    return ""


def _trails(bucket: Block, module: Module) -> list[Block]:
    """The trails that put their files into a bucket, in the order of the files."""
    address = Address.of(bucket)
    users = dict.fromkeys(one.block for one in uses(module, address)) if address is not None else {}
    trails = (one for one in users if (one.type, *one.labels[:1]) == ("resource", "aws_cloudtrail"))
    found = [one for one in trails if bucket_in(one.get("s3_bucket_name"), module) is bucket]
    return sorted(found, key=module.rank)


def _document(label: str) -> str:
    return label if "trail" in label else f"{label}_cloudtrail"


def _example(trail: Block, bucket: Block, module: Module) -> str:
    arn = quote("arn:aws:cloudtrail:REGION:ACCOUNT:trail/NAME")
    accounts = module.blocks("data", "aws_caller_identity")
    account = str(Address.of(accounts[0])) if accounts else "data.aws_caller_identity.current"
    source = statements(instance_of(bucket), prefix_of(trail), account, [arn])
    return source if accounts else f'{source}\ndata "aws_caller_identity" "current" {{}}\n'


def _statements(trail: Block, bucket: Block, module: Module) -> str:
    arns = trail_arns(_trails(bucket, module), module)
    account = data_source("aws_caller_identity", trail, module)
    return statements(str(Address.of(bucket)), prefix_of(trail), account, arns)


def _extend(document: Block, trail: Block, bucket: Block, module: Module) -> None:
    if PRINCIPAL in document.body.text:  # another trail of the bucket came first
        return
    added = parse_block(f"policy {{\n{_statements(trail, bucket, module)}}}")
    for statement in list(added.blocks("statement")):
        document.body.append(statement.remove())


def _add_policy(trail: Block, bucket: Block, module: Module) -> None:
    if reason := _obstacle(bucket, module):
        raise Refused(reason)
    trails = _trails(bucket, module)
    if settings_of(bucket, POLICY, module):  # another trail of the bucket came first
        return
    address, label = Address.of(bucket), bucket.labels[1]
    name = _document(label)
    body = _statements(trail, bucket, module)
    document = parse_block(f'data "{DOCUMENT}" "{name}" {{\n{body}}}')
    provider = bucket.get("provider")
    line = f"provider = {provider.source}\n\n" if provider is not None else ""
    policy = parse_block(
        f'resource "{POLICY}" "{label}" {{\n{line}bucket = {address}.id\n'
        f"policy = data.{DOCUMENT}.{name}.json\n}}"
    )
    assert bucket.parent is not None
    bucket.parent.insert_after(bucket, document)
    bucket.parent.insert_after(document, policy)
    for one in trails:
        add_dependencies(one, [policy], module)


def _wait(trail: Block, policy: Block, module: Module) -> None:
    if not add_dependencies(trail, [policy], module):
        raise Refused("it depends on it already")
