"""What the roles of some AWS services need, in view of what the services do in a module.

Facts: AWS Config Developer Guide, "Permissions for the IAM Role Assigned to AWS Config"; AWS Lambda Developer
Guide, "Defining Lambda function permissions with an execution role"; Amazon VPC User Guide, "IAM role for
publishing flow logs to CloudWatch Logs"; AWS CloudTrail User Guide, "Role policy document for CloudTrail to
use CloudWatch Logs for monitoring"; the managed policies AWS_ConfigRole, AWSLambdaBasicExecutionRole and
AWSLambdaVPCAccessExecutionRole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tffix import Address, Attribute, Block, Module, evaluate, mentions, nodes

from ._config_reads import READS
from ._dependencies import depends, is_repeated_alike
from ._policy_document import Statement, of_role, trusted_services

WRITE_LOGS = ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")
WRITE_STREAMS = ("logs:CreateLogStream", "logs:PutLogEvents")
USE_INTERFACES = (
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:UnassignPrivateIpAddresses",
)
DELIVERY = {
    "FindDeliveryBucket": ("s3:GetBucketAcl", "s3:ListBucket"),
    "DeliverToBucket": ("s3:PutObject",),
    "EncryptDeliveries": ("kms:Decrypt", "kms:GenerateDataKey"),
    "NotifyTopic": ("sns:Publish",),
}
OWNER_HAS_CONTROL = '{\nStringEquals = {\n"s3:x-amz-acl" = "bucket-owner-full-control"\n}\n}'


@dataclass(frozen=True, slots=True)
class Grant:
    """A role to be granted something, and the block in which that will be written."""

    role: Block
    at: Block
    module: Module

    def source(self, attribute: Attribute | None, owner: Block) -> str | None:
        """The source of another block's argument, if it means the same in this block and makes no cycle."""
        if attribute is None:
            return None
        expression = attribute.expression
        is_alike = owner is self.at or is_repeated_alike(owner, self.at)
        is_indexed = any(
            isinstance(node, nodes.Index | nodes.Splat | nodes.LegacyIndex) for node in expression.walk()
        )
        is_keyed = any(node.root in ("each", "count") for node in expression.find(nodes.Traversal))
        if not is_alike and (is_indexed or is_keyed):
            return None
        if any(node.is_heredoc for node in expression.find(nodes.Template)):
            return None  # which cannot be written within a string
        here = Address.of(self.at)
        needed = (one.address for one in mentions(attribute.source))
        if here is None or any(depends(self.module, address, here) for address in needed):
            return None
        return attribute.source.strip()


Builder = Callable[[Grant], Sequence[Statement] | None]


def statements(name: str, grant: Grant) -> Sequence[Statement] | None:
    """What a role is to be allowed in place of a managed policy of that name; None if that is not evident."""
    services = trusted_services(grant.role, grant.module)
    bare = re.sub(r"^(?:aws|amazon)|[^a-z0-9]", "", name.lower())
    for service, pattern, build in SERVICES:
        if services == {service} and re.fullmatch(pattern, bare):
            return build(grant)
    return None


def _config(grant: Grant) -> list[Statement] | None:
    module = grant.module
    aggregators = module.resources("aws_config_configuration_aggregator")
    if any(of_role(one, grant.role) for block in aggregators for one in _attributes(block)):
        return None
    recorders = module.resources("aws_config_configuration_recorder")
    own = [block for block in recorders if of_role(block.get("role_arn"), grant.role)]
    channels = module.resources("aws_config_delivery_channel")
    reads = _recorder_reads(own) if recorders else _all_reads(set(READS))
    if not channels or reads is None or (recorders and not own):
        return None
    found = deliveries(channels, grant)
    if found is None:
        return None
    return [*found, Statement("RecordConfiguration", reads, ('"*"',))]


def deliveries(channels: Sequence[Block], grant: Grant) -> list[Statement] | None:
    """What delivery channels ask of the role of AWS Config; None where it cannot be told here."""
    wanted: dict[str, dict[str, None]] = {}
    for channel in channels:
        for sid, resource in _delivery(channel, grant):
            if resource is None:
                return None
            wanted.setdefault(sid, {})[resource] = None
    return [
        Statement(sid, actions, tuple(wanted[sid]), OWNER_HAS_CONTROL if sid == "DeliverToBucket" else "")
        for sid, actions in DELIVERY.items()
        if sid in wanted
    ]


def _attributes(block: Block) -> Iterator[Attribute]:
    for body in block.body.walk():
        yield from body.attributes


def _delivery(channel: Block, grant: Grant) -> Iterator[tuple[str, str | None]]:
    """What a delivery channel asks of the role, by statement; None where it cannot be told here."""
    bucket = grant.source(channel.get("s3_bucket_name"), channel)
    arn = None if bucket is None else _bucket_arn(bucket)
    yield "FindDeliveryBucket", arn
    folders = [arn]
    if channel.get("s3_key_prefix") is not None:
        folders.append(grant.source(channel.get("s3_key_prefix"), channel))
    path = "/".join(_inside(folder) for folder in folders if folder is not None)
    yield "DeliverToBucket", None if None in folders else f'"{path}/AWSLogs/{_account(grant)}/Config/*"'
    for sid, name in (("EncryptDeliveries", "s3_kms_key_arn"), ("NotifyTopic", "sns_topic_arn")):
        if channel.get(name) is not None:
            yield sid, grant.source(channel.get(name), channel)


