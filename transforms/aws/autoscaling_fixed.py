"""Groups and services that are said to scale and cannot."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Block, Finding, Impact, Module, Profile, Transform, resources

from ._arguments import value
from ._environment import is_small_time
from ._instances import instance_of, repetition_of

_BOUNDS = {
    "aws_autoscaling_group": ("min_size", "max_size"),
    "aws_appautoscaling_target": ("min_capacity", "max_capacity"),
}
_SCALERS = (
    "aws_autoscaling_policy",
    "aws_autoscaling_schedule",
    "aws_autoscalingplans_scaling_plan",
    "aws_appautoscaling_policy",
    "aws_appautoscaling_scheduled_action",
    "aws_ecs_capacity_provider",
)
_FROM_OUTSIDE = ("k8s.io/cluster-autoscaler", "kubernetes.io/cluster", "AmazonECSManaged", "karpenter")


class AutoscalingFixed(Transform):
    """An autoscaling group or target cannot scale.

    What:
        Reports groups and targets of two or more whose bounds are equal, and those with room between the
        bounds that no policy, schedule or capacity provider uses.

    Why:
        Equal bounds hold the number of servers whatever the load is; without a policy the number stays where
        it began.

    Example:
        resource "aws_autoscaling_group" "web" {
          min_size            = 3
          max_size            = 3
          vpc_zone_identifier = var.subnet_ids
        }

    Impact:
        None: this is only reported; how far to scale is a matter of load and money.

    Limits:
        Silent where the bounds are not known without running Terraform; for groups that something outside
        scales (the cluster autoscaler, ECS); for a missing policy where an output gives the group to others,
        or names say that it is for development, tests or an example.

    Source:
        Amazon EC2 Auto Scaling user guide, "Scaling policies"; Application Auto Scaling user guide.
    """

    name = "aws-autoscaling-fixed"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = resources(*_BOUNDS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        low_name, high_name = _BOUNDS[block.labels[0]]
        low, high = value(block, low_name, module), value(block, high_name, module)
        if not isinstance(low, int) or not isinstance(high, int) or _is_scaled_outside(block):
            return
        if low == high and low > 1:
            message = f"{low_name} and {high_name} are both {low}: this cannot scale"
            yield Finding(block.get(high_name) or block, message, advice=f"{high_name} = {2 * high}")
        elif low < high and not _has_scaler(block, module) and not is_small_time(block, module):
            message = f"nothing scales this between {low} and {high}"
            yield Finding(block, message, advice=_policy(block))


def _is_scaled_outside(block: Block) -> bool:
    text = block.body.text
    return any(sign in text for sign in _FROM_OUTSIDE)


def _has_scaler(block: Block, module: Module) -> bool:
    address = Address.of(block)
    for reference in module.references_to(address) if address else ():
        if reference.block.type in ("output", "module", "locals") or reference.block.labels[:1] == (
            "aws_eks_addon",
        ):
            return True
        if reference.block.labels[:1] and reference.block.labels[0] in _SCALERS:
            return True
    name = value(block, "name", module)
    scalers = module.resources(*_SCALERS)
    return any(isinstance(name, str) and f'"{name}"' in one.body.text for one in scalers)


def _policy(block: Block) -> str:
    if block.labels[0] == "aws_appautoscaling_target":
        return f"add an aws_appautoscaling_policy for aws_appautoscaling_target.{block.labels[1]}"
    return (
        f'resource "aws_autoscaling_policy" "{block.labels[1]}" {{\n{repetition_of(block)}'
        f'  name                   = "{block.labels[1]}-cpu"\n'
        f"  autoscaling_group_name = {instance_of(block)}.name\n"
        f'  policy_type            = "TargetTrackingScaling"\n\n'
        "  target_tracking_configuration {\n    target_value = 60\n\n"
        "    predefined_metric_specification {\n"
        '      predefined_metric_type = "ASGAverageCPUUtilization"\n    }\n  }\n}'
    )
