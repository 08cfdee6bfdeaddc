"""Relations that are not taken over, with the reason; and conditions that others need.

By the AWS provider's documentation of the resource, unless something else is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from relation_formulas import Formula, atoms

_LISTENERS = "found by aws-lb-listener-cannot-work"
_CONFLICTS = "found by schema-conflicting-arguments"
_NOT_APPLICABLE = "found by aws-argument-not-applicable"
_KEYS = "found by the keys of the table"
_VERSIONS = "the list of versions is not complete, and grows with each release"
_IGNORED = "the provider does not send it then"
_CIDR_BLOCK = "a CIDR block may be set beside the pool"
_QUOTES = "the provider puts quotes around texts"
_SPACES = "Route 53 takes several spaces, which the pattern does not"
_EXAMPLE = "the documentation's example has it"
_GROWN = "the limit of gp3 has grown: Amazon EBS user guide"
_BY_NOW = "allowed by now: Amazon RDS user guide, Multi-AZ DB cluster deployments"
_MULTI_AZ = (
    "domain domain_iam_role_name enable_http_endpoint iam_database_authentication_enabled network_type"
)

LISTS_THAT_GROW = {
    "E3690": _VERSIONS,
    "E3691": _VERSIONS,
    "E3695": _VERSIONS,
    "E3062": "classes are listed for versions of other engines too",
}


class Exempt(NamedTuple):
    """Relations of types whose need, or one of whose conditions, is about one of the arguments."""

    types: str  # a pattern, as of file names
    source: str
    arguments: str  # of what is needed; `*` for all
    reason: str
    verb: str = "*"
    beside: str = ""  # an argument that a condition must be about
    worth: str = ""  # and the value that it asks for


EXEMPT = (
    Exempt("aws_*lb_listener", "E3676", "*", _LISTENERS),
    Exempt("aws_*lb_target_group", "E3681", "port protocol vpc_id", _LISTENERS, "set"),
    Exempt("aws_*lb_target_group", "E3681", "*", _IGNORED, "unset"),
    Exempt("aws_*lb_target_group", "E3684", "*", _LISTENERS),
    Exempt("aws_lb", "schema", "subnet_mapping", _CONFLICTS),
    Exempt("aws_subnet", "schema", "availability_zone availability_zone_id", _CONFLICTS),
    Exempt("aws_route53_record", "E3029", "ttl", _CONFLICTS),
    Exempt("aws_route53_record", "E3023", "records", _QUOTES, beside="type", worth="TXT"),
    Exempt("aws_route53_record", "E3023", "records", _SPACES, beside="type", worth="MX"),
    Exempt("aws_route53_record", "E3023", "records", _SPACES, beside="type", worth="CAA"),
    Exempt("aws_sqs_queue", "E3501", "content_based_deduplication", _NOT_APPLICABLE),
    Exempt("aws_dynamodb_table", "schema", "attribute", _KEYS),
    Exempt("aws_dynamodb_table", "E3638", "read_capacity write_capacity", _IGNORED),
    Exempt("aws_vpc", "schema", "ipv4_ipam_pool_id", _CIDR_BLOCK, beside="cidr_block"),
    Exempt("aws_vpc", "schema", "ipv4_netmask_length", _CIDR_BLOCK),
    Exempt("aws_subnet", "schema", "cidr_block ipv?_ipam_pool_id ipv6_cidr_block", _CIDR_BLOCK, "unset"),
    Exempt("aws_subnet", "schema", "ipv?_netmask_length", _CIDR_BLOCK),
    Exempt("aws_db_instance", "schema", "password storage_encrypted", _IGNORED, beside="replicate_source_db"),
    Exempt("aws_rds_cluster", "E3692", "availability_zones", _EXAMPLE),
    Exempt("aws_rds_cluster", "E3692", "iops", "gp3 has iops of its own"),
    Exempt("aws_rds_cluster", "E3692", "engine_mode", "the provider always sends it"),
    Exempt("aws_rds_cluster", "E3692", _MULTI_AZ, _BY_NOW, "unset"),
    # With a certificate, the provider does not look at cloudfront_default_certificate.
    Exempt("aws_cloudfront_distribution", "schema", "cloudfront_default_certificate", _IGNORED, "unset"),
    Exempt(
        "aws_cloudfront_distribution",
        "schema",
        "iam_certificate_id",
        _IGNORED,
        "unset",
        beside="cloudfront_default_certificate",
    ),
    Exempt("*", "E3671", "iops", _GROWN, "most"),
    Exempt(
        "aws_rds_cluster_instance", "E3682", "copy_tags_to_snapshot", "the provider's argument is for Aurora"
    ),
    Exempt("aws_autoscaling_policy", "E3712", "*", "AWS accepts it"),
)

_RESTORED = [
    ["unwritten", "replicate_source_db"],
    ["unwritten", "snapshot_identifier"],
    ["unwritten", "restore_to_point_in_time"],
]
CONDITIONS = {
    # A copy gets its encryption from what it is a copy of.
    ("aws_db_instance", "E3720"): _RESTORED,
}


def reason_against(type_name: str, record: Any) -> str:
    """Why a relation is not taken over; empty if it is."""
    needed = list(atoms(record["need"]))
    conditions = [atom for part in record["when"] for atom in atoms(part)]
    for one in EXEMPT:
        if (
            fnmatchcase(type_name, one.types)
            and one.source == record["by"]
            and (not one.beside or any(_is_beside(atom, one) for atom in conditions))
            and any(_is_about(atom, one) for atom in needed)
        ):
            return one.reason
    return "a warning rather than an error" if record["by"][0] in "WI" else ""


def _is_beside(atom: Formula, one: Exempt) -> bool:
    return bool(atom[1] == one.beside and (not one.worth or one.worth in atom[-1]))


def _is_about(atom: Formula, one: Exempt) -> bool:
    names = one.arguments.split()
    return fnmatchcase(atom[0], one.verb) and any(fnmatchcase(atom[1], name) for name in names)


def conditions(type_name: str, source: str) -> Iterator[Formula]:
    """What must be true besides for a relation."""
    yield from CONDITIONS.get((type_name, source), ())
