"""IAM names that are hard-coded: what they are in every instance, and with a suffix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tffix import Attribute, Block, Module, Refused, evaluate, mentions, nodes, quote

from ._iam_kinds import Kind, is_demanded
from ._random_suffix import suffix_of

SHORTEST = 8
"""A literal part is not cut to less than this: the name would tell nothing."""


@dataclass(frozen=True, slots=True)
class HardCoded:
    """A name that is the same in every deployment. ``instances`` gives for every value that it has the index
    of the instance that has it (``[0]``; nothing where there is one block), None if that is not certain."""

    block: Block
    attribute: Attribute
    kind: Kind
    instances: Mapping[str, str | None]
    longest: int

    @property
    def inner(self) -> str:
        """What stands between the quotes."""
        return inner(self.attribute)


def inner(attribute: Attribute) -> str:
    expression = attribute.expression
    return expression.text[1:-1] if isinstance(expression, nodes.Template) else f"${{{expression.text}}}"


def hard_coded(block: Block, module: Module | None, kind: Kind) -> HardCoded | None:
    """The name of an IAM block, if it is hard-coded: nothing of it comes from outside of the block but local
    values and the index or key of an instance, and these are hard-coded too. The module decides them."""
    attribute = block.get("name")
    if attribute is None or not _is_closed(attribute, module):
        return None
    if any(node.is_heredoc for node in attribute.expression.find(nodes.Template)):
        return None  # its last newline is in the name, which AWS does not accept
    known = scopes(block, module)
    if known is None and "each" in _roots(attribute):
        return None
    # Where the count is not known, the name of the first instance speaks for all; three more digits fit.
    counted = known if known is not None else [(None, {"count": {"index": 0}})]
    values: dict[str, str | None] = {}
    for index, scope in counted:
        value = evaluate(attribute.expression, module, scope)
        if not isinstance(value, str) or not value or is_demanded(value):
            return None
        values[value] = None if value in values else index
    if not values:
        return None
    return HardCoded(block, attribute, kind, values, max(map(len, values)) + (3 if known is None else 0))


def is_keyed_from_outside(block: Block, module: Module) -> bool:
    """Whether a name is literal text with a key in it that a variable or another resource decides."""
    name = block.get("name")
    if name is None or not _is_closed(name, module) or "each" not in _roots(name):
        return False
    parts = name.expression.parts if isinstance(name.expression, nodes.Template) else ()
    texts = [part.value for part in parts if isinstance(part, nodes.TemplateLiteral)]
    return scopes(block, module) is None and any(map(str.isalnum, "".join(texts)))


def former_name(block: Block) -> str | None:
    """What a name was before a random suffix was put to it: literal text, then the suffix."""
    name = block.get("name")
    if name is None or suffix_of(name) is None:
        return None
    parts = name.expression.parts if isinstance(name.expression, nodes.Template) else ()
    if not all(isinstance(part, nodes.TemplateLiteral) for part in parts[:-1]):
        return None
    return "".join(part.value for part in parts[:-1] if isinstance(part, nodes.TemplateLiteral)).rstrip("-_.")


def suffixed(attribute: Attribute, longest: int, limit: int, reference: str, length: int) -> str:
    """The source of a name with a suffix, its literal text shortened if it would be too long.

    Raises Refused where that leaves too little of it.
    """
    text = inner(attribute)
    excess = longest + 1 + length - limit
    if excess > 0:
        text = _shortened(attribute, excess)
    separator = "" if text.endswith(("-", "_")) else "-"
    return f'"{text}{separator}${{{reference}}}"'


def _shortened(attribute: Attribute, excess: int) -> str:
    parts = attribute.expression.parts if isinstance(attribute.expression, nodes.Template) else ()
    texts = [part for part in parts if isinstance(part, nodes.TemplateLiteral)]
    part = max(texts, key=lambda text: len(text.text), default=None)
    if part is None or part.value != part.text:
        raise Refused("the name is too long for a suffix")
    words = part.text.rstrip("-_.")
    kept = words[:-excess].rstrip("-_.")
    if len(kept) < SHORTEST:
        raise Refused("the name is too long for a suffix")
    start, end = part.start + len(kept), part.start + len(words)
    source = attribute.expression.source
    return source[attribute.expression.start + 1 : start] + source[end : attribute.expression.end - 1]


def varies(attribute: Attribute) -> bool:
    """Whether a value is another one in each instance of its block."""
    return not {"each", "count"}.isdisjoint(_roots(attribute))


def _roots(attribute: Attribute) -> set[str]:
    return {node.root for node in attribute.expression.find(nodes.Traversal)}


def own_locals(attribute: Attribute, module: Module | None) -> list[Attribute]:
    """The local values that a value is made of, and those that these are made of."""
    found: dict[Attribute, None] = {}
    pending = [attribute]
    while pending and module is not None:
        for one in mentions(pending.pop().source):
            local = module.locals.get(one.address.parts[1]) if one.address.parts[0] == "local" else None
            if local is not None and local not in found:
                found[local] = None
                pending.append(local)
    return list(found)


def _is_closed(attribute: Attribute, module: Module | None) -> bool:
    """Whether a value is text that depends on nothing but local values and the instance."""
    expression = attribute.expression
    if isinstance(expression, nodes.Template):
        is_text = not expression.is_heredoc
    else:
        is_text = isinstance(expression, nodes.Traversal | nodes.Call)
    if module is None and mentions(attribute.source):
        return False
    return is_text and _roots(attribute) <= {"each", "count", "local"}


def scopes(block: Block, module: Module | None) -> list[tuple[str | None, dict[str, object]]] | None:
    """For every instance of a block its index and the names it gives values to; None if they are unknown."""
    count, for_each = block.get("count"), block.get("for_each")
    if count is not None:
        number = evaluate(count.expression, module)
        if not isinstance(number, int) or not 0 < number <= 1000:
            return None
        return [(f"[{index}]", {"count": {"index": index}}) for index in range(number)]
    if for_each is not None:
        values = evaluate(for_each.expression, module, partial=True)
        if not isinstance(values, dict | list) or not values:
            return None
        pairs = values.items() if isinstance(values, dict) else [(value, value) for value in values]
        if not all(isinstance(key, str) for key, _ in pairs):
            return None
        return [(f"[{quote(key)}]", {"each": {"key": key, "value": value}}) for key, value in pairs]
    return [("", {})]
