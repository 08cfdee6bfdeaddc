"""Load balancers, databases and functions whose failure nobody is told of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import Block, Finding, Impact, Module, Profile, Transform, parse_block, resources

from ._alarms import ALARMS, source, watched
from ._environment import is_small_time


class AlarmMissing(Transform):
    """No alarm watches a load balancer, database, function, service or group.

    What:
        Reports Application Load Balancers without an alarm on 5xx answers, RDS instances without ones on CPU
        and free storage, Lambda functions without one on errors, and services of ECS and autoscaling groups
        without one on CPU. With the option `create`, it adds the alarms after the resource; where the module
        has one SNS topic, they notify it. Below, `create = true` is set.

    Why:
        Without an alarm it is the users who tell that something fails.

    Example:
        resource "aws_lambda_function" "orders" {
          function_name = "orders"
          role          = aws_iam_role.orders.arn
          handler       = "index.handler"
          runtime       = "nodejs22.x"
          filename      = "orders.zip"
        }

    Becomes:
        resource "aws_lambda_function" "orders" {
          function_name = "orders"
          role          = aws_iam_role.orders.arn
          handler       = "index.handler"
          runtime       = "nodejs22.x"
          filename      = "orders.zip"
        }

        resource "aws_cloudwatch_metric_alarm" "orders_errors" {
          alarm_name          = "orders-errors"
          alarm_description   = "The function fails"
          namespace           = "AWS/Lambda"
          metric_name         = "Errors"
          statistic           = "Sum"
          comparison_operator = "GreaterThanThreshold"
          threshold           = 0
          period              = 300
          evaluation_periods  = 1
          treat_missing_data  = "notBreaching"

          dimensions = {
            FunctionName = aws_lambda_function.orders.function_name
          }
        }

    Impact:
        With the option, alarms are created; without it nothing changes.

    Limits:
        An alarm counts for a resource if it is on the metric and mentions the resource, or watches it by a
        dimension that is not known. Resources with `count` or `for_each` are only reported. Silent for what
        is by its names for development, tests or an example, for functions that CloudFront runs, and for
        modules that output the resource or pass it on, where the alarms may be elsewhere: a called module
        that outputs one of its functions leaves the alarms on all of them to its callers.

    Source:
        Amazon CloudWatch user guide, "Recommended alarms".
    """

    name = "aws-alarm-missing"
    impact = Impact.CREATE
    profile = Profile.BEST_PRACTICE
    watches = resources(*ALARMS)
    options: ClassVar[Mapping[str, object]] = {"create": False}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        kind = block.get("load_balancer_type")
        if (kind is not None and kind.string != "application") or is_small_time(block, module):
            return
        for alarm in ALARMS[block.labels[0]]:
            if watched(block, alarm, module):
                continue
            text = source(block, alarm, module)
            is_one = block.get("count") is None and block.get("for_each") is None
            free = module.resource("aws_cloudwatch_metric_alarm", alarm.label(block)) is None
            fix = partial(_add, block, text, module) if self.option["create"] and is_one and free else None
            yield Finding(block, f"no alarm watches {alarm.metric} of {'.'.join(block.labels)}", fix, text)


def _add(block: Block, text: str, module: Module) -> None:
    assert block.parent is not None
    block.parent.insert_after(block, parse_block(text))
