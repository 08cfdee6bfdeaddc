"""Builds what cdktf-to-cdktn knows of packages: src/tffix/cdktn/versions.json and names.json.

versions.json says which major version of a provider's bindings carries which version of that provider,
before (cdktf-cdktf-provider-NAME) and after (cdktn-provider-NAME), and which minor version of cdktn each
needs; it is read from the packages' metadata. names.json says what modules the bindings after have, and what
a program may have used that they have not; it is found by comparing the jsii assemblies in both wheels.

    python tools/build_cdktn_names.py versions
    python tools/build_cdktn_names.py names DOWNLOADS
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from assemblies import compare, read_library
from tffix.cdktn.names import BESIDE, NEW_LIBRARY, OLD_LIBRARY, ordered
from tffix.cdktn.names import NEW_BINDINGS as NEW
from tffix.cdktn.names import OLD_BINDINGS as OLD
from wheels import fetch

FOLDER = Path(__file__).parents[1] / "src" / "tffix" / "cdktn"
VERSIONS, NAMES = FOLDER / "versions.json", FOLDER / "names.json"
MAJORS = 8
"""How many of the newest major versions of a package are looked at."""

FIRST = (0, 22)
"""The minor version of cdktn that follows the last of cdktf."""

LIBRARIES = 10
"""How many of the newest minor versions of cdktf are compared with the first of cdktn."""

# The providers for which bindings of both kinds are published.
PROVIDERS = [
    "acme",
    "archive",
    "aws",
    "azuread",
    "azurerm",
    "cloudflare",
    "cloudinit",
    "databricks",
    "datadog",
    "dns",
    "docker",
    "external",
    "github",
    "google",
    "google-beta",
    "hcp",
    "helm",
    "http",
    "kubernetes",
    "local",
    "newrelic",
    "null",
    "pagerduty",
    "postgresql",
    "random",
    "snowflake",
    "time",
    "tls",
    "vault",
]
# Those whose classes are compared. The wheels of the others are not worth their size.
COMPARED = [
    "archive",
    "aws",
    "azurerm",
    "external",
    "google",
    "helm",
    "http",
    "kubernetes",
    "local",
    "null",
    "random",
    "time",
    "tls",
]

_PROVIDER = re.compile(r"registry\.terraform\.io/providers/[\w-]+/[\w-]+/(\d[\w.]*)")
_NEEDS = re.compile(r"(cdkt[fn])\b[^\[]*?>=\s*(\d+\.\d+)")


def versions_of(package: str) -> list[str]:
    """All released versions, oldest first."""
    command = [sys.executable, "-m", "pip", "index", "versions", package]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    listed = re.search(r"^Available versions: (.*)$", text, re.M)
    assert listed, package
    return sorted(listed[1].split(", "), key=ordered)


def by_major(versions: Iterable[str]) -> dict[int, list[str]]:
    majors: dict[int, list[str]] = {}
    for version in versions:
        majors.setdefault(ordered(version)[0], []).append(version)
    return dict(list(majors.items())[-MAJORS:])


def metadata(requirements: list[str]) -> dict[str, dict[str, Any]]:
    """The metadata of different packages at given versions, without their wheels."""
    options = ["--dry-run", "--quiet", "--no-deps", "--ignore-installed", "--report", "-"]
    command = [sys.executable, "-m", "pip", "install", *options, *requirements]
    report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = (item["metadata"] for item in json.loads(report)["install"])
    return {f"{one['name'].replace('_', '-')}=={one['version']}": one for one in found}


def build_versions() -> None:
    wanted: dict[str, dict[int, str]] = {}
    for provider in PROVIDERS:
        old, new = by_major(versions_of(OLD + provider)), by_major(versions_of(NEW + provider))
        wanted[OLD + provider] = {major: released[-1] for major, released in old.items()}
        wanted[NEW + provider] = {major: released[0] for major, released in new.items()}
    known: dict[str, dict[str, Any]] = {}
    for turn in range(MAJORS):
        picks = [(name, list(majors.values())) for name, majors in wanted.items()]
        known |= metadata([f"{name}=={found[turn]}" for name, found in picks if turn < len(found)])
    library = by_minor(versions_of(NEW_LIBRARY))
    table = {
        "cdktn": {minor: released[-1] for minor, released in library.items() if ordered(minor) >= FIRST},
        "providers": {
            provider: {
                "old": entries(OLD + provider, wanted, known),
                "new": [
                    one for one in entries(NEW + provider, wanted, known) if one["needs"] >= "cdktn 0.22"
                ],
            }
            for provider in PROVIDERS
        },
    }
    write(VERSIONS, table)


def by_minor(versions: Iterable[str]) -> dict[str, list[str]]:
    minors: dict[str, list[str]] = {}
    for version in versions:
        minors.setdefault(".".join(version.split(".")[:2]), []).append(version)
    return minors


def entries(
    package: str, wanted: dict[str, dict[int, str]], known: dict[str, dict[str, Any]]
) -> list[dict[str, Any]]:
    """For each major version the one looked at, the provider's version in it, and the library it needs."""
    found = []
    for major, version in wanted[package].items():
        data = known[f"{package}=={version}"]
        provider = _PROVIDER.search(data.get("description", ""))
        needs = _NEEDS.search("; ".join(data.get("requires_dist", [])))
        if provider and needs:
            entry = {"major": major, "version": version, "provider": provider[1]}
            found.append(entry | {"needs": f"{needs[1]} {needs[2]}", "requires": beside(data)})
    return found


def beside(data: dict[str, Any]) -> dict[str, str]:
    """The ranges of what a package requires apart from the library."""
    found = (re.match(r"([\w-]+)\s*\(?([^;()]*)", one) for one in data.get("requires_dist", []))
    return {one[1]: one[2].replace(" ", "") for one in found if one and one[1] in BESIDE}


def build_names(downloads: Path) -> None:
    versions = json.loads(VERSIONS.read_text())
    table: dict[str, dict[str, Any]] = {}
    for provider in COMPARED:
        releases = versions["providers"][provider]
        target = releases["new"][0]
        new = read_library(fetch(f"{NEW}{provider}=={target['version']}", downloads))
        last: dict[str, str] = {}  # of each major version of the provider
        for entry in releases["old"]:
            last[entry["provider"].split(".")[0]] = entry["version"]
        table[provider] = {"modules": " ".join(sorted({name.split(".")[0] for name in new if "." in name}))}
        for major, version in list(last.items())[-2:]:
            old = read_library(fetch(f"{OLD}{provider}=={version}", downloads))
            table[provider][major] = compare(old, new)
    newest = f"cdktn=={next(iter(versions['cdktn'].values()))}"
    library = read_library(fetch(newest, downloads))
    table[OLD_LIBRARY] = {
        minor: compare(read_library(fetch(f"{OLD_LIBRARY}=={released[-1]}", downloads)), library)
        for minor, released in list(by_minor(versions_of(OLD_LIBRARY)).items())[-LIBRARIES:]
    }
    write(NAMES, table)


def write(path: Path, table: object) -> None:
    path.write_text(json.dumps(table, indent=1) + "\n")
    print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    if sys.argv[1:] == ["versions"]:
        build_versions()
    elif len(sys.argv) == 3 and sys.argv[1] == "names":
        build_names(Path(sys.argv[2]))
    else:
        sys.exit(__doc__)
