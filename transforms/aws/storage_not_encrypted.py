"""Storage of databases, volumes, file systems, streams, queues and topics that is not encrypted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from tffix import Block, Finding, Impact, Module, Profile, Tier, Transform, resources, schemas

from ._arguments import is_declared_once, nested, value


@dataclass(frozen=True, slots=True)
class _Fact:
    """``argument`` of a resource, in the nested blocks of ``path``, turns encryption on. Where it is not set
    the storage is not encrypted, unless ``on_by_default``. ``excuses`` are arguments beside which
    encryption comes from elsewhere."""

    resource: str
    argument: str
    impact: Impact
    path: tuple[str, ...] = ()
    excuses: tuple[str, ...] = ()
    on_by_default: bool = False

    @property
    def tier(self) -> Tier:
        """A cluster of DAX has copies only; whatever else is made anew loses what is in it."""
        if self.impact is not Impact.REPLACE:
            return Tier.SAFE
        return Tier.DEPLOYED if self.resource == "aws_dax_cluster" else Tier.DATA


_COPIES = ("replicate_source_db", "replication_source_identifier", "snapshot_identifier", "source_db_cluster")
_RESTORED = (*_COPIES, "s3_import", "restore_to_point_in_time", "global_cluster_identifier")
_VOLUMES = ("snapshot_id", "source_volume_id")
_FACTS = (
    _Fact("aws_db_instance", "storage_encrypted", Impact.REPLACE, excuses=_RESTORED),
    _Fact("aws_rds_cluster", "storage_encrypted", Impact.REPLACE, excuses=_RESTORED),
    _Fact("aws_docdb_cluster", "storage_encrypted", Impact.REPLACE, excuses=_RESTORED),
    _Fact("aws_neptune_cluster", "storage_encrypted", Impact.REPLACE, excuses=_RESTORED),
    _Fact(
        "aws_redshift_cluster",
        "encrypted",
        Impact.UPDATE,
        excuses=("snapshot_identifier",),
        on_by_default=True,
    ),
    _Fact("aws_ebs_volume", "encrypted", Impact.REPLACE, excuses=_VOLUMES),
    _Fact("aws_instance", "encrypted", Impact.REPLACE, ("root_block_device",)),
    _Fact("aws_instance", "encrypted", Impact.REPLACE, ("ebs_block_device",), _VOLUMES),
    _Fact("aws_launch_template", "encrypted", Impact.UPDATE, ("block_device_mappings", "ebs"), _VOLUMES),
    _Fact("aws_efs_file_system", "encrypted", Impact.REPLACE),
    _Fact("aws_elasticache_replication_group", "at_rest_encryption_enabled", Impact.REPLACE, excuses=_COPIES),
    _Fact("aws_dax_cluster", "enabled", Impact.REPLACE, ("server_side_encryption",)),
    _Fact(
        "aws_sqs_queue",
        "sqs_managed_sse_enabled",
        Impact.UPDATE,
        excuses=("kms_master_key_id",),
        on_by_default=True,
    ),
)
_EBS = ("aws_ebs_volume", "aws_instance", "aws_launch_template")
_WITHOUT = ("db.t2.micro", "db.m1.", "db.m2.", "db.t1.")


class StorageNotEncrypted(Transform):
    """Data at rest is not encrypted.

    What:
        Looks for databases (RDS, Aurora, DocumentDB, Neptune, Redshift), volumes (EBS, those of instances and
        launch templates), EFS, ElastiCache, DAX and SQS whose storage is not encrypted, and turns encryption
        on with the key that AWS manages. SNS topics without a key are reported.

    Why:
        Who gets at a disk, a snapshot or a backup reads what is on it. Encryption costs nothing here but
        cannot be turned on later for most of these: the resource must be made anew.

    Example:
        resource "aws_db_instance" "main" {
          engine            = "postgres"
          instance_class    = "db.t4g.medium"
          allocated_storage = 20
        }

    Becomes:
        resource "aws_db_instance" "main" {
          engine            = "postgres"
          instance_class    = "db.t4g.medium"
          allocated_storage = 20
          storage_encrypted = true
        }

    Impact:
        Databases, volumes, file systems and caches that exist are replaced, and their data is lost unless it
        is restored from an encrypted copy of a snapshot: such a fix is made only where this rule is named
        (`--select`), and never where the resource is protected from deletion. Queues, Redshift and launch
        templates are updated in place.

    Limits:
        Left alone: copies of others and what is restored from a snapshot, whose encryption follows that;
        volumes where `aws_ebs_encryption_by_default` is on; root volumes without a `root_block_device` block;
        classes and engines that cannot encrypt; values not known before Terraform runs. S3, DynamoDB and SQS
        encrypt by default. SNS is only reported: with the key `alias/aws/sns` alarms, buckets and rules could
        no longer publish, so that a key of one's own is needed.

    Source:
        AWS Security Hub user guide, "Control reference for Security Hub CSPM"; Amazon RDS User Guide,
        "Encrypting Amazon RDS resources".
    """

    name = "aws-storage-not-encrypted"
    impact = Impact.REPLACE
    tier = Tier.DATA
    profile = Profile.SECURITY
    languages = frozenset(("hcl", "json", "python"))
    watches = resources(*dict.fromkeys(fact.resource for fact in _FACTS), "aws_sns_topic")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.labels[0] == "aws_sns_topic":
            if block.get("kms_master_key_id") is None:
                advice = "kms_master_key_id = aws_kms_key.NAME.arn, a key that lets the publishers use it"
                yield Finding(
                    block, "the topic's messages are not encrypted", advice=advice, impact=Impact.NONE
                )
            return
        if _cannot(block, module) or (block.labels[0] in _EBS and _by_default(module)):
            return
        for fact in _FACTS:
            if fact.resource == block.labels[0]:
                yield from _findings(fact, block, module)


def _findings(fact: _Fact, block: Block, module: Module) -> Iterator[Finding]:
    bodies = [block]
    for name in fact.path:
        bodies = [inner for body in bodies for inner in nested(body, name)]
    for body in bodies:
        if any(body.get(name) is not None or next(nested(body, name), None) for name in fact.excuses):
            continue
        attribute, found = body.get(fact.argument), value(body, fact.argument, module)
        is_off = found in (False, "false") or (found is None and not fact.on_by_default)
        if not is_off or not _knows(fact, block, module):
            continue
        what = ".".join((*fact.path, fact.argument))
        fix = partial(_encrypt, body, fact.argument, module) if is_declared_once(block, module) else None
        told = "is not set" if attribute is None else "is false"
        message = f"the storage is not encrypted: '{what}' {told}"
        yield Finding(attribute or body, message, fix, f"{fact.argument} = true", fact.impact, tier=fact.tier)


def _cannot(block: Block, module: Module) -> bool:
    """Whether something cannot be encrypted, or always is."""
    class_, engine = value(block, "instance_class", module), value(block, "engine", module)
    if isinstance(class_, str) and class_.startswith(_WITHOUT):
        return True
    return engine in ("sqlserver-ex", "valkey") or bool(value(block, "engine_mode", module) == "serverless")


def _by_default(module: Module) -> bool:
    found = module.resources("aws_ebs_encryption_by_default")
    return any(value(one, "enabled", module) is not False for one in found)


def _knows(fact: _Fact, block: Block, module: Module) -> bool:
    """Whether all versions of the provider that count know the argument."""
    judged = schemas.judged(block, module)
    if judged is None or fact.path:
        return True
    return all(fact.argument in schema.attributes for schema in judged.schemas)


def _encrypt(body: Block, argument: str, module: Module) -> None:
    body.body.set(argument, "true")
    module.changed()
