"""Which literal values AWS takes for an argument, beyond what tffix's facts tie to it by themselves.

Facts: the enums are those of AWS's API models; that an argument takes one is said by the AWS provider's
documentation of the resource and the API reference of the service.
"""

from __future__ import annotations

from tffix import facts

from ._forms import FORMS
from ._limits import Asked

_ENUMS: dict[tuple[str, str], tuple[str, str]] = {
    ("aws_acm_certificate", "validation_method"): ("acm", "ValidationMethod"),
    ("aws_api_gateway_integration", "type"): ("apigateway", "IntegrationType"),
    ("aws_apigatewayv2_api", "protocol_type"): ("apigatewayv2", "ProtocolType"),
    ("aws_appautoscaling_policy", "policy_type"): ("application-autoscaling", "PolicyType"),
    ("aws_appautoscaling_target", "scalable_dimension"): ("application-autoscaling", "ScalableDimension"),
    ("aws_appautoscaling_target", "service_namespace"): ("application-autoscaling", "ServiceNamespace"),
    ("aws_budgets_budget", "budget_type"): ("budgets", "BudgetType"),
    ("aws_budgets_budget", "time_unit"): ("budgets", "TimeUnit"),
    ("aws_cloudfront_distribution", "default_cache_behavior.viewer_protocol_policy"): (
        "cloudfront",
        "ViewerProtocolPolicy",
    ),
    ("aws_cloudfront_distribution", "ordered_cache_behavior.viewer_protocol_policy"): (
        "cloudfront",
        "ViewerProtocolPolicy",
    ),
    ("aws_cloudfront_distribution", "price_class"): ("cloudfront", "PriceClass"),
    ("aws_cloudfront_distribution", "viewer_certificate.minimum_protocol_version"): (
        "cloudfront",
        "MinimumProtocolVersion",
    ),
    ("aws_cloudwatch_metric_alarm", "comparison_operator"): ("cloudwatch", "ComparisonOperator"),
    ("aws_cloudwatch_metric_alarm", "statistic"): ("cloudwatch", "Statistic"),
    ("aws_codebuild_project", "artifacts.type"): ("codebuild", "ArtifactsType"),
    ("aws_codebuild_project", "environment.type"): ("codebuild", "EnvironmentType"),
    ("aws_codebuild_project", "source.type"): ("codebuild", "SourceType"),
    ("aws_config_config_rule", "source.owner"): ("config", "Owner"),
    ("aws_dynamodb_table", "attribute.type"): ("dynamodb", "ScalarAttributeType"),
    ("aws_dynamodb_table", "billing_mode"): ("dynamodb", "BillingMode"),
    ("aws_ebs_volume", "type"): ("ec2", "VolumeType"),
    ("aws_eip", "domain"): ("ec2", "DomainType"),
    ("aws_eks_node_group", "capacity_type"): ("eks", "CapacityTypes"),
    ("aws_instance", "ebs_block_device.volume_type"): ("ec2", "VolumeType"),
    ("aws_instance", "root_block_device.volume_type"): ("ec2", "VolumeType"),
    ("aws_instance", "tenancy"): ("ec2", "Tenancy"),
    ("aws_kinesis_stream", "stream_mode_details.stream_mode"): ("kinesis", "StreamMode"),
    ("aws_lambda_function", "tracing_config.mode"): ("lambda", "TracingMode"),
    ("aws_launch_template", "block_device_mappings.ebs.volume_type"): ("ec2", "VolumeType"),
    ("aws_launch_template", "metadata_options.http_tokens"): ("ec2", "LaunchTemplateHttpTokensState"),
    ("aws_lb", "ip_address_type"): ("elbv2", "IpAddressType"),
    ("aws_lb", "load_balancer_type"): ("elbv2", "LoadBalancerTypeEnum"),
    ("aws_lb_listener", "default_action.type"): ("elbv2", "ActionTypeEnum"),
    ("aws_lb_listener_rule", "action.type"): ("elbv2", "ActionTypeEnum"),
    ("aws_lb_target_group", "target_type"): ("elbv2", "TargetTypeEnum"),
    ("aws_s3_bucket_lifecycle_configuration", "rule.status"): ("s3", "ExpirationStatus"),
    ("aws_s3_bucket_lifecycle_configuration", "rule.transition.storage_class"): (
        "s3",
        "TransitionStorageClass",
    ),
    ("aws_s3_bucket_ownership_controls", "rule.object_ownership"): ("s3", "ObjectOwnership"),
    (
        "aws_s3_bucket_server_side_encryption_configuration",
        "rule.apply_server_side_encryption_by_default.sse_algorithm",
    ): ("s3", "ServerSideEncryption"),
    ("aws_sfn_state_machine", "type"): ("stepfunctions", "StateMachineType"),
}

_RETENTION = (
    *(0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545),
    *(731, 1096, 1827, 2192, 2557, 2922, 3288, 3653),
)

_LISTED: dict[tuple[str, str], tuple[str, ...]] = {
    ("aws_api_gateway_method", "authorization"): ("AWS_IAM", "COGNITO_USER_POOLS", "CUSTOM", "NONE"),
    ("aws_autoscaling_policy", "adjustment_type"): (
        "ChangeInCapacity",
        "ExactCapacity",
        "PercentChangeInCapacity",
    ),
    ("aws_autoscaling_policy", "policy_type"): (
        "PredictiveScaling",
        "SimpleScaling",
        "StepScaling",
        "TargetTrackingScaling",
    ),
    ("aws_cloudwatch_log_group", "retention_in_days"): tuple(map(str, _RETENTION)),
    ("aws_cloudwatch_metric_alarm", "treat_missing_data"): ("breaching", "ignore", "missing", "notBreaching"),
    # Terraform's own "Disabled" leaves a bucket that never had versions without any.
    ("aws_s3_bucket_versioning", "versioning_configuration.status"): ("Disabled", "Enabled", "Suspended"),
    ("aws_security_group_rule", "type"): ("egress", "ingress"),
    ("aws_sns_topic_subscription", "protocol"): (
        "application",
        "email",
        "email-json",
        "firehose",
        "http",
        "https",
        "lambda",
        "sms",
        "sqs",
    ),
}


def allowed(type_: str, path: str) -> frozenset[str] | None:
    """The values that an argument of a resource, or an element of it, may have; None where not known."""
    if (type_, path) in _LISTED:
        return frozenset(_LISTED[type_, path])
    if (type_, path) in _ENUMS:
        return frozenset(facts.aws.enum(*_ENUMS[type_, path]) or ()) or None
    return facts.aws.allowed_values(type_, path)


def limits(type_: str, path: str) -> Asked | None:
    """The limits of an argument; None where none are known."""
    if (type_, path) in FORMS:
        return FORMS[type_, path]
    found = facts.aws.limits(type_, path)
    return None if found is None else Asked(found)
