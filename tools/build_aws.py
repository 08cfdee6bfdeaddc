"""Writes what botocore, moto and cfn-lint know of AWS into the facts: regions, zones and runtimes."""

import json
import sqlite3
import zipfile
from importlib import import_module, resources
from importlib.metadata import version
from pathlib import Path

import wheels

TABLES = """
CREATE TABLE region (name TEXT PRIMARY KEY, partition TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE zone (name TEXT PRIMARY KEY, region TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE lambda_runtime (
    name TEXT PRIMARY KEY,
    deprecated TEXT,    -- these are dates, such as 2026-11-30
    create_block TEXT,
    update_block TEXT,
    successor TEXT
) WITHOUT ROWID;
"""


def build(facts: sqlite3.Connection, downloads: Path) -> None:
    facts.executescript(TABLES)
    (requirement,) = wheels.pinned("cfn-lint==")
    with zipfile.ZipFile(wheels.fetch(requirement, downloads)) as cfn_lint:
        _regions(facts)
        _lambda_runtimes(facts, cfn_lint)
    cfn_lint_version = requirement.partition("==")[2]
    for package, package_version, holds in (
        ("botocore", version("botocore"), "AWS regions and Lambda runtimes"),
        ("cfn-lint", cfn_lint_version, "dates of Lambda runtimes"),
        ("moto", version("moto"), "availability zones"),
    ):
        facts.execute("INSERT INTO source VALUES (?, ?, ?)", (package, package_version, holds))


def _regions(facts: sqlite3.Connection) -> None:
    partitions = json.loads(resources.files("botocore").joinpath("data/partitions.json").read_text())
    for partition in partitions["partitions"]:
        for name in partition["regions"]:
            if not name.endswith("-global"):
                facts.execute("INSERT INTO region VALUES (?, ?)", (name, partition["id"]))
    backend = import_module("moto.ec2.models.availability_zones_and_regions").RegionsAndZonesBackend
    for region, zones in backend.zones.items():
        for zone in zones:
            facts.execute("INSERT INTO zone VALUES (?, ?)", (zone.name, region))


def _lambda_runtimes(facts: sqlite3.Connection, cfn_lint: zipfile.ZipFile) -> None:
    dates = json.loads(cfn_lint.read("cfnlint/data/AdditionalSpecs/LmbdRuntimeLifecycle.json"))
    model = import_module("botocore.loaders").Loader().load_service_model("lambda", "service-2")
    for name in sorted({*model["shapes"]["Runtime"]["enum"], *dates}):
        known = dates.get(name, {})
        days = (known.get("deprecated"), known.get("create-block"), known.get("update-block"))
        row = (name, *days, known.get("successor"))
        facts.execute("INSERT INTO lambda_runtime VALUES (?, ?, ?, ?, ?)", row)
