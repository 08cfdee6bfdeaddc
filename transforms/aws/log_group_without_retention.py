"""Log groups that keep everything for ever."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import Block, Finding, Impact, Module, Profile, Tier, Transform, resources

from ._arguments import is_declared_once, set_argument

ALLOWED = (
    1,
    3,
    5,
    7,
    14,
    30,
    60,
    90,
    120,
    150,
    180,
    365,
    400,
    545,
    731,
    1096,
    1827,
    2192,
    2557,
    2922,
    3288,
    3653,
)


class LogGroupWithoutRetention(Transform):
    """A log group keeps its logs forever.

    What:
        Reports CloudWatch log groups without `retention_in_days`. With the option `days` set, it writes that
        many. Below, `days = 365` is set.

    Why:
        The default is never to delete: the bill grows with every line, and logs are kept longer than privacy
        rules allow.

    Example:
        resource "aws_cloudwatch_log_group" "web" {
          name = "/app/web"
        }

    Becomes:
        resource "aws_cloudwatch_log_group" "web" {
          name              = "/app/web"
          retention_in_days = 365
        }

    Impact:
        An update in place, with the option: CloudWatch then deletes what is older. Without it nothing
        changes.

    Limits:
        How long logs must be kept is not for a tool to guess, so there is no fix unless `days` is set to one
        of the numbers that CloudWatch takes (1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400 …). Log
        groups of class DELIVERY, whose retention is fixed, are left alone.

    Source:
        Amazon CloudWatch Logs API reference, PutRetentionPolicy.
    """

    name = "aws-log-group-without-retention"
    impact = Impact.UPDATE
    tier = Tier.DEPLOYED
    profile = Profile.BEST_PRACTICE
    languages = frozenset(("hcl", "json", "python"))
    watches = resources("aws_cloudwatch_log_group")
    options: ClassVar[Mapping[str, object]] = {"days": 0}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        class_ = block.get("log_group_class")
        if block.get("retention_in_days") is not None or (class_ is not None and class_.string == "DELIVERY"):
            return
        if not is_declared_once(block, module):
            return
        days = self.option["days"]
        fix = None
        if days in ALLOWED:
            fix = partial(set_argument, block, "retention_in_days", str(days), module)
        yield Finding(block, "the log group keeps everything for ever", fix, "retention_in_days = 365")
