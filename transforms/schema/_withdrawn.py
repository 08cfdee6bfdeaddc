"""What providers withdrew and did not replace one to one: what takes its place, and what doing without means.

Facts: the upgrade guides of the AWS provider for its versions 4, 5 and 6 and those of the google provider
for 5 to 8 (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade and its
neighbours, https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_6_upgrade and
its neighbours). Those of azurerm are in _withdrawn_azurerm.txt, with their sources. That a name was there and
is gone, and that what takes its place is there, is tested against the provider schemas.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_EC2_CLASSIC = "EC2-Classic, which it is for, has ended: without it nothing changes"
_INFERENCE = "Elastic Inference, which it is for, has ended: without it nothing changes"
_GRAPHICS = "Elastic Graphics, which it is for, has ended: without it nothing changes"
_STAGE = "without it no stage is made, and the API cannot be called"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What is gone. ``by`` names what takes its place: arguments and blocks of the same type, by their paths,
    or other types; ``without`` says what leaving it out does."""

    by: tuple[str, ...] = ()
    without: str = ""

    @property
    def advice(self) -> str:
        """Both as one clause."""
        if not self.by:
            return self.without
        verb = "takes" if len(self.by) == 1 else "take"
        names = " and ".join(f"'{name}'" for name in self.by)
        told = f"{names} {verb} its place"
        return f"{told}; {self.without}" if self.without else told


