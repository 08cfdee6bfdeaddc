"""Relations that no schema states, each with where it is written.

A line is: type; block; conditions; what is needed; source. `src/tffix/facts/relations.py` explains formulas.
"""

from __future__ import annotations

from typing import Any

from relation_formulas import Formula

_TCP = ["in", "protocol", ["tcp", "udp", "6", "17"]]
_TCP_RULE = ["in", "ip_protocol", ["tcp", "udp", "6", "17"]]
_UNRESTORED = [
    ["unwritten", name] for name in ("replicate_source_db", "snapshot_identifier", "restore_to_point_in_time")
]
_IO = ["io1", "io2"]
_GATEWAY = ["any", ["unset", "vpc_endpoint_type"], ["in", "vpc_endpoint_type", ["Gateway"]]]
_PROVISIONED = ["any", ["unset", "billing_mode"], ["in", "billing_mode", ["PROVISIONED"]]]

_EC2 = "Amazon EC2 API reference"
_ALARM = "Amazon CloudWatch API reference, PutMetricAlarm"
_SCALING = "Amazon EC2 Auto Scaling API reference, CreateAutoScalingGroup"
_NODES = "Amazon EKS API reference, NodegroupScalingConfig"
_RULE = f"{_EC2}, IpPermission"
_ENDPOINT = f"{_EC2}, CreateVpcEndpoint"
_CACHE = "Amazon ElastiCache API reference, CreateReplicationGroup"
_RDS = "Amazon RDS API reference, CreateDBInstance"
_TABLE = "AWS provider documentation, aws_dynamodb_table; rule E3639 of cfn-lint"
_INSTANCE = "AWS provider documentation, aws_instance; rule E3673 of cfn-lint"
_BACKUP = "AWS Backup API reference, Lifecycle; rule E3504 of cfn-lint"

ADDITIONS: tuple[tuple[str, str, list[Formula], Formula, str], ...] = (
    ("aws_appautoscaling_target", "", [], ["least_of", "max_capacity", "min_capacity"],
     "Application Auto Scaling API reference, RegisterScalableTarget"),
    ("aws_autoscaling_group", "", [], ["least_of", "desired_capacity", "min_size"], _SCALING),
    ("aws_autoscaling_group", "", [], ["least_of", "max_size", "desired_capacity"], _SCALING),
    ("aws_backup_plan", "rule.lifecycle", [], ["apart", "delete_after", "cold_storage_after", 90], _BACKUP),
    ("aws_backup_plan", "rule.copy_action.lifecycle", [],
     ["apart", "delete_after", "cold_storage_after", 90], _BACKUP),
    ("aws_cloudwatch_metric_alarm", "", [["most", "period", 59]], ["in", "period", ["10", "20", "30"]],
     _ALARM),
    ("aws_cloudwatch_metric_alarm", "", [["over", "period", 59]], ["multiple", "period", 60], _ALARM),
    ("aws_cloudwatch_metric_alarm", "", [], ["least_of", "evaluation_periods", "datapoints_to_alarm"],
     _ALARM),
    ("aws_db_instance", "", [["in", "storage_type", _IO], *_UNRESTORED], ["written", "iops"], _RDS),
    ("aws_db_instance", "", [], ["least_of", "max_allocated_storage", "allocated_storage"], _RDS),
    ("aws_dynamodb_table", "", [_PROVISIONED], ["written", "read_capacity"], _TABLE),
    ("aws_dynamodb_table", "", [_PROVISIONED], ["written", "write_capacity"], _TABLE),
    ("aws_ebs_volume", "", [["in", "type", _IO], ["unwritten", "snapshot_id"]], ["written", "iops"],
     f"{_EC2}, CreateVolume"),
    ("aws_efs_file_system", "", [["in", "throughput_mode", ["provisioned"]]],
     ["set", "provisioned_throughput_in_mibps"], "Amazon EFS API reference, CreateFileSystem"),
    ("aws_eks_node_group", "scaling_config", [], ["least_of", "max_size", "min_size"], _NODES),
    ("aws_eks_node_group", "scaling_config", [], ["least_of", "desired_size", "min_size"], _NODES),
    ("aws_eks_node_group", "scaling_config", [], ["least_of", "max_size", "desired_size"], _NODES),
    ("aws_elasticache_replication_group", "", [["in", "multi_az_enabled", ["true"]]],
     ["in", "automatic_failover_enabled", ["true"]], _CACHE),
    ("aws_elasticache_replication_group", "", [["in", "multi_az_enabled", ["true"]]],
     ["written", "automatic_failover_enabled"], _CACHE),
    ("aws_elasticache_replication_group", "", [["in", "automatic_failover_enabled", ["true"]]],
     ["least", "num_cache_clusters", 2], _CACHE),
    ("aws_elasticache_replication_group", "", [["set", "auth_token"]],
     ["in", "transit_encryption_enabled", ["true"]], _CACHE),
    ("aws_elasticache_replication_group", "", [["set", "auth_token"]],
     ["written", "transit_encryption_enabled"], _CACHE),
    ("aws_instance", "", [["unwritten", "launch_template"]], ["written", "ami"], _INSTANCE),
    ("aws_instance", "", [["unwritten", "launch_template"]], ["written", "instance_type"], _INSTANCE),
    ("aws_kinesis_stream", "", [["in", "stream_mode_details.stream_mode", ["ON_DEMAND"]]],
     ["unset", "shard_count"], "AWS provider documentation, aws_kinesis_stream"),
    ("aws_nat_gateway", "", [["in", "connectivity_type", ["private"]]], ["unset", "allocation_id"],
     f"{_EC2}, CreateNatGateway"),
    ("aws_rds_cluster", "serverlessv2_scaling_configuration", [],
     ["least_of", "max_capacity", "min_capacity"],
     "Amazon RDS API reference, ServerlessV2ScalingConfiguration"),
    ("aws_security_group", "ingress", [_TCP], ["least_of", "to_port", "from_port"], _RULE),
    ("aws_security_group", "egress", [_TCP], ["least_of", "to_port", "from_port"], _RULE),
    ("aws_security_group_rule", "", [_TCP], ["least_of", "to_port", "from_port"], _RULE),
    ("aws_sns_topic", "", [["in", "fifo_topic", ["true"]]], ["like", "name", r"^.*\.fifo$"],
     "Amazon SNS API reference, CreateTopic"),
    ("aws_vpc_endpoint", "", [_GATEWAY], ["unset", "subnet_ids"], _ENDPOINT),
    ("aws_vpc_endpoint", "", [_GATEWAY], ["unset", "security_group_ids"], _ENDPOINT),
    ("aws_vpc_endpoint", "", [["in", "vpc_endpoint_type", ["Interface"]]], ["unset", "route_table_ids"],
     _ENDPOINT),
    ("aws_vpc_security_group_egress_rule", "", [_TCP_RULE], ["least_of", "to_port", "from_port"], _RULE),
    ("aws_vpc_security_group_ingress_rule", "", [_TCP_RULE], ["least_of", "to_port", "from_port"], _RULE),
)  # fmt: skip


def added() -> dict[str, list[Any]]:
    """The relations by type, as records of the facts."""
    found: dict[str, list[Any]] = {}
    for type_name, at, when, need, source in ADDITIONS:
        found.setdefault(type_name, []).append({"at": at, "when": when, "need": need, "by": source})
    return found
