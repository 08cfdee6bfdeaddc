"""Parts of AWS Config that do not depend on the parts that AWS needs before them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Address, Block, Finding, Impact, Module, Transform, mentions, resources

from ._config import CHANNEL, RECORDER, STATUS, belong_together
from ._dependencies import depends
from ._inline_policy import INLINE
from ._s3 import add_dependencies, bucket_in, settings_of


class ConfigDependencyMissing(Transform):
    """A part of AWS Config is created without waiting for another part that AWS requires first.

    What:
        Adds to `depends_on`: to that of a delivery channel the recorder, the inline policies of the
        recorder's role, and the policy of the bucket that it delivers to; to that of a recorder's status the
        delivery channel. What depends on it already, by way of
        something else too, is left as it is.

    Why:
        AWS takes a delivery channel only where there is a recorder (NoAvailableConfigurationRecorder) whose
        role may write to the bucket (InsufficientDeliveryPolicy), and starts a recorder only where there is a
        channel (NoAvailableDeliveryChannel). No argument tells Terraform of these, so that it makes them in
        any order, and the first apply fails.

    Example:
        resource "aws_config_configuration_recorder" "main" {
          role_arn = aws_iam_role.config.arn
        }

        resource "aws_config_delivery_channel" "main" {
          s3_bucket_name = "config-of-the-shop"
        }

        resource "aws_config_configuration_recorder_status" "main" {
          name       = aws_config_configuration_recorder.main.name
          is_enabled = true
        }

    Becomes:
        resource "aws_config_configuration_recorder" "main" {
          role_arn = aws_iam_role.config.arn
        }

        resource "aws_config_delivery_channel" "main" {
          s3_bucket_name = "config-of-the-shop"

          depends_on = [aws_config_configuration_recorder.main]
        }

        resource "aws_config_configuration_recorder_status" "main" {
          name       = aws_config_configuration_recorder.main.name
          is_enabled = true

          depends_on = [aws_config_delivery_channel.main]
        }

    Impact:
        None on what is deployed: only the order of operations changes.

    Limits:
        Parts in different modules, and in a module with several recorders or channels for one provider, are
        not looked at.

    Source:
        AWS Config API reference, errors of PutDeliveryChannel and StartConfigurationRecorder; documentation
        of the AWS provider, aws_config_delivery_channel ("Delivery Channel requires a Configuration
        Recorder to be present") and aws_config_configuration_recorder_status.
    """

    name = "aws-config-dependency-missing"
    impact = Impact.NONE
    watches = resources(CHANNEL, STATUS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        needed = _needed(block, module)
        address = Address.of(block)
        missing = [one for one in needed if address is not None and _is_missing(address, one, module)]
        if missing:
            names = " and ".join(dict.fromkeys(str(Address.of(one)) for one in missing))
            message = f"{address} does not depend on {names}, so it may be created first"
            yield Finding(block, message, partial(_wait, block, missing, module))


def _needed(block: Block, module: Module) -> list[Block]:
    """What must be there before a part of AWS Config."""
    before = CHANNEL if block.labels[0] == STATUS else RECORDER
    found = [one for one in module.resources(before) if belong_together(one, block)]
    needed = found if len(found) == 1 else []
    if block.labels[0] == CHANNEL:
        needed += [policy for recorder in needed for policy in _policies(recorder, module)]
    bucket = bucket_in(block.get("s3_bucket_name"), module)
    if bucket is not None:
        needed += settings_of(bucket, "aws_s3_bucket_policy", module)
    return needed


def _policies(recorder: Block, module: Module) -> list[Block]:
    """The inline policies of a recorder's role."""
    role = recorder.get("role_arn")
    roles = {one.address for one in mentions(role.source)} if role is not None else set()
    return [
        policy
        for policy in module.resources(INLINE)
        if (given := policy.get("role")) is not None
        and roles & {one.address for one in mentions(given.source) if one.address.parts[0] == "aws_iam_role"}
    ]


def _is_missing(address: Address, needed: Block, module: Module) -> bool:
    other = Address.of(needed)
    return other is not None and not depends(module, address, other) and not depends(module, other, address)


def _wait(block: Block, needed: list[Block], module: Module) -> None:
    add_dependencies(block, needed, module)
