"""What stands in the way of another name for an IAM entity."""

from __future__ import annotations

import re

from tffix import Address, Attribute, Module, Refused, evaluate, providers

from ._dependencies import decides_instances
from ._iam_bearers import bearers_of
from ._iam_computed import computed
from ._iam_mentions import (
    NameMention,
    address_within,
    find_mentions,
    hints_of_uses,
    is_replaceable,
    named,
    needles,
)
from ._iam_names import HardCoded, suffixed, varies
from ._iam_repository import makes_its_own, mentioned_around
from ._random_suffix import BYTES, obstacle
from ._words import tied_mentioning


def hindrance(found: HardCoded, module: Module) -> str:
    """Why the name cannot be changed here, or nothing."""
    address = Address.of(found.block)
    assert address is not None
    if module.unseen:
        return f"{module.unseen} cannot be read and may mention it"
    if any(reference.block.type == "import" for reference in module.references_to(address)):
        return "an import block takes over an entity that exists"
    if any(_is_true(block.get("prevent_destroy")) for block in found.block.blocks("lifecycle")):
        return "prevent_destroy forbids a new name"
    if decides_instances(module, address, "name"):
        return "a count or for_each depends on it and must be known before the apply"
    if reason := obstacle(module) or _shared(found, module):
        return reason
    try:
        suffixed(found.attribute, found.longest, found.kind.limit, "", 2 * BYTES)
    except Refused as refusal:
        return str(refusal)
    return _among_mentions(found, module) or _elsewhere(found, module)


def _among_mentions(found: HardCoded, module: Module) -> str:
    """Which mention of the name in the module cannot follow it, or may mean something else; or nothing."""
    entity = named(found)
    mentioned = list(find_mentions(entity, module))
    certain = [mention for mention in mentioned if mention.is_certain]
    if certain and (twin := _twin(found, module)):
        return f"{twin} has this name too, and {_where(certain[0], module)} may mean either"
    for mention in mentioned:
        if not mention.is_certain:
            return f"{_where(mention, module)} may mean it too"
        if not is_replaceable(mention, entity, module):
            return f"{_where(mention, module)} names it too, where no reference can be written"
    for reference in hints_of_uses(entity, module):
        line = module.place(reference.attribute)[1]
        return f"{Address.of(reference.block) or reference.block.type} (line {line}) may mean it too"
    for use in computed(found, module):
        if not use.reference or providers.provider_of(use.block) != providers.provider_of(found.block):
            line = module.place(use.attribute)[1]
            return f"{Address.of(use.block)} (line {line}) works out this name by itself"
    return ""


def _shared(found: HardCoded, module: Module) -> str:
    """Tells that several instances have one name, which a suffix would not mend; or nothing."""
    repeated = found.block.get("count") or found.block.get("for_each")
    if repeated is None or varies(found.attribute):
        return ""
    value = evaluate(repeated.expression, module)
    count = len(value) if isinstance(value, list | tuple | dict | set | frozenset) else value
    if not isinstance(count, int | float) or isinstance(count, bool) or count <= 1:
        return ""
    return f"its {count:.0f} instances share it; give each its own, by count.index or each.key"


def _twin(found: HardCoded, module: Module) -> Address | None:
    """Another block that may bear the same name."""
    for name in found.instances:
        for block in bearers_of(found.block.labels[0], name, module):
            if block is not found.block:
                return Address.of(block)
    return None


def _elsewhere(found: HardCoded, module: Module) -> str:
    """Where the name is mentioned out of the reach of a fix, or nothing."""
    entity = named(found)
    for other in tied_mentioning(needles(entity), module):
        if makes_its_own(found, other):
            continue
        for mention in find_mentions(entity, other):
            inside = f" in {other.path}" if other.path != "." else ""
            return f"{_where(mention, other)}{inside} names it too"
    for name in found.instances:
        bare = rf"(?<![\w+.@-]){re.escape(name)}(?![\w+.@-])"
        for file, text in sorted(module.opaque.items()):
            # What a name means in a file that cannot be parsed cannot be told.
            hint = "" if file in module.unreadable else rf"(?i:{found.kind.hint})[^\n]*"
            if re.search(hint + bare, text):
                return f"{file} names it too"
    return mentioned_around(found, module)


def _where(mention: NameMention, module: Module) -> str:
    return f"{address_within(mention) or mention.block.type} (line {module.place(mention.attribute)[1]})"


def _is_true(attribute: Attribute | None) -> bool:
    return attribute is not None and attribute.boolean is True
