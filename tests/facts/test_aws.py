"""What the embedded facts say of AWS itself."""

import re
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


def test_limits_are_those_of_the_api() -> None:
    role = aws.limits("aws_iam_role", "name")
    assert role is not None
    assert (role.min_length, role.max_length, role.pattern) == (None, 64, r"[\w+=,.@-]+")
    duration = aws.limits("aws_iam_role", "max_session_duration")
    assert duration is not None
    assert (duration.minimum, duration.maximum) == (3600, 43200)
    subnets = aws.limits("aws_mwaa_environment", "network_configuration.subnet_ids")
    assert subnets is not None
    assert (subnets.min_items, subnets.max_items) == (2, 2)


@pytest.mark.parametrize(
    ("resource_type", "path"),
    [
        ("aws_iam_role", "name_prefix"),  # the API has none
        ("aws_iam_role_policy", "policy"),  # the provider writes documents anew
        ("aws_autoscaling_group", "vpc_zone_identifier"),  # the provider joins the list into one string
        ("aws_cognito_user_pool_domain", "domain"),  # a domain of one's own may be longer
        ("aws_msk_cluster", "number_of_broker_nodes"),  # the API's model says 15 and makes 30
        ("aws_ecs_service", "launch_type"),  # an enum
        ("aws_nothing", "name"),
    ],
)
def test_no_limit_is_told_that_is_not_certain(resource_type: str, path: str) -> None:
    assert aws.limits(resource_type, path) is None


@pytest.mark.parametrize(
    ("resource_type", "path", "accepted", "refused"),
    [
        ("aws_cloudwatch_log_group", "name", "/aws/lambda/web_1.a#b", "web server"),
        ("aws_iam_role", "path", "/service/", "service"),
        ("aws_wafv2_ip_set", "name", "offices-1", "offices.1"),
    ],
)
def test_a_pattern_holds_for_the_whole_value(
    resource_type: str, path: str, accepted: str, refused: str
) -> None:
    limits = aws.limits(resource_type, path)
    assert limits is not None
    assert limits.pattern is not None
    assert re.fullmatch(limits.pattern, accepted, re.ASCII)
    assert not re.fullmatch(limits.pattern, refused, re.ASCII)


def test_every_limit_says_something_and_every_pattern_is_one() -> None:
    rows = connection().execute("SELECT type, path FROM argument_limit").fetchall()
    assert len(rows) > 2000
    for resource_type, path in rows:
        limits = aws.limits(resource_type, path)
        assert limits not in (None, aws.Limits())
        assert limits is not None
        assert aws.allowed_values(resource_type, path) is None or limits.pattern is None
        if limits.pattern is not None:
            compiled = re.compile(limits.pattern, re.ASCII)
            assert not compiled.fullmatch("漢 \\\nZ?*")
            assert "arn:" not in limits.pattern