def _bucket_arn(name: str) -> str:
    """The source of the ARN of a bucket whose name an expression gives."""
    known = re.fullmatch(r"((?:data\.)?aws_s3_bucket\.[\w-]+(?:\[[^\]]*\])?)\.(?:id|bucket)", name)
    return f"{known[1]}.arn" if known else f'"arn:aws:s3:::{_inside(name)}"'


def _inside(source: str) -> str:
    """A value's source as part of a quoted template."""
    return source[1:-1] if source.startswith('"') and source.endswith('"') else f"${{{source}}}"


def _account(grant: Grant) -> str:
    """The account that delivers, where the module asks for it already; else any, in that bucket."""
    for block in grant.module.blocks("data", "aws_caller_identity"):
        if not {"provider", "count", "for_each"} & {one.name for one in block.body.attributes}:
            return f"${{data.aws_caller_identity.{block.labels[1]}.account_id}}"
    return "*"


def _recorder_reads(recorders: Sequence[Block]) -> tuple[str, ...] | None:
    """The actions that recorders read resources with; None if they are not known for a recorded type."""
    recorded: set[str] = set()
    for recorder in recorders:
        services = _recorded_services(recorder)
        if services is None or not services <= set(READS):
            return None
        recorded |= services
    return _all_reads(recorded)


def _all_reads(services: set[str]) -> tuple[str, ...]:
    return tuple(sorted({"config:Put*", *(action for name in services for action in READS[name])}))


def _recorded_services(recorder: Block) -> set[str] | None:
    """The services whose resources are recorded, as in ``AWS::EC2::Instance``; None if that is not known."""
    group = next(recorder.blocks("recording_group"), None)
    types = group.get("resource_types") if group is not None else None
    if types is not None:
        values = evaluate(types.expression)
        if isinstance(values, list) and values:
            return {str(value).split("::")[1] if "::" in str(value) else "" for value in values}
        return None
    takes_global = group.get("include_global_resource_types") if group is not None else None
    return set(READS) - (set() if takes_global is not None and takes_global.boolean is not False else {"IAM"})


def _lambda_logs(grant: Grant) -> list[Statement]:
    functions = grant.module.resources("aws_lambda_function")
    groups = [_lambda_group(one, grant) for one in functions if of_role(one.get("role"), grant.role)]
    found = [f'"arn:aws:logs:*:*:log-group:{group}:*"' for group in groups or ["/aws/lambda/*"]]
    return [Statement("WriteLogs", WRITE_LOGS, tuple(dict.fromkeys(found)))]


def _lambda_group(function: Block, grant: Grant) -> str:
    """The log group of a function, as part of a quoted template."""
    for logging in function.blocks("logging_config"):
        if logging.get("log_group") is not None:
            group = grant.source(logging.get("log_group"), function)
            return "*" if group is None else _inside(group)
    # Not a reference to the function: in a VPC it can be made only after its role may use interfaces.
    name = grant.source(function.get("function_name"), function)
    return f"/aws/lambda/{_inside(name) if name else '*'}"


def _lambda_network(grant: Grant) -> list[Statement]:
    return [*_lambda_logs(grant), Statement("UseNetworkInterfaces", USE_INTERFACES, ('"*"',))]


def _flow_logs(grant: Grant) -> list[Statement] | None:
    logs = grant.module.resources("aws_flow_log")
    own = [block for block in logs if of_role(block.get("iam_role_arn"), grant.role)]
    groups = [grant.source(block.get("log_destination"), block) for block in own]
    known = [f'"{_inside(group)}:*"' for group in groups if group is not None]
    if not own or len(known) < len(own):
        return None
    return [
        Statement(
            "WriteFlowLogs",
            ("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"),
            tuple(dict.fromkeys(known)),
        ),
        Statement("FindLogGroups", ("logs:DescribeLogGroups",), ('"*"',)),
    ]


def _trail_logs(grant: Grant) -> list[Statement] | None:
    trails = grant.module.resources("aws_cloudtrail")
    own = [block for block in trails if of_role(block.get("cloud_watch_logs_role_arn"), grant.role)]
    groups = [grant.source(block.get("cloud_watch_logs_group_arn"), block) for block in own]
    known = [group for group in groups if group is not None]
    if not own or len(known) < len(own):
        return None
    return [Statement("WriteTrail", WRITE_STREAMS, tuple(dict.fromkeys(known)))]


# The principal, what of a managed policy's name tells that this is meant, and what is needed.
SERVICES: tuple[tuple[str, str, Builder], ...] = (
    (
        "config",
        r"(?:service)?config(?:uration)?(?:recorder|service|delivery)?(?:iam)?(?:role|access|policy)*",
        _config,
    ),
    ("lambda", r"lambdavpcaccess(?:execution)?(?:role|policy)*", _lambda_network),
    ("lambda", r"lambda(?:basic)?execution(?:role|policy)*|lambdabasic(?:role|policy)+", _lambda_logs),
    ("vpc-flow-logs", r"(?:vpc)?flowlogs?(?:delivery|cloudwatch|access)*(?:role|policy)*", _flow_logs),
    (
        "cloudtrail",
        r"cloudtrail(?:tocloudwatch|cloudwatch)?(?:logs?)?(?:delivery|access)?(?:role|policy)*",
        _trail_logs,
    ),
)
