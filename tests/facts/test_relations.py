"""The relations between arguments that are embedded: they are about what exists, and can be judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tffix_transforms.aws import _fit

from tffix.facts import schemas
from tffix.facts.relations import Formula, Relation, relations, types

NEWEST = schemas.versions("hashicorp/aws")[0]
VERBS = {"set", "written", *_fit._OPPOSITES, *_fit._JUDGES, *_fit._OF_TWO}


def schema_at(type_name: str, at: tuple[str, ...]) -> schemas.BlockSchema:
    """The schema of the blocks that a relation is about."""
    block = schemas.schema("hashicorp/aws", NEWEST, "resource", type_name)
    assert block is not None, type_name
    for name in at:
        nested = block.blocks.get(name)
        if nested is None:  # blocks that stand for elements of an attribute
            type_ = block.attributes[name].type
            assert isinstance(type_, list)
            members = {
                key: schemas.Attribute(key, one, False, True, False, None, None)
                for key, one in type_[1][1].items()
            }
            block = schemas.BlockSchema(members, {})
        else:
            block = nested.block
    return block


def atoms_of(relation: Relation) -> Iterator[Formula]:
    for formula in (*relation.when, relation.need):
        yield from _fit.atoms(formula)


def paths_of(atom: Formula) -> list[str]:
    return atom[1:3] if atom[0] in _fit._OF_TWO else atom[1:2]


def resolve(block: schemas.BlockSchema, path: str) -> schemas.Attribute | schemas.NestedBlock | None:
    *steps, name = path.split(".")
    for step in steps:
        block = block.blocks[step].block
    return block.attributes.get(name) or block.blocks.get(name)


@pytest.mark.parametrize("type_name", sorted(types()))
def test_every_argument_of_a_relation_exists(type_name: str) -> None:
    assert relations(type_name)
    for relation in relations(type_name):
        own = schema_at(type_name, relation.at)
        for atom in atoms_of(relation):
            for path in paths_of(atom):
                referring, _, rest = path.partition(">")
                other, _, inner = rest.partition(">")
                block = schema_at(other, ()) if rest else own
                assert resolve(own, referring.partition("=")[0]) is not None, path
                assert resolve(block, (inner or path).partition("=")[0]) is not None, path


@pytest.mark.parametrize("type_name", sorted(types()))
def test_every_relation_can_be_judged(type_name: str) -> None:
    for relation in relations(type_name):
        assert relation.source
        assert relation.need not in (["all"], ["any"])
        for atom in atoms_of(relation):
            assert atom[0] in VERBS
            if atom[0] in ("like", "unlike"):
                re.compile(atom[2])


@pytest.mark.parametrize("type_name", sorted(types()))
def test_no_relation_contradicts_what_the_provider_requires(type_name: str) -> None:
    for relation in relations(type_name):
        if relation.need[0] == "unset":
            known = resolve(schema_at(type_name, relation.at), relation.need[1])
            assert known is not None
            assert not known.required, relation.need


def test_long_lists_are_whole() -> None:
    classes = [
        atom[2]
        for relation in relations("aws_db_instance")
        for atom in _fit.atoms(relation.need)
        if relation.source == "E3025" and ["in", "engine", ["postgres"]] in relation.when
    ]
    assert len(classes) == 1
    assert "db.t3.micro" in classes[0]
    assert not any(one.startswith("@") for one in classes[0])


def test_the_source_and_its_version_are_named() -> None:
    text = (Path(schemas.__file__).with_name("relations.json")).read_text("utf-8")
    assert re.match(r'\{"source": \["cfn-lint \d+\.\d+\.\d+","botocore \d+\.\d+\.\d+"\],\n', text)
