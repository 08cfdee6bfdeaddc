"""Access control lists of buckets that do not allow any."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Block, Finding, Impact, Module, Transform, inference, resources

from ._arguments import nested
from ._s3 import bucket_in, settings_of
from ._s3_access import ACL, OWNERSHIP

_ENFORCED = "BucketOwnerEnforced"


class S3AclNotAllowed(Transform):
    """A bucket gets an access control list, and its ownership controls do not allow one.

    What:
        Looks at `aws_s3_bucket_acl` for a bucket of the module that has no
        `aws_s3_bucket_ownership_controls`, or one that says `BucketOwnerEnforced`.

    Why:
        Since April 2023 new buckets have access control lists disabled. The apply stops with
        AccessControlListNotSupported, "The bucket does not allow ACLs".

    Example:
        resource "aws_s3_bucket" "logs" {
          bucket_prefix = "logs-"
        }

        resource "aws_s3_bucket_acl" "logs" {
          bucket = aws_s3_bucket.logs.id
          acl    = "log-delivery-write"
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: the list can be removed, since most buckets need none, or be allowed. Buckets of other
        modules are left alone, and so are modules with ownership controls for a bucket that is not known, or
        whose callers have any.

    Source:
        Amazon S3 User Guide, "Controlling ownership of objects and disabling ACLs for your bucket";
        documentation of the AWS provider, aws_s3_bucket_acl.
    """

    name = "aws-s3-acl-not-allowed"
    impact = Impact.NONE
    watches = resources(ACL)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        bucket = bucket_in(block.get("bucket"), module)
        if bucket is None or module.unreadable:
            return
        controls = settings_of(bucket, OWNERSHIP, module)
        around = any(caller.resources(OWNERSHIP) for caller, _ in module.callers)
        if not controls and not around and not module.recall(_are_controls_unknown):
            message = f"{Address.of(bucket)} does not allow access control lists, as no new bucket does"
            yield Finding(block, message, advice=_advice(block, bucket, module))
        for one in controls:
            if _is_enforced(one, module):
                message = f"{Address.of(one)} disables access control lists ({_ENFORCED})"
                yield Finding(
                    block, message, advice="remove the list, or take another object_ownership there"
                )


def _are_controls_unknown(module: Module) -> bool:
    """Whether there are ownership controls for a bucket of which it is not known which it is."""
    return any(bucket_in(one.get("bucket"), module) is None for one in module.resources(OWNERSHIP))


def _is_enforced(controls: Block, module: Module) -> bool:
    return any(
        inference.infer(attribute, controls, module).value == _ENFORCED
        for rule in nested(controls, "rule")
        if (attribute := rule.get("object_ownership")) is not None
    )


def _advice(block: Block, bucket: Block, module: Module) -> str:
    acl = block.get("acl")
    if acl is not None and inference.infer(acl, block, module).value == "private":
        return "remove it: a bucket is private without a list"
    return (
        f"remove it, or add {OWNERSHIP} for {Address.of(bucket)} with object_ownership = "
        '"BucketOwnerPreferred", and make the list depend on it'
    )
