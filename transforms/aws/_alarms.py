"""The table of alarms that resources deserve, and how one is found and written.

Facts: Amazon CloudWatch user guide, "Recommended alarms"; metric lists of the services.
"""

from __future__ import annotations

from dataclasses import dataclass

from tffix import Address, Attribute, Block, Module, Reference, evaluate

from ._dependencies import uses
from ._instances import instance_of, repetition_of


@dataclass(frozen=True, slots=True)
class Alarm:
    """An alarm on ``metric``, whose ``dimension`` is the resource's ``attribute``; ``more`` is another
    dimension as it is written, with braces for the resource."""

    metric: str
    namespace: str
    dimension: str
    attribute: str
    suffix: str
    statistic: str
    comparison: str
    threshold: str
    description: str
    more: str = ""

    def label(self, block: Block) -> str:
        return f"{block.labels[1]}_{self.suffix}".replace("-", "_")


_OVER, _UNDER = "GreaterThanThreshold", "LessThanThreshold"
_ALB = ("AWS/ApplicationELB", "LoadBalancer", "arn_suffix")
_RDS = ("AWS/RDS", "DBInstanceIdentifier", "identifier")
_LAMBDA = ("AWS/Lambda", "FunctionName", "function_name")
_FUNCTION = "aws_lambda_function"
_5XX = Alarm(
    "HTTPCode_ELB_5XX_Count", *_ALB, "5xx", "Sum", _OVER, "10", "The load balancer answers with errors"
)
_CPU = Alarm("CPUUtilization", *_RDS, "cpu", "Average", _OVER, "80", "The database is short of CPU")
_STORAGE = Alarm(
    "FreeStorageSpace",
    *_RDS,
    "storage",
    "Minimum",
    _UNDER,
    "5 * 1024 * 1024 * 1024",
    "The database has less than 5 GiB left",
)
_ERRORS = Alarm("Errors", *_LAMBDA, "errors", "Sum", _OVER, "0", "The function fails")

_GROUP_CPU = Alarm(
    "CPUUtilization",
    "AWS/EC2",
    "AutoScalingGroupName",
    "name",
    "cpu",
    "Average",
    _OVER,
    "80",
    "The instances of the group are short of CPU",
)
_SERVICE_CPU = Alarm(
    "CPUUtilization",
    "AWS/ECS",
    "ServiceName",
    "name",
    "cpu",
    "Average",
    _OVER,
    "80",
    "The service is short of CPU",
    'ClusterName = reverse(split("/", {}.cluster))[0]',
)

ALARMS = {
    "aws_autoscaling_group": (_GROUP_CPU,),
    "aws_ecs_service": (_SERVICE_CPU,),
    "aws_lb": (_5XX,),
    "aws_alb": (_5XX,),
    "aws_db_instance": (_CPU, _STORAGE),
    _FUNCTION: (_ERRORS,),
}
_TOLD_ELSEWHERE = ("output", "module")


def watched(block: Block, alarm: Alarm, module: Module) -> bool:
    """Whether an alarm here may watch the metric of a resource, or somebody else may."""
    address = Address.of(block)
    references = module.references_to(address) if address is not None else []
    if any(one.rest == ".qualified_arn" for one in references):
        return True  # CloudFront runs it, and counts its errors in every region
    users = {one.block for one in references}
    if not module.is_root and (_is_told_elsewhere(references) or _outputs_functions(block, module)):
        return True
    if any(one.block.type == "module" and "alarm" in one.block.text for one in references):
        return True
    rivals = [one for one in module.resources(block.labels[0]) if one is not block]
    for one in module.resources("aws_cloudwatch_metric_alarm"):
        if _is_of_another_service(one, alarm, module):
            continue
        names = [evaluate(a.expression, module) for a in _metrics(one)]
        if not any(not isinstance(name, str) or _is_like(name, alarm.metric) for name in names):
            continue
        if one in users or not _mentions_rival(one, rivals):
            return True
    return False


def _is_of_another_service(one: Block, alarm: Alarm, module: Module) -> bool:
    """Whether an alarm of the module is on a metric of another namespace; those of containers are apart."""
    namespace = one.get("namespace")
    found = None if namespace is None else evaluate(namespace.expression, module)
    return isinstance(found, str) and found.startswith("AWS/") and found != alarm.namespace


def _is_told_elsewhere(references: list[Reference]) -> bool:
    return any(one.block.type in _TOLD_ELSEWHERE for one in references)


def _outputs_functions(block: Block, module: Module) -> bool:
    """Whether a module outputs one of its functions, and so leaves the alarms on all to its callers."""
    functions = module.resources(_FUNCTION) if block.labels[0] == _FUNCTION else []
    addresses = filter(None, map(Address.of, functions))
    return any(one.block.type == "output" for address in addresses for one in uses(module, address))


def _metrics(alarm: Block) -> list[Attribute]:
    return [a for body in alarm.body.walk() for a in body.attributes if a.name == "metric_name"]


def _is_like(name: str, metric: str) -> bool:
    """Whether a metric says the same: answers with 5xx are counted for targets and balancers alike."""
    return name == metric or ("5XX" in name and "5XX" in metric)


def _mentions_rival(alarm: Block, rivals: list[Block]) -> bool:
    """Whether an alarm is evidently another resource's."""
    text = alarm.body.text
    return any(".".join(rival.labels) in text for rival in rivals)


def source(block: Block, alarm: Alarm, module: Module) -> str:
    """The alarm as HCL; it notifies the module's SNS topic where there is just one."""
    topics = module.resources("aws_sns_topic")
    is_one = len(topics) == 1 and not topics[0].get("count") and not topics[0].get("for_each")
    actions = f"\n  alarm_actions       = [aws_sns_topic.{topics[0].labels[1]}.arn]" if is_one else ""
    more = f"\n    {alarm.more.format(instance_of(block))}" if alarm.more else ""
    return f"""resource "aws_cloudwatch_metric_alarm" "{alarm.label(block)}" {{
{repetition_of(block)}  alarm_name          = "{_name(block, alarm)}"
  alarm_description   = "{alarm.description}"
  namespace           = "{alarm.namespace}"
  metric_name         = "{alarm.metric}"
  statistic           = "{alarm.statistic}"
  comparison_operator = "{alarm.comparison}"
  threshold           = {alarm.threshold}
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"{actions}

  dimensions = {{
    {alarm.dimension} = {instance_of(block)}.{alarm.attribute}{more}
  }}
}}
"""


def _name(block: Block, alarm: Alarm) -> str:
    """The alarm's name inside a string; one for each instance."""
    key = instance_of(block).partition("[")[2].rstrip("]")
    return f"{alarm.label(block).replace('_', '-')}{f'-${{{key}}}' if key else ''}"
