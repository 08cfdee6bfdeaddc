"""Which arguments of google's resources can be set only when they are made, from Google's Config Connector.

Config Connector makes resources with the Terraform provider, and its definitions were made from the
provider's schemas: the description of a field whose change replaces the resource begins with "Immutable."
Python models of these definitions are in cnrm-pydantic-models. A definition is that of a Terraform type of
the same name, and its fields are the arguments of the same names; `networkRef` is `network`, and
`resourceID` is the name.
"""

from __future__ import annotations

import ast
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tffix.facts import schemas
from tffix.facts.schemas import BlockSchema

IMMUTABLE = re.compile(r"\s*Immutable\b")
WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
ITSELF = "resourceID"
MANY_NAMES = frozenset(("Optional", "Union", "List", "Dict", "Any"))


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model: its description, and the models that its value may be."""

    name: str
    text: str
    models: tuple[str, ...]


Models = Mapping[str, list[Field]]


def definitions(wheel: Path) -> Iterator[tuple[str, Models]]:
    """The models of each definition, by its name in one lower-case word."""
    with zipfile.ZipFile(wheel) as archive:
        for file in archive.namelist():
            path = PurePosixPath(file)
            if path.suffix == ".py" and not path.stem.startswith("_"):
                yield path.stem, dict(_models(archive.read(file)))


def _models(source: bytes) -> Iterator[tuple[str, list[Field]]]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            yield node.name, [found for one in node.body if (found := _field(one)) is not None]


def _field(node: ast.stmt) -> Field | None:
    if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
        return None
    keywords = node.value.keywords if isinstance(node.value, ast.Call) else []
    given = {one.arg: one.value.value for one in keywords if isinstance(one.value, ast.Constant)}
    models = {one.id for one in ast.walk(node.annotation) if isinstance(one, ast.Name)} - MANY_NAMES
    name = str(given.get("alias") or node.target.id)
    return Field(name, str(given.get("description") or ""), tuple(sorted(models)))


def marks(models: Models, block: BlockSchema) -> dict[str, str]:
    """`!` and `~` by the path of an argument."""
    return dict(_marks(models, "Spec", block, ()))


def _marks(
    models: Models, model: str, block: BlockSchema, path: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for field in models.get(model, ()):
        own = own_name(field.name, block)
        if own is None:
            continue
        # References have lost the word: the network of a subnetwork has none.
        is_reference = field.name.endswith(("Ref", "Refs"))
        mark = "!" if IMMUTABLE.match(field.text) else "" if is_reference else "~"
        if mark:
            yield ".".join((*path, own)), mark
        nested = block.blocks.get(own)
        if nested is not None and mark == "~" and len(path) < 6:
            for inner in field.models:
                yield from _marks(models, inner, nested.block, (*path, own))


def own_name(name: str, block: BlockSchema) -> str | None:
    """The argument that a field is."""
    if name == ITSELF:
        return "name" if "name" in block.attributes else None
    own = WORDS.sub("_", name).lower()
    for one in (own, own.removesuffix("_ref"), own.removesuffix("_refs") + "s", own.removesuffix("s")):
        attribute = block.attributes.get(one)
        if one in block.blocks or (attribute is not None and attribute.is_settable):
            return one
    return None


def table(provider: str, wheel: Path) -> dict[str, dict[str, str]]:
    """The marks of the types of a provider, by type and path."""
    version = schemas.versions(provider)[0]
    types = {
        name.partition("_")[2].replace("_", ""): name for name in schemas.types(provider, version, "resource")
    }
    found: dict[str, dict[str, str]] = {}
    for name, models in definitions(wheel):
        block = schemas.schema(provider, version, "resource", types[name]) if name in types else None
        known = marks(models, block) if block is not None else {}
        if "!" in known.values():
            found[types[name]] = known
    return found
