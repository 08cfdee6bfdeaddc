"""AWS Config recorders that record nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Profile, Transform, parse_block, resources

from ._arguments import has, has_its_provider, is_declared_once, value
from ._config import CHANNEL, RECORDER, STATUS, belong_together


class ConfigRecorderIncomplete(Transform):
    """An AWS Config recorder is not turned on, has no delivery channel, or records no type of resource.

    What:
        Adds the `aws_config_configuration_recorder_status` that turns a recorder on, after its delivery
        channel; reports recorders without a delivery channel, and those that are turned off or name no type
        of resource.

    Why:
        A recorder that is only declared is stopped: nothing is recorded, and rules have nothing to judge. It
        cannot be started without a delivery channel.

    Example:
        resource "aws_config_configuration_recorder" "main" {
          role_arn = aws_iam_role.config.arn
        }

        resource "aws_config_delivery_channel" "main" {
          s3_bucket_name = aws_s3_bucket.config.id

          depends_on = [aws_config_configuration_recorder.main]
        }

    Becomes:
        resource "aws_config_configuration_recorder" "main" {
          role_arn = aws_iam_role.config.arn
        }

        resource "aws_config_delivery_channel" "main" {
          s3_bucket_name = aws_s3_bucket.config.id

          depends_on = [aws_config_configuration_recorder.main]
        }

        resource "aws_config_configuration_recorder_status" "main" {
          name       = aws_config_configuration_recorder.main.name
          is_enabled = true

          depends_on = [aws_config_delivery_channel.main]
        }

    Impact:
        The recorder is started; AWS charges for what it records.

    Limits:
        A missing delivery channel is only reported, since it needs a bucket and its policy; so is a recorder
        where several channels may be its. A recorder that is an output of its module is left alone: the rest
        may be made by the caller.

    Source:
        Documentation of the AWS provider, aws_config_configuration_recorder_status; AWS Security Hub user
        guide, "Security Hub CSPM controls for AWS Config".
    """

    name = "aws-config-recorder-incomplete"
    impact = Impact.CREATE
    profile = Profile.SECURITY
    watches = resources(RECORDER, STATUS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.labels[0] == STATUS:
            enabled = block.get("is_enabled")
            if enabled is not None and value(block, "is_enabled", module) is False:
                yield Finding(
                    enabled, "the recorder is turned off", advice="is_enabled = true", impact=Impact.UPDATE
                )
            return
        address = ".".join(block.labels)
        if any(one.block.type == "output" for one in module.references_to(address)):
            return
        channels = [one for one in module.resources(CHANNEL) if belong_together(one, block)]
        statuses = [one for one in module.resources(STATUS) if belong_together(one, block)]
        if not channels:
            advice = f"add an {CHANNEL} with the bucket to deliver to"
            yield Finding(
                block, "the recorder has no delivery channel, without which it cannot start", advice=advice
            )
        if not statuses:
            is_free = len(channels) == 1 and is_declared_once(block, module) and not module.unreadable
            is_free = is_free and has_its_provider(block, module)
            fix = partial(_start, block, channels[0], module) if is_free else None
            advice = f"add an {STATUS} with is_enabled = true"
            yield Finding(block, "the recorder is never turned on: it has no status", fix, advice)
        yield from _partial(block, module)


def _partial(block: Block, module: Module) -> Iterator[Finding]:
    for group in block.blocks("recording_group"):
        everything = group.get("all_supported")
        named = has(group, "resource_types") or has(group, "exclusion_by_resource_types")
        if everything is not None and not named and value(group, "all_supported", module) is False:
            advice = "all_supported = true, or name the resource_types"
            yield Finding(everything, "the recorder records no type of resource", advice=advice)


def _start(recorder: Block, channel: Block, module: Module) -> None:
    """Puts a status after a delivery channel, as often as there is the recorder."""
    lines = [f'resource "{STATUS}" "{recorder.labels[1]}" {{']
    index = ""
    for name, key in (("provider", ""), ("count", "[count.index]"), ("for_each", "[each.key]")):
        attribute = recorder.get(name)
        if attribute is not None:
            lines.append(f"{name} = {attribute.source.strip()}")
            index = key or index
    if len(lines) > 1:
        lines.append("")
    lines += [f"name = {RECORDER}.{recorder.labels[1]}{index}.name", "is_enabled = true", ""]
    lines += [f"depends_on = [{CHANNEL}.{channel.labels[1]}]", "}"]
    assert channel.parent is not None
    channel.parent.insert_after(channel, parse_block("\n".join(lines)))