_ARGUMENTS: dict[tuple[str, str], Withdrawn] = {
    ("aws", "skip_get_ec2_platforms"): Withdrawn((), _EC2_CLASSIC),
    ("aws_alb_listener_rule", "condition.field"): Withdrawn(
        ("condition.host_header", "condition.path_pattern")
    ),
    ("aws_api_gateway_account", "reset_on_delete"): Withdrawn(
        (), "without it destroying the resource resets the account's settings, as true asked for"
    ),
    ("aws_api_gateway_deployment", "canary_settings"): Withdrawn(("aws_api_gateway_stage",), _STAGE),
    ("aws_api_gateway_deployment", "execution_arn"): Withdrawn(("aws_api_gateway_stage",)),
    ("aws_api_gateway_deployment", "invoke_url"): Withdrawn(("aws_api_gateway_stage",)),
    ("aws_api_gateway_deployment", "stage_description"): Withdrawn(("aws_api_gateway_stage",), _STAGE),
    ("aws_api_gateway_deployment", "stage_name"): Withdrawn(("aws_api_gateway_stage",), _STAGE),
    ("aws_batch_job_queue", "compute_environments"): Withdrawn(
        ("compute_environment_order",), "without it the queue has no place to run jobs in"
    ),
    ("aws_budgets_budget", "cost_filters"): Withdrawn(
        ("cost_filter",), "without it the budget counts all costs of the account"
    ),
    ("aws_ce_anomaly_subscription", "threshold"): Withdrawn(
        ("threshold_expression",), "without it small anomalies are reported too"
    ),
    ("aws_cognito_user_pool", "admin_create_user_config.unused_account_validity_days"): Withdrawn(
        ("password_policy.temporary_password_validity_days",)
    ),
    ("aws_db_instance", "security_group_names"): Withdrawn(("vpc_security_group_ids",), _EC2_CLASSIC),
    ("aws_connect_hours_of_operation", "hours_of_operation_arn"): Withdrawn(("arn",)),
    ("aws_connect_queue", "quick_connect_ids_associated"): Withdrawn(("quick_connect_ids",)),
    ("aws_connect_routing_profile", "queue_configs_associated"): Withdrawn(("queue_configs",)),
    ("aws_default_vpc", "enable_classiclink"): Withdrawn((), _EC2_CLASSIC),
    ("aws_default_vpc", "enable_classiclink_dns_support"): Withdrawn((), _EC2_CLASSIC),
    ("aws_dms_endpoint", "s3_settings"): Withdrawn(
        ("aws_dms_s3_endpoint",), "without it the endpoint has no bucket"
    ),
    ("aws_dx_gateway_association", "vpn_gateway_id"): Withdrawn(
        ("associated_gateway_id",), "without it the association has no gateway"
    ),
    ("aws_dx_lag", "number_of_connections"): Withdrawn(("aws_dx_connection_association",)),
    ("aws_ec2_client_vpn_network_association", "security_groups"): Withdrawn(
        ("aws_ec2_client_vpn_endpoint",),
        "it has 'security_group_ids' for all its associations: without them the VPC's default group counts",
    ),
    ("aws_ecs_cluster", "capacity_providers"): Withdrawn(
        ("aws_ecs_cluster_capacity_providers",), "without it the cluster has no capacity providers"
    ),
    ("aws_ecs_cluster", "default_capacity_provider_strategy"): Withdrawn(
        ("aws_ecs_cluster_capacity_providers",), "without it services must say where they run"
    ),
    ("aws_ecs_task_definition", "inference_accelerator"): Withdrawn((), _INFERENCE),
    ("aws_efs_file_system", "reference_name"): Withdrawn(("creation_token",)),
    ("aws_eks_addon", "resolve_conflicts"): Withdrawn(
        ("resolve_conflicts_on_create", "resolve_conflicts_on_update"),
        "without them EKS overwrites nothing that was changed by hand",
    ),
    ("aws_elasticache_cluster", "security_group_names"): Withdrawn(("security_group_ids",), _EC2_CLASSIC),
    ("aws_flow_log", "log_group_name"): Withdrawn(
        ("log_destination",), "it takes the ARN of the log group; without it the flow log has no destination"
    ),
    ("aws_glue_job", "allocated_capacity"): Withdrawn(("max_capacity",)),
    ("aws_instance", "cpu_core_count"): Withdrawn(
        ("cpu_options.core_count",), "without it the instance has all cores of its type"
    ),
    ("aws_instance", "cpu_threads_per_core"): Withdrawn(
        ("cpu_options.threads_per_core",), "without it the cores have as many threads as their type"
    ),
    ("aws_kinesis_firehose_delivery_stream", "s3_configuration"): Withdrawn(
        ("extended_s3_configuration",), "another destination has the block inside its own"
    ),
    ("aws_launch_template", "elastic_gpu_specifications"): Withdrawn((), _GRAPHICS),
    ("aws_launch_template", "elastic_inference_accelerator"): Withdrawn((), _INFERENCE),
    ("aws_lb_listener_rule", "condition.field"): Withdrawn(
        ("condition.host_header", "condition.path_pattern")
    ),
    ("aws_lightsail_instance", "ipv6_address"): Withdrawn(("ipv6_addresses",), "it is a list"),
    ("aws_msk_cluster", "broker_node_group_info.ebs_volume_size"): Withdrawn(
        ("broker_node_group_info.storage_info.ebs_storage_info.volume_size",),
        "without it brokers get volumes of another size, and the size cannot be reduced",
    ),
    ("aws_networkmanager_core_network", "base_policy_region"): Withdrawn(
        ("base_policy_regions",), "it takes a list"
    ),
    ("aws_networkmanager_core_network", "policy_document"): Withdrawn(
        ("aws_networkmanager_core_network_policy_attachment",), "without it the network has no policy"
    ),
    ("aws_opensearch_domain", "kibana_endpoint"): Withdrawn(("dashboard_endpoint",)),
    ("aws_redshift_cluster", "enable_logging"): Withdrawn(
        ("aws_redshift_logging",), "without it nothing is logged"
    ),
    ("aws_redshift_cluster", "logging"): Withdrawn(("aws_redshift_logging",), "without it nothing is logged"),
    ("aws_redshift_cluster", "snapshot_copy"): Withdrawn(
        ("aws_redshift_snapshot_copy",), "without it snapshots are not copied to another region"
    ),
    ("aws_sagemaker_notebook_instance", "accelerator_types"): Withdrawn((), _INFERENCE),
    ("aws_secretsmanager_secret", "rotation_enabled"): Withdrawn(("aws_secretsmanager_secret_rotation",)),
    ("aws_secretsmanager_secret", "rotation_lambda_arn"): Withdrawn(
        ("aws_secretsmanager_secret_rotation",), "without it the secret is not rotated"
    ),
    ("aws_secretsmanager_secret", "rotation_rules"): Withdrawn(
        ("aws_secretsmanager_secret_rotation",), "without it the secret is not rotated"
    ),
    ("aws_spot_instance_request", "block_duration_minutes"): Withdrawn(
        (), "AWS no longer sells Spot Instances for a fixed duration: without it they run until interrupted"
    ),
    ("aws_ssm_association", "instance_id"): Withdrawn(
        ("targets",), "its key is InstanceIds; without it the association has no instance"
    ),
    ("aws_ssm_maintenance_window_task", "logging_info"): Withdrawn(("task_invocation_parameters",)),
    ("aws_vpc", "enable_classiclink"): Withdrawn((), _EC2_CLASSIC),
    ("aws_vpc", "enable_classiclink_dns_support"): Withdrawn((), _EC2_CLASSIC),
    ("google_alloydb_cluster", "network"): Withdrawn(
        ("network_config.network",), "without it the cluster is in no network"
    ),
    ("google_compute_subnetwork", "enable_flow_logs"): Withdrawn(
        ("log_config",), "without it no flow logs are written"
    ),
    ("google_project", "skip_delete"): Withdrawn(
        ("deletion_policy",), '"ABANDON" says what true said; without it the project cannot be destroyed'
    ),
    ("google_sql_database_instance", "settings.ip_configuration.require_ssl"): Withdrawn(
        ("settings.ip_configuration.ssl_mode",), "without it unencrypted connections are accepted"
    ),
    ("google_storage_bucket", "lifecycle_rule.condition.no_age"): Withdrawn(
        ("lifecycle_rule.condition.send_age_if_zero",), "it says the contrary: true where no_age was false"
    ),
}

