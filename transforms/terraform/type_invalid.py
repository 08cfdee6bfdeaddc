"""Type constraints that are not types."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    HclSyntaxError,
    Impact,
    Module,
    Transform,
    blocks,
    language,
    nodes,
    parse,
)

from ._language import is_modern, nearest

_PRIMITIVES = ("string", "number", "bool", "any")
_COLLECTIONS = ("list", "map", "set")
_LEGACY = ("string", "list", "map")  # what a rule of its own rewrites
_WORDS = (*_PRIMITIVES, *_COLLECTIONS, "object", "tuple")
_NAMES = {
    "str": "string",
    "text": "string",
    "boolean": "bool",
    "int": "number",
    "integer": "number",
    "float": "number",
    "array": "list",
    "dict": "map",
}
Fault = tuple[nodes.Expression, str, str]
"""A part of a type, what is wrong with it, and the type that was meant, if that is sure."""


class TypeInvalid(Transform):
    """A type constraint is not a type.

    What:
        Checks the `type` of variables and outputs: the words in it, and what `list`, `map`, `set`, `object`,
        `tuple` and `optional` need. A word with other capitals, such as `String`, or of another language,
        such as `boolean`, becomes Terraform's, types and names of attributes in quotes lose them, and `set`
        becomes `set(any)`, as `terraform fmt` writes it.

    Why:
        Terraform stops with "Invalid type specification" before it plans anything.

    Example:
        variable "enabled" {
          type = boolean
        }

    Becomes:
        variable "enabled" {
          type = bool
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Only reported: what is missing in a type. The quoted types `"string"`, `"list"` and `"map"` are
        rewritten by another rule. Silent for modules that ask for Terraform 0.11.

    Source:
        Terraform language documentation, "Type Constraints" and "Optional Object Type Attributes".
    """

    name = "terraform-type-invalid"
    impact = Impact.NONE
    watches = blocks("variable", "output")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        attribute = block.get("type")
        if attribute is None or attribute.source in _PRIMITIVES or not is_modern(module):
            return
        expression = attribute.expression
        text = expression.literal if isinstance(expression, nodes.Template) else None
        if text is not None:
            if text not in _LEGACY:
                yield _quoted(attribute, text)
            return
        for node, message, meant in _faults(expression):
            fix = partial(_replace, attribute, node.text, meant) if meant else None
            yield Finding(attribute, message, fix, within=node)


def _quoted(attribute: Attribute, text: str) -> Finding:
    if not _is_type(text):
        return Finding(attribute, f"{attribute.source} is not a type")
    return Finding(attribute, f"the type {attribute.source} is in quotes", partial(_unquote, attribute, text))


def _is_type(text: str) -> bool:
    try:
        parsed = parse(f"type = {text}\n".encode(), "type").body.get("type")
    except HclSyntaxError:
        return False
    return parsed is not None and parsed.source == text and not any(_faults(parsed.expression))


def _unquote(attribute: Attribute, text: str) -> None:
    if attribute.string == text:
        attribute.set(text)


def _replace(attribute: Attribute, old: str, new: str) -> None:
    found = attribute.expression.find(nodes.Expression, lambda node: node.text == old)
    attribute.replace(dict.fromkeys(found, new))


def _faults(expression: nodes.Expression) -> Iterator[Fault]:
    """What is wrong with a type, outermost first."""
    if isinstance(expression, nodes.Traversal) and expression.text in ("list", "map"):
        return  # of any type, as before Terraform 0.12
    if isinstance(expression, nodes.Traversal) and expression.text == "set":
        yield expression, "the type 'set' needs the type of what it contains: set(any)", "set(any)"
        return
    stack: list[tuple[nodes.Expression, bool]] = [(expression, False)]
    while stack:
        node, may_be_optional = stack.pop()
        if isinstance(node, nodes.Traversal):
            yield from _word(node)
        elif isinstance(node, nodes.Call):
            inner, fault = _call(node, may_be_optional)
            stack.extend(reversed(inner))
            if fault:
                yield node, fault, ""
            elif node.name == "object":
                yield from _quoted_names(node.arguments[0])
        else:
            yield node, f"{_shown(node)} is not a type", ""


def _word(node: nodes.Traversal) -> Iterator[Fault]:
    if node.text in _PRIMITIVES:
        return
    if node.text in _WORDS:
        yield (
            node,
            f"the type '{node.text}' needs the type of what it contains: {node.text}({_inner(node.text)})",
            "",
        )
        return
    meant = _NAMES.get(node.text.lower(), node.text.lower())
    is_sure = meant in _PRIMITIVES
    near = meant if meant in _WORDS else nearest(node.text, _WORDS)
    message = f"'{node.text}' is not a type" + (f"; did you mean '{near}'?" if near and not is_sure else "")
    yield node, message, meant if is_sure else ""


def _inner(word: str) -> str:
    return {"object": "{ … }", "tuple": "[ … ]"}.get(word, "…")


def _call(node: nodes.Call, may_be_optional: bool) -> tuple[list[tuple[nodes.Expression, bool]], str]:
    """The types in the call of a type's word, each with whether ``optional`` may be there, and what is wrong
    with the call itself."""
    given = node.arguments
    if node.name == "optional":
        if not may_be_optional:
            return [], "'optional' is only for the attributes of an object"
        if len(given) not in (1, 2):
            return [], "'optional' needs a type, and may have a default"
        return [(given[0], False)], ""
    if node.name not in _WORDS or node.name in _PRIMITIVES:
        return [], f"'{node.name}(…)' is not a type"
    if len(given) != 1:
        return [], f"'{node.name}' needs one argument: {node.name}({_inner(node.name)})"
    if node.name == "object":
        return _object(given[0])
    if node.name == "tuple":
        if not isinstance(given[0], nodes.Tuple):
            return [], "'tuple' needs a list of types: tuple([ … ])"
        return [(item, False) for item in given[0].items], ""
    return [(given[0], False)], ""


def _object(argument: nodes.Expression) -> tuple[list[tuple[nodes.Expression, bool]], str]:
    if not isinstance(argument, nodes.Object):
        return [], "'object' needs the types of its attributes: object({ … })"
    names = [item.name for item in argument.items]
    if None in names:
        return [], "the attributes of an object type must have literal names"
    again = next((name for number, name in enumerate(names) if name in names[:number]), None)
    inner = [(item.value, True) for item in argument.items]
    return inner, f"the attribute '{again}' is in the object type twice" if again else ""


def _quoted_names(argument: nodes.Expression) -> Iterator[Fault]:
    for key in (item.key for item in argument.items) if isinstance(argument, nodes.Object) else ():
        name = key.literal if isinstance(key, nodes.Template) else None
        if name is not None:
            message = f"the attribute {key.text} of an object type is in quotes"
            yield key, message, name if language.is_name(name) else ""


def _shown(node: nodes.Expression) -> str:
    return node.text if len(node.text) < 50 and "\n" not in node.text else "this"
