"""A block or an argument has become a resource of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.source import parse_block
from ...hcl.tree import Attribute, Block
from ...projection import Refused
from ...terraform.address import Address
from ...terraform.module import Module
from ...terraform.refactoring import import_block
from ..places import places, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide

_REPEATED = ("count", "for_each")


def split(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes the resource, with an import block that takes over what exists. ``arguments`` are those that tie
    it to the resource; `{self}` is the address of that in them and in ``import``. ``also`` goes with it,
    ``drop`` is left out."""
    name, into = entry.path[-1], str(entry.keys["into"])
    message = f"'{name}' of {entry.type} is a resource of its own now: {into}"
    for block in tops(entry, table.provider, module):
        found = list(places(block, entry.path))
        for at in found:
            why = _why_not(entry, block, at, found, module)
            if why:
                yield to_decide(at, message, f"write the resource by hand: {why}")
            else:
                yield Hit(Outcome.MOVED, at, message, partial(_split, entry, block, at, module))


def _why_not(
    entry: Entry, block: Block, at: Attribute | Block, found: list[Attribute | Block], module: Module
) -> str:
    if len(found) > 1:
        return "there are several"
    if isinstance(at, Block) and at.type == "dynamic":
        return "it is a dynamic block"
    if any(block.get(one) is not None for one in _REPEATED):
        return "the resource has several instances"
    if module.resource(str(entry.keys["into"]), block.labels[1]) is not None:
        return f"{entry.keys['into']}.{block.labels[1]} exists already"
    if module.callers and not module.is_root:
        return "an import block can only be in a root module"
    return ""


def _split(entry: Entry, block: Block, at: Attribute | Block, module: Module) -> None:
    address = Address.of(block)
    if at.parent is None or block.parent is None or address is None:
        raise Refused("it is no longer there")
    into, name = str(entry.keys["into"]), block.labels[1]
    ties = "".join(
        f"{key} = {str(value).replace('{self}', str(address))}\n"
        for key, value in entry.keys.get("arguments", {}).items()
    )
    provider = block.get("provider")
    if provider is not None:
        ties = f"provider = {provider.source}\n" + ties
    if isinstance(at, Attribute):
        content = f"{at.name} = {at.source}\n"
    elif entry.keys.get("inner"):
        content = at.text.strip() + "\n"
    else:
        dropped = entry.keys.get("drop", ())
        for attribute in [one for one in at.body.attributes if one.name in dropped]:
            attribute.remove()
        content = at.body.text
    beside = [one for name in entry.keys.get("also", ()) for one in places(block, (name,))]
    content += "".join(
        f"{one.name} = {one.source}\n" if isinstance(one, Attribute) else f"{one.text.strip()}\n"
        for one in beside
    )
    made = parse_block(f'resource "{into}" "{name}" {{\n{ties}{content}}}\n')
    identifier = str(entry.keys.get("import", "{self}.id")).replace("{self}", str(address))
    taken = import_block(f"{into}.{name}", identifier)
    block.parent.insert_after(block, made)
    block.parent.insert_after(made, taken)
    for one in (at, *beside):
        one.remove()