_ENDED = ("simpledb_domain", "worklink_fleet", "worklink_website_certificate_authority_association")
_OPSWORKS = (
    *("application", "custom_layer", "ecs_cluster_layer", "ganglia_layer", "haproxy_layer", "instance"),
    *("java_app_layer", "memcached_layer", "mysql_layer", "nodejs_app_layer", "permission", "php_app_layer"),
    *("rails_app_layer", "rds_db_instance", "stack", "static_web_layer", "user_profile"),
)
_SERVICE_ENDED = Withdrawn((), "the provider no longer knows the service, and nothing takes its place")

_TYPES: dict[str, Withdrawn] = {
    **{f"aws_{name}": _SERVICE_ENDED for name in _ENDED},
    **{f"aws_opsworks_{name}": _SERVICE_ENDED for name in _OPSWORKS},
    "aws_db_security_group": Withdrawn(("aws_security_group",), _EC2_CLASSIC),
    "aws_elasticache_security_group": Withdrawn(("aws_security_group",), _EC2_CLASSIC),
    "aws_macie_member_account_association": Withdrawn(("aws_macie2_member",), "Macie Classic has ended"),
    "aws_macie_s3_bucket_association": Withdrawn(
        ("aws_macie2_classification_job",), "Macie Classic has ended"
    ),
    "aws_redshift_security_group": Withdrawn(("aws_security_group",), _EC2_CLASSIC),
    "aws_subnet_ids": Withdrawn(
        ("aws_subnets",), "it takes the VPC as a filter by 'vpc-id', and its ids are a list"
    ),
    "google_datastore_index": Withdrawn(("google_firestore_index",)),
    "google_identity_platform_project_default_config": Withdrawn(("google_identity_platform_config",)),
    "google_notebooks_instance": Withdrawn(("google_workbench_instance",)),
    "google_notebooks_runtime": Withdrawn(("google_workbench_instance",)),
    "google_vertex_ai_schedule": Withdrawn(("google_colab_schedule",)),
}


def withdrawn_argument(type_: str, path: tuple[str, ...]) -> Withdrawn | None:
    """What is known of an argument or block that a type no longer has, given by its path."""
    key = (type_, ".".join(path))
    return _ARGUMENTS.get(key) or azurerm().get(key)


def withdrawn_type(type_: str) -> Withdrawn | None:
    """What is known of a resource type or data source that its provider no longer has."""
    return _TYPES.get(type_) or azurerm().get((type_, ""))


@cache
def azurerm() -> dict[tuple[str, str], Withdrawn]:
    """What azurerm withdrew, by type and path (of a type itself: no path)."""
    from importlib import resources  # not for every start

    text = resources.files(__package__).joinpath("_withdrawn_azurerm.txt").read_text("utf-8")
    return dict(_entry(line) for line in text.splitlines() if line and not line.startswith("#"))


def _entry(line: str) -> tuple[tuple[str, str], Withdrawn]:
    gone, _, names = line.partition(" > ")
    type_, _, path = gone.partition(" ")
    by = tuple(name for name in names.split() if name not in ("-", "!"))
    without = "nothing takes its place" if not by else "its value says the opposite" if "!" in names else ""
    return (type_, path), Withdrawn(by, without)
