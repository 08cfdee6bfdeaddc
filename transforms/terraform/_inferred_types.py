"""The type that a variable's default, its uses and the values that callers give it agree on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tffix import (
    Address,
    Block,
    HclSyntaxError,
    Module,
    Reference,
    evaluate,
    is_tested,
    nodes,
    parse,
    schemas,
    units_of,
)

_PRIMITIVES = ("string", "number", "bool")
_OF_TEXT = frozenset(
    (
        "abspath",
        "basename",
        "dirname",
        "file",
        "filebase64",
        "filebase64sha256",
        "fileexists",
        "filemd5",
        "filesha256",
        "jsondecode",
        "pathexpand",
        "templatefile",
        "yamldecode",
    )
)
"""Functions whose first argument is a text that a number or a bool is not: a path, or what is decoded."""


def inferred(variable: Block, module: Module) -> str | None:
    """The source of a type constraint, or None where the evidence does not decide."""
    default = variable.get("default")
    type_ = None
    if default is not None:
        value = evaluate(default.expression)
        type_ = _type_of(value)
        if type_ is None and value not in (None, [], {}):
            return None
        if type_ is None:
            type_ = _by_use(variable, module)
            if type_ is None or not _is_of(type_, value):
                return None
    else:
        type_ = _by_use(variable, module)
    if type_ is None or not _survives(variable, type_, module):
        return None
    return type_


def shown_type(variable: Block, module: Module) -> str | None:
    """The source of a collection's type constraint that all evidence agrees on: the default, the values that
    are given, the arguments that it is used for. None where there is none, or not enough is known."""
    default = variable.get("default")
    values = [evaluate(default.expression)] if default is not None else []
    values += given(variable.labels[0], module)
    used = _by_use(variable, module)
    if used is not None:  # of a value that is not known the use says enough
        values = [one for one in values if one is None or isinstance(one, str | int | float | list | dict)]
    shown = {_type_of(value) for value in values if value not in (None, [], {})}
    shown |= {used} if used is not None else set()
    if len(shown) != 1 or is_tested(variable.labels[0], module):
        return None
    looks_inside = any(len(one.node.steps) > 2 for one in _references(variable, module))
    return None if looks_inside else shown.pop()


def _type_of(value: Any) -> str | None:
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, str):
        return "string"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, list | dict) and value:
        kinds = {_type_of(one) for one in (value.values() if isinstance(value, dict) else value)}
        kind = kinds.pop() if len(kinds) == 1 else None
        if kind in _PRIMITIVES:
            return f"{'map' if isinstance(value, dict) else 'list'}({kind})"
    return None


def _is_of(type_: str, empty: Any) -> bool:
    """Whether an empty default can be of a type."""
    kinds = ("list(", "set(") if isinstance(empty, list) else ("map(", "object(")
    return empty is None or type_.startswith(kinds)


def _by_use(variable: Block, module: Module) -> str | None:
    """The type that all uses of a variable have."""
    uses = [_used_as(one, module) for one in _references(variable, module)]
    return uses[0] if uses and len(set(uses)) == 1 else None


def _used_as(reference: Reference, module: Module) -> str | None:
    expression = reference.attribute.expression
    if _bare(expression) is not reference.node:
        in_text = (
            part
            for template in expression.find(nodes.Template, lambda one: len(one.parts) > 1)
            for part in template.parts
        )
        is_text = any(isinstance(p, nodes.Interpolation) and p.expression is reference.node for p in in_text)
        calls = expression.find(nodes.Call, lambda one: one.name in _OF_TEXT)
        is_text = is_text or any(one.arguments and _bare(one.arguments[0]) is reference.node for one in calls)
        return "string" if is_text and not reference.rest else None
    if reference.rest:
        return None
    name, block = reference.attribute.name, reference.block
    if block.type == "module" and reference.attribute.parent is block.body:
        child = module.children.get(block.labels[0])
        declared = child.variable(name) if child is not None else None
        type_ = declared.get("type") if declared is not None else None
        return type_.source if type_ is not None and "\n" not in type_.source else None
    for site in schemas.sites(block, module):
        if site.body is reference.attribute.parent:
            attribute = site.attribute(name)
            return None if attribute is None else _written(attribute.type)
    return None


def _bare(node: nodes.Expression) -> nodes.Expression:
    """An expression without the ``"${ }"`` that Terraform 0.11 needed around it."""
    if isinstance(node, nodes.Template) and len(node.parts) == 1 and not node.is_heredoc:
        part = node.parts[0]
        return part.expression if isinstance(part, nodes.Interpolation) else node
    return node


def _written(type_: Any) -> str | None:
    """A provider's type as a constraint; a set is written as the list that people give."""
    if isinstance(type_, str):
        return type_ if type_ in _PRIMITIVES else None
    kind = {"set": "list"}.get(type_[0], type_[0])
    inner = _written(type_[1]) if kind in ("list", "map") else None
    return f"{kind}({inner})" if inner in _PRIMITIVES else None


def _survives(variable: Block, type_: str, module: Module) -> bool:
    """Whether every value, use and comparison that is known goes on as before under a type."""
    for reference in _references(variable, module):
        used = _used_as(reference, module)
        if used is not None and ("(" in used) != ("(" in type_):  # a list is given in place of the default
            return False
        for operation in reference.attribute.expression.find(nodes.Binary):
            sides = (operation.left, operation.right)
            if operation.operator in ("==", "!=") and reference.node in sides:
                other = sides[reference.node is operation.left]
                if not _compares(other, type_):
                    return False
    if is_tested(variable.labels[0], module):
        return False
    return all(fits(value, type_) for value in given(variable.labels[0], module))


def _compares(other: nodes.Expression, type_: str) -> bool:
    if isinstance(other, nodes.Literal):
        return other.value is None or _type_of(other.value) == type_
    if isinstance(other, nodes.Template):
        return type_ == "string"
    return not isinstance(other, nodes.Tuple | nodes.Object)


def given(name: str, module: Module) -> Iterator[Any]:
    """The values that callers, files of variable values and Terragrunt give a variable."""
    for caller, call in module.callers:
        argument = call.get(name)
        if argument is not None:
            yield evaluate(argument.expression, caller)
    for file, text in module.opaque.items():
        if file.endswith(".tfvars") and name in text:
            try:
                argument = parse(text.encode("utf-8"), file).body.get(name)
            except HclSyntaxError:
                argument = None
            if argument is not None:
                yield evaluate(argument.expression)
    for unit in units_of(module):
        if name in unit.inputs:
            yield unit.inputs[name]


def fits(value: Any, type_: str) -> bool:
    """Whether Terraform takes a value for a type. A value that is not known fits a primitive one."""
    if value is None:
        return True
    kind, _, inner = type_.removesuffix(")").partition("(")
    if kind == "list":
        return isinstance(value, list) and all(fits(one, inner) for one in value)
    if kind == "map":
        return isinstance(value, dict) and all(fits(one, inner) for one in value.values())
    if isinstance(value, list | dict):
        return False
    if isinstance(value, bool):
        return kind in ("bool", "string")
    if isinstance(value, int | float):
        return kind in ("number", "string")
    if isinstance(value, str):
        is_bool = kind == "bool" and value in ("true", "false")
        return kind == "string" or is_bool or (kind == "number" and value.lstrip("-").isdigit())
    return kind in _PRIMITIVES


def _references(variable: Block, module: Module) -> list[Reference]:
    found = module.references_to(Address(("var", *variable.labels)))
    return [one for one in found if one.block is not variable]


__all__ = ["fits", "given", "inferred"]
