"""Peers and replicas whose region does not fit: the same one where it must be another, or another one where
that has to be said in another way."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Transform, inference, resources

from ._arguments import nested
from ._origins import origins
from ._provider_region import regions_of

_REPLICAS = {"aws_dynamodb_table": "region_name", "aws_secretsmanager_secret": "region"}
"""Types with blocks ``replica``, and the argument that names the region of one."""


class PeerRegionWrong(Transform):
    """A peer or replica is in a region that does not fit.

    What:
        Looks for VPC peering with `auto_accept` and a `peer_region`; for replicas of DynamoDB tables, secrets
        and KMS keys in the region of the original; and for replicas of databases in another region than the
        original, whose source is named by its identifier instead of its ARN.

    Why:
        The apply fails: "`peer_region` cannot be set whilst `auto_accept` is `true`", "Replica region must be
        different", or with DBInstanceNotFound.

    Example:
        resource "aws_vpc_peering_connection" "shared" {
          vpc_id      = aws_vpc.main.id
          peer_vpc_id = var.shared_vpc_id
          peer_region = "us-east-1"
          auto_accept = true
        }

    Impact:
        None: this is only reported.

    Limits:
        Silent where a region is not known; a region that a variable has by default counts.

    Source:
        AWS provider documentation, `aws_vpc_peering_connection`, `aws_dynamodb_table`,
        `aws_secretsmanager_secret`, `aws_kms_replica_key` and `aws_db_instance`.
    """

    name = "aws-peer-region-wrong"
    impact = Impact.NONE
    watches = resources("aws_vpc_peering_connection", "aws_kms_replica_key", "aws_db_instance", *_REPLICAS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        match block.labels[0]:
            case "aws_vpc_peering_connection":
                yield from _accepted(block, module)
            case "aws_kms_replica_key":
                yield from _key(block, module)
            case "aws_db_instance":
                yield from _database(block, module)
            case type_:
                yield from _replicas(block, _REPLICAS[type_], module)


def _accepted(block: Block, module: Module) -> Iterator[Finding]:
    peer, accepts = block.get("peer_region"), block.get("auto_accept")
    if (
        peer is not None
        and accepts is not None
        and _known(peer, block, module)
        and _known(accepts, block, module)
    ):
        message = "a peering with a VPC of another region cannot accept itself"
        advice = (
            "write no auto_accept, and an aws_vpc_peering_connection_accepter with a provider of that region"
        )
        yield Finding(accepts, message, advice=advice)


def _replicas(block: Block, argument: str, module: Module) -> Iterator[Finding]:
    for replica in nested(block, "replica"):
        attribute = replica.get(argument)
        region = _known(attribute, block, module) if attribute is not None else None
        if attribute is not None and isinstance(region, str) and _regions(block, module) == {region}:
            yield Finding(attribute, f"the replica is in {region}, as the original is")


def _key(block: Block, module: Module) -> Iterator[Finding]:
    attribute, own = block.get("primary_key_arn"), _regions(block, module)
    if attribute is None or len(own) != 1:
        return
    for origin in origins(attribute, module):
        there = regions_of(origin.block, origin.module, defaults=True, way=origin.way)
        if origin.block.labels[0] == "aws_kms_key" and own == there:
            message = f"the replica is in {min(own)}, as the original, {origin.told(module)}, is"
            yield Finding(attribute, message, advice="provider = aws.…  # of another region")


def _database(block: Block, module: Module) -> Iterator[Finding]:
    attribute = block.get("replicate_source_db")
    if attribute is None or not attribute.source.strip().endswith(".identifier"):
        return
    for origin in origins(attribute, module):
        own = _regions(block, module)
        there = regions_of(origin.block, origin.module, defaults=True, way=origin.way)
        if origin.block.labels[0] == "aws_db_instance" and len(own) == len(there) == 1 and own != there:
            message = f"{origin.told(module)} is in {min(there)}, and the replica in {min(own)}"
            advice = (
                f"{attribute.source.strip().removesuffix('identifier')}arn  # an identifier is looked up here"
            )
            yield Finding(attribute, message, advice=advice)


def _regions(block: Block, module: Module) -> frozenset[str]:
    return regions_of(block, module, defaults=True)


def _known(attribute: Attribute, block: Block, module: Module) -> object:
    found = inference.infer(attribute, block, module)
    return inference.plain(found) if found.is_known else None
