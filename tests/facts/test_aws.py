"""What the embedded facts say of AWS itself."""

from datetime import date

import pytest

from tffix.facts import aws
from tffix.facts.database import connection


def test_a_region_belongs_to_one_partition() -> None:
    assert {"aws", "aws-cn", "aws-us-gov"} <= aws.partitions()
    assert {"us-east-1", "eu-central-1"} <= aws.regions()
    assert aws.regions("aws-cn") == {"cn-north-1", "cn-northwest-1"}
    assert aws.partition_of("us-gov-west-1") == "aws-us-gov"
    assert aws.partition_of("us-east-9") is None
    assert not any(region.endswith("-global") for region in aws.regions())


def test_zones_are_those_of_their_region() -> None:
    assert aws.zones("eu-west-1") == ("eu-west-1a", "eu-west-1b", "eu-west-1c")
    assert aws.zones("us-east-9") == ()
    for region in aws.regions():
        assert all(zone.startswith(region) for zone in aws.zones(region))


def test_a_lambda_runtime_has_the_dates_of_its_end() -> None:
    python = aws.lambda_runtimes()["python3.6"]
    assert python.deprecated == date(2022, 7, 18)
    assert python.successor is not None
    assert python.successor.startswith("python3.")
    assert "python3.13" in aws.lambda_runtimes()
    assert "python4" not in aws.lambda_runtimes()


def test_the_successor_of_a_runtime_is_a_runtime_that_lasts_longer() -> None:
    runtimes = aws.lambda_runtimes()
    for runtime in runtimes.values():
        if runtime.successor is not None:
            successor = runtimes[runtime.successor]
            assert successor.successor is None
            assert runtime.deprecated is not None
            assert successor.deprecated is None or successor.deprecated >= runtime.deprecated


@pytest.mark.parametrize(
    ("service", "offered", "not_offered"),
    [
        ("ec2", "m5.large", "m5.larg"),
        ("rds", "db.m5.large", "m5.large"),
        ("elasticache", "cache.t3.micro", "db.t3.micro"),
        ("redshift", "ra3.xlplus", "ra3.tiny"),
        ("opensearch", "m5.large.search", "m5.large"),
    ],
)
def test_a_service_offers_instance_classes(service: str, offered: str, not_offered: str) -> None:
    assert offered in aws.instance_classes(service)
    assert not_offered not in aws.instance_classes(service)


def test_no_service_is_without_instance_classes() -> None:
    for (service,) in connection().execute("SELECT DISTINCT service FROM instance_class"):
        assert len(aws.instance_classes(service)) >= 10
    assert aws.instance_classes("nothing") == frozenset()


def test_an_ec2_instance_type_has_a_size_and_an_architecture() -> None:
    graviton = aws.ec2_instance_type("m6g.large")
    assert graviton is not None
    assert (graviton.vcpus, graviton.memory_mib, graviton.architectures) == (2, 8192, ("arm64",))
    assert graviton.is_current_generation
    old = aws.ec2_instance_type("m1.small")
    assert old is not None
    assert not old.is_current_generation
    assert aws.ec2_instance_type("m5.larg") is None


def test_engine_versions_tell_which_are_deprecated() -> None:
    postgres = aws.engine_versions("rds", "postgres")
    assert any(postgres.values())
    assert not all(postgres.values())
    assert aws.engine_versions("rds", "postgre") == {}
    assert "valkey" not in aws.engine_versions("elasticache", "valkey")
    assert aws.engine_versions("elasticache", "valkey")


def test_an_enum_has_the_values_of_the_api() -> None:
    values = aws.enum("ecs", "NetworkMode")
    assert values is not None
    assert set(values) == {"bridge", "host", "awsvpc", "none"}
    assert aws.enum("ecs", "NoSuchShape") is None
    assert aws.enum("nothing", "NetworkMode") is None


@pytest.mark.parametrize(
    ("resource_type", "path", "allowed", "not_allowed"),
    [
        ("aws_ecs_task_definition", "network_mode", "awsvpc", "vpc"),
        ("aws_ssm_parameter", "type", "SecureString", "Secure"),
        ("aws_eks_cluster", "access_config.authentication_mode", "API_AND_CONFIG_MAP", "CONFIGMAP"),
        ("aws_ecr_repository", "image_tag_mutability", "IMMUTABLE", "IMUTABLE"),
    ],
)
def test_an_argument_allows_values(resource_type: str, path: str, allowed: str, not_allowed: str) -> None:
    values = aws.allowed_values(resource_type, path)
    assert values is not None
    assert allowed in values
    assert not_allowed not in values


@pytest.mark.parametrize(
    ("resource_type", "path"),
    [
        ("aws_s3_bucket_acl", "acl"),  # the API's enum lacks log-delivery-write
        ("aws_mq_broker", "engine_type"),  # Terraform writes RabbitMQ
        ("aws_vpc", "cidr_block"),
        ("aws_nothing", "type"),
    ],
)
def test_what_is_not_certain_is_not_told(resource_type: str, path: str) -> None:
    assert aws.allowed_values(resource_type, path) is None


def test_every_link_leads_to_values() -> None:
    links = connection().execute("SELECT type, path FROM argument_enum").fetchall()
    assert len(links) > 500
    assert all(aws.allowed_values(resource_type, path) for resource_type, path in links)
