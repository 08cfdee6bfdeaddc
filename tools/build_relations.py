"""Writes which arguments of AWS resources must fit each other, from the relations that cfn-lint has.

`relation_sources.py` reads them, `relation_links.py` ties properties to arguments, and `relation_ties.py`
relations to resources. Left out is what another rule finds, and what the provider's documentation contradicts
(`relation_exceptions.py`). `relations.txt` has those that no schema states.

python tools/build_relations.py [--downloads FOLDER] [--report], in the venv of build_facts.py.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import tempfile
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

import wheels
from api_links import CloudFormation, Models
from relation_additions import TABLE, added
from relation_links import Links
from relation_page import page
from relation_sources import found_in
from relation_ties import tied
from tffix.facts.database import FILE_NAME

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/tffix/facts/relations.json"
DOCUMENT = ROOT / "docs/relations.md"
_LONG = 24


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--downloads", type=Path, help="a folder that keeps the downloaded wheel")
    parser.add_argument("--report", action="store_true", help="list what was not tied, and why")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        downloads = arguments.downloads or Path(scratch)
        properties = CloudFormation.read(downloads)
        (requirement,) = wheels.pinned("cfn-lint==")
        with zipfile.ZipFile(wheels.fetch(requirement, downloads)) as package:
            found = list(found_in(package, properties.schemas))
    facts = sqlite3.connect(TARGET.with_name(FILE_NAME))
    table, lost = tied(found, Links(facts, Models(), properties))
    ours = added(TABLE.read_text("utf-8"))
    for name, records in ours.items():
        table.setdefault(name, []).extend(records)
    sources = [requirement.replace("==", " "), f"botocore {version('botocore')}"]
    TARGET.write_text(_one_a_line({"source": sources, "relations": table}), "utf-8")
    homes = len({one.home for one in found})
    DOCUMENT.write_text(page(sources, len(found), homes, table, ours, lost), "utf-8")
    print(f"{len(found)} relations of {homes} types of CloudFormation; {len(found) - lost.total()} are tied")
    print(f"{sum(map(len, table.values()))} relations of {len(table)} types of Terraform")
    if arguments.report:
        for reason, number in lost.most_common():
            print(f"{number:6} {reason}")


def _one_a_line(content: Any) -> str:
    """The facts with one relation a line, so that a new version can be compared with the one before."""
    lists: dict[str, Any] = {}
    types = []
    for name, records in sorted(content["relations"].items()):
        lines = ",\n".join(
            _line({key: _shortened(part, lists) for key, part in one.items()}) for one in records
        )
        types.append(f"{_line(name)}: [\n{lines}\n]")
    long = ",\n".join(f"{_line(name)}: {_line(values)}" for name, values in lists.items())
    head = f'{{"source": {_line(content["source"])},\n"lists": {{\n{long}\n}},\n'
    return head + '"relations": {\n' + ",\n".join(types) + "\n}}\n"


def _line(data: Any) -> str:
    return json.dumps(data, separators=(",", ":"))


def _shortened(part: Any, lists: dict[str, Any]) -> Any:
    """A part of a relation with the names of long lists for them: each is there once, by what is before the
    last dot of its values."""
    if not isinstance(part, list):
        return part
    if len(part) <= _LONG or not all(isinstance(one, str) for one in part):
        return [_shortened(one, lists) for one in part]
    grouped: dict[str, str] = {}
    for one in part:
        before, _, after = one.rpartition(".")
        grouped[before] = f"{grouped[before]} {after}" if before in grouped else after
    name = next((name for name, values in lists.items() if values == grouped), f"@{len(lists) + 1}")
    lists[name] = grouped
    return name


if __name__ == "__main__":
    main()
