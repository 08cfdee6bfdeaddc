"""AWS names of which an account, a region or all of AWS can have one: which argument says them.

Facts: the API references of the services, on the operations that create these resources.
"""

from __future__ import annotations

from dataclasses import dataclass

from tffix import Block, Module, evaluate, providers

GLOBAL = "aws_s3_bucket"

NAMED_BY: dict[str, str] = {
    "aws_alb": "name",
    "aws_alb_target_group": "name",
    "aws_autoscaling_group": "name",
    "aws_backup_vault": "name",
    "aws_cloudtrail": "name",
    "aws_cloudwatch_log_group": "name",
    "aws_cloudwatch_metric_alarm": "alarm_name",
    "aws_db_instance": "identifier",
    "aws_db_parameter_group": "name",
    "aws_db_subnet_group": "name",
    "aws_dynamodb_table": "name",
    "aws_ecr_repository": "name",
    "aws_ecs_cluster": "name",
    "aws_eks_cluster": "name",
    "aws_elasticache_replication_group": "replication_group_id",
    "aws_elb": "name",
    "aws_key_pair": "key_name",
    "aws_kinesis_stream": "name",
    "aws_kms_alias": "name",
    "aws_lambda_function": "function_name",
    "aws_launch_template": "name",
    "aws_lb": "name",
    "aws_lb_target_group": "name",
    "aws_opensearch_domain": "domain_name",
    "aws_rds_cluster": "cluster_identifier",
    "aws_s3_bucket": "bucket",
    "aws_secretsmanager_secret": "name",
    "aws_sfn_state_machine": "name",
    "aws_sns_topic": "name",
    "aws_sqs_queue": "name",
    "aws_ssm_parameter": "name",
}
LONGEST = {"aws_lb": 32, "aws_lb_target_group": 32, "aws_elb": 32, GLOBAL: 63, "aws_lambda_function": 64}
"""How long a name may be, where that is short."""

_SAME = {"aws_alb": "aws_lb", "aws_alb_target_group": "aws_lb_target_group"}


@dataclass(frozen=True, slots=True)
class Key:
    """A name and where it may stand once."""

    type: str
    place: str
    name: str


def key_of(block: Block, module: Module) -> Key | None:
    """The name that a resource has in every deployment; None where a variable or a resource is part of it."""
    attribute = block.get(NAMED_BY[block.labels[0]])
    name = evaluate(attribute.expression, module) if attribute is not None else None
    if not isinstance(name, str) or not name:
        return None
    type_ = _SAME.get(block.labels[0], block.labels[0])
    region = block.get("region")
    place = f"{providers.provider_of(block)} {region.source if region else ''}"
    return Key(type_, "" if type_ == GLOBAL else place.strip(), name)


def named(module: Module) -> list[tuple[Block, Key]]:
    """The resources of a module that are made once and whose names are the same in every deployment."""
    blocks = [block for block in module.resources() if len(block.labels) == 2 and block.labels[0] in NAMED_BY]
    found = [(block, key_of(block, module)) for block in blocks if not is_repeated(block)]
    return [(block, key) for block, key in found if key is not None]


def is_repeated(block: Block) -> bool:
    """Whether a block has a number of instances, which may be none."""
    return block.get("count") is not None or block.get("for_each") is not None
