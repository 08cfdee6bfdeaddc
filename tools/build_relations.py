"""Writes which arguments of AWS resources must fit each other, from the relations that cfn-lint has.

What is read, and never run: the schemas of CloudFormation's resources, and the schemas of cfn-lint's own
rules with the place that each rule is for. `relation_formulas.py` makes relations of them,
`relation_links.py` ties their properties to arguments. A relation is kept only if everything that decides it
is tied; an alternative among conditions, or a part of what is needed, that is not tied is left out, which
makes it find less. Left out too is what another rule finds, and what the provider's documentation contradicts
(`relation_exceptions.py`).

python tools/build_relations.py [--downloads FOLDER] [--report], in the venv of build_facts.py.
"""

from __future__ import annotations

import argparse
import ast
import json
import sqlite3
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import wheels
from api_links import CloudFormation, Models
from relation_additions import added
from relation_exceptions import LISTS_THAT_GROW, conditions, reason_against
from relation_formulas import (
    FALSE,
    OPAQUE,
    TRUE,
    Formula,
    Relation,
    atoms,
    formula,
    is_between_properties,
    relations,
    resolved,
    without,
)
from relation_links import UNWRAPPED, Links, part_of
from tffix.facts.database import FILE_NAME

TARGET = Path(__file__).resolve().parent.parent / "src/tffix/facts/relations.json"
KEYS = {
    "if", "then", "else", "allOf", "anyOf", "oneOf", "not", "dependentRequired", "dependentExcluded",
    "dependencies", "dependentSchemas", "requiredXor", "requiredOr", "propertyNames",
}  # fmt: skip
_LONG = 24
_FEWEST = 5
_LICENSES = ("LicenseModel",)
_TELLING = ("same", "least_of", "over_of", "keys_out")
_OF_TWO = ("same", "least_of", "over_of")
SCHEMAS = "cfnlint/data/schemas/"
RULES = "cfnlint/rules/resources/"


class Thing(NamedTuple):
    """A resource that a relation between resources is about."""

    home: str
    reference: str  # the property that refers to it; empty for the resource itself
    properties: dict[str, tuple[str, Any]]  # by what the relation calls them, with what they are by default


class Found(NamedTuple):
    """A relation of CloudFormation's properties, and where it is from."""

    home: str  # AWS::SQS::Queue
    at: tuple[str, ...]  # the object inside of it that it is about
    relation: Relation
    source: str  # the number of cfn-lint's rule, or `schema`
    things: tuple[tuple[str, Thing], ...] = ()  # by name, where it is between several resources


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
            found = [*_of_resources(properties.schemas), *_of_rules(package, properties.schemas)]
    facts = sqlite3.connect(TARGET.with_name(FILE_NAME))
    links = Links(facts, Models(), properties)
    table, lost = tied(found, links)
    for name, records in added().items():
        table.setdefault(name, []).extend(records)
    content = {
        "source": [requirement.replace("==", " "), f"botocore {version('botocore')}"],
        "relations": table,
    }
    TARGET.write_text(_one_a_line(content), "utf-8")
    _report(found, table, lost, arguments.report)


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


# -- what cfn-lint has ---------------------------------------------------------------------------------------


def _of_resources(schemas: dict[str, Any]) -> Iterator[Found]:
    for whole in schemas.values():
        for at, part in _objects(whole, whole, ()):
            own = {key: part[key] for key in sorted(KEYS & part.keys())}
            for relation in relations(formula(own, ".".join(at))) if own else ():
                if is_between_properties(relation):
                    yield Found(whole["typeName"], at, relation, "schema")


