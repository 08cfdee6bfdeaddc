"""Writes the AWS managed policies that moto carries into the facts."""

import json
import sqlite3
import zlib
from importlib import import_module
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
    published: str = import_module("moto.iam.aws_managed_policies").aws_managed_policies_data
    facts.execute(TABLE)
    for name, policy in sorted(json.loads(published).items()):
        document = json.dumps(policy["Document"], separators=(",", ":"))
        row = (name, policy["Path"], policy["DefaultVersionId"], zlib.compress(document.encode(), 9))
        facts.execute("INSERT INTO managed_policy VALUES (?, ?, ?, ?)", row)
    facts.execute("INSERT INTO source VALUES ('moto', ?, 'AWS managed policies')", (version("moto"),))
