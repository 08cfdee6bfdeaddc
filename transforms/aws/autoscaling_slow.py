"""Autoscaling that is too slow to help, or goes one way only."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Block, Finding, Impact, Module, Profile, Transform, inference, mentions, resources

_LONG = 1800
"""Seconds of a cooldown after which a change of load is long over."""


class AutoscalingSlow(Transform):
    """A scaling policy waits too long, or a group only ever grows.

    What:
        Looks at simple scaling policies: at a `cooldown` of half an hour or more, and at groups whose
        policies of the module all add instances, so that what was added for a peak stays.

    Why:
        One instance an hour does not follow a load that doubles in minutes, and a group that never shrinks
        costs what its busiest hour needed.

    Example:
        resource "aws_autoscaling_policy" "up" {
          name                   = "up"
          autoscaling_group_name = aws_autoscaling_group.web.name
          adjustment_type        = "ChangeInCapacity"
          scaling_adjustment     = 1
          cooldown               = 3600
        }

    Impact:
        None: this is only reported; how the load comes and goes cannot be seen.

    Limits:
        Target tracking and predictive scaling go both ways, and a schedule may bring a group down: silent
        about groups that have one of them, and about values that are not known.

    Source:
        Amazon EC2 Auto Scaling User Guide, "Scaling cooldowns" and "Step and simple scaling policies".
    """

    name = "aws-autoscaling-slow"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = resources("aws_autoscaling_policy")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        cooldown = block.get("cooldown")
        seconds = _number(block, "cooldown", module)
        if cooldown is not None and seconds is not None and seconds >= _LONG:
            message = f"after each step the group does not scale for {seconds // 60} minutes"
            yield Finding(cooldown, message, advice="target tracking, or a cooldown of a few minutes")
        group = _group(block, module)
        if group is not None and _adds(block, module) and _first(block, group, module):
            yield Finding(block, f"{group} only grows: no policy takes instances away", advice=_ADVICE)


_ADVICE = "a policy of the type TargetTrackingScaling, or one with a negative scaling_adjustment"


def _number(block: Block, name: str, module: Module) -> int | None:
    attribute = block.get(name)
    found = None if attribute is None else inference.infer(attribute, block, module).value
    if isinstance(found, str) and found.lstrip("-").isdigit():
        return int(found)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def _adds(block: Block, module: Module) -> bool:
    step = _number(block, "scaling_adjustment", module)
    kind = block.get("adjustment_type")
    told = None if kind is None else inference.infer(kind, block, module).value
    return step is not None and step > 0 and told in ("ChangeInCapacity", "PercentChangeInCapacity")


def _group(block: Block, module: Module) -> Address | None:
    """The group of the module that a policy or a schedule is for."""
    attribute = block.get("autoscaling_group_name")
    found = [one.address for one in mentions(attribute.source)] if attribute is not None else []
    is_one = len(found) == 1 and found[0].parts[0] == "aws_autoscaling_group"
    return found[0] if is_one and module.get(found[0]) is not None else None


def _first(block: Block, group: Address, module: Module) -> bool:
    """Whether a policy is the first of those of its group, which all add instances."""
    if any(_group(one, module) == group for one in module.resources("aws_autoscaling_schedule")):
        return False
    policies = [one for one in module.resources("aws_autoscaling_policy") if _group(one, module) == group]
    return policies[0] is block and all(_adds(one, module) for one in policies)
