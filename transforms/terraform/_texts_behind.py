"""The texts that a value may come from, wherever they are written."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Module, mentions, nodes


def texts_behind(
    attribute: Attribute, block: Block, module: Module
) -> Iterator[tuple[Attribute, nodes.Template]]:
    """The texts behind an argument, each with what it is written in: the argument and what repeats its block,
    local values, and defaults of variables where nobody calls the module."""
    given = [attribute, block.get("for_each"), block.get("count")]
    pending = [one for one in given if one is not None]
    seen = set(map(id, pending))
    while pending:
        holder = pending.pop(0)
        for node in holder.expression.find(nodes.Template):
            yield holder, node
        for one in mentions(holder.source):
            kind, name = one.address.parts[:2]
            behind = module.locals.get(name) if kind == "local" else None
            if kind == "var" and not module.callers and (variable := module.variable(name)) is not None:
                behind = variable.get("default")
            if behind is not None and id(behind) not in seen:
                seen.add(id(behind))
                pending.append(behind)
