"""Writes which attributes of resources and data sources are sensitive, from the schemas of providers.

python tools/build_sensitive.py --schemas FOLDER

The folder has files named `PROVIDER-VERSION.json` or `.json.gz`, with what `terraform providers schema -json`
says of one provider. An attribute counts if it is sensitive in every version that has its type.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src/tffix/facts/sensitive.json"
_KINDS = {"resource": "resource_schemas", "data": "data_source_schemas"}


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schemas", type=Path, required=True)
    files = sorted(parser.parse_args().schemas.glob("*-*.json*"))
    read = {file.name.split(".json")[0]: _content(file) for file in files}
    table = {kind: _sensitive([one.get(key, {}) for one in read.values()]) for kind, key in _KINDS.items()}
    text = json.dumps({"source": sorted(read), **table}, indent=1, sort_keys=True)
    TARGET.write_text(text + "\n")


def _content(file: Path) -> dict[str, Any]:
    data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    content: dict[str, Any] = json.loads(data)
    return content


def _sensitive(versions: list[dict[str, Any]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for type_ in sorted({name for one in versions for name in one}):
        known = [_of_block(one[type_]["block"]) for one in versions if type_ in one]
        if common := set.intersection(*known):
            found[type_] = sorted(common)
    return found


def _of_block(block: dict[str, Any]) -> set[str]:
    return {name for name, one in block.get("attributes", {}).items() if one.get("sensitive")}


if __name__ == "__main__":
    main()
