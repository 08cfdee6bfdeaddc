"""The ARNs of managed policies that an argument has in its instances, where they are not written in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tffix import Attribute, Block, Module, evaluate, nodes

_MAX_INSTANCES = 100


def arns_of_instances(attribute: Attribute, block: Block, module: Module) -> list[str]:
    """All values that are known: by `for_each` and `count`, locals, variables' defaults and the partition
    that a data source looks up, which counts as `aws`."""
    found: dict[str, None] = {}
    for scope in _scopes(block, module):
        value = evaluate(attribute.expression, module, scope, defaults=True, partial=True)
        items = value if isinstance(value, list) else [value]
        found.update(dict.fromkeys(item for item in items if isinstance(item, str)))
    return list(found)


def where_written(arn: str, attribute: Attribute, block: Block) -> tuple[Attribute, nodes.Template | None]:
    """The place of an ARN in a block's `for_each`, else the argument that takes it."""
    repeated = block.get("for_each")
    if repeated is not None:
        for node in repeated.expression.find(nodes.Template, lambda one: one.literal == arn):
            return repeated, node
    return attribute, None


def _scopes(block: Block, module: Module) -> Iterator[Mapping[str, Any]]:
    """What names are worth in each instance of a block."""
    partitions = {one.labels[1]: {"partition": "aws"} for one in module.blocks("data", "aws_partition")}
    known = {"data": {"aws_partition": partitions}} if partitions else {}
    callers = module.callers if "var." in block.text else []
    for given in [{"var": _given(call, caller, module)} for caller, call in callers] or [{}]:
        yield from _instances(block, module, {**known, **given})


def _given(call: Block, caller: Module, module: Module) -> dict[str, Any]:
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


def _instances(block: Block, module: Module, scope: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    repeated, counted = block.get("for_each"), block.get("count")
    if repeated is not None:
        value = evaluate(repeated.expression, module, scope, defaults=True, partial=True)
        items = list(value.items()) if isinstance(value, dict) else []
        items = [(one, one) for one in value] if isinstance(value, list) else items
        for key, item in items[:_MAX_INSTANCES]:
            yield {**scope, "each": {"key": key, "value": item}}
    elif counted is not None:
        number = evaluate(counted.expression, module, scope, defaults=True)
        for index in range(min(number, _MAX_INSTANCES) if isinstance(number, int) else 0):
            yield {**scope, "count": {"index": index}}
    else:
        yield scope
