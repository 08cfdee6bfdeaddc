"""Lambda functions whose log group nobody declares, so that it keeps everything for ever."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import (
    Address,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Refused,
    Tier,
    Transform,
    parse_block,
    resources,
)

from ._arguments import has_its_provider, is_declared_once, nested
from ._dependencies import uses
from ._instances import repetition_of
from ._name_parts import Parts, joined, may_be_same, parts_of, source_of_parts
from ._s3 import add_dependencies
from .log_group_without_retention import ALLOWED

_GROUP = "aws_cloudwatch_log_group"
_PREFIX = "/aws/lambda/"
_PASTE = """resource "aws_cloudwatch_log_group" "{label}" {{
{repeated}  name              = {name}
  retention_in_days = {days}
}}

and in the function: depends_on = [aws_cloudwatch_log_group.{label}]. If the function has run, the group \
exists already: add an import block with its name as the id."""


class LambdaWithoutLogGroup(Transform):
    """A Lambda function has no log group of its own, so AWS creates one that never expires.

    What:
        Reports functions for whose log group, `/aws/lambda/` and the function's name, the module declares no
        `aws_cloudwatch_log_group`, and that name none in `logging_config`. With the option `days` set, the
        log group is added with that many days of retention, and the function depends on it. Below, `days =
        30` is set.

    Why:
        Lambda makes the log group when the function first runs: without retention, without the module's tags
        and key, and it stays when the function is destroyed. Whoever declares it later finds that it exists.

    Example:
        resource "aws_lambda_function" "resize" {
          function_name = "resize"
          role          = aws_iam_role.resize.arn
          filename      = "resize.zip"
          handler       = "index.handler"
          runtime       = "nodejs22.x"
        }

    Becomes:
        resource "aws_cloudwatch_log_group" "resize" {
          name              = "/aws/lambda/resize"
          retention_in_days = 30
        }

        resource "aws_lambda_function" "resize" {
          function_name = "resize"
          role          = aws_iam_role.resize.arn
          filename      = "resize.zip"
          handler       = "index.handler"
          runtime       = "nodejs22.x"

          depends_on = [aws_cloudwatch_log_group.resize]
        }

    Impact:
        A log group is added, with the option. If the function has run, there is one already, and creating it
        fails with ResourceAlreadyExistsException until an `import` block with the name as its `id` takes it
        over; the logs of before then expire, too. Without the option nothing changes.

    Limits:
        How long logs must be kept, and whether the function has run, is not for a tool to guess, so there is
        no fix unless `days` is set to one of the numbers that CloudWatch takes (1, 3, 5, 7, 14, 30, 60, 90,
        120, 150, 180, 365, 400 …). Silent where a log group of the module may be the function's, where the
        function goes to a module or is called by one that declares log groups for Lambda, and for functions
        of CloudFront, which log in many regions.

    Source:
        AWS Lambda Developer Guide, "Sending Lambda function logs to CloudWatch Logs"; Amazon CloudWatch Logs
        API reference, CreateLogGroup.
    """

    name = "aws-lambda-without-log-group"
    impact = Impact.CREATE
    tier = Tier.DEPLOYED
    profile = Profile.BEST_PRACTICE
    watches = resources("aws_lambda_function")
    options: ClassVar[Mapping[str, object]] = {"days": 0}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        name = block.get("function_name")
        if name is None or not is_declared_once(block, module) or _has_group(block, module):
            return
        source = source_of_parts((_PREFIX, *parts_of(name.expression)))
        days = self.option["days"]
        fix = None
        if days in ALLOWED and module.resource(_GROUP, block.labels[1]) is None:
            is_free = not module.unreadable and has_its_provider(block, module)
            fix = partial(_add, block, str(days), module) if is_free else None
        advice = _PASTE.format(
            repeated=repetition_of(block), label=block.labels[1], name=source, days=days or 30
        )
        yield Finding(block, "the function's log group is not declared, and keeps everything", fix, advice)


def _has_group(function: Block, module: Module) -> bool:
    """Whether a function has a log group that is declared, or may have."""
    address = Address.of(function)
    assert address is not None
    if any(logging.get("log_group") is not None for logging in nested(function, "logging_config")):
        return True
    if module.mentioned_elsewhere(_GROUP) or _is_elsewhere(address, module):
        return True
    waits = function.get("depends_on")
    if waits is not None and _GROUP in waits.source:
        return True
    if any(one.block.labels[:1] == (_GROUP,) for one in uses(module, address)):
        return True
    wanted = _group_name(function, module)
    groups, unclaimed = module.recall(_groups)
    return wanted in groups or any(may_be_same(one, wanted) for one in unclaimed)


def _groups(module: Module) -> tuple[set[Parts], list[Parts]]:
    """The names of the log groups of a module, and those that are not just the name of a function's."""
    named = (one.get("name") for one in module.resources(_GROUP))
    groups: set[Parts] = {parts_of(one.expression, module) for one in named if one is not None}
    claimed: set[Parts] = {_group_name(one, module) for one in module.resources("aws_lambda_function")}
    return groups, [one for one in groups if one not in claimed]


def _group_name(function: Block, module: Module) -> Parts:
    """What the log group of a function is called."""
    name = function.get("function_name")
    return () if name is None else joined((_PREFIX, *parts_of(name.expression, module)))


def _is_elsewhere(address: Address, module: Module) -> bool:
    """Whether a caller of the module, or a module or distribution that gets the function, may see to its
    logs."""
    for caller, _ in module.callers:
        names = (one.get("name") for one in caller.resources(_GROUP))
        if any("lambda" in one.source or "module." in one.source for one in names if one is not None):
            return True
    for reference in uses(module, address):
        user = reference.block
        if user.labels[:1] == ("aws_cloudfront_distribution",):
            return True
        if user.type == "module":
            child = module.children.get(user.labels[0])
            if child is None or child.resources(_GROUP):
                return True
    return False


def _add(function: Block, days: str, module: Module) -> None:
    """Puts a log group before a function, as often as there is the function, and lets that wait for it."""
    label, name = function.labels[1], function.get("function_name")
    if name is None or _has_group(function, module):
        raise Refused("another fix has given it a log group")
    lines = [f'resource "{_GROUP}" "{label}" {{']
    repeated = filter(None, map(function.get, ("provider", "count", "for_each")))
    lines += [f"{attribute.name} = {attribute.source.strip()}" for attribute in repeated]
    if len(lines) > 1:
        lines.append("")
    lines.append(f"name = {source_of_parts((_PREFIX, *parts_of(name.expression)))}")
    group = parse_block("\n".join((*lines, f"retention_in_days = {days}", "}")))
    assert function.parent is not None
    function.parent.insert_before(function, group)
    add_dependencies(function, [group], module)
