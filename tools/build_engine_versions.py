"""Writes which versions of database engines and of Kafka AWS no longer offers, from its CDK.

In the CDK a version that AWS has retired is deprecated. Both packages are as `npm pack` brings them.

python tools/build_engine_versions.py aws-cdk-lib-2.276.0.tgz aws-cdk-aws-msk-alpha-2.271.0-alpha.0.tgz
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "transforms" / "aws" / "_engine_versions.txt"
HEADER = """\
# Versions that AWS no longer offers, a line for each engine; after > the release lines that it still has some
# of. What is deprecated, and what is not, in {}
# and {} (Apache-2.0). Written by tools/build_engine_versions.py.
"""
ENGINES = {
    "AuroraEngineVersion": "aurora",
    "AuroraMysqlEngineVersion": "aurora-mysql",
    "AuroraPostgresEngineVersion": "aurora-postgresql",
    "KafkaVersion": "kafka",
    "MariaDbEngineVersion": "mariadb",
    "MysqlEngineVersion": "mysql",
    "OracleEngineVersion": "oracle",
    "PostgresEngineVersion": "postgres",
    "SqlServerEngineVersion": "sqlserver",
}
_WRITTEN = re.compile(r'Version "([^"]+)"|Kafka version (\S+?)\.?(?:\s|$)')


def main() -> None:
    packages = [Path(argument) for argument in sys.argv[1:]]
    if len(packages) != 2:
        sys.exit(__doc__)
    found = dict(sorted(row for package in packages for row in engines(package)))
    names = [package.name.removesuffix(".tgz") for package in packages]
    lines = [f"{engine} {' '.join(words)}\n" for engine, words in found.items()]
    TARGET.write_text(HEADER.format(*names) + "".join(lines), "utf-8")


def engines(package: Path) -> Iterator[tuple[str, list[str]]]:
    """The engines that a package knows, each with its retired versions and the lines that are left."""
    for name, type_ in assembly(package)["types"].items():
        engine = ENGINES.get(name.rpartition(".")[2])
        if engine:
            docs = [one["docs"] for one in type_["properties"] if one.get("static")]
            gone = {_version(one) for one in docs if one.get("stability") == "deprecated"}
            left = {_version(one) for one in docs if one.get("stability") != "deprecated"}
            # A version may be offered with a later patch only, such as 5.7.44-rds.20251212.
            patched = {one.rpartition(mark)[0] for one in left for mark in ".-" if mark in one}
            yield engine, [*sorted(gone - patched), ">", *sorted({line_of(engine, one) for one in left})]


def line_of(engine: str, version: str) -> str:
    """The release line of a version: its first number, where engines count so, or its first two."""
    count = 1 if engine in ("postgres", "aurora-postgresql", "oracle", "sqlserver") else 2
    return ".".join(version.split(".")[:count])


def assembly(package: Path) -> Any:
    """The description of a package's API."""
    with tarfile.open(package) as archive:
        files = {one.name: one for one in archive.getmembers() if one.name.startswith("package/.jsii")}
        read = {name: archive.extractfile(one) for name, one in files.items()}
        data = {name: file.read() for name, file in read.items() if file is not None}
    packed = data.get("package/.jsii.gz")
    return json.loads(gzip.decompress(packed) if packed else data["package/.jsii"])


def _version(docs: dict[str, str]) -> str:
    match = _WRITTEN.search(f"{docs.get('summary', '')} {docs.get('remarks', '')}")
    if match is None:
        raise ValueError(f"no version in {docs}")
    return match[1] or match[2]


if __name__ == "__main__":
    main()
