"""The table of which resources deserve which outputs. To have another one shown, add a row.

Facts: the attributes are those of the AWS, Google and Azure providers' documentation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tffix import Block

OTHER = "?"
"""Stands for an argument that is set, and not to a literal string."""


@dataclass(frozen=True, slots=True)
class Output:
    """An output ``KIND_WORD`` for a resource type. Its value is the attribute of the name of the word unless
    another is given. ``when`` limits a row to resources in which an argument, named first, has one of the
    values that follow (None: it is not set)."""

    type: str
    kind: str
    word: str
    description: str
    attribute: str = ""
    sensitive: bool = False
    when: tuple[str | None, ...] = ()

    def fits(self, block: Block) -> bool:
        if not self.when or self.when[0] is None:
            return True
        argument = block.get(self.when[0])
        return (None if argument is None else argument.string or OTHER) in self.when[1:]


_APPLICATION = ("load_balancer_type", None, "application")
_NETWORK = ("load_balancer_type", "network")
_EITHER = ("load_balancer_type", OTHER)
_ONE_SHARD = ("num_node_groups", None)
_SHARDS = ("num_node_groups", OTHER)
_REDIS = ("engine", "redis", "valkey")
_MEMCACHED = ("engine", "memcached")

TABLE = (
    # What answers requests
    Output("aws_lb", "alb", "dns_name", "DNS name of the Application Load Balancer", when=_APPLICATION),
    Output("aws_lb", "nlb", "dns_name", "DNS name of the Network Load Balancer", when=_NETWORK),
    Output("aws_lb", "lb", "dns_name", "DNS name of the load balancer", when=_EITHER),
    Output("aws_alb", "alb", "dns_name", "DNS name of the Application Load Balancer", when=_APPLICATION),
    Output("aws_alb", "nlb", "dns_name", "DNS name of the Network Load Balancer", when=_NETWORK),
    Output("aws_alb", "lb", "dns_name", "DNS name of the load balancer", when=_EITHER),
    Output("aws_elb", "elb", "dns_name", "DNS name of the Classic Load Balancer"),
    Output(
        "aws_cloudfront_distribution",
        "cloudfront",
        "domain_name",
        "Domain name of the CloudFront distribution",
    ),
    Output("aws_api_gateway_stage", "api_gateway", "invoke_url", "URL of the API Gateway stage"),
    Output(
        "aws_apigatewayv2_api", "api_gateway", "endpoint", "Endpoint of the API Gateway API", "api_endpoint"
    ),
    Output("aws_lambda_function_url", "lambda_function", "url", "URL of the Lambda function", "function_url"),
    Output("google_cloud_run_v2_service", "cloud_run", "uri", "URI of the Cloud Run service"),
    Output("google_cloudfunctions2_function", "cloud_function", "url", "URL of the Cloud Function"),
    Output("google_cloud_run_service", "cloud_run", "url", "URL of the Cloud Run service", "status[0].url"),
    Output(
        "google_cloudfunctions_function",
        "cloud_function",
        "url",
        "URL of the Cloud Function",
        "https_trigger_url",
        when=("trigger_http", OTHER),
    ),
    Output(
        "google_app_engine_application",
        "app_engine",
        "hostname",
        "Host name of the App Engine application",
        "default_hostname",
    ),
    Output(
        "google_compute_global_forwarding_rule",
        "load_balancer",
        "address",
        "Address of the global load balancer",
        "ip_address",
    ),
    Output("azurerm_linux_web_app", "web_app", "hostname", "Host name of the web app", "default_hostname"),
    Output("azurerm_windows_web_app", "web_app", "hostname", "Host name of the web app", "default_hostname"),
    Output(
        "azurerm_linux_function_app",
        "function_app",
        "hostname",
        "Host name of the function app",
        "default_hostname",
    ),
    Output(
        "azurerm_windows_function_app",
        "function_app",
        "hostname",
        "Host name of the function app",
        "default_hostname",
    ),
    Output(
        "azurerm_static_web_app",
        "static_web_app",
        "hostname",
        "Host name of the static web app",
        "default_host_name",
    ),
    Output(
        "azurerm_cdn_frontdoor_endpoint", "front_door", "host_name", "Host name of the Front Door endpoint"
    ),
    # What computes
    Output("aws_instance", "instance", "id", "ID of the EC2 instance"),
    Output("aws_lambda_function", "lambda_function", "arn", "ARN of the Lambda function"),
    Output("aws_ecs_cluster", "ecs_cluster", "arn", "ARN of the ECS cluster"),
    Output("aws_eks_cluster", "eks_cluster", "endpoint", "Endpoint of the EKS cluster"),
    Output("aws_sfn_state_machine", "state_machine", "arn", "ARN of the Step Functions state machine"),
    Output("google_container_cluster", "gke_cluster", "endpoint", "Endpoint of the GKE cluster"),
    Output("google_compute_instance", "instance", "id", "ID of the Compute Engine instance"),
    Output("azurerm_kubernetes_cluster", "aks_cluster", "fqdn", "Host name of the AKS cluster"),
    Output("azurerm_linux_virtual_machine", "virtual_machine", "id", "ID of the virtual machine"),
    Output("azurerm_windows_virtual_machine", "virtual_machine", "id", "ID of the virtual machine"),
    # Databases, caches and search: their endpoints are sensitive
    Output("aws_db_instance", "rds", "endpoint", "Endpoint of the RDS instance", sensitive=True),
    Output("aws_rds_cluster", "rds_cluster", "endpoint", "Endpoint of the RDS cluster", sensitive=True),
    Output("aws_docdb_cluster", "docdb", "endpoint", "Endpoint of the DocumentDB cluster", sensitive=True),
    Output("aws_neptune_cluster", "neptune", "endpoint", "Endpoint of the Neptune cluster", sensitive=True),
    Output(
        "aws_redshift_cluster", "redshift", "endpoint", "Endpoint of the Redshift cluster", sensitive=True
    ),
    Output(
        "aws_elasticache_replication_group",
        "elasticache",
        "endpoint",
        "Endpoint of the ElastiCache replication group",
        "primary_endpoint_address",
        True,
        _ONE_SHARD,
    ),
    Output(
        "aws_elasticache_replication_group",
        "elasticache",
        "endpoint",
        "Endpoint of the ElastiCache replication group",
        "configuration_endpoint_address",
        True,
        _SHARDS,
    ),
    Output(
        "aws_elasticache_cluster",
        "elasticache",
        "endpoint",
        "Endpoint of the ElastiCache cluster",
        "cache_nodes[0].address",
        True,
        _REDIS,
    ),
    Output(
        "aws_elasticache_cluster",
        "elasticache",
        "endpoint",
        "Endpoint of the ElastiCache cluster",
        "cluster_address",
        True,
        _MEMCACHED,
    ),
    Output("aws_dynamodb_table", "dynamodb_table", "name", "Name of the DynamoDB table"),
    Output(
        "aws_opensearch_domain",
        "opensearch",
        "endpoint",
        "Endpoint of the OpenSearch domain",
        sensitive=True,
    ),
    Output(
        "aws_elasticsearch_domain",
        "elasticsearch",
        "endpoint",
        "Endpoint of the Elasticsearch domain",
        sensitive=True,
    ),
    Output(
        "google_sql_database_instance",
        "cloud_sql",
        "connection_name",
        "Connection name of the Cloud SQL instance",
        sensitive=True,
    ),
    Output("google_redis_instance", "redis", "host", "Host of the Redis instance", sensitive=True),
    Output("google_spanner_instance", "spanner", "id", "ID of the Spanner instance"),
    Output("google_bigquery_dataset", "bigquery_dataset", "id", "ID of the BigQuery dataset"),
    Output(
        "azurerm_postgresql_flexible_server",
        "postgresql",
        "fqdn",
        "Host name of the PostgreSQL server",
        sensitive=True,
    ),
    Output(
        "azurerm_mssql_server",
        "mssql",
        "fqdn",
        "Host name of the SQL server",
        "fully_qualified_domain_name",
        True,
    ),
    Output("azurerm_mysql_flexible_server", "mysql", "fqdn", "Host name of the MySQL server", sensitive=True),
    Output(
        "azurerm_cosmosdb_account",
        "cosmosdb",
        "endpoint",
        "Endpoint of the Cosmos DB account",
        sensitive=True,
    ),
    Output("azurerm_redis_cache", "redis", "hostname", "Host name of the Redis cache", sensitive=True),
    # Storage
    Output("aws_s3_bucket", "s3_bucket", "name", "Name of the S3 bucket", "bucket"),
    Output("aws_efs_file_system", "efs_file_system", "id", "ID of the EFS file system"),
    Output("aws_ecr_repository", "ecr_repository", "url", "URL of the ECR repository", "repository_url"),
    Output("google_storage_bucket", "storage_bucket", "url", "URL of the Cloud Storage bucket"),
    Output(
        "google_artifact_registry_repository",
        "artifact_registry",
        "id",
        "ID of the Artifact Registry repository",
    ),
    Output(
        "azurerm_storage_account",
        "storage_account",
        "blob_endpoint",
        "Blob endpoint of the storage account",
        "primary_blob_endpoint",
    ),
    Output(
        "azurerm_container_registry",
        "container_registry",
        "login_server",
        "Login server of the container registry",
    ),
    # Networks, names, keys and users
    Output("aws_vpc", "vpc", "id", "ID of the VPC"),
    Output("aws_route53_zone", "route53_zone", "id", "ID of the Route 53 zone", "zone_id"),
    Output("aws_cognito_user_pool", "user_pool", "id", "ID of the Cognito user pool"),
    Output("google_compute_network", "network", "id", "ID of the VPC network"),
    Output("google_dns_managed_zone", "dns_zone", "name_servers", "Name servers of the Cloud DNS zone"),
    Output("azurerm_virtual_network", "virtual_network", "id", "ID of the virtual network"),
    Output("azurerm_dns_zone", "dns_zone", "name_servers", "Name servers of the DNS zone"),
    Output("azurerm_key_vault", "key_vault", "uri", "URI of the key vault", "vault_uri"),
    # Messages
    Output("aws_sns_topic", "sns_topic", "arn", "ARN of the SNS topic"),
    Output("aws_sqs_queue", "sqs_queue", "url", "URL of the SQS queue"),
    Output("aws_kinesis_stream", "kinesis_stream", "arn", "ARN of the Kinesis stream"),
    Output("aws_msk_cluster", "msk_cluster", "arn", "ARN of the MSK cluster"),
    Output("google_pubsub_topic", "pubsub_topic", "id", "ID of the Pub/Sub topic"),
    Output(
        "azurerm_servicebus_namespace", "service_bus", "endpoint", "Endpoint of the Service Bus namespace"
    ),
    Output("azurerm_eventhub_namespace", "event_hubs", "id", "ID of the Event Hubs namespace"),
)
"""In the order in which outputs are usually listed; of several rows for a type the first that fits counts."""


ALWAYS = frozenset((
    "aws_alb",
    "aws_db_instance",
    "aws_elb",
    "aws_lb",
    "aws_rds_cluster",
    "aws_s3_bucket",
    "aws_sns_topic",
    "aws_vpc",
))  # fmt: skip
"""The types that a root module shows even if its author chose what to show otherwise."""


def described(output: Output, label: str) -> str:
    """The description of the output of a resource that is not the only one of its kind: with what its label
    says beyond that."""
    known = set(f"{output.kind}_{output.description}".lower().replace(" ", "_").split("_"))
    words = [word for word in re.split("[_-]", label) if word.lower() not in known]
    return " ".join((output.description, "_".join(words))).rstrip()


def wanted(block: Block) -> Output | None:
    """The row for a resource."""
    return next((row for row in _BY_TYPE.get(block.labels[0], ()) if row.fits(block)), None)


_BY_TYPE: dict[str, list[Output]] = {}
for _row in TABLE:
    _BY_TYPE.setdefault(_row.type, []).append(_row)
