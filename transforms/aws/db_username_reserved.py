"""Names of master users that a database engine has reserved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tffix import Block, Finding, Impact, Module, Transform, inference, quote, resources


@dataclass(frozen=True, slots=True)
class _Reserved:
    """The names that engines of a beginning have reserved, names of a beginning too; who says so."""

    engine: str
    names: tuple[str, ...]
    prefix: str
    source: str


_RESERVED = (
    _Reserved("", ("rdsadmin",), "", "Amazon RDS User Guide, master user account privileges"),
    _Reserved(
        "postgres",
        ("admin", "user"),
        "pg_",
        "RDS's error: a reserved word used by the engine (aws/aws-cdk#10597, "
        "terraform-aws-modules/terraform-aws-rds#306); PostgreSQL documentation, CREATE ROLE (pg_)",
    ),
    _Reserved(
        "aurora-postgresql", ("user",), "pg_", "as for postgres; admin is for aws-arguments-do-not-fit"
    ),
    _Reserved(
        "docdb", ("admin",), "", "DocumentDB's error: a reserved word used by the engine (aws/aws-cdk#13295)"
    ),
)
_ARGUMENTS = {
    "aws_db_instance": "username",
    "aws_docdb_cluster": "master_username",
    "aws_rds_cluster": "master_username",
}
_ENGINES = {"aws_docdb_cluster": "docdb"}
"""The engines of types that have no other."""


class DbUsernameReserved(Transform):
    """The name of a database's master user is reserved by its engine.

    What:
        Looks at the master users of RDS, Aurora and DocumentDB: at `admin`, `user` and names that begin with
        `pg_` where the engine is PostgreSQL, at `admin` in DocumentDB, and at `rdsadmin`.

    Why:
        The apply stops with "MasterUsername admin cannot be used as it is a reserved word used by the
        engine".

    Example:
        resource "aws_db_instance" "shop" {
          engine         = "postgres"
          instance_class = "db.m6g.large"
          username       = "admin"
          password       = var.password
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only. Name and engine must be known, by a default too. Engines have more reserved words than
        these.

    Source:
        A table with a source for each engine: the errors of Amazon RDS and Amazon DocumentDB as they are
        quoted by those who met them; Amazon RDS User Guide; PostgreSQL documentation.
    """

    name = "aws-db-username-reserved"
    impact = Impact.NONE
    watches = resources(*_ARGUMENTS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        attribute = block.get(_ARGUMENTS[block.labels[0]])
        if attribute is None:
            return
        name = inference.infer(attribute, block, module).value
        engine = _engine(block, module)
        if not isinstance(name, str):
            return
        for one in _RESERVED:
            is_engine = not one.engine or engine == one.engine
            if is_engine and (
                name.lower() in one.names or (one.prefix and name.lower().startswith(one.prefix))
            ):
                message = (
                    f"the engine {engine or 'of RDS'} has reserved {quote(name)}, no master user can have it"
                )
                yield Finding(attribute, message, advice="take another name")
                return


def _engine(block: Block, module: Module) -> str:
    attribute = block.get("engine")
    known = inference.infer(attribute, block, module).value if attribute is not None else None
    return known if isinstance(known, str) else _ENGINES.get(block.labels[0], "")
