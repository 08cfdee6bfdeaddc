"""Tiny and burstable classes in production."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Profile, Transform, evaluate, resources

from ._environment import is_production

_ARGUMENTS = {
    "aws_db_instance": "instance_class",
    "aws_rds_cluster_instance": "instance_class",
    "aws_docdb_cluster_instance": "instance_class",
    "aws_instance": "instance_type",
    "aws_launch_template": "instance_type",
    "aws_launch_configuration": "instance_type",
    "aws_elasticache_replication_group": "node_type",
    "aws_elasticache_cluster": "node_type",
}
_TOO_SMALL = re.compile(r"db\.t\d\w*\.\w+|cache\.t\d\w*\.(micro|small)|t\d\w*\.(nano|micro)")


class InstanceClassTooSmall(Transform):
    """A production database or server runs on a tiny or burstable class.

    What:
        Reports database instances of the burstable `db.t` classes, servers that are `nano` or `micro` and
        cache nodes that are `micro` or `small`, where names or tags say that they serve production.

    Why:
        Burstable classes run at a fraction of a processor once their credits are used up; Amazon recommends
        those of RDS for development and tests only. A micro has 1 GiB of memory.

    Example:
        resource "aws_db_instance" "prod_orders" {
          engine            = "postgres"
          instance_class    = "db.t3.micro"
          allocated_storage = 100
        }

    Impact:
        None: this is only reported; what load there is only you know.

    Limits:
        Silent where nothing says that it is production, and where the class is not known without running
        Terraform.

    Source:
        Amazon RDS user guide, "DB instance classes"; Amazon EC2 user guide, "Burstable performance
        instances".
    """

    name = "aws-instance-class-too-small"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = resources(*_ARGUMENTS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        attribute = block.get(_ARGUMENTS[block.labels[0]])
        if attribute is None or not is_production(block, module):
            return
        class_ = evaluate(attribute.expression, module, defaults=True)
        if isinstance(class_, str) and _TOO_SMALL.fullmatch(class_):
            larger = {"db": "db.m7g.large", "cache": "cache.m7g.large"}.get(class_.split(".")[0], "m7g.large")
            what = "burstable" if class_.startswith("db.") else "tiny"
            advice = f'{attribute.name} = "{larger}", or what the load asks for'
            yield Finding(attribute, f"{class_} is a {what} class, and this serves production", advice=advice)
