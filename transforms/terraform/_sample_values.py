"""Values to try a module with: one for each variable that has none of its own."""

from __future__ import annotations

import re

from tffix import Block, Module, evaluate, nodes, parse_expression, quote

_NUMBERS = (1, 2, 3)
"""How many items a list has: as many as the zones that lists of subnets go with."""
_ARN = "arn:aws:iam::123456789012:role/example-{0}"
_PLAIN = "example-{0}"
_BY_WORD = (
    ({"cidr", "cidrs"}, "10.{0}.0.0/16"),
    ({"arn", "arns"}, _ARN),
    ({"id", "ids"}, _PLAIN),
    ({"region", "regions"}, "us-east-{0}"),
    ({"az", "azs", "availability"}, "us-east-1{1}"),
    ({"account", "accounts"}, "12345678901{0}"),
    ({"email", "emails"}, "someone-{0}@example.com"),
    ({"domain", "domains", "fqdn", "hostname"}, "{1}.example.com"),
)
"""What text stands for a variable with a word in its name; the first that fits."""


def sample(variable: Block, module: Module) -> str | None:
    """The source of a value that a variable takes, by its type, name and validations, if one is known."""
    type_ = variable.get("type")
    name = variable.labels[0]
    first = _PLAIN.format(1) if type_ is None else None
    source = quote(first) if first else _of_type(type_.expression, name, 1) if type_ is not None else None
    if source is None:
        return None
    conditions = [
        one.expression for child in variable.blocks("validation") if (one := child.get("condition"))
    ]
    candidates = [source]
    if source.startswith('"') or source.isdigit():
        found = (node for one in conditions for node in one.walk())
        candidates += [node.text for node in found if isinstance(node, nodes.Template | nodes.Literal)]
    return next((one for one in candidates if _passes(one, name, conditions, module)), None)


def _passes(source: str, name: str, conditions: list[nodes.Expression], module: Module) -> bool:
    value = evaluate(parse_expression(source))
    return all(evaluate(one, module, {"var": {name: value}}) is True for one in conditions)


def _of_type(type_: nodes.Expression, name: str, number: int) -> str | None:
    """A value of a type: the ``number``-th of those that differ."""
    if isinstance(type_, nodes.Traversal):
        values = {"string": quote(_text(name, number)), "number": str(number), "bool": "true"}
        return values.get(type_.text)
    if not isinstance(type_, nodes.Call) or len(type_.arguments) != 1:
        return None
    inner = type_.arguments[0]
    if type_.name == "object" and isinstance(inner, nodes.Object):
        return _object(inner, number)
    if type_.name == "tuple" and isinstance(inner, nodes.Tuple):
        return _joined([_of_type(one, name, number) for one in inner.items])
    if type_.name in ("list", "set"):
        return _joined([_of_type(inner, name, one) for one in _NUMBERS])
    value = _of_type(inner, name, number) if type_.name == "map" else None
    return None if value is None else f"{{ example = {value} }}"


def _object(type_: nodes.Object, number: int) -> str | None:
    parts = []
    for item in type_.items:
        if isinstance(item.value, nodes.Call) and item.value.name == "optional":
            continue
        value = _of_type(item.value, item.name, number) if item.name is not None else None
        if value is None:
            return None
        parts.append(f"{item.name} = {value}")
    return f"{{ {', '.join(parts)} }}" if parts else "{}"


def _joined(values: list[str | None]) -> str | None:
    known = [one for one in values if one is not None]
    return f"[{', '.join(known)}]" if len(known) == len(values) else None


def _text(name: str, number: int) -> str:
    words = set(re.split(r"[^a-z0-9]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()))
    form = next((form for some, form in _BY_WORD if words & some), _PLAIN)
    return form.format(number, "abc"[number - 1])
