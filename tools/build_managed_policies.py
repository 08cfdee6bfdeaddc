"""Writes the AWS managed policies that moto carries into the facts."""

import json
import sqlite3
import zlib
from importlib.metadata import version

TABLE = """
CREATE TABLE managed_policy (
    name TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    version TEXT NOT NULL,      -- the default version at AWS, such as v11
    document BLOB NOT NULL      -- zlib of compact JSON
)
"""


def build(facts: sqlite3.Connection) -> None:
    from moto.iam.aws_managed_policies import aws_managed_policies_data

    facts.execute(TABLE)
    for name, policy in sorted(json.loads(aws_managed_policies_data).items()):
        document = json.dumps(policy["Document"], separators=(",", ":"))
        row = (name, policy["Path"], policy["DefaultVersionId"], zlib.compress(document.encode(), 9))
        facts.execute("INSERT INTO managed_policy VALUES (?, ?, ?, ?)", row)
    facts.execute("INSERT INTO source VALUES ('moto', ?, 'AWS managed policies')", (version("moto"),))
