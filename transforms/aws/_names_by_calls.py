"""Names that a module gives to more than one thing because it is called more than once."""

from __future__ import annotations

import re
from collections.abc import Hashable

from tffix import Block, Module, evaluate, mentions

from ._name_parts import Hole, Parts, joined, parts_of
from ._unique_names import is_repeated, is_varying

_VARIABLE = re.compile(r"var\.([\w-]+)")
_CHOICE = re.compile(r"\?|\bif\b|\bcompact\b|\bslice\b|\btry\b|\[\s*\]|\{\s*\}|\.\.\.")
"""What may leave a `for_each` with one key, or none."""


def calls_that_share(parts: Parts, module: Module, is_global: bool) -> str:
    """The calls of one configuration that give one name to something each; nothing if none do. Names that are
    not unique in all of AWS are shared only under the same providers."""
    return _shared(tuple(parts), module, is_global, set())


def _shared(parts: Parts, module: Module, is_global: bool, seen: set[str]) -> str:
    seen.add(module.path)
    given: dict[Hashable, Block] = {}
    for caller, call in module.callers:
        known = _in_caller(parts, call, caller, module)
        if known is None or is_varying(known):
            continue
        if told := instances_of(call, caller):
            return f"{told} of module.{call.labels[0]}"
        if not is_repeated(call):
            key = (caller.path, known, "" if is_global else _providers(call))
            if key in given:
                return f"module.{given[key].labels[0]} and module.{call.labels[0]}"
            given[key] = call
        if caller.path not in seen and (above := _shared(known, caller, is_global, seen)):
            return above
    return ""


def _in_caller(parts: Parts, call: Block, caller: Module, module: Module) -> Parts | None:
    """What a name is made of as the caller sees it; None if more than variables are in it."""
    found: list[str | Hole] = []
    for part in parts:
        if isinstance(part, str):
            found.append(part)
            continue
        match = _VARIABLE.fullmatch(part.source)
        given = call.get(match[1]) if match else None
        variable = module.variable(match[1]) if match else None
        default = variable.get("default") if variable is not None else None
        if given is not None:
            found += parts_of(given.expression, caller)
        elif default is not None and default.string is not None:
            found.append(default.string)
        else:
            return None
    return joined(found)


def instances_of(block: Block, module: Module) -> str:
    """The instances of a block, as a person says it, if it is certain that there may be several: ``the 3
    instances``; nothing else."""
    number = len(keys_of(block, module) or keys_of(block, module, defaults=True))
    if number > 1:
        return f"the {number} instances"
    for_each = block.get("for_each")
    if for_each is None or number == 1 or _may_be_one(for_each.source, module):
        return ""
    return "the instances"


def keys_of(block: Block, module: Module, *, defaults: bool = False) -> list[str]:
    """The keys or numbers of a block's instances, as far as they are known."""
    count, for_each = block.get("count"), block.get("for_each")
    if count is not None:
        number = evaluate(count.expression, module, defaults=defaults)
        is_known = isinstance(number, int) and not isinstance(number, bool) and 0 < number <= 1000
        return [str(index) for index in range(number)] if is_known else []
    values = (
        evaluate(for_each.expression, module, defaults=defaults, partial=True)
        if for_each is not None
        else None
    )
    return [str(one) for one in values] if isinstance(values, dict | list) else []


def _may_be_one(source: str, module: Module) -> bool:
    """Whether a `for_each` may be there to make one instance or none: it chooses, or is not a variable's."""
    named = [one.address.parts for one in mentions(source)]
    if _CHOICE.search(source) or not named or any(one[0] not in ("var", "local") for one in named):
        return True
    locals_ = [module.locals.get(one[1]) for one in named if one[0] == "local"]
    return any(one is None or _may_be_one(one.source, module) for one in locals_)


def _providers(call: Block) -> str:
    attribute = call.get("providers")
    return "" if attribute is None else " ".join(attribute.source.split())
