"""Where in a module the entries of a table apply."""

from __future__ import annotations

from collections.abc import Iterator

from ..hcl.nodes import GetAttribute, Index, LegacyIndex, Splat, Step
from ..hcl.tree import Attribute, Block, Body
from ..terraform.module import Module
from ..terraform.providers import addresses, local_provider
from ..terraform.references import Reference
from .table import Entry


def tops(entry: Entry, provider: str, module: Module) -> Iterator[Block]:
    """The top-level blocks of the type that an entry is about, of the provider with that address."""
    known = addresses(module)
    for block in module.blocks(entry.kind):
        if len(block.labels) != (1 if entry.kind == "provider" else 2):
            continue
        name = block.labels[0] if entry.kind == "provider" else local_provider(block)
        address = known.get(name, f"hashicorp/{name}")
        if address == provider and _is(block.labels[0], entry, name) and _is_where(entry, block):
            yield block


def _is(label: str, entry: Entry, local_name: str) -> bool:
    if entry.kind == "provider":
        return local_name == label
    return label.startswith(entry.type[:-1]) if entry.type.endswith("*") else label == entry.type


def _is_where(entry: Entry, block: Block) -> bool:
    """Whether the arguments that an entry names have one of the values in a list, or begin with a text."""
    for name, wanted in entry.keys.get("where", {}).items():
        found = block.get(name)
        if found is None:
            return False
        if isinstance(wanted, list):
            if found.source.strip() not in wanted:
                return False
        elif found.string is None or not found.string.startswith(wanted):
            return False
    return True


def has(body: Body, name: str) -> bool:
    """Whether an argument or a block is there."""
    return body.get(name) is not None or any(nested(body, name))


def bodies(block: Block, path: tuple[str, ...]) -> Iterator[Body]:
    """The bodies at the end of a path of nested blocks, those that ``dynamic`` blocks make among them."""
    if not path:
        yield block.body
        return
    for inner in nested(block.body, path[0]):
        yield from bodies(_content(inner) or inner, path[1:])


def nested(body: Body, name: str) -> Iterator[Block]:
    """The blocks of a name directly in a body, the ``dynamic`` ones among them."""
    for inner in body.blocks():
        if inner.type == name or (inner.type == "dynamic" and inner.labels == (name,)):
            yield inner


def _content(block: Block) -> Block | None:
    return next(block.blocks("content"), None) if block.type == "dynamic" else None


def places(block: Block, path: tuple[str, ...]) -> Iterator[Attribute | Block]:
    """The arguments and the nested blocks at a path inside a block."""
    for body in bodies(block, path[:-1]):
        attribute = body.get(path[-1])
        if attribute is not None:
            yield attribute
        yield from nested(body, path[-1])


def readers(entry: Entry, provider: str, module: Module) -> Iterator[tuple[Reference, GetAttribute]]:
    """What reads the attribute at an entry's path: the reference, and the step that names its last part."""
    blocks = set(tops(entry, provider, module)) if entry.kind != "provider" and entry.path else set()
    if not blocks:
        return
    for reference in module.references:
        parts = reference.address.parts
        if parts[0] in ("var", "local", "module") or module.get(reference.address) not in blocks:
            continue
        if reference.block.type in ("moved", "removed", "import"):
            continue
        step = _step(reference.node.steps[reference.mention.length - 1 :], entry.path)
        if step is not None:
            yield reference, step


def _step(steps: tuple[Step, ...], path: tuple[str, ...]) -> GetAttribute | None:
    """The step that names the end of a path. Indexes and splats between its parts do not count."""
    wanted = list(path)
    for step in steps:
        if isinstance(step, GetAttribute):
            if step.name != wanted[0]:
                return None
            wanted.pop(0)
            if not wanted:
                return step
        elif not isinstance(step, Index | LegacyIndex | Splat):
            return None
    return None
