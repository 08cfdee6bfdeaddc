"""Which resources must exist before others although no argument refers to them: a table of pairs.

An entry is here only if its source says that the later one cannot be made, or removed, without the sooner
one. What providers wait for themselves (subscription filters of logs, event source mappings) is not here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from tffix import Block, Module

from ._order_conditions import (
    is_public_list,
    is_public_policy,
    lets_lists_be_public,
    lets_policies_be_public,
)

Condition: TypeAlias = Callable[[Block, Module], bool]


@dataclass(frozen=True, slots=True)
class Tie:
    """What makes two resources belong together: an argument of each names the same resource of a type.

    An argument is a path, ``load_balancer.target_group_arn``; ``role>name`` goes on to what the resource that
    ``role`` names has as its ``name``. Where several are listed, one is enough. Without types, the texts of
    the two must be the same. A ``loose`` tie is broken only where the two name different resources.
    """

    later: tuple[str, ...]
    sooner: tuple[str, ...]
    types: tuple[str, ...] = ()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """That resources of types ``sooner`` must exist before those of types ``later`` that have all ``ties``
    with them. Without ties it is the only one of its type, for the same provider configuration.

    ``why`` completes "… may be created first, and". ``has`` are arguments or blocks that the later one must
    have for this to matter, ``unless`` the path to one with which it does not, and ``words`` those of which
    the sooner one must have one in its text or in what it refers to; ``later_is`` and ``sooner_is`` say the
    rest. With ``one_is_enough``, the later one needs only one of them.
    """

    later: tuple[str, ...]
    sooner: tuple[str, ...]
    ties: tuple[Tie, ...]
    why: str
    source: str
    has: str = ""
    unless: str = ""
    words: tuple[str, ...] = ()
    one_is_enough: bool = False
    later_is: Condition | None = None
    sooner_is: Condition | None = None


_DOCS = "documentation of the AWS provider, "
_S3_GRANTING = (
    'Amazon S3 User Guide, "Granting permissions to publish event notification messages to a destination"'
)
_GOOGLE_DOCS = "documentation of the Google provider, "

_LISTENERS = ("aws_lb_listener", "aws_alb_listener", "aws_lb_listener_rule", "aws_alb_listener_rule")
_TARGET_GROUPS = ("aws_lb_target_group", "aws_alb_target_group")
_FORWARDS = tuple(
    f"{action}.{path}"
    for action in ("default_action", "action")
    for path in ("target_group_arn", "forward.target_group.arn")
)
_FUNCTIONS = ("aws_lambda_function", "aws_lambda_alias")
_INVOKED = ("function_name", "qualifier")
_ROLE_POLICIES = ("aws_iam_role_policy", "aws_iam_role_policy_attachment", "aws_iam_policy_attachment")
_OF_ROLE = ("role", "roles")
_BUCKETS = ("aws_s3_bucket",)


def _of_role(*paths: str) -> Tie:
    return Tie(paths, _OF_ROLE, ("aws_iam_role",))


def _of_bucket(*paths: str) -> Tie:
    return Tie(paths, ("bucket",), _BUCKETS)


AWS = (
    Order(
        ("aws_ecs_service",),
        _LISTENERS,
        (Tie(("load_balancer.target_group_arn",), _FORWARDS, _TARGET_GROUPS),),
        "ECS rejects a target group that no load balancer uses yet",
        'Amazon ECS Developer Guide, service event messages ("target group does not have an associated load '
        'balancer"); Amazon ECS API reference, CreateService',
        one_is_enough=True,
    ),
    Order(
        ("aws_ecs_service",),
        ("aws_iam_role_policy",),
        (_of_role("iam_role"),),
        "the policy may be removed before the service, which then cannot drain",
        _DOCS + "aws_ecs_service (note)",
    ),
    Order(
        ("aws_s3_bucket_notification",),
        ("aws_lambda_permission",),
        (
            Tie(("lambda_function.lambda_function_arn",), _INVOKED, _FUNCTIONS),
            Tie(("bucket",), ("source_arn",), _BUCKETS, loose=True),
        ),
        "S3 rejects a function that it may not invoke",
        _DOCS + "aws_s3_bucket_notification (example); " + _S3_GRANTING,
        words=("s3.amazonaws.com",),
    ),
    Order(
        ("aws_s3_bucket_notification",),
        ("aws_sqs_queue_policy",),
        (Tie(("queue.queue_arn",), ("queue_url",), ("aws_sqs_queue",)),),
        "S3 rejects a queue that it may not send to",
        _S3_GRANTING,
    ),
    Order(
        ("aws_s3_bucket_notification",),
        ("aws_sns_topic_policy",),
        (Tie(("topic.topic_arn",), ("arn",), ("aws_sns_topic",)),),
        "S3 rejects a topic that it may not publish to",
        _S3_GRANTING,
    ),
    Order(
        ("aws_alb_target_group_attachment", "aws_lb_target_group_attachment"),
        ("aws_lambda_permission",),
        (Tie(("target_id",), _INVOKED, _FUNCTIONS),),
        "Elastic Load Balancing rejects a function that it may not invoke",
        _DOCS + "aws_lb_target_group_attachment (example with Lambda)",
        words=("elasticloadbalancing.amazonaws.com",),
    ),
    Order(
        ("aws_config_config_rule",),
        ("aws_lambda_permission",),
        (Tie(("source.source_identifier",), _INVOKED, _FUNCTIONS),),
        "AWS Config rejects a function that it may not invoke",
        _DOCS + "aws_config_config_rule (example of a custom rule)",
        words=("config.amazonaws.com",),
    ),
    Order(
        ("aws_cloudtrail",),
        ("aws_sns_topic_policy",),
        (Tie(("sns_topic_name",), ("arn",), ("aws_sns_topic",)),),
        "CloudTrail rejects a topic that it may not publish to (InsufficientSnsTopicPolicyException)",
        "AWS CloudTrail API reference, errors of CreateTrail",
    ),
    Order(
        ("aws_ses_receipt_rule",),
        ("aws_s3_bucket_policy",),
        (Tie(("s3_action.bucket_name",), ("bucket",), _BUCKETS),),
        "SES rejects a bucket that it may not write to (InvalidS3Configuration)",
        "Amazon SES API reference, errors of CreateReceiptRule",
    ),
    Order(
        ("aws_ses_receipt_rule",),
        ("aws_lambda_permission",),
        (Tie(("lambda_action.function_arn",), _INVOKED, _FUNCTIONS),),
        "SES rejects a function that it may not invoke (InvalidLambdaFunction)",
        "Amazon SES API reference, errors of CreateReceiptRule",
        words=("ses.amazonaws.com",),
    ),
    Order(
        ("aws_ses_receipt_rule",),
        ("aws_sns_topic_policy",),
        (Tie(("sns_action.topic_arn",), ("arn",), ("aws_sns_topic",)),),
        "SES rejects a topic that it may not publish to (InvalidSnsTopic)",
        "Amazon SES API reference, errors of CreateReceiptRule",
        words=("ses.amazonaws.com",),
    ),
    Order(
        ("aws_lb", "aws_alb", "aws_elb"),
        ("aws_s3_bucket_policy",),
        (_of_bucket("access_logs.bucket", "connection_logs.bucket"),),
        "Elastic Load Balancing rejects a bucket that it may not write its logs to",
        'Elastic Load Balancing user guide, "Enable access logs" ("Access Denied for bucket"); '
        "hashicorp/terraform-provider-aws#12010",
    ),
    Order(
        ("aws_redshift_logging",),
        ("aws_s3_bucket_policy",),
        (_of_bucket("bucket_name"),),
        "Redshift rejects a bucket that it may not write its logs to (InsufficientS3BucketPolicyFault)",
        "Amazon Redshift API reference, errors of EnableLogging",
    ),
    Order(
        ("aws_s3_bucket_acl",),
        ("aws_s3_bucket_ownership_controls",),
        (_of_bucket("bucket"),),
        "S3 rejects access control lists until the bucket's ownership controls allow them",
        _DOCS + "aws_s3_bucket_acl (example)",
    ),
    Order(
        ("aws_s3_bucket_acl",),
        ("aws_s3_bucket_public_access_block",),
        (_of_bucket("bucket"),),
        "S3 rejects a public access control list until the bucket's public access block allows it",
        _DOCS + "aws_s3_bucket_acl (example with a public list)",
        later_is=is_public_list,
        sooner_is=lets_lists_be_public,
    ),
    Order(
        ("aws_s3_bucket_policy",),
        ("aws_s3_bucket_public_access_block",),
        (_of_bucket("bucket"),),
        "S3 rejects a public policy until the bucket's public access block allows it",
        'Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage" (BlockPublicPolicy; all '
        "settings are on for new buckets)",
        later_is=is_public_policy,
        sooner_is=lets_policies_be_public,
    ),
    Order(
        ("aws_cloudfront_distribution",),
        ("aws_s3_bucket_ownership_controls",),
        (_of_bucket("logging_config.bucket"),),
        "CloudFront rejects a bucket for its logs that does not allow access control lists",
        'Amazon CloudFront Developer Guide, "Configure standard logging (legacy)" (choosing a bucket)',
    ),
    Order(
        ("aws_dms_replication_instance", "aws_dms_replication_subnet_group"),
        ("aws_iam_role_policy_attachment",),
        (),
        "DMS needs the role dms-vpc-role with its policy",
        _DOCS + "aws_dms_replication_subnet_group (example), aws_dms_replication_instance (example)",
        words=("AmazonDMSVPCManagementRole",),
    ),
    Order(
        ("aws_s3_bucket_object_lock_configuration",),
        ("aws_s3_bucket_versioning",),
        (_of_bucket("bucket"),),
        "S3 locks objects only in a bucket that has versions",
        _DOCS + "aws_s3_bucket_object_lock_configuration (example), aws_s3_bucket (object_lock_enabled)",
        unless="bucket>object_lock_enabled",
    ),
    Order(
        ("aws_api_gateway_deployment",),
        ("aws_api_gateway_method", "aws_api_gateway_integration"),
        (Tie(("rest_api_id",), ("rest_api_id",), ("aws_api_gateway_rest_api",)),),
        "API Gateway deploys what exists then, and rejects an API without methods or integrations",
        "Amazon API Gateway API reference, CreateDeployment; " + _DOCS + "aws_api_gateway_deployment",
    ),
    Order(
        ("aws_apigatewayv2_deployment",),
        ("aws_apigatewayv2_route",),
        (Tie(("api_id",), ("api_id",), ("aws_apigatewayv2_api",)),),
        "API Gateway rejects a deployment of an API without routes",
        _DOCS + "aws_apigatewayv2_deployment (note)",
    ),
    Order(
        ("aws_eks_cluster",),
        _ROLE_POLICIES,
        (_of_role("role_arn"),),
        words=("AmazonEKSClusterPolicy", "AmazonEKSServicePolicy", "AmazonEKSVPCResourceController"),
        why="EKS needs the permissions of its role to make and to remove the cluster",
        source=_DOCS + "aws_eks_cluster (example)",
    ),
    Order(
        ("aws_eks_node_group",),
        _ROLE_POLICIES,
        (_of_role("node_role_arn"),),
        words=("AmazonEKSWorkerNode", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistry"),
        why="nodes cannot join, or be removed, without the permissions of their role",
        source=_DOCS + "aws_eks_node_group (example)",
    ),
    Order(
        ("aws_eks_fargate_profile",),
        _ROLE_POLICIES,
        (_of_role("pod_execution_role_arn"),),
        words=("AmazonEKSFargatePodExecutionRolePolicy",),
        why="pods cannot start without the permissions of their role",
        source='Amazon EKS User Guide, "Amazon EKS Pod execution IAM role"',
    ),
    Order(
        ("aws_batch_compute_environment",),
        _ROLE_POLICIES,
        (_of_role("service_role"),),
        "the policy may be removed before the environment, which then cannot be deleted",
        _DOCS + "aws_batch_compute_environment (note)",
    ),
    Order(
        ("aws_lambda_function",),
        _ROLE_POLICIES,
        (_of_role("role"),),
        "Lambda makes and removes the network interfaces of a VPC with the permissions of the role",
        'AWS Lambda Developer Guide, "Giving Lambda functions access to resources in an Amazon VPC"',
        has="vpc_config",
        words=("ec2:CreateNetworkInterface", "VPCAccessExecutionRole", "ec2:*"),
    ),
    Order(
        ("aws_lambda_function",),
        ("aws_efs_mount_target",),
        (
            Tie(
                ("file_system_config.arn", "file_system_config.arn>file_system_id"),
                ("file_system_id",),
                ("aws_efs_file_system", "aws_efs_access_point"),
            ),
        ),
        "Lambda needs a mount target of the file system",
        _DOCS + "aws_lambda_function (example with EFS)",
    ),
    Order(
        ("aws_appautoscaling_policy", "aws_appautoscaling_scheduled_action"),
        ("aws_appautoscaling_target",),
        (
            Tie(("resource_id",), ("resource_id",)),
            Tie(("scalable_dimension",), ("scalable_dimension",)),
        ),
        "Application Auto Scaling rejects it without a registered target (ObjectNotFoundException)",
        "Application Auto Scaling API reference, errors of PutScalingPolicy and PutScheduledAction",
    ),
    Order(
        ("aws_lb_listener", "aws_alb_listener"),
        ("aws_acm_certificate_validation",),
        (Tie(("certificate_arn",), ("certificate_arn",), ("aws_acm_certificate",)),),
        "a listener cannot use a certificate before it is validated",
        "Elastic Load Balancing API reference, errors of CreateListener; "
        + _DOCS
        + "aws_acm_certificate_validation",
    ),
    Order(
        ("aws_cloudfront_distribution",),
        ("aws_acm_certificate_validation",),
        (
            Tie(
                ("viewer_certificate.acm_certificate_arn",),
                ("certificate_arn",),
                ("aws_acm_certificate",),
            ),
        ),
        "CloudFront rejects a certificate before it is validated",
        "Amazon CloudFront API reference, errors of CreateDistribution (InvalidViewerCertificate); "
        + _DOCS
        + "aws_acm_certificate_validation",
    ),
    Order(
        ("aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name", "aws_cognito_user_pool_domain"),
        ("aws_acm_certificate_validation",),
        (
            Tie(
                (
                    "certificate_arn",
                    "regional_certificate_arn",
                    "domain_name_configuration.certificate_arn",
                ),
                ("certificate_arn",),
                ("aws_acm_certificate",),
            ),
        ),
        "a domain name cannot use a certificate before it is validated",
        _DOCS + "aws_api_gateway_domain_name (example), aws_acm_certificate_validation",
    ),
    Order(
        ("aws_vpc_peering_connection_options",),
        ("aws_vpc_peering_connection_accepter",),
        (
            Tie(
                ("vpc_peering_connection_id",),
                ("vpc_peering_connection_id",),
                ("aws_vpc_peering_connection",),
            ),
        ),
        "options cannot be set before the connection is accepted",
        _DOCS + "aws_vpc_peering_connection_options (example)",
    ),
    Order(
        ("aws_route", "aws_route_table"),
        ("aws_ec2_transit_gateway_vpc_attachment",),
        (
            Tie(
                ("transit_gateway_id", "route.transit_gateway_id"),
                ("transit_gateway_id",),
                ("aws_ec2_transit_gateway",),
            ),
            Tie(("vpc_id", "route_table_id>vpc_id"), ("vpc_id",), ("aws_vpc",)),
        ),
        "a VPC has no route to a transit gateway that it is not attached to",
        'Amazon VPC Transit Gateways guide, "Get started" (attach VPCs, then add routes)',
    ),
    Order(
        ("aws_route53_query_log",),
        ("aws_cloudwatch_log_resource_policy",),
        (),
        "Route 53 rejects a log group that it may not write to",
        _DOCS + "aws_route53_query_log (example)",
        words=("route53.amazonaws.com",),
    ),
    Order(
        ("aws_opensearch_domain", "aws_elasticsearch_domain"),
        ("aws_cloudwatch_log_resource_policy",),
        (),
        "OpenSearch rejects a log group that it may not write to",
        'Amazon OpenSearch Service Developer Guide, "Monitoring OpenSearch logs with Amazon CloudWatch Logs"',
        has="log_publishing_options",
        words=("es.amazonaws.com", "opensearchservice.amazonaws.com"),
    ),
    Order(
        ("aws_opensearch_domain", "aws_elasticsearch_domain"),
        ("aws_iam_service_linked_role",),
        (),
        "OpenSearch needs its service-linked role for a domain in a VPC",
        _DOCS + "aws_opensearch_domain (VPC based example)",
        has="vpc_options",
        words=("es.amazonaws.com", "opensearchservice.amazonaws.com"),
    ),
    Order(
        ("aws_config_config_rule", "aws_config_conformance_pack"),
        ("aws_config_configuration_recorder",),
        (),
        "AWS Config takes rules only where there is a recorder (NoAvailableConfigurationRecorder)",
        _DOCS + "aws_config_config_rule (note), aws_config_conformance_pack (note)",
    ),
    Order(
        (
            "aws_securityhub_action_target",
            "aws_securityhub_finding_aggregator",
            "aws_securityhub_insight",
            "aws_securityhub_member",
            "aws_securityhub_product_subscription",
            "aws_securityhub_standards_subscription",
        ),
        ("aws_securityhub_account",),
        (),
        "Security Hub must be enabled in the account before",
        _DOCS + "aws_securityhub_standards_subscription (example)",
    ),
    Order(
        (
            "aws_macie2_classification_export_configuration",
            "aws_macie2_classification_job",
            "aws_macie2_custom_data_identifier",
            "aws_macie2_findings_filter",
            "aws_macie2_member",
        ),
        ("aws_macie2_account",),
        (),
        "Macie must be enabled in the account before",
        _DOCS + "aws_macie2_classification_job (example)",
    ),
    Order(
        ("aws_guardduty_organization_admin_account", "aws_organizations_account", "aws_organizations_policy"),
        ("aws_organizations_organization",),
        (),
        "the organization must exist before (AWSOrganizationsNotInUseException)",
        "AWS Organizations API reference, errors of CreateAccount and CreatePolicy; "
        + _DOCS
        + "aws_guardduty_organization_admin_account (example)",
    ),
)

_NETWORKS = ("google_compute_network",)

OTHERS = (
    Order(
        ("google_sql_database_instance",),
        ("google_service_networking_connection",),
        (Tie(("settings.ip_configuration.private_network",), ("network",), _NETWORKS),),
        "Cloud SQL gets a private address only in a network with a private services connection",
        _GOOGLE_DOCS + "google_sql_database_instance (private IP instance)",
    ),
    Order(
        ("google_redis_instance", "google_memcache_instance"),
        ("google_service_networking_connection",),
        (Tie(("authorized_network",), ("network",), _NETWORKS),),
        "Memorystore connects privately only to a network with a private services connection",
        _GOOGLE_DOCS + "google_redis_instance (private service example), google_memcache_instance (example)",
    ),
    Order(
        ("google_alloydb_cluster", "google_alloydb_instance"),
        ("google_service_networking_connection",),
        (
            Tie(
                ("network_config.network", "network", "cluster>network_config.network"),
                ("network",),
                _NETWORKS,
            ),
        ),
        "AlloyDB gets addresses only in a network with a private services connection",
        _GOOGLE_DOCS + "google_alloydb_instance (example)",
    ),
    Order(
        ("google_storage_notification",),
        (
            "google_pubsub_topic_iam_binding",
            "google_pubsub_topic_iam_member",
            "google_pubsub_topic_iam_policy",
        ),
        (Tie(("topic",), ("topic",), ("google_pubsub_topic",)),),
        "Cloud Storage rejects a topic that it may not publish to",
        _GOOGLE_DOCS + "google_storage_notification (example)",
        words=("google_storage_project_service_account", "gs-project-accounts"),
    ),
    Order(
        ("google_storage_bucket",),
        ("google_kms_crypto_key_iam_binding", "google_kms_crypto_key_iam_member"),
        (Tie(("encryption.default_kms_key_name",), ("crypto_key_id",), ("google_kms_crypto_key",)),),
        "Cloud Storage rejects a key that its service account may not use",
        _GOOGLE_DOCS + "google_storage_bucket (encryption)",
        words=("google_storage_project_service_account", "gs-project-accounts"),
    ),
    Order(
        ("azurerm_key_vault_certificate", "azurerm_key_vault_key", "azurerm_key_vault_secret"),
        ("azurerm_key_vault_access_policy", "azurerm_role_assignment"),
        (Tie(("key_vault_id",), ("key_vault_id", "scope"), ("azurerm_key_vault",)),),
        "the vault refuses whoever runs Terraform before that one has access (Forbidden)",
        'Microsoft Learn, "Assign a Key Vault access policy", "Provide access to Key Vault with Azure RBAC"',
        words=("azurerm_client_config",),
    ),
)

ORDERS = (*AWS, *OTHERS)
