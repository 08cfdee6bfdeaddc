"""AWS names of which an account, a region or all of AWS can have one: which argument says them.

Facts: the API references of the services, on the operations that create these resources.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tffix import Attribute, Block, Module, evaluate, nodes, providers

from ._iam_kinds import KINDS
from ._name_parts import Hole, Parts, parts_of, source_of_parts

GLOBAL = "aws_s3_bucket"

NAMED_BY: dict[str, str] = {
    "aws_alb": "name",
    "aws_alb_target_group": "name",
    "aws_autoscaling_group": "name",
    "aws_backup_vault": "name",
    "aws_cloudtrail": "name",
    "aws_cloudwatch_dashboard": "dashboard_name",
    "aws_cloudwatch_event_rule": "name",
    "aws_cloudwatch_log_group": "name",
    "aws_cloudwatch_metric_alarm": "alarm_name",
    "aws_codebuild_project": "name",
    "aws_codepipeline": "name",
    "aws_config_config_rule": "name",
    "aws_db_instance": "identifier",
    "aws_db_parameter_group": "name",
    "aws_db_subnet_group": "name",
    "aws_docdb_cluster": "cluster_identifier",
    "aws_docdb_cluster_instance": "identifier",
    "aws_dynamodb_table": "name",
    "aws_ecr_repository": "name",
    "aws_ecs_cluster": "name",
    "aws_ecs_service": "name",
    "aws_eks_cluster": "name",
    "aws_elasticache_cluster": "cluster_id",
    "aws_elasticache_replication_group": "replication_group_id",
    "aws_elasticache_subnet_group": "name",
    "aws_elb": "name",
    "aws_glue_job": "name",
    "aws_iam_group": "name",
    "aws_iam_instance_profile": "name",
    "aws_iam_policy": "name",
    "aws_iam_role": "name",
    "aws_iam_user": "name",
    "aws_key_pair": "key_name",
    "aws_kinesis_stream": "name",
    "aws_kms_alias": "name",
    "aws_lambda_function": "function_name",
    "aws_launch_template": "name",
    "aws_lb": "name",
    "aws_lb_target_group": "name",
    "aws_msk_cluster": "cluster_name",
    "aws_opensearch_domain": "domain_name",
    "aws_rds_cluster": "cluster_identifier",
    "aws_rds_cluster_instance": "identifier",
    "aws_s3_bucket": "bucket",
    "aws_secretsmanager_secret": "name",
    "aws_security_group": "name",
    "aws_sfn_state_machine": "name",
    "aws_sns_topic": "name",
    "aws_sqs_queue": "name",
    "aws_ssm_parameter": "name",
    "aws_wafv2_web_acl": "name",
}
LONGEST = {"aws_lb": 32, "aws_lb_target_group": 32, "aws_elb": 32, GLOBAL: 63, "aws_lambda_function": 64}
"""How long a name may be, where that is short."""
WITHIN = {
    "aws_cloudwatch_event_rule": "event_bus_name",
    "aws_ecs_service": "cluster",
    "aws_security_group": "vpc_id",
    "aws_wafv2_web_acl": "scope",
}
"""The argument that says within what a name must be unique, where that is less than a region."""

_SAME = {"aws_alb": "aws_lb", "aws_alb_target_group": "aws_lb_target_group"}
_VARYING = re.compile(r"\b(?:each|count|self)\.|\b(?:uuid|timestamp|bcrypt)\(")
"""What is another value in each instance, or each time."""


@dataclass(frozen=True, slots=True)
class Key:
    """A name and where it may stand once. ``name`` is the source between the quotes where the name
    ``is_constant`` not."""

    type: str
    place: str
    name: str
    is_constant: bool


def key_of(block: Block, module: Module) -> Key | None:
    """The name that a resource has; None where nothing is certain of it. Names of IAM entities that are the
    same in every deployment are for aws-iam-name-not-unique."""
    attribute = block.get(NAMED_BY[block.labels[0]])
    if attribute is None:
        return None
    name = evaluate(attribute.expression, module)
    is_constant = isinstance(name, str)
    if not isinstance(name, str):
        parts = name_parts(attribute, module)
        name = "" if parts is None or is_varying(parts) else source_of_parts(parts)[1:-1]
    if not name or (is_constant and block.labels[0] in KINDS):
        return None
    type_ = _SAME.get(block.labels[0], block.labels[0])
    return Key(type_, "" if type_ == GLOBAL else place_of(block), name, is_constant)


def place_of(block: Block) -> str:
    """Within what a name of a resource must be unique."""
    named = [block.get(one) for one in ("region", WITHIN.get(block.labels[0], ""))]
    sources = [" ".join(one.source.split()) if one is not None else "" for one in named]
    return " ".join((providers.provider_of(block), *sources)).strip()


def name_parts(attribute: Attribute, module: Module) -> Parts | None:
    """What a name is made of; None where it may be null, for a name that AWS makes."""
    parts = parts_of(attribute.expression, module)
    has_text = any(isinstance(part, str) and any(map(str.isalnum, part)) for part in parts)
    in_quotes = isinstance(attribute.expression, nodes.Template)
    return parts if has_text or (in_quotes and len(parts) > 1) else None


def is_varying(parts: Parts) -> bool:
    """Whether a name is another one in each instance of its resource."""
    return any(isinstance(part, Hole) and _VARYING.search(part.source) for part in parts)


def named(module: Module) -> list[tuple[Block, Key]]:
    """The resources of a module that are made once and of whose names something is certain."""
    return module.recall(_named)


def _named(module: Module) -> list[tuple[Block, Key]]:
    blocks = [block for block in module.resources() if len(block.labels) == 2 and block.labels[0] in NAMED_BY]
    found = [(block, key_of(block, module)) for block in blocks if not is_repeated(block)]
    return [(block, key) for block, key in found if key is not None]


def is_repeated(block: Block) -> bool:
    """Whether a block has a number of instances, which may be none."""
    return block.get("count") is not None or block.get("for_each") is not None
