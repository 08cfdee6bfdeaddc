"""Arguments that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from tffix import Attribute, Block, Finding, Impact, Module, Transform, blocks, schemas

from ._rewrites import remove
from ._types import is_surely_set

_ROUTE_TARGETS = (
    "carrier_gateway_id",
    "core_network_arn",
    "egress_only_gateway_id",
    "gateway_id",
    "local_gateway_id",
    "nat_gateway_id",
    "network_interface_id",
    "transit_gateway_id",
    "vpc_endpoint_id",
    "vpc_peering_connection_id",
)
_EXCLUSIVE: dict[str, tuple[tuple[str, str], ...]] = {
    "aws_autoscaling_group": (
        ("launch_configuration", "launch_template"),
        ("availability_zones", "vpc_zone_identifier"),
    ),
    "aws_db_instance": (("password", "manage_master_user_password"),),
    "aws_docdb_cluster": (("cluster_identifier", "cluster_identifier_prefix"),),
    "aws_eks_node_group": (("node_group_name", "node_group_name_prefix"),),
    "aws_instance": (("user_data", "user_data_base64"),),
    "aws_key_pair": (("key_name", "key_name_prefix"),),
    "aws_lambda_function": (
        ("filename", "image_uri"),
        ("filename", "s3_bucket"),
        ("image_uri", "s3_bucket"),
    ),
    "aws_launch_configuration": (("user_data", "user_data_base64"),),
    "aws_lb": (("subnets", "subnet_mapping"),),
    "aws_rds_cluster": (
        ("cluster_identifier", "cluster_identifier_prefix"),
        ("master_password", "manage_master_user_password"),
    ),
    "aws_route": tuple(combinations(_ROUTE_TARGETS, 2)),
    "aws_route53_record": (("alias", "records"), ("alias", "ttl")),
    "aws_s3_object": (("source", "content"), ("source", "content_base64"), ("content", "content_base64")),
    "aws_security_group_rule": (
        ("cidr_blocks", "source_security_group_id"),
        ("cidr_blocks", "self"),
        ("source_security_group_id", "self"),
    ),
    "aws_spot_instance_request": (("user_data", "user_data_base64"),),
    "aws_subnet": (("availability_zone", "availability_zone_id"),),
}
_EVERYWHERE_IN_AWS = (
    ("name", "name_prefix"),
    ("identifier", "identifier_prefix"),
    ("bucket", "bucket_prefix"),
)
_POINTLESS = {("aws_route53_record", "alias", "ttl")}
"""Pairs of which the second has no meaning beside the first, so that removing it is the one right answer."""


class SchemaConflictingArguments(Transform):
    """Two arguments are set that exclude each other.

    What:
        Looks for pairs from a table (`name` and `name_prefix`, `launch_template` and `launch_configuration`,
        `alias` and `ttl` …) and for `count` beside `for_each`. Where one of the two has no meaning beside
        the other it is removed.

    Why:
        The provider stops with "Conflicting configuration arguments" before anything is planned.

    Example:
        resource "aws_route53_record" "www" {
          zone_id = "Z0123456789ABCDEFGHIJ"
          name    = "www.example.com"
          type    = "A"
          ttl     = 300

          alias {
            name                   = "lb.example.com"
            zone_id                = "Z0123456789ABCDEFGHIJ"
            evaluate_target_health = true
          }
        }

    Becomes:
        resource "aws_route53_record" "www" {
          zone_id = "Z0123456789ABCDEFGHIJ"
          name    = "www.example.com"
          type    = "A"

          alias {
            name                   = "lb.example.com"
            zone_id                = "Z0123456789ABCDEFGHIJ"
            evaluate_target_health = true
          }
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Only values that cannot be null are judged: literals and attributes of resources, not variables or
        `dynamic` blocks. Which of two arguments with a meaning is to go is not for a tool to decide.

    Source:
        The AWS provider's documentation of the resources in the table; Terraform language documentation,
        "The count Meta-Argument".
    """

    name = "schema-conflicting-arguments"
    impact = Impact.NONE
    languages = frozenset(("hcl", "json", "python"))
    watches = blocks("resource", "data", "ephemeral", "module")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        count, for_each = block.get("count"), block.get("for_each")
        if count and for_each:
            yield Finding(for_each, "'count' and 'for_each' exclude each other", advice="keep one of them")
        pairs = _pairs(block)
        if not any(_set(block, first, module) and _set(block, second, module) for first, second in pairs):
            return
        top = next(iter(schemas.sites(block, module)), None)
        if top is None or top.judged.provider != "hashicorp/aws":
            return
        for first, second in pairs:
            here, there = _set(block, first, module), _set(block, second, module)
            if here is None or there is None or not (_takes(top, first) and _takes(top, second)):
                continue
            message = f"'{first}' and '{second}' of {top.inside} exclude each other"
            pointless = (top.judged.type, first, second) in _POINTLESS and isinstance(there, Attribute)
            advice = "keep one of them"
            yield Finding(there, message, partial(remove, there) if pointless else None, advice)


def _pairs(block: Block) -> tuple[tuple[str, str], ...]:
    if block.type != "resource" or not block.labels:
        return ()
    return (*_EVERYWHERE_IN_AWS, *_EXCLUSIVE.get(block.labels[0], ()))


def _takes(site: schemas.Site, name: str) -> bool:
    """Whether all versions that count have an argument or block of that name."""
    known = site.attribute(name)
    return known.is_settable if known else site.block(name) is not None


def _set(block: Block, name: str, module: Module) -> Attribute | Block | None:
    """The argument or block of a name, if it is sure to set something."""
    attribute = block.get(name)
    if attribute is None:
        return next(block.blocks(name), None)
    return attribute if is_surely_set(attribute.expression, module) else None
