"""What names are worth where a block is: in each of its instances, and for each caller of its module."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tffix import Attribute, Block, Module, evaluate, mentions, nodes

Scope = Mapping[str, Any]

_MAX_INSTANCES = 100


def values_of(attribute: Attribute, block: Block, module: Module, *, defaults: bool = True) -> list[Any]:
    """The values that an argument has in the instances of its block, as far as they are known: by `for_each`
    and `count`, by local values, and by what callers and files of values give to variables, or their
    defaults; without ``defaults``, whatever variables are. What a data source looks up as the partition
    counts as `aws`."""
    return [
        evaluate(attribute.expression, module, scope, defaults=defaults, partial=True)
        for scope in contexts(block, module, defaults=defaults)
    ]


def contexts(block: Block, module: Module, *, defaults: bool = True) -> Iterator[Scope]:
    """What is known of each instance of a block, with ``defaults`` for each caller. Nothing is known of the
    one that there is or may be."""
    partitions = {
        one.labels[1]: {"partition": "aws"} for one in module.blocks("data", "aws_partition") if one.labels
    }
    known = {"data": {"aws_partition": partitions}} if partitions else {}
    if not defaults:
        yield from instances(block, module, known)
        return
    callers = module.callers if "var." in block.text or "local." in block.text else []
    for given in [{"var": given_by(call, caller, module)} for caller, call in callers] or [{}]:
        yield from instances(block, module, {**known, **given}, defaults=True)


def given_by(call: Block, caller: Module, module: Module) -> dict[str, Any]:
    """The variables of a module as a call sets them."""
    found = {}
    for variable in module.blocks("variable"):
        name = variable.labels[0] if variable.labels else ""
        set_, default = call.get(name), variable.get("default")
        if set_ is not None:
            found[name] = evaluate(set_.expression, caller, defaults=True, partial=True)
        elif default is not None:
            found[name] = evaluate(default.expression, partial=True)
    return found


def instances(
    block: Block, module: Module, scope: Scope | None = None, *, defaults: bool = False
) -> Iterator[Scope]:
    """What is known of each instance of a block, beside what a scope has; the scope alone where the block is
    not repeated, or it is not known over what."""
    known = {} if scope is None else scope
    repeated, counted = block.get("for_each"), block.get("count")
    if repeated is not None:
        items = evaluate(repeated.expression, module, known, defaults=defaults, partial=True)
        pairs = _pairs(items)
        if pairs is not None:
            yield from ({**known, "each": {"key": key, "value": item}} for key, item in pairs)
            return
    elif counted is not None:
        number = evaluate(counted.expression, module, known, defaults=defaults)
        if isinstance(number, int):
            yield from ({**known, "count": {"index": index}} for index in range(min(number, _MAX_INSTANCES)))
            return
    yield known


def _pairs(items: Any) -> list[tuple[Any, Any]] | None:
    if isinstance(items, dict):
        return list(items.items())[:_MAX_INSTANCES]
    return [(one, one) for one in items[:_MAX_INSTANCES]] if isinstance(items, list) else None


def variables_behind(attribute: Attribute, module: Module) -> list[str]:
    """The variables that a value comes from, through local values, as they are named; those that only decide
    between values last."""
    found: dict[str, None] = {}
    deciding: dict[str, None] = {}
    pending, seen = [attribute], {attribute}
    while pending:
        holder = pending.pop(0)
        conditions = [one.condition for one in holder.expression.find(nodes.Conditional)]
        for one in mentions(holder.source):
            kind, name = one.address.parts[:2]
            decides = any(it.start <= one.node.start and one.node.end <= it.end for it in conditions)
            if kind == "var":
                (deciding if decides else found)[name] = None
            elif kind == "local" and (local := module.locals.get(name)) is not None and local not in seen:
                seen.add(local)
                pending.append(local)
    return list(found | deciding)


def origin(attribute: Attribute, block: Block, module: Module, value: object = None) -> str:
    """The variable that a value comes from, as `` (from var.zones)``, with the call that gives it; nothing if
    no variable decides it."""
    behind = [one for one in (attribute, block.get("for_each")) if one is not None]
    names = [name for one in behind for name in variables_behind(one, module)]
    for name in names:
        for caller, call in module.callers:
            given = call.get(name)
            known = None if given is None else evaluate(given.expression, caller, defaults=True, partial=True)
            if value is not None and (known == value or (isinstance(known, list) and value in known)):
                return f" (from var.{name} of module.{call.labels[0]} in {caller.path})"
    return f" (from var.{names[0]})" if names else ""
