"""Where the value of an argument comes from: the resources it refers to, through local values, variables that
calls set, and outputs of modules that are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from tffix import Address, Attribute, Block, Mention, Module, mentions_of

_PASSED_ON = {"aws_acm_certificate_validation": "certificate_arn"}
"""Resources of which an attribute is what an argument of theirs says."""

_MAX_DEPTH = 16
"""How many calls deep a value is followed."""

_NAME = re.compile(r"\.([A-Za-z_][\w-]*)")


Way: TypeAlias = tuple[tuple[Module, Block], ...]
"""Module calls that lead to a module, each with the module that it is in, the last one into it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A resource or data source, or a call of a module that is not on disk, the module that it is in, and the
    calls by which it was found there."""

    block: Block
    module: Module
    way: Way

    def told(self, seen_from: Module) -> str:
        """Its address, with the call or module where that is another."""
        if self.module is seen_from:
            return f"{Address.of(self.block)}"
        if len(self.way) == 1 and self.way[0][0] is seen_from:
            return f"module.{self.way[0][1].labels[0]}.{Address.of(self.block)}"
        return f"{Address.of(self.block)} in {self.module.path}"


def origins(attribute: Attribute, module: Module) -> Iterator[Origin]:
    """The resources and modules that an argument refers to, near or far, each once for each way to it."""
    stack: list[tuple[Attribute, Module, Way]] = [(attribute, module, ())]
    seen: set[tuple[Attribute, Way]] = set()
    found: set[tuple[Block, Way]] = set()
    while stack:
        here, where, way = stack.pop()
        if (here, way) in seen or len(way) > _MAX_DEPTH:
            continue
        seen.add((here, way))
        for mention in mentions_of(here):
            stack += _further(mention, where, way)
            target = where.get(mention.address)
            if not isinstance(target, Block) or not _is_origin(target, where):
                continue
            if (target, way) not in found:
                found.add((target, way))
                yield Origin(target, where, way)


def _is_origin(block: Block, module: Module) -> bool:
    is_far = block.type == "module" and block.labels[0] not in module.children
    return is_far or block.type in ("resource", "data")


def _further(mention: Mention, module: Module, way: Way) -> Iterator[tuple[Attribute, Module, Way]]:
    """The arguments that say what a mention is worth, each with its module and the way there."""
    target = module.get(mention.address)
    if isinstance(target, Attribute):
        yield target, module, way
    elif target is None:
        return
    elif target.type == "variable":
        for caller, call in way[-1:] or module.callers:
            if (given := call.get(target.labels[0])) is not None:
                yield given, caller, way[:-1]
    elif target.type == "module":
        child, output = module.children.get(target.labels[0]), _NAME.search(mention.rest)
        for block in child.blocks("output", output[1]) if child is not None and output else ():
            if (value := block.get("value")) is not None and child is not None:
                yield value, child, (*way, (module, target))
    elif (passed := target.get(_PASSED_ON.get(target.labels[0], ""))) is not None:
        yield passed, module, way
