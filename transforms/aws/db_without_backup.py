"""Databases that are never backed up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import Block, Finding, Impact, Module, Profile, Transform, resources

from ._arguments import has, is_declared_once, set_argument, value
from ._environment import is_production, is_small_time

_INHERITED = ("replicate_source_db", "snapshot_identifier", "restore_to_point_in_time", "s3_import")


class DbWithoutBackup(Transform):
    """A database instance is never backed up.

    What:
        Sets `backup_retention_period` of RDS instances that do not have it: 7 days, or what the option `days`
        says. Reports production databases that set it to 0.

    Why:
        The default is 0, no backups at all: what is deleted by mistake is gone, and the instance can have no
        replicas.

    Example:
        resource "aws_db_instance" "orders" {
          engine            = "postgres"
          instance_class    = "db.m7g.large"
          allocated_storage = 100
        }

    Becomes:
        resource "aws_db_instance" "orders" {
          engine                  = "postgres"
          instance_class          = "db.m7g.large"
          allocated_storage       = 100
          backup_retention_period = 7
        }

    Impact:
        An update in the next maintenance window, with a short outage when the first backup is set up.

    Limits:
        Left alone: replicas and restored databases, Aurora (which always has backups), and what is by its
        names for development, tests or an example.

    Source:
        AWS provider documentation, aws_db_instance; Amazon RDS user guide, "Backup retention period".
    """

    name = "aws-db-without-backup"
    impact = Impact.UPDATE
    profile = Profile.BEST_PRACTICE
    watches = resources("aws_db_instance")
    options: ClassVar[Mapping[str, object]] = {"days": 7}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        days = self.option["days"]
        engine = value(block, "engine", module)
        if any(has(block, name) for name in _INHERITED) or str(engine).startswith("aurora"):
            return
        if not is_declared_once(block, module) or is_small_time(block, module):
            return
        retention = block.get("backup_retention_period")
        if retention is None:
            fix = partial(set_argument, block, "backup_retention_period", str(days), module)
            yield Finding(block, "the database is never backed up", fix)
        elif value(block, "backup_retention_period", module) == 0 and is_production(block, module):
            advice = f"backup_retention_period = {days}"
            yield Finding(retention, "backups of this production database are turned off", advice=advice)
