"""Databases and brokers with an address on the internet."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Profile, Transform, inference, resources

_TYPES = (
    "aws_db_instance",
    "aws_dms_replication_instance",
    "aws_docdb_cluster_instance",
    "aws_mq_broker",
    "aws_neptune_cluster_instance",
    "aws_rds_cluster_instance",
    "aws_redshift_cluster",
    "aws_redshiftserverless_workgroup",
)


class PubliclyAccessible(Transform):
    """A database, warehouse or broker gets a public address.

    What:
        Looks for `publicly_accessible = true`, also by local values, by variables' defaults and by what
        callers give.

    Why:
        Who has to reach a database is in its VPC. On the internet its port is found by scanners, and only a
        password and a security group are left in between.

    Example:
        resource "aws_db_instance" "main" {
          identifier          = "main"
          engine              = "postgres"
          instance_class      = "db.t4g.medium"
          publicly_accessible = true
        }

    Impact:
        None: this is only reported; who connects from outside cannot be told.

    Limits:
        An `aws_redshift_cluster` that does not say it is left alone, though it was public by default until
        version 6 of the provider.

    Source:
        AWS Security Hub controls RDS.2, Redshift.1, DMS.1 and MQ.5.
    """

    name = "aws-publicly-accessible"
    impact = Impact.NONE
    profile = Profile.SECURITY
    watches = resources(*_TYPES)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        attribute = block.get("publicly_accessible")
        if attribute is not None and inference.infer(attribute, block, module).value is True:
            message = f"{block.labels[0]}.{block.labels[1]} gets a public address"
            yield Finding(attribute, message, advice="set it to false, and connect through the VPC")
