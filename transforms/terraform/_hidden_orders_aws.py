"""Other hidden orders of AWS: roles, certificates, accounts, networks, deployments.

An entry is here only if its source says that the later one cannot be made, or removed, without the sooner
one. What providers wait for themselves (subscription filters of logs, event source mappings) is not here.
"""

from __future__ import annotations

from ._hidden_order import Order, Tie

_DOCS = "documentation of the AWS provider, "

_LISTENERS = ("aws_lb_listener", "aws_alb_listener", "aws_lb_listener_rule", "aws_alb_listener_rule")
_TARGET_GROUPS = ("aws_lb_target_group", "aws_alb_target_group")
_FORWARDS = tuple(
    f"{action}.{path}"
    for action in ("default_action", "action")
    for path in ("target_group_arn", "forward.target_group.arn")
)
_ROLE_POLICIES = ("aws_iam_role_policy", "aws_iam_role_policy_attachment", "aws_iam_policy_attachment")
_OF_ROLE = ("role", "roles")


def _of_role(*paths: str) -> Tie:
    return Tie(paths, _OF_ROLE, ("aws_iam_role",))


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
        (Tie(("iam_role",), ("role",), ("aws_iam_role",)),),
        "the policy may be removed before the service, which then cannot drain",
        _DOCS + "aws_ecs_service (note)",
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
