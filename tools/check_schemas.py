"""Compares the embedded schemas with real ones, written by `terraform providers schema -json`.

The folder holds `<provider>-<version>.json.gz`, each one provider's part of that output. A version is
compared with the embedded one of the same major version, in all types that both have; what a provider changed
between the two versions therefore counts as disagreement too, and is told apart only by reading the list.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tffix.facts import schemas
from tffix.facts.user_cache import SECTIONS
from tffix.facts.versions import counting_version

FILE = re.compile(r"(?P<provider>[a-z]+)-(?P<version>[0-9.]+)\.json\.gz")


@dataclass(slots=True)
class Comparison:
    provider: str
    real: str
    embedded: str
    members: int = 0  # attributes and blocks that either has, in types that both have
    types: Counter[str] = field(default_factory=Counter)
    differences: list[tuple[str, str, str]] = field(default_factory=list)  # what, where, how

    def agreement(self, *whats: str) -> float:
        wrong = {where for what, where, _ in self.differences if what in whats}
        return 1 - len(wrong) / self.members if self.members else 1.0


def compare_all(folder: Path) -> Iterator[Comparison]:
    for path in sorted(folder.glob("*.json.gz")):
        if match := FILE.fullmatch(path.name):
            provider, version = f"hashicorp/{match['provider']}", match["version"]
            embedded = counting_version(provider, locked=version)
            if embedded is not None and embedded[0].split(".")[0] == version.split(".")[0]:
                yield compare(provider, version, embedded[0], json.loads(gzip.decompress(path.read_bytes())))


def compare(provider: str, real_version: str, embedded: str, real: dict[str, Any]) -> Comparison:
    result = Comparison(provider, real_version, embedded)
    missing = set(real.get("missing", ()))
    for section, kind in SECTIONS.items():
        ours = schemas.types(provider, embedded, kind)
        theirs = set(real.get(section, ()))
        result.types[f"{kind}: both"] += len(ours & theirs)
        result.types[f"{kind}: only embedded"] += len(ours - theirs)
        result.types[f"{kind}: only real"] += len(theirs - ours)
        for name in sorted(ours & theirs):
            block = schemas.schema(provider, embedded, kind, name)
            assert block is not None
            if f"{kind}.{name}" not in missing:
                _compare_block(result, f"{kind}.{name}", block, real[section][name]["block"])
    return result


def _compare_block(result: Comparison, where: str, ours: schemas.BlockSchema, theirs: dict[str, Any]) -> None:
    attributes, blocks = theirs.get("attributes", {}), theirs.get("block_types", {})
    if not ours.complete:
        return
    for name in sorted({*ours.attributes, *ours.blocks, *attributes, *blocks}):
        path = f"{where}.{name}"
        result.members += 1
        kinds = (name in ours.attributes, name in ours.blocks), (name in attributes, name in blocks)
        if kinds[0] != kinds[1]:
            both = any(kinds[0]) and any(kinds[1])
            side = "only embedded" if any(kinds[0]) else "only real"
            _note(result, "kind" if both else "existence", path, _kinds(*kinds) if both else side)
        elif name in attributes:
            _compare_attribute(result, path, ours.attributes[name], attributes[name])
        else:
            _compare_nested(result, path, ours.blocks[name], blocks[name])


def _compare_attribute(
    result: Comparison, path: str, ours: schemas.Attribute, theirs: dict[str, Any]
) -> None:
    for what in ("required", "optional", "computed"):
        if getattr(ours, what) != theirs.get(what, False):
            _note(result, what, path, f"embedded {getattr(ours, what)}")
    if "type" in theirs and ours.type != theirs["type"]:
        _note(result, "type", path, f"embedded {json.dumps(ours.type)}, real {json.dumps(theirs['type'])}")


def _compare_nested(result: Comparison, path: str, ours: schemas.NestedBlock, theirs: dict[str, Any]) -> None:
    if ours.required != (theirs.get("min_items", 0) > 0):
        _note(result, "required", path, f"embedded {ours.required}")
    if ours.nesting != theirs["nesting_mode"]:
        _note(result, "nesting", path, f"embedded {ours.nesting}, real {theirs['nesting_mode']}")
    if (ours.max_items == 1) != (theirs.get("max_items") == 1):
        _note(result, "max_items", path, f"embedded {ours.max_items}, real {theirs.get('max_items')}")
    _compare_block(result, path, ours.block, theirs.get("block", {}))


def _note(result: Comparison, what: str, path: str, how: str) -> None:
    result.differences.append((what, path, how))


def _kinds(ours: tuple[bool, bool], theirs: tuple[bool, bool]) -> str:
    names = {(True, False): "attribute", (False, True): "block", (True, True): "both"}
    return f"embedded {names[ours]}, real {names[theirs]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="list every difference")
    arguments = parser.parse_args()
    for result in compare_all(arguments.folder):
        print(f"{result.provider}: embedded {result.embedded}, real {result.real}; {result.members} members")
        print("  types: " + ", ".join(f"{name} {count}" for name, count in result.types.items() if count))
        counts = Counter(
            f"{what}, {how}" if what == "existence" else what for what, _, how in result.differences
        )
        print(
            f"  existence, kind and required agree: {result.agreement('existence', 'kind', 'required'):.3%}"
        )
        print(f"  kind and required agree: {result.agreement('kind', 'required'):.3%}")
        print("  differences: " + (", ".join(f"{what} {n}" for what, n in counts.most_common()) or "none"))
        if arguments.list:
            for what, path, how in result.differences:
                print(f"    {what}: {path}: {how}")


if __name__ == "__main__":
    main()
