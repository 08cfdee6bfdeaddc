"""Parameter groups that are of another engine or version than the database that uses them.

Facts: Amazon RDS API reference, CreateDBParameterGroup ("DBParameterGroupFamily"); Amazon ElastiCache API
reference, CreateCacheParameterGroup: a family is an engine and the beginning of a version.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tffix import Attribute, Block, Module, inference

from ._origins import Origin, origins


class _Use(NamedTuple):
    argument: str
    group: str  # the type of resource that it refers to


USES = {
    "aws_db_instance": _Use("parameter_group_name", "aws_db_parameter_group"),
    "aws_docdb_cluster": _Use("db_cluster_parameter_group_name", "aws_docdb_cluster_parameter_group"),
    "aws_elasticache_cluster": _Use("parameter_group_name", "aws_elasticache_parameter_group"),
    "aws_elasticache_replication_group": _Use("parameter_group_name", "aws_elasticache_parameter_group"),
    "aws_rds_cluster": _Use("db_cluster_parameter_group_name", "aws_rds_cluster_parameter_group"),
    "aws_rds_cluster_instance": _Use("db_parameter_group_name", "aws_db_parameter_group"),
}


def misfits(database: Block, module: Module) -> Iterator[tuple[Attribute, str]]:
    """The argument that names a parameter group of another family, with what is wrong."""
    use = USES[database.labels[0]]
    at, engine = database.get(use.argument), _text(database, "engine", module)
    found = _groups(at, use.group, module) if at is not None else []
    if at is None or engine is None or len(found) != 1:
        return
    family = _text(found[0].block, "family", found[0].module)
    if family is None:
        return
    told = f"{found[0].told(module)} is of the family {family}"
    version = _text(database, "engine_version", module)
    if not family.startswith(engine):
        yield at, f"{told}, which is not one of {engine}"
    elif version is not None and not _is_of(family.removeprefix(engine).lstrip("-"), version):
        yield at, f"{told}, which is not one of {engine} {version}"


def _groups(attribute: Attribute, type_: str, module: Module) -> list[Origin]:
    found = list(origins(attribute, module))
    return [one for one in found if one.block.type == "resource" and one.block.labels[0] == type_]


def _is_of(family: str, version: str) -> bool:
    """Whether a version is of the family of a version; families are written as 15, 8.0 or 6.x."""
    if not family[:1].isdigit() or not version[:1].isdigit():
        return True  # a form that is not known
    begun = family.removesuffix(".x")
    return version.startswith(begun) or begun.startswith(version)


def _text(block: Block, name: str, module: Module) -> str | None:
    attribute = block.get(name)
    if attribute is None:
        return None
    value = inference.infer(attribute, block, module, defaults=False).value
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