def _objects(whole: Any, part: Any, at: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    part = part_of(whole, at)
    yield at, part
    if len(at) < 6:
        for name in part.get("properties", {}):
            inner = part_of(whole, (*at, name))
            if inner and not (len(at) > 1 and name in at):
                yield from _objects(whole, inner, (*at, name))


def _of_rules(package: zipfile.ZipFile, schemas: dict[str, Any]) -> Iterator[Found]:
    for name in sorted(package.namelist()):
        if not name.startswith(RULES) or not name.endswith(".py"):
            continue
        for number, places, file in rule_schemas(package.read(name).decode()):
            schema = resolved(json.loads(package.read(f"{SCHEMAS}extensions/{file}")))
            for home, at in places:
                if home.lower().replace("::", "").removeprefix("aws") in schemas:
                    yield from _of_rule(number, home, at, schema)


def _of_rule(number: str, home: str, at: tuple[str, ...], schema: Any) -> Iterator[Found]:
    if "cfnGather" in schema:
        yield from _between_resources(number, home, schema["cfnGather"])
        return
    if not KEYS & schema.keys() and "properties" not in schema:
        if all(isinstance(one, dict) and "allOf" in one for one in schema.values()):
            yield from _by_region(number, home, schema)
            return
        reason = "by region" if any("-" in key for key in schema) else f"'{'/'.join(sorted(schema))}'"
        yield Found(home, at, Relation((), [OPAQUE, reason]), number)
        return
    for relation in relations(formula(schema, ".".join(at))):
        if is_between_properties(relation) or relation.need[0] == "keys_out":
            yield Found(home, at, relation, number)


def _by_region(number: str, home: str, schema: Any) -> Iterator[Found]:
    """What is offered in any region, whatever the license is, by the other conditions: that a class of
    instances is not offered there, among those that are offered at all."""
    offered: dict[str, list[str]] = {}
    for region in schema.values():
        for relation in relations(formula(region)):
            verb, path, *rest = relation.need
            conditions = [one for one in relation.when if one[1] not in _LICENSES and one[1] != path]
            if verb == "in":
                offered.setdefault(json.dumps([conditions, path]), []).extend(rest[0])
    known = sorted({value for values in offered.values() for value in values})
    for key, values in sorted(offered.items()):
        conditions, path = json.loads(key)
        theirs = sorted(set(values))
        if len(theirs) >= _FEWEST and theirs != known:  # fewer are the rest of an engine that is retired
            when = (*conditions, ["in", path, known])
            yield Found(home, (), Relation(when, ["in", path, theirs]), number)


def _between_resources(number: str, home: str, gathered: Any) -> Iterator[Found]:
    things = tuple((name, _thing(home, given)) for name, given in gathered["gather"].items())
    for relation in relations(without(formula(gathered["schema"]), dict(things))):
        yield Found(home, (), relation, number, things)


def _thing(home: str, given: Any) -> Thing:
    properties = {
        name: (path, None) if isinstance(path, str) else (path["path"], path.get("default"))
        for name, path in given["properties"].items()
    }
    return Thing(given.get("filter", {}).get("type", home), given.get("reference", ""), properties)


def rule_schemas(source: str) -> Iterator[tuple[str, list[tuple[str, tuple[str, ...]]], str]]:
    """The number of a rule, the places that it is for, and its schema, from the text of its module."""
    tree = ast.parse(source)
    for class_ in (one for one in tree.body if isinstance(one, ast.ClassDef)):
        number, places, file = "", [], ""
        for node in ast.walk(class_):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "id":
                number = ast.literal_eval(node.value)
            elif isinstance(node, ast.Constant) and str(node.value).startswith("Resources/AWS::"):
                home, _, rest = str(node.value).removeprefix("Resources/").partition("/Properties")
                places.append((home, tuple(step for step in rest.split("/") if step not in ("", "*"))))
            elif isinstance(node, ast.Call) and ast.unparse(node.func) == "SchemaDetails":
                given = [*node.args, *(one.value for one in node.keywords)]
                _, is_extension, folder = ast.unparse(given[0]).partition(".extensions.")
                file = f"{folder}/{ast.literal_eval(given[1])}" if is_extension else ""
        if number and file:
            yield number, places, file


# -- what Terraform has --------------------------------------------------------------------------------------


def tied(found: list[Found], links: Links) -> tuple[dict[str, list[Any]], Counter[str]]:
    """The relations by Terraform's types, and why how many others are not among them."""
    table: dict[str, list[Any]] = {}
    lost: Counter[str] = Counter()
    for one in found:
        if not links.types.get(one.home):
            lost["Terraform has no such resource, or none that is certain"] += 1
            continue
        reasons = []
        for type_name, block in links.types[one.home]:
            record, reason = _record(one, type_name, block, links)
            if record is None:
                reasons.append(reason)
            elif record not in table.setdefault(type_name, []):
                table[type_name].append(record)
        if len(reasons) == len(links.types[one.home]):
            lost[reasons[0]] += 1
    return {name: records for name, records in table.items() if records}, lost


def _record(one: Found, type_name: str, block: Any, links: Links) -> tuple[Any, str]:
    known = links.of(type_name, block, one.home)
    if one.things:
        known = _of_things(one, known, links)
    is_top = one.at in ((), UNWRAPPED.get(one.home))
    at = "" if is_top else known.get(".".join(one.at))
    if at is not None and at and not _is_block(block, at):
        at = at.rpartition(".")[0]
    if at is None:
        return None, "the nested object is not tied"
    if one.source in LISTS_THAT_GROW:
        return None, LISTS_THAT_GROW[one.source]
    tie = Tie(known, at)
    when = [tie.stronger(part) for part in one.relation.when]
    need = tie.weaker(one.relation.need)
    if need == TRUE or FALSE in when:
        return None, tie.reason
    told = [atom for part in (*when, need) for atom in atoms(part)]
    if len({atom[1] for atom in told}) < 2 and not any(atom[0] in _TELLING for atom in told):
        return None, "a limit of one argument alone, which is found already"
    when += conditions(type_name, one.source)
    record = {"at": at, "when": [part for part in when if part != TRUE], "need": need, "by": one.source}
    reason = reason_against(type_name, record) or _never(block, at, need)
    return (None, reason) if reason else (record, "")


def _of_things(one: Found, own: dict[str, str], links: Links) -> dict[str, str]:
    """The arguments that a relation between resources is about. Those of another resource are behind the one
    that refers to it, ``event_source_arn>aws_sqs_queue>fifo_queue``; a default is behind ``=``."""
    known: dict[str, str] = {}
    for name, thing in one.things:
        steps = [step for step in thing.reference.split("/") if step not in ("", "*")]
        referring = next((own[path] for path in _owners(steps) if path in own), "")
        others = links.types.get(thing.home, [])
        if thing.reference and (not referring or len(others) != 1):
            continue
        before = f"{referring}>{others[0][0]}>" if thing.reference else ""
        theirs = links.of(*others[0], thing.home) if thing.reference else own
        for wanted, (path, default) in thing.properties.items():
            argument = theirs.get(path.strip("/").replace("/", "."))
            if argument is not None:
                behind = "" if default is None else f"={str(default).lower()}"
                known[f"{name}.{wanted}"] = f"{before}{argument}{behind}"
    return known


def _owners(steps: list[str]) -> list[str]:
    return [".".join(steps[:count]) for count in range(len(steps), 0, -1)]


def _never(block: Any, at: str, need: Formula) -> str:
    """Why what is needed can never be known to be missing, or may be missing rightly."""
    for step in at.split(".") if at else ():
        block = block["b"][step][3]
    alternatives = need[1:] if need[0] == "any" else [need]
    for verb, path, *_ in (one for part in alternatives for one in atoms(part)):
        if ">" in path or "=" in path:
            continue
        flags = _flags(block, path)
        if verb == "set" and "c" in flags:
            return "the provider may compute what is missing"
        if verb in ("set", "unset") and "r" in flags:
            return "the provider's schema requires it"
    return ""


def _is_block(block: Any, path: str) -> bool:
    for step in path.split("."):
        if step not in block.get("b", {}):
            return False
        block = block["b"][step][3]
    return True


def _flags(block: Any, path: str) -> str:
    *steps, name = path.split(".")
    for step in steps:
        block = block["b"][step][3]
    if name in block.get("b", {}):
        return "r" if block["b"][name][1] else "o"
    return str(block["a"][name][1])


class Tie:
    """Writes formulas on properties as ones on arguments of a block."""

    def __init__(self, known: dict[str, str], at: str) -> None:
        self.known = known
        self.before = f"{at}." if at else ""
        self.reason = ""

    def stronger(self, one: Formula) -> Formula:
        """A formula that implies another; an alternative that is not tied is left out."""
        return self._tied(one, "any", FALSE)

    def weaker(self, one: Formula) -> Formula:
        """A formula that another implies; a part that is not tied is left out."""
        return self._tied(one, "all", TRUE)

    def _tied(self, one: Formula, leaves_out: str, unknown: Formula) -> Formula:
        verb, *rest = one
        if verb in ("all", "any"):
            parts = [self._tied(part, leaves_out, unknown) for part in rest]
            neutral, decisive = (TRUE, FALSE) if verb == "all" else (FALSE, TRUE)
            if decisive in parts:
                return decisive
            kept = [part for part in parts if part != neutral]
            return kept[0] if len(kept) == 1 else [verb, *kept]
        if verb == OPAQUE:
            self.reason = f"cannot be said as a relation: {rest[0]}"
            return unknown
        paths = rest[:2] if verb in _OF_TWO else rest[:1]
        arguments = [self.known.get(path, "") for path in paths]
        if not all(one and one.startswith(self.before) for one in arguments):
            self.reason = "a property is not tied to an argument"
            return unknown
        return [verb, *(one.removeprefix(self.before) for one in arguments), *rest[len(paths) :]]


def _report(found: list[Found], table: dict[str, list[Any]], lost: Counter[str], is_long: bool) -> None:
    count = sum(map(len, table.values()))
    print(f"{len(found)} relations of {len({one.home for one in found})} types of CloudFormation")
    print(f"{len(found) - lost.total()} of them tied: {count} relations of {len(table)} types of Terraform")
    if is_long:
        for reason, number in lost.most_common():
            print(f"{number:6} {reason}")


if __name__ == "__main__":
    main()
