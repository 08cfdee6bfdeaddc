"""What is known of a value's type before Terraform runs, and whether it can become one of another type.

Facts: Terraform language documentation, "Type Conversion": numbers, bools and strings convert where the text
is that of one; a collection never becomes a primitive value, nor the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Block, Module, evaluate, inference, mentions, nodes, schemas

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_PRIMITIVE = ("string", "number", "bool")


def mismatch(node: nodes.Expression, type_: object) -> str:
    """What a literal is that cannot become a value of ``type_`` (Terraform's JSON form), such as ``a
    string``; nothing where it can, and where the value is not known before Terraform runs."""
    node = nodes.inside(node)
    if isinstance(node, nodes.Literal):
        return _primitive(node.value, type_)
    if isinstance(node, nodes.Template):
        if isinstance(type_, list):
            # A string of one interpolation only is that value, whatever its type.
            return "" if is_wrapped(node) else "a string"
        return "" if node.literal is None else _primitive(node.literal, type_)
    if isinstance(node, nodes.Tuple):
        if type_ == "dynamic" or _is(type_, "tuple"):
            return ""
        element = element_type(type_)
        if element is None or _is(type_, "map"):
            return "a list"
        return next((f"a list with {found}" for item in node.items if (found := mismatch(item, element))), "")
    if isinstance(node, nodes.Object):
        if type_ == "dynamic" or _is(type_, "map", "object"):
            return ""
        return "an object"
    return ""


def is_wrapped(node: nodes.Template) -> bool:
    """Whether a string is one interpolation and nothing else: ``"${var.x}"``."""
    return len(node.parts) == 1 and isinstance(node.parts[0], nodes.Interpolation) and not node.is_heredoc


def element_type(type_: object) -> object | None:
    """The type of the elements of a list, set or map."""
    return type_[1] if isinstance(type_, list) and _is(type_, "list", "set", "map") else None


def is_primitive(type_: object) -> bool:
    return type_ in _PRIMITIVE


def type_of(node: nodes.Expression, module: Module) -> object | None:
    """The type of a value as far as it is certain, in Terraform's JSON form; ``["tuple"]`` and ``["object"]``
    for what is written out."""
    value = inference.infer_part(node, module)
    return None if value.is_null else inference.types.to_json(value.type)


def _referred(
    node: nodes.Traversal, module: Module
) -> tuple[tuple[nodes.Step, ...], list[schemas.Attribute]]:
    """The steps after the address of a declared resource, and the attribute that they name, in all versions
    that count; none if they name something deeper."""
    found = mentions(node.text)
    # The first mention may stand in an index of something else.
    block = module.get(found[0].address) if found and found[0].node.start == 0 else None
    if not isinstance(block, Block) or block.type not in ("resource", "data", "ephemeral"):
        return (), []
    steps = node.steps[found[0].length - 1 :]
    names = [step for step in steps if isinstance(step, nodes.GetAttribute)]
    judged = schemas.judged(block, module)
    if judged is None or len(names) != 1 or names[0] is not steps[-1]:
        return steps, []
    name = names[0].name
    return steps, [one.attributes[name] for one in judged.schemas if name in one.attributes]


def booleans(node: nodes.Expression, module: Module) -> Iterator[nodes.Expression]:
    """The parts of a value, in lists and arms of conditions too, that are surely true or false."""
    stack = [node]
    while stack:
        one = nodes.inside(stack.pop())
        if isinstance(one, nodes.Tuple):
            stack += reversed(one.items)
        elif isinstance(one, nodes.Conditional):
            stack += (one.no, one.yes)
        elif isinstance(evaluate(one, module, defaults=True), bool) or type_of(one, module) == "bool":
            yield one


def is_surely_set(node: nodes.Expression, module: Module) -> bool:
    """Whether a value cannot be null or empty: written out, or an attribute that every resource has."""
    node = nodes.inside(node)
    if isinstance(node, nodes.Literal):
        return node.value not in (None, False)
    if isinstance(node, nodes.Traversal):
        _, known = _referred(node, module)
        return bool(known) and all(one.required or one.computed for one in known)
    return isinstance(node, nodes.Template | nodes.Tuple | nodes.Object) and bool(node.children)


def told(type_: object) -> str:
    """A type as messages name it: ``a number``, ``a list of string``."""
    if isinstance(type_, list):
        if type_[0] in ("list", "set", "map"):
            inner = type_[1] if isinstance(type_[1], str) else "objects"
            return f"a {type_[0]} of {inner}"
        return "an object" if type_[0] == "object" else "a list"
    return f"a {type_}"


def _primitive(value: str | int | float | bool | None, type_: object) -> str:
    if value is None or type_ == "dynamic":
        return ""
    if isinstance(value, bool):
        return "" if type_ in ("bool", "string") else "a bool"
    if isinstance(value, str):
        if type_ == "number":
            return "" if _NUMBER.fullmatch(value) else f'"{value}"'
        if type_ == "bool":
            return "" if value in ("true", "false", "1", "0") else f'"{value}"'
        return "" if type_ == "string" else "a string"
    return "" if type_ in ("number", "string") else "a number"


def _is(type_: object, *kinds: str) -> bool:
    return isinstance(type_, list) and type_[0] in kinds
