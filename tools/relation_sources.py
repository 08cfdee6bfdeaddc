"""Reads the relations of properties out of the package cfn-lint; nothing of it is run.

They are in the schemas of CloudFormation's resources, and in the schemas of cfn-lint's own rules, whose
modules say for which place each is.
"""

from __future__ import annotations

import ast
import json
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from relation_formulas import OPAQUE, Relation, is_between_properties, relations, without
from relation_links import part_of
from relation_schemas import formula, resolved

KEYS = {
    "if", "then", "else", "allOf", "anyOf", "oneOf", "not", "dependentRequired", "dependentExcluded",
    "dependencies", "dependentSchemas", "requiredXor", "requiredOr", "propertyNames",
}  # fmt: skip
SCHEMAS = "cfnlint/data/schemas/"
RULES = "cfnlint/rules/resources/"
_FEWEST = 5  # classes of instances; fewer are the rest of an engine that is retired
_LICENSES = ("LicenseModel",)


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


def found_in(package: zipfile.ZipFile, schemas: dict[str, Any]) -> Iterator[Found]:
    """The relations that a package has; ``schemas`` are those of the resources."""
    yield from _of_resources(schemas)
    yield from _of_rules(package, schemas)


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
