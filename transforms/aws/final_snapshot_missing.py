"""Databases that cannot be destroyed, since their last snapshot has no name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Refused, Transform, inference, nodes, resources

from ._arguments import is_declared_once

_IDENTIFIED_BY = {
    "aws_db_instance": "identifier",
    "aws_docdb_cluster": "cluster_identifier",
    "aws_neptune_cluster": "cluster_identifier",
    "aws_rds_cluster": "cluster_identifier",
    "aws_redshift_cluster": "cluster_identifier",
}
_SKIP, _NAME = "skip_final_snapshot", "final_snapshot_identifier"
_COPIES = ("replicate_source_db", "replication_source_identifier", "global_cluster_identifier")


class FinalSnapshotMissing(Transform):
    """A database is to get a last snapshot when it is destroyed, and the snapshot has no name.

    What:
        Looks at RDS instances and the clusters of RDS, DocumentDB, Neptune and Redshift that do not set
        `skip_final_snapshot` to true and have no `final_snapshot_identifier`. Adds one that is made of the
        identifier, if that is set.

    Why:
        The apply that destroys or replaces the database stops: "final_snapshot_identifier is required when
        skip_final_snapshot is false".

    Example:
        resource "aws_db_instance" "shop" {
          identifier     = "shop"
          engine         = "postgres"
          instance_class = "db.m6g.large"
        }

    Becomes:
        resource "aws_db_instance" "shop" {
          identifier                = "shop"
          engine                    = "postgres"
          instance_class            = "db.m6g.large"
          final_snapshot_identifier = "shop-final"
        }

    Impact:
        An update in place: the provider notes the name, and nothing else changes.

    Limits:
        Left alone: replicas and members of global clusters, databases that `prevent_destroy` protects, and
        values that are not known. Without an identifier, and where a variable decides, it is only reported.

    Source:
        Documentation of the AWS provider, aws_db_instance and the clusters (final_snapshot_identifier,
        skip_final_snapshot).
    """

    name = "aws-final-snapshot-missing"
    impact = Impact.UPDATE
    watches = resources(*_IDENTIFIED_BY)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if not _is_missing(block, module) or not is_declared_once(block, module):
            return
        message = "the database cannot be destroyed: its final snapshot has no name"
        name = _name(block)
        skip = block.get(_SKIP)
        is_certain = skip is None or inference.is_plain(skip.expression)
        if name and is_certain and block.get(_NAME) is None:
            yield Finding(block, message, partial(_add, block, module))
        else:
            advice = f"{_NAME} = {name or '…'}, or {_SKIP} = true"
            yield Finding(block.get(_NAME) or block, message, advice=advice)


def _is_missing(block: Block, module: Module) -> bool:
    if any(block.get(name) is not None for name in _COPIES):
        return False
    for lifecycle in block.blocks("lifecycle"):
        prevented = lifecycle.get("prevent_destroy")
        if prevented is not None and prevented.boolean is not False:
            return False
    skip, name = block.get(_SKIP), block.get(_NAME)
    if skip is not None and inference.infer(skip, block, module).value not in (False, None):
        return False
    return name is None or inference.infer(name, block, module).is_null


def _name(block: Block) -> str:
    """The source of a name for the snapshot, made of the identifier; nothing if that is not set."""
    identifier = block.get(_IDENTIFIED_BY[block.labels[0]])
    if identifier is None:
        return ""
    node = nodes.inside(identifier.expression)
    if isinstance(node, nodes.Template) and not node.is_heredoc and node.text.endswith('"'):
        return f'{node.text[:-1]}-final"'
    return f'"${{{node.text}}}-final"' if isinstance(node, nodes.Traversal) else ""


def _add(block: Block, module: Module) -> Attribute:
    name = _name(block)
    if not name or not _is_missing(block, module):
        raise Refused("another fix has changed the database")
    return block.body.set(_NAME, name, after=_SKIP)
