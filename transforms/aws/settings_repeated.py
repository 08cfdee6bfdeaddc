"""Several resources that set the same thing, of which one can be set."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Transform, inference

_SETTINGS: dict[str, tuple[str, ...]] = {
    "aws_api_gateway_method": ("rest_api_id", "resource_id", "http_method"),
    "aws_ecr_lifecycle_policy": ("repository",),
    "aws_ecr_repository_policy": ("repository",),
    "aws_iam_account_password_policy": (),
    "aws_lambda_function_event_invoke_config": ("function_name", "qualifier"),
    "aws_lb_listener": ("load_balancer_arn", "port"),
    "aws_main_route_table_association": ("vpc_id",),
    "aws_network_acl_rule": ("network_acl_id", "rule_number", "egress"),
    "aws_route": (
        "route_table_id",
        "destination_cidr_block",
        "destination_ipv6_cidr_block",
        "destination_prefix_list_id",
    ),
    "aws_route53_record": ("zone_id", "name", "type", "set_identifier"),
    "aws_route_table_association": ("subnet_id", "gateway_id"),
    "aws_s3_bucket_acl": ("bucket",),
    "aws_s3_bucket_cors_configuration": ("bucket",),
    "aws_s3_bucket_lifecycle_configuration": ("bucket",),
    "aws_s3_bucket_logging": ("bucket",),
    "aws_s3_bucket_notification": ("bucket",),
    "aws_s3_bucket_ownership_controls": ("bucket",),
    "aws_s3_bucket_policy": ("bucket",),
    "aws_s3_bucket_public_access_block": ("bucket",),
    "aws_s3_bucket_replication_configuration": ("bucket",),
    "aws_s3_bucket_server_side_encryption_configuration": ("bucket",),
    "aws_s3_bucket_versioning": ("bucket",),
    "aws_s3_bucket_website_configuration": ("bucket",),
    "aws_secretsmanager_secret_policy": ("secret_arn",),
    "aws_sns_topic_policy": ("arn",),
    "aws_sqs_queue_policy": ("queue_url",),
}
"""What names the thing that is set, by the type of the resource that sets it. Facts: the AWS provider's
documentation of each, and the API operation behind it, which replaces what was there (PutBucketPolicy) or
rejects a second one (RouteAlreadyExists, DuplicateListener, Resource.AlreadyAssociated)."""

_REPEATED = ("count", "for_each")


class SettingsRepeated(Transform):
    """Two resources set the same thing, of which there can be one.

    What:
        Compares resources of one type that are made once: routes of a table to the same destination,
        associations of a subnet, listeners of a load balancer on a port, records of a zone, methods, and
        policies, notifications and other settings of one bucket, topic, queue, repository or secret.

    Why:
        AWS rejects the second one (RouteAlreadyExists, DuplicateListener), or it replaces the first, and
        then every plan wants to change one of the two back.

    Example:
        resource "aws_s3_bucket_policy" "tls" {
          bucket = aws_s3_bucket.logs.id
          policy = data.aws_iam_policy_document.tls.json
        }

        resource "aws_s3_bucket_policy" "reading" {
          bucket = aws_s3_bucket.logs.id
          policy = data.aws_iam_policy_document.reading.json
        }

    Impact:
        None: this is only reported; which of the two is meant, or how both become one, cannot be told.

    Limits:
        Resources with `count` or `for_each` are left alone, and those whose things are named by different
        expressions.

    Source:
        The AWS provider's documentation of each type, and the API operations behind them.
    """

    name = "aws-settings-repeated"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for type_, arguments in _SETTINGS.items():
            first: dict[tuple[str, ...], Block] = {}
            for block in module.resources(type_):
                key = _key(block, arguments, module)
                known = first.setdefault(key, block) if key is not None else block
                if known is not block:
                    told = f"{type_}.{known.labels[1]} sets the same"
                    at = next((one for name in arguments if (one := block.get(name)) is not None), block)
                    yield Finding(at, f"{told}, and there can be one", advice="make one resource of the two")


def _key(block: Block, arguments: tuple[str, ...], module: Module) -> tuple[str, ...] | None:
    """What names the thing that a resource sets; None where that is not certain."""
    if any(block.get(name) is not None for name in (*_REPEATED, "provider", "region")):
        return None
    given = [block.get(name) for name in arguments]
    if arguments and not any(given):
        return None
    return tuple("" if one is None else _told(one, block, module) for one in given)


def _told(attribute: Attribute, block: Block, module: Module) -> str:
    """A value that is known, or the expression; what refers to a bucket by its id or its name is the same."""
    found = inference.plain(inference.infer(attribute, block, module, defaults=False))
    if isinstance(found, str | int):
        return str(found).lower()
    source = attribute.source.strip()
    return source.removesuffix(".bucket").removesuffix(".id") if attribute.name == "bucket" else source
