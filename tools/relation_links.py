"""Ties properties of CloudFormation's resources to arguments of Terraform's, for relations between them.

A Terraform resource is a CloudFormation resource where its API operation says so (`api_links.py`), where
their names have the same words, or by the table here. An argument is a property where, at the same place in
both,

1. their names are the same words, apart from the plural and from what the resource's own type says already:
   the `name` of an `aws_sqs_queue` is the `QueueName`; and
2. they have the same kind of value: a text, a number, a bool, a list, or an object as a nested block; and
3. nothing else at that place has such a name.

What has another name or another place in Terraform is in a table, by the documentation of both.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any

from api_links import IN_CLOUDFORMATION, CloudFormation, Models, resources, settable

# Resources whose words differ, by the documentation of both.
TYPES = IN_CLOUDFORMATION | {
    "aws_alb": "elasticloadbalancingv2loadbalancer",
    "aws_alb_listener": "elasticloadbalancingv2listener",
    "aws_alb_listener_rule": "elasticloadbalancingv2listenerrule",
    "aws_alb_target_group": "elasticloadbalancingv2targetgroup",
    "aws_autoscaling_policy": "autoscalingscalingpolicy",
    "aws_appautoscaling_policy": "applicationautoscalingscalingpolicy",
    "aws_bedrockagent_agent": "bedrockagent",
    "aws_bedrockagent_data_source": "bedrockdatasource",
    "aws_bedrockagent_knowledge_base": "bedrockknowledgebase",
    "aws_cloudwatch_event_rule": "eventsrule",
    "aws_codepipeline": "codepipelinepipeline",
    "aws_db_instance": "rdsdbinstance",
    "aws_docdb_cluster": "docdbdbcluster",
    "aws_docdb_cluster_instance": "docdbdbinstance",
    "aws_elasticache_cluster": "elasticachecachecluster",
    "aws_elb": "elasticloadbalancingloadbalancer",
    "aws_fsx_lustre_file_system": "",
    "aws_lb": "elasticloadbalancingv2loadbalancer",
    "aws_lb_listener": "elasticloadbalancingv2listener",
    "aws_lb_listener_rule": "elasticloadbalancingv2listenerrule",
    "aws_lb_target_group": "elasticloadbalancingv2targetgroup",
    "aws_mskconnect_connector": "kafkaconnectconnector",
    "aws_mq_broker": "amazonmqbroker",
    "aws_neptune_cluster_instance": "neptunedbinstance",
    "aws_opensearch_domain": "opensearchservicedomain",
    "aws_prometheus_scraper": "apsscraper",
    "aws_rds_cluster": "rdsdbcluster",
    "aws_rds_cluster_instance": "rdsdbinstance",
    "aws_route53_health_check": "route53healthcheck",
    "aws_route53_record": "route53recordset",
    "aws_security_group_rule": "",  # cidr_blocks is a list there, and one resource is for both directions
    "aws_sagemaker_endpoint_configuration": "sagemakerendpointconfig",
    "aws_sns_topic_subscription": "snssubscription",
    "aws_vpc_security_group_egress_rule": "ec2securitygroupegress",
    "aws_vpc_security_group_ingress_rule": "ec2securitygroupingress",
    "aws_vpc_ipam_pool": "ec2ipampool",
    "aws_network_acl_rule": "ec2networkaclentry",
}
# Objects of CloudFormation whose members are arguments of the resource itself.
UNWRAPPED = {
    "AWS::CloudFront::Distribution": ("DistributionConfig",),
    "AWS::EC2::LaunchTemplate": ("LaunchTemplateData",),
    "AWS::Route53::HealthCheck": ("HealthCheckConfig",),
}
# Arguments that have another name, by the documentation of both.
ARGUMENTS = {
    "AWS::CloudFront::Distribution": {
        "DistributionConfig.CacheBehaviors": "ordered_cache_behavior",
    },
    "AWS::CloudWatch::Alarm": {"Metrics": "metric_query"},
    "AWS::DynamoDB::Table": {
        "ProvisionedThroughput.ReadCapacityUnits": "read_capacity",
        "ProvisionedThroughput.WriteCapacityUnits": "write_capacity",
        "LocalSecondaryIndexes": "local_secondary_index",
        "GlobalSecondaryIndexes": "global_secondary_index",
        "AttributeDefinitions": "attribute",
    },
    "AWS::ApiGateway::Method": {"AuthorizationType": "authorization"},
    "AWS::AutoScaling::LaunchConfiguration": {"BlockDeviceMappings.Ebs": "ebs_block_device"},
    "AWS::EC2::Instance": {"BlockDeviceMappings.Ebs": "ebs_block_device"},
    "AWS::EC2::SecurityGroup": {
        "SecurityGroupEgress": "egress",
        "SecurityGroupEgress.IpProtocol": "egress.protocol",
        "SecurityGroupIngress": "ingress",
        "SecurityGroupIngress.IpProtocol": "ingress.protocol",
    },
    "AWS::ElasticLoadBalancingV2::Listener": {"Certificates": "certificate_arn"},
    "AWS::ElasticLoadBalancingV2::LoadBalancer": {"Type": "load_balancer_type"},
    "AWS::ElasticLoadBalancingV2::TargetGroup": {
        "HealthCheckPort": "health_check.port",
        "HealthCheckProtocol": "health_check.protocol",
        "HealthCheckPath": "health_check.path",
        "Matcher": "health_check.matcher",
    },
    "AWS::ElasticLoadBalancing::LoadBalancer": {
        "Listeners": "listener",
        "Listeners.Protocol": "listener.lb_protocol",
        "Listeners.SSLCertificateId": "listener.ssl_certificate_id",
    },
    "AWS::RDS::DBCluster": {
        "SourceDBClusterIdentifier": "replication_source_identifier",
        "EnableHttpEndpoint": "enable_http_endpoint",
        "EnableIAMDatabaseAuthentication": "iam_database_authentication_enabled",
    },
    "AWS::RDS::DBInstance": {
        "SourceDBInstanceIdentifier": "replicate_source_db",
        "MasterUsername": "username",
        "MasterUserPassword": "password",
        "DBInstanceClass": "instance_class",
        "DBClusterIdentifier": "cluster_identifier",
    },
    "AWS::SQS::Queue": {"VisibilityTimeout": "visibility_timeout_seconds"},
    "AWS::Route53::HealthCheck": {
        "HealthCheckConfig.AlarmIdentifier": "cloudwatch_alarm_name",
        "HealthCheckConfig.FullyQualifiedDomainName": "fqdn",
    },
    "AWS::Route53::RecordSet": {"AliasTarget": "alias", "ResourceRecords": "records"},
}
KINDS = {
    "string": {"string"},
    "number": {"integer", "number", "string"},  # CloudFormation has some numbers as texts
    "bool": {"boolean"},
}


class Links:
    """The arguments that properties are, by resource types."""

    def __init__(self, facts: sqlite3.Connection, models: Models, properties: CloudFormation) -> None:
        self.schemas = properties.schemas
        self.types: dict[str, list[tuple[str, Any]]] = defaultdict(list)  # by CloudFormation's type
        self._found: dict[str, dict[str, str]] = {}
        for type_name, block in resources(facts):
            if name := self._home(type_name, block, models, properties):
                self.types[self.schemas[name]["typeName"]].append((type_name, block))

    def _home(self, type_name: str, block: Any, models: Models, properties: CloudFormation) -> str:
        if type_name in TYPES:
            return TYPES[type_name]
        own = "".join(type_name.split("_")[1:])
        if own in self.schemas or f"ec2{own}" in self.schemas:
            return own if own in self.schemas else f"ec2{own}"
        homes = {
            found[0]
            for path, members in models.links(type_name, block).items()
            for member in members
            if (found := properties.locate(type_name, path, member))
        }
        return homes.pop() if len(homes) == 1 else ""

    def of(self, type_name: str, block: Any, home: str) -> dict[str, str]:
        """The dotted paths of arguments by those of properties, in a type and what is inside of it."""
        if type_name not in self._found:
            whole = self.schemas[home.lower().replace("::", "").removeprefix("aws")]
            links: dict[str, str] = {}
            for wrapper in ((), UNWRAPPED.get(home, ())):
                self._match(whole, part_of(whole, wrapper), block, ".".join(wrapper), "", type_name, links)
            own = {
                path: argument for path, argument in ARGUMENTS.get(home, {}).items() if _has(block, argument)
            }
            for path, argument in own.items():
                links = {one: to for one, to in links.items() if to != argument} | {path: argument}
                inner, inside = part_of(whole, tuple(path.split("."))), _block(block, argument)
                if inside is not None:
                    self._match(whole, inner, inside, path, argument, "", links)
            self._found[type_name] = links
        return self._found[type_name]

    def _match(
        self,
        whole: Any,
        part: Any,
        block: Any,
        path: str,
        argument_path: str,
        type_name: str,
        links: dict[str, str],
    ) -> None:
        part = _resolved(whole, part)
        properties = part.get("properties", {})
        names = settable(block)
        by_key: dict[str, list[str]] = defaultdict(list)
        for name in properties:
            by_key[_key(name)].append(name)
        words = type_name.split("_")[1:]
        befores = ["_".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
        taken: dict[str, list[str]] = defaultdict(list)
        for name in sorted(names):
            exact = [_key(name)] if _key(name) in by_key else []
            tails = [_key(f"{before}_{name}") for before in befores]
            for key in exact or dict.fromkeys(one for one in tails if one in by_key):
                taken[key].append(name)
        for key, found in taken.items():
            exact = [name for name in found if _key(name) == key]
            found = exact or found
            if len(found) != 1 or len(by_key[key]) != 1:
                continue
            name, own = found[0], by_key[key][0]
            inner = _resolved(whole, properties[own])
            inner_path = f"{path}.{own}" if path else own
            inner_argument = f"{argument_path}.{name}" if argument_path else name
            nested = block.get("b", {}).get(name)
            if nested is not None:
                element = _resolved(whole, inner.get("items", inner))
                if "properties" in element:
                    links.setdefault(inner_path, inner_argument)
                    if inner_path.count(".") < 6:
                        self._match(whole, element, nested[3], inner_path, inner_argument, "", links)
            elif _is_alike(block["a"][name][0], inner):
                links.setdefault(inner_path, inner_argument)


def _is_alike(type_: Any, part: Any) -> bool:
    types = part.get("type", ())
    types = {types} if isinstance(types, str) else set(types)
    if isinstance(type_, str):
        return bool(KINDS.get(type_, set()) & types)
    return "object" in types if type_[0] in ("map", "object") else "array" in types


def _key(name: str) -> str:
    """A name without what differs between the two: underscores, capitals, the plural."""
    word = name.replace("_", "").lower()
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _resolved(whole: Any, part: Any) -> Any:
    while isinstance(part, dict) and part.get("$ref", "").startswith("#/"):
        target = whole
        for step in part["$ref"][2:].split("/"):
            target = target.get(step, {})
        part = target
    return part if isinstance(part, dict) else {}


def part_of(whole: Any, steps: tuple[str, ...]) -> Any:
    part = whole
    for step in steps:
        part = _resolved(whole, part)
        part = _resolved(whole, part.get("items", part)).get("properties", {}).get(step, {})
    part = _resolved(whole, part)
    return _resolved(whole, part.get("items", part))


def _has(block: Any, path: str) -> bool:
    *steps, name = path.split(".")
    for step in steps:
        block = block.get("b", {}).get(step, [None, None, None, {}])[3]
    return name in block.get("a", {}) or name in block.get("b", {})


def _block(block: Any, path: str) -> Any:
    for step in path.split("."):
        nested = block.get("b", {}).get(step)
        if nested is None:
            return None
        block = nested[3]
    return block
