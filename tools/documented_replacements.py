"""What providers' documentation says about changes of arguments, out of the docstrings of Pulumi's packages.

The documentation of azurerm says of each argument whose change replaces the resource: "Changing this forces
a new resource to be created." Where it is said under a condition, nothing is known; where the page of a
resource says it of some arguments, the others are changed in place. That of aws says "Forces new resource",
but not of each such argument, so that the others are not known.

A resource is a class whose name is that of the Terraform type, with or without its module's, and whose
arguments are nearly the same.
"""

from __future__ import annotations

import ast
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tffix.facts import schemas
from tffix.facts.schemas import BlockSchema

ALIKE = 0.8
"""How much of the arguments of a class and a type must be the same."""
SURELY = re.compile(
    r"\b[Cc]hanging (?:this|these)(?: \w+){0,2} forces a new (?:[\w` ]+ )?to be created"
    r"|\bForces new resource\b"
)
PERHAPS = re.compile(r"\bforces? (?:a )?new|re-?creat|replace", re.IGNORECASE)
CONDITION = re.compile(r"\b(?:if|when|unless|from|only|once)\b", re.IGNORECASE)
NESTED = re.compile(r"'?(?:\w+\.)*(\w+Args)'?")


@dataclass(slots=True)
class Documented:
    """A class of arguments: what its properties say, and which of them have members, of which class."""

    texts: dict[str, str] = field(default_factory=dict)
    inner: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A resource: the names it goes by, its arguments, and the classes of its module."""

    names: tuple[str, ...]
    arguments: Documented
    classes: Mapping[str, Documented]


def pages(wheel: Path, package: str) -> Iterator[Page]:
    with zipfile.ZipFile(wheel) as archive:
        files = [one for one in archive.namelist() if one.startswith(f"{package}/") and one.endswith(".py")]
        inputs = {
            one.split("/")[1]: dict(_classes(archive.read(one)))
            for one in files
            if one.count("/") == 2 and one.endswith("/_inputs.py")
        }
        for file in files:
            parts = file.split("/")
            if len(parts) != 3 or parts[2].startswith(("_", "get_")):
                continue
            for name, arguments in _classes(archive.read(file)):
                if not name.startswith("_"):
                    own = name.removesuffix("Args").lower()
                    yield Page((own, parts[1].replace("_", "") + own), arguments, inputs.get(parts[1], {}))


def _classes(source: bytes) -> Iterator[tuple[str, Documented]]:
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef) or not node.name.endswith("Args"):
            continue
        found = Documented()
        for one in node.body:
            if not isinstance(one, ast.FunctionDef) or one.returns is None or one.name == "__init__":
                continue
            found.texts[one.name] = " ".join((ast.get_docstring(one) or "").split())
            if inner := NESTED.search(ast.unparse(one.returns)):
                found.inner[one.name] = inner[1]
        yield node.name, found


def marks(page: Page, block: BlockSchema) -> dict[str, str]:
    """`!` and `~` by the path of an argument, as far as the documentation says so."""
    found = dict(_marks(page, page.arguments, block, ()))
    return found if "!" in found.values() else {}


def _marks(
    page: Page, documented: Documented, block: BlockSchema, path: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for name, text in documented.texts.items():
        own = own_name(name, block)
        if own is None or not text:
            continue
        mark = mark_of(text)
        if mark:
            yield ".".join((*path, own)), mark
        nested = block.blocks.get(own)
        inner = page.classes.get(documented.inner.get(name, ""))
        if nested is not None and inner is not None and mark != "!" and len(path) < 6:
            yield from _marks(page, inner, nested.block, (*path, own))


def mark_of(text: str) -> str:
    sentence = SURELY.search(text)
    if sentence is not None:
        around = re.split(r"(?<=\.)\s", text[: sentence.end()])[-1]
        after = re.split(r"\.\s", text[sentence.end() :])[0]
        return "" if CONDITION.search(around + after) else "!"
    return "" if PERHAPS.search(text) else "~"


def own_name(name: str, block: BlockSchema) -> str | None:
    """The argument that a property is: Pulumi has lists in the plural, and single blocks in the singular."""
    for one in (name, name.removesuffix("s"), name.removesuffix("es"), f"{name}s", re.sub("ies$", "y", name)):
        attribute = block.attributes.get(one)
        if one in block.blocks or (attribute is not None and attribute.is_settable):
            return one
    return None


def alike(page: Page, block: BlockSchema) -> float:
    settable = {name for name, one in block.attributes.items() if one.is_settable} - {"id"}
    settable = (settable | set(block.blocks)) - {"timeouts"}
    names = {own_name(name, block) or f"?{name}" for name in page.arguments.texts}
    return len(settable & names) / max(1, len(settable | names))


def table(provider: str, wheel: Path, package: str) -> dict[str, dict[str, str]]:
    """The marks of the types of a provider, by type and path."""
    by_name: dict[str, list[Page]] = {}
    for page in pages(wheel, package):
        for name in page.names:
            by_name.setdefault(name, []).append(page)
    version = schemas.versions(provider)[0]
    found: dict[str, dict[str, str]] = {}
    for type_name in sorted(schemas.types(provider, version, "resource")):
        block = schemas.schema(provider, version, "resource", type_name)
        candidates = by_name.get(type_name.partition("_")[2].replace("_", ""), [])
        if block is None or not candidates:
            continue
        page = max(candidates, key=lambda one: alike(one, block))
        if alike(page, block) >= ALIKE and (known := marks(page, block)):
            found[type_name] = known
    return found
