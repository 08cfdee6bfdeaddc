"""Alarms that nobody hears."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Block, Finding, Impact, Module, Profile, Transform, inference, resources

_ACTIONS = ("alarm_actions", "ok_actions", "insufficient_data_actions")
_EVENT = "CloudWatch Alarm State Change"


class AlarmWithoutAction(Transform):
    """An alarm does nothing when it goes off.

    What:
        Looks for metric and composite alarms without `alarm_actions`, `ok_actions` and
        `insufficient_data_actions`, with empty lists of them, or with `actions_enabled = false`.

    Why:
        The alarm changes its colour in a console at which nobody looks: what it watches fails unnoticed.

    Example:
        resource "aws_cloudwatch_metric_alarm" "cpu" {
          alarm_name          = "cpu"
          comparison_operator = "GreaterThanThreshold"
          evaluation_periods  = 2
          metric_name         = "CPUUtilization"
          namespace           = "AWS/EC2"
          period              = 120
          statistic           = "Average"
          threshold           = 80
        }

    Impact:
        None: this is only reported; who is to be told cannot be known.

    Limits:
        Silent for an alarm that something else in the module refers to, such as a composite alarm or a
        deployment, and in modules that listen to the events of alarms.

    Source:
        Amazon CloudWatch User Guide, "Using Amazon CloudWatch alarms"; AWS Security Hub control
        CloudWatch.15.
    """

    name = "aws-alarm-without-action"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = resources("aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        address = Address.of(block)
        if address is None or module.references_to(address) or module.recall(_listens):
            return
        enabled = block.get("actions_enabled")
        if enabled is not None and inference.infer(enabled, block, module).value is False:
            yield Finding(
                enabled, "the alarm does nothing: its actions are off", advice="remove the argument"
            )
        elif not any(_is_given(block, name, module) for name in _ACTIONS):
            advice = "alarm_actions = [the ARN of an SNS topic, or of another action]"
            yield Finding(block, "the alarm does nothing when it goes off", advice=advice)


def _is_given(block: Block, name: str, module: Module) -> bool:
    """Whether a list of actions may have any."""
    attribute = block.get(name)
    if attribute is None:
        return False
    found = inference.infer(attribute, block, module, defaults=False)
    return not found.is_null and found.value != []


def _listens(module: Module) -> bool:
    return any(_EVENT in block.text for block in module.resources("aws_cloudwatch_event_rule"))
