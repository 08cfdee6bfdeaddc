"""Which passwords the services take: a table with sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Form:
    """The path of the argument, the lengths that a password may have, the characters that it must not have,
    and who says so. ``only`` are the special characters that it may have, where all others are refused;
    ``engines`` the lengths that are the most for some, by the beginnings of their names."""

    argument: str
    least: int
    most: int
    refused: str
    source: str
    only: str | None = None
    engines: Mapping[str, int] = field(default_factory=dict)

    def takes(self, character: str) -> bool:
        """Whether a password may have a character that is neither a letter nor a digit."""
        return character not in self.refused and (self.only is None or character in self.only)


FORMS = {
    "aws_db_instance": Form(
        "password",
        8,
        255,
        '/"@ ',
        "Amazon RDS API reference, CreateDBInstance (MasterUserPassword), and its error message: printable "
        "ASCII characters besides '/', '@', '\"', ' '",
        engines={"mariadb": 41, "mysql": 41, "oracle": 30},
    ),
    "aws_rds_cluster": Form(
        "master_password", 8, 255, '/"@ ', "Amazon RDS API reference, CreateDBCluster (MasterUserPassword)"
    ),
    "aws_docdb_cluster": Form(
        "master_password",
        8,
        100,
        '/"@',
        "Amazon DocumentDB API reference, CreateDBCluster (MasterUserPassword)",
    ),
    "aws_redshift_cluster": Form(
        "master_password",
        8,
        64,
        "'\"\\/@ ",
        "Amazon Redshift API reference, CreateCluster (MasterUserPassword)",
    ),
    "aws_redshiftserverless_namespace": Form(
        "admin_user_password",
        8,
        64,
        "'\"\\/@ ",
        "Amazon Redshift Serverless API reference, CreateNamespace (adminUserPassword)",
    ),
    "aws_elasticache_replication_group": Form(
        "auth_token",
        16,
        128,
        "",
        'Amazon ElastiCache User Guide, "Authenticating with the Valkey and Redis OSS AUTH command"',
        only="!&#$^<>-",
    ),
    "aws_mq_broker": Form(
        "user.password", 12, 250, ",:=", "Amazon MQ REST API reference, Brokers (User, password)"
    ),
}

RANDOM_SPECIALS = "!@#$%&*()-_=+[]{}<>:?"
"""Which special characters a random_password has if it is not told: documentation of the random provider."""
