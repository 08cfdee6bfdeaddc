"""Takes values that are sensitive out of a plan in Terraform's own format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tffix.terraform.secrets import is_secret_name

MASK: Final = "(sensitive value)"
_MARKS: Final = {
    "before": "before_sensitive",
    "after": "after_sensitive",
    "values": "sensitive_values",
    "value": "sensitive",
}
"""Where a value is, and beside it what of it is sensitive."""


def masked(document: Mapping[str, Any]) -> dict[str, Any]:
    """The same plan without the values that Terraform marks, of variables that are declared sensitive, and
    of what has the name of a secret."""
    found: dict[str, Any] = _masked(document)
    variables = document.get("configuration", {}).get("root_module", {}).get("variables", {})
    for name, one in found.get("variables", {}).items():
        if variables.get(name, {}).get("sensitive"):
            one["value"] = MASK
    for name, one in _variables(found):
        if one.get("sensitive") or is_secret_name(name):
            one.update({"default": MASK} if "default" in one else {})
    return found


def _variables(node: Any) -> list[tuple[str, dict[str, Any]]]:
    """The declarations of variables in a configuration, of the modules that it calls too."""
    found: list[tuple[str, dict[str, Any]]] = []
    module = node.get("configuration", {}).get("root_module", {})
    waiting = [module]
    while waiting:
        one = waiting.pop()
        found += one.get("variables", {}).items()
        waiting += [call.get("module", {}) for call in one.get("module_calls", {}).values()]
    return found


def _masked(node: Any) -> Any:
    if isinstance(node, list):
        return [_masked(one) for one in node]
    if not isinstance(node, dict):
        return node
    result: dict[str, Any] = {}
    for key, value in node.items():
        mark = node.get(_MARKS.get(key, ""))
        if mark is not None:
            value = covered(value, mark)
        result[key] = _hidden(value) if is_secret_name(key) else _masked(value)
    return result


def _hidden(value: Any) -> Any:
    """What has the name of a secret: a text, or in a configuration the expression that it is."""
    if isinstance(value, dict) and "constant_value" in value:
        return {"constant_value": MASK}
    return MASK if isinstance(value, str) else _masked(value)


def covered(value: Any, mark: Any) -> Any:
    """A value without what a mark of the same form says is sensitive."""
    if mark is True:
        return None if value is None else MASK
    if isinstance(value, dict) and isinstance(mark, dict):
        return {key: covered(one, mark.get(key)) for key, one in value.items()}
    if isinstance(value, list) and isinstance(mark, list):
        marks = [*mark, *[None] * len(value)]
        return [covered(one, of) for one, of in zip(value, marks, strict=False)]
    return value
