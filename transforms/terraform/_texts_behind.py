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


def written_once(
    text: str, attribute: Attribute, block: Block, module: Module
) -> tuple[Attribute, nodes.Template] | None:
    """The one place behind an argument where a text is written; None if there is none or more than one."""
    found = [one for one in texts_behind(attribute, block, module) if one[1].literal == text]
    return found[0] if len(found) == 1 else None


def is_for_one(holder: Attribute, block: Block, module: Module) -> bool:
    """Whether what is written in an attribute is for one block only: it is in it, or in a local value or
    default that nothing else uses."""
    owner = holder.parent.owner if holder.parent is not None else None
    while owner is not None and owner.parent is not None and owner.parent.owner is not None:
        owner = owner.parent.owner
    if owner is None or owner is block:
        return owner is block
    name = f"local.{holder.name}" if owner.type == "locals" else f"var.{owner.labels[0]}"
    return all(one.block is block for one in module.references_to(name))
