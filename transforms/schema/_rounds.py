"""What ``each`` and iterators are where an argument is, for each instance of its resource or block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tffix import Attribute, Block, Module, evaluate, iterator_names, mentions, nameless

Scope = Mapping[str, Any]

_MOST = 200


def rounds(attribute: Attribute, block: Block, module: Module) -> list[Scope]:
    """The scopes that the value of an argument has to be worked out in: one of which nothing is known where
    the value is the same everywhere, or where what is gone over is not known."""
    used = {one.root for one in nameless(attribute.source)}
    used |= {one.address.parts[0] for one in mentions(attribute.source)}
    scopes: list[Scope] = [{}]
    for name, over in _around(attribute, block):
        if name in used:
            scopes = [{**scope, **one} for scope in scopes for one in _rounds(name, over, module, scope)]
        if len(scopes) > _MOST:
            return [{}]
    return scopes


def _around(attribute: Attribute, block: Block) -> Iterator[tuple[str, Attribute]]:
    """The names that repetitions around an argument bind, with what they go over, from the outside in."""
    inside: list[tuple[str, Attribute]] = []
    body = attribute.parent
    while body is not None and body.owner is not None and body.owner is not block:
        over = body.owner.get("for_each") if body.owner.type == "dynamic" else None
        if over is not None:
            inside += ((name, over) for name in iterator_names(body.owner))
        body = body.owner.parent
    for_each = block.get("for_each")
    if for_each is not None:
        yield "each", for_each
    yield from reversed(inside)


def _rounds(name: str, over: Attribute, module: Module, scope: Scope) -> list[Scope]:
    found = evaluate(over.expression, module, scope, defaults=True)
    if isinstance(found, dict):
        return [{name: {"key": key, "value": item}} for key, item in found.items()]
    if isinstance(found, list):
        return [{name: {"key": item, "value": item}} for item in found]
    return [{}]
