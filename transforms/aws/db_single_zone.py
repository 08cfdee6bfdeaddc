"""Production databases that stand in one availability zone."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Block, Finding, Impact, Module, Profile, Transform, resources

from ._arguments import has, value
from ._environment import is_production


class DbSingleZone(Transform):
    """A production database runs in a single availability zone.

    What:
        Reports RDS instances without `multi_az`, Aurora clusters with one instance and ElastiCache
        replication groups without `multi_az_enabled`, where names or tags say that they serve production.

    Why:
        When the zone fails, or its host is patched, the database is away. With a standby in another zone it
        is back within a minute or two.

    Example:
        resource "aws_db_instance" "prod_orders" {
          engine            = "postgres"
          instance_class    = "db.m7g.large"
          allocated_storage = 100
        }

    Impact:
        None: this is only reported, since a standby doubles the price of the database.

    Limits:
        Silent where nothing says that it is production, and for replicas.

    Source:
        Amazon RDS user guide, "Multi-AZ DB instance deployments"; Amazon Aurora user guide, "High
        availability"; Amazon ElastiCache user guide, "Minimizing downtime with Multi-AZ".
    """

    name = "aws-db-single-zone"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = resources("aws_db_instance", "aws_rds_cluster", "aws_elasticache_replication_group")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if not is_production(block, module):
            return
        type_ = block.labels[0]
        if type_ == "aws_rds_cluster":
            yield from _lone_instance(block, module)
            return
        argument = "multi_az" if type_ == "aws_db_instance" else "multi_az_enabled"
        engine = str(value(block, "engine", module))
        if has(block, "replicate_source_db") or engine.startswith("aurora"):
            return
        if value(block, argument, module) in (None, False):
            message = "this production database is in one availability zone only"
            yield Finding(block.get(argument) or block, message, advice=_advice(argument))


def _advice(argument: str) -> str:
    more = "" if argument == "multi_az" else ", with automatic_failover_enabled = true and two cache clusters"
    return f"{argument} = true{more} (a standby costs as much again)"


def _lone_instance(block: Block, module: Module) -> Iterator[Finding]:
    address = Address.of(block)
    if address is None or has(block, "db_cluster_instance_class"):
        return
    members = [
        reference.block
        for reference in module.references_to(address)
        if reference.attribute.name == "cluster_identifier"
        and reference.block.labels[:1] == ("aws_rds_cluster_instance",)
    ]
    if (
        len(members) == 1
        and not has(members[0], "for_each")
        and value(members[0], "count", module) in (None, 1)
    ):
        message = "this production cluster has one instance, in one availability zone"
        yield Finding(members[0], message, advice="count = 2 (a second instance costs as much again)")
