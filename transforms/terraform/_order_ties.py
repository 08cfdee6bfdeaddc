"""Finds which resources of a module belong together by a table of hidden orders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Address, Attribute, Block, Module, iterator_names, mentions, nameless

from ..aws._arguments import nested
from ..aws._dependencies import is_repeated_alike
from ._hidden_order import Order, Tie

Key = tuple[str, str]
"""What an argument names, an address or a text of its own, and the key of the instance, if one is written."""

_INDEX = re.compile(r'\[("[^"$%]*"|\d+)\]')
_REPEATED = re.compile(r"\b(?:each|count)\.")
_FOLLOWED = ("data", "local", "var", "aws_iam_policy")
_STEPS = 3
_MOST_PAIRS = 10_000
"""What belongs together in more ways has been generated, and is left alone."""


def sooner_of(later: Block, order: Order, module: Module) -> list[Block]:
    """The resources of a module that must exist before a resource of it, by one order."""
    if not applies(later, order, module):
        return []
    provider = _provider(later)
    if not order.ties:
        found = [one for one in module.resources(*order.sooner) if _provider(one) == provider]
        found = [one for one in found if is_needed(one, order, module)]
        return found if len(found) == 1 else []
    first, *others = order.ties
    index = known_by(order, module)
    tied: dict[Block, None] = {}
    for what, instance in sorted(_keys(later, first.later, first, module)):
        for block, theirs in index.get(what, ()):
            if not instance or not theirs or instance == theirs:
                tied[block] = None
    return [
        one
        for one in tied
        if _provider(one) == provider
        and (first.types or is_repeated_alike(later, one))  # else the same text may mean something else
        and all(_tied(tie, later, one, module) for tie in others)
        and is_needed(one, order, module)
    ]


def applies(later: Block, order: Order, module: Module) -> bool:
    """Whether a resource has what makes an order matter."""
    if order.has and not _has(later, order.has):
        return False
    if order.unless and _is_set(later, order.unless, module):
        return False
    return order.later_is is None or order.later_is(later, module)


def is_needed(sooner: Block, order: Order, module: Module) -> bool:
    """Whether a resource has what makes an order matter for it."""
    if order.sooner_is is not None and not order.sooner_is(sooner, module):
        return False
    return says(sooner, order.words, module)


_Index = dict[str, list[tuple[Block, str]]]


def known_by(order: Order, module: Module) -> _Index:
    """The sooner resources of an order by what ties them, each with the key of an instance."""
    known = module.recall(_indexes)
    if order not in known:
        known[order] = _filled(order, module)
    return known[order]


def _indexes(module: Module) -> dict[Order, _Index]:
    """The sooner resources of each order by what ties them. Filled when asked for."""
    return {}


def _filled(order: Order, module: Module) -> _Index:
    index: _Index = {}
    for block in module.resources(*order.sooner):
        for what, instance in _keys(block, order.ties[0].sooner, order.ties[0], module):
            index.setdefault(what, []).append((block, instance))
    users = len(module.resources(*order.later)) + len(module.blocks("module"))
    return {what: found for what, found in index.items() if len(found) * users <= _MOST_PAIRS}


def _tied(tie: Tie, later: Block, sooner: Block, module: Module) -> bool:
    mine = _keys(later, tie.later, tie, module)
    theirs = _keys(sooner, tie.sooner, tie, module)
    if tie.loose and not (_resources(mine) and _resources(theirs)):
        return True
    return any(
        one == other and (not key or not instance or key == instance)
        for one, key in mine
        for other, instance in theirs
    )


def _resources(keys: set[Key]) -> bool:
    return any(not what.startswith("=") for what, _ in keys)


def _provider(block: Block) -> str:
    attribute = block.get("provider")
    return "" if attribute is None else attribute.source.strip()


def _has(block: Block, name: str) -> bool:
    return block.get(name) is not None or next(nested(block, name), None) is not None


def _is_set(block: Block, path: str, module: Module) -> bool:
    """Whether there is an argument at a path, which may go on to another resource."""
    here, _, beyond = path.partition(">")
    for attribute, repeated in arguments(block, here):
        targets = (module.get(one) for one, _ in named(attribute, repeated, (), module))
        if not beyond or any(isinstance(one, Block) and arguments(one, beyond) for one in targets):
            return True
    return False


# -- what arguments name ---------------------------------------------------------------------------------


def _keys(block: Block, paths: tuple[str, ...], tie: Tie, module: Module) -> set[Key]:
    """What the arguments at these paths name that can tie a resource to another."""
    found: set[Key] = set()
    for path in paths:
        here, _, beyond = path.partition(">")
        for attribute, repeated in arguments(block, here):
            if beyond:
                for address, _ in named(attribute, repeated, (), module):
                    target = module.get(address)
                    if isinstance(target, Block):
                        found |= _keys(target, (beyond,), tie, module)
                continue
            text = " ".join(attribute.source.split())
            if not tie.types or not (_REPEATED.search(text) or "[" in text or "(" in text):
                found.add((f"={text}", ""))
            for address, instance in named(attribute, repeated, tie.types, module):
                found.add((str(address), instance))
    return found


def arguments(block: Block, path: str) -> list[tuple[Attribute, dict[str, Attribute]]]:
    """The arguments at a path, each with what ``each`` and iterators around it go over."""
    for_each = block.get("for_each")
    start: dict[str, Attribute] = {} if for_each is None else {"each": for_each}
    places = [(block, start)]
    *outer, name = path.partition(">")[0].split(".")
    for type_ in outer:
        places = [
            (inner, repeated | _iterated(inner))
            for place, repeated in places
            for inner in nested(place, type_)
        ]
    return [(attribute, repeated) for place, repeated in places if (attribute := place.get(name)) is not None]


def _iterated(content: Block) -> dict[str, Attribute]:
    dynamic = content.parent.owner if content.parent is not None else None
    over = dynamic.get("for_each") if dynamic is not None and dynamic.type == "dynamic" else None
    if dynamic is None or over is None:
        return {}
    return dict.fromkeys(iterator_names(dynamic), over)


def named(
    attribute: Attribute, repeated: dict[str, Attribute], types: tuple[str, ...], module: Module
) -> Iterator[tuple[Address, str]]:
    """The resources of some types that an argument names, with the key of an instance; through a local value
    only where that names one of them, since it may have others for other arguments."""
    sources = [attribute.source]
    used = {one.address.parts[0] for one in mentions(attribute.source)}
    used |= {one.root for one in nameless(attribute.source)}
    sources += [over.source for name, over in repeated.items() if name in used]
    for source in sources:
        for mention in mentions(source):
            address = mention.address
            if address.parts[0] == "local":
                inside = _in_local(address, types, module)
                if len(inside) == 1:
                    yield inside.pop(), ""
            elif _is_of(address, types):
                index = _INDEX.match(mention.rest)
                yield address, index[1] if index else ""


def _in_local(address: Address, types: tuple[str, ...], module: Module) -> set[Address]:
    found: set[Address] = set()
    stack, seen = [address], {address}
    while stack:
        local = module.get(stack.pop())
        for mention in mentions(local.source) if isinstance(local, Attribute) else ():
            if _is_of(mention.address, types):
                found.add(mention.address)
            elif mention.address.parts[0] == "local" and mention.address not in seen:
                seen.add(mention.address)
                stack.append(mention.address)
    return found


def _is_of(address: Address, types: tuple[str, ...]) -> bool:
    """Whether an address is of a resource or data source of one of these types, or of any."""
    type_ = address.parts[1] if address.parts[0] == "data" else address.parts[0]
    if not types:
        return address.is_resource or address.parts[0] == "data"
    return type_ in types


def says(block: Block, words: tuple[str, ...], module: Module) -> bool:
    """Whether a resource, or the documents that it refers to, has one of these words; with none, always."""
    if not words:
        return True
    level: list[Block | Attribute] = [block]
    seen: set[Address] = set()
    for _ in range(_STEPS):
        texts = (one.body.text if isinstance(one, Block) else one.source for one in level)
        if any(word in text for text in texts for word in words):
            return True
        following: list[Block | Attribute] = []
        for one in level:
            for reference in module.references_in(one):
                address = reference.address
                if address.parts[0] in _FOLLOWED and address not in seen:
                    seen.add(address)
                    if (item := module.get(address)) is not None:
                        following.append(item)
        level = following
    return False
