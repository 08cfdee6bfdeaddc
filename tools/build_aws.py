"""Writes what botocore, moto and cfn-lint know of AWS into the facts: regions, runtimes, instance classes."""

import gzip
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from importlib import import_module, resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

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
CREATE TABLE instance_class (
    service TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (service, name)
) WITHOUT ROWID;
CREATE TABLE ec2_instance_type (
    name TEXT PRIMARY KEY,
    vcpus INTEGER NOT NULL,
    memory_mib INTEGER NOT NULL,
    architectures TEXT NOT NULL,    -- with commas between
    is_current_generation INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE engine_version (
    service TEXT NOT NULL,
    engine TEXT NOT NULL,
    version TEXT NOT NULL,
    is_deprecated INTEGER NOT NULL,
    PRIMARY KEY (service, engine, version)
) WITHOUT ROWID;
"""

# cfn-lint's rules by region, and the property in them that names an instance class.
CLASSES = {
    "dax": ("aws_dax_cluster/nodetype_enum", "NodeType"),
    "docdb": ("aws_docdb_dbinstance/dbinstanceclass_enum", "DBInstanceClass"),
    "ec2": ("aws_ec2_instance/instancetype_enum", "InstanceType"),
    "elasticache": ("aws_elasticache_cachecluster/cachenodetype_enum", "CacheNodeType"),
    "es": ("aws_elasticsearch_domain/elasticsearchclusterconfig_instancetype_enum", "InstanceType"),
    "mq": ("aws_amazonmq_broker/instancetype_enum", "HostInstanceType"),
    "neptune": ("aws_neptune_dbinstance/dbinstanceclass_enum", "DBInstanceClass"),
    "opensearch": ("aws_opensearchservice_domain/clusterconfig_instancetype_enum", "InstanceType"),
    "rds": ("aws_rds_dbinstance/dbinstanceclass_enum", "DBInstanceClass"),
    "rds-cluster": ("aws_rds_dbcluster/dbclusterinstanceclass_enum", "DBClusterInstanceClass"),
    "redshift": ("aws_redshift_cluster/nodetype_enum", "NodeType"),
}
ENGINES = {
    "elasticache": "aws_elasticache_cachecluster",
    "rds": "aws_rds_dbinstance",
    "rds-cluster": "aws_rds_dbcluster",
}


def build(facts: sqlite3.Connection, downloads: Path) -> None:
    facts.executescript(TABLES)
    (requirement,) = wheels.pinned("cfn-lint==")
    with zipfile.ZipFile(wheels.fetch(requirement, downloads)) as cfn_lint:
        _regions(facts)
        _lambda_runtimes(facts, cfn_lint)
        _instance_classes(facts, cfn_lint)
        _engine_versions(facts, cfn_lint)
    _ec2_instance_types(facts)
    cfn_lint_version = requirement.partition("==")[2]
    for package, package_version, holds in (
        ("botocore", version("botocore"), "AWS regions and Lambda runtimes"),
        ("cfn-lint", cfn_lint_version, "dates of Lambda runtimes; instance classes and engine versions"),
        ("moto", version("moto"), "availability zones; EC2 instance types"),
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


def _instance_classes(facts: sqlite3.Connection, cfn_lint: zipfile.ZipFile) -> None:
    for service, (name, member) in CLASSES.items():
        by_region = _rules(cfn_lint, name)
        found = {value for rules in by_region.values() for value in _values(rules, member, True)}
        facts.executemany(
            "INSERT INTO instance_class VALUES (?, ?)", [(service, name) for name in sorted(found)]
        )


def _engine_versions(facts: sqlite3.Connection, cfn_lint: zipfile.ZipFile) -> None:
    for service, folder in ENGINES.items():
        deprecated: set[tuple[str, str]] = set()
        if f"{_PLACE}{folder}/engine_version_deprecated.json" in cfn_lint.namelist():
            deprecated = set(_versions(_rules(cfn_lint, f"{folder}/engine_version_deprecated")))
        known = set(_versions(_rules(cfn_lint, f"{folder}/engine_version")))
        for engine, number in sorted(known | deprecated):
            row = (service, engine, number, (engine, number) in deprecated)
            facts.execute("INSERT INTO engine_version VALUES (?, ?, ?, ?)", row)


def _ec2_instance_types(facts: sqlite3.Connection) -> None:
    packed = resources.files("moto").joinpath("ec2/resources/instance_types.json.gz").read_bytes()
    for name, details in sorted(json.loads(gzip.decompress(packed)).items()):
        row = (
            name,
            details["VCpuInfo"]["DefaultVCpus"],
            details["MemoryInfo"]["SizeInMiB"],
            ",".join(details["ProcessorInfo"]["SupportedArchitectures"]),
            details["CurrentGeneration"],
        )
        facts.execute("INSERT INTO ec2_instance_type VALUES (?, ?, ?, ?, ?)", row)


_PLACE = "cfnlint/data/schemas/extensions/"


def _rules(cfn_lint: zipfile.ZipFile, name: str) -> dict[str, Any]:
    rules: dict[str, Any] = json.loads(cfn_lint.read(f"{_PLACE}{name}.json"))
    return rules


def _values(rules: Any, member: str, is_here: bool = False) -> Iterator[str]:
    """The values that a JSON schema allows a property: in an `enum` here, or wherever it is named."""
    if isinstance(rules, dict):
        if is_here and "enum" in rules:
            yield from rules["enum"]
        for key, inner in rules.items():
            yield from _values(inner, member, key == member)
    elif isinstance(rules, list):
        for inner in rules:
            yield from _values(inner, member)


def _versions(rules: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Engines and their versions: each rule has an engine in its `if` and versions there or in its `then`."""
    for rule in rules["allOf"]:
        engine = rule["if"]["properties"]["Engine"].get("const")
        if engine is not None:
            yield from ((engine, str(number)) for number in _values(rule, "EngineVersion"))
