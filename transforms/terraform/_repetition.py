"""Why nothing can be repeated over a value.

Facts: Terraform language documentation, "The for_each Meta-Argument", "The count Meta-Argument" and "dynamic
Blocks"; which values `terraform plan` 1.11 rejects.
"""

from __future__ import annotations

from tffix import inference

_LATER = "known only after the apply: use values that are in the configuration"


def bad_for_each(value: inference.Abstract) -> str:
    """Why a value cannot be that of ``for_each`` of a resource or module; nothing where it can be."""
    type_ = value.type
    if inference.SENSITIVE in value.marks:
        return "the value is sensitive, and its keys would be shown"
    if value.is_null:
        return "the value is null"
    if isinstance(type_, inference.types.TupleType) or _is(type_, "list"):
        return f"a map or a set of strings is required, not {inference.types.told(type_)}"
    if inference.types.is_primitive(type_):
        return f"a map or a set of strings is required, not {inference.types.told(type_)}"
    if _is(type_, "set"):
        return _bad_set(value, type_)
    return ""


def bad_before_apply(name: str, value: inference.Abstract) -> str:
    """Why a value of ``for_each`` or ``count`` is not known when the resources it depends on are not there
    yet; nothing where it is."""
    if name == "count":
        return f"the value is {_LATER}" if not value.is_known and value.is_later else ""
    is_set = _is(value.type, "set")
    items = value.value if is_set and isinstance(value.value, list) else []
    if (not value.is_known and value.is_later) or any(one.is_later for one in items):
        return f"{'elements of the set' if is_set else 'the keys'} are {_LATER}"
    return ""


def _bad_set(value: inference.Abstract, type_: inference.types.Type) -> str:
    assert isinstance(type_, inference.types.Collection)
    if type_.element not in (inference.types.STRING, inference.types.ANY):
        return f"a set of strings is required, not {inference.types.told(type_)}"
    items = value.value if isinstance(value.value, list) else []
    if any(one.is_null for one in items):
        return "an element of the set is null"
    return ""


def bad_count(value: inference.Abstract) -> str:
    """Why a value cannot be that of ``count``, which may be sensitive; nothing where it can be."""
    if value.is_null:
        return "the value is null"
    try:
        number = inference.convert(value, inference.types.NUMBER)
    except inference.NotConvertibleError as error:
        return error.message
    if number.is_known and (not isinstance(number.value, int) or number.value < 0):
        return f"{number.value} is not a number of instances"
    return ""


def bad_dynamic(value: inference.Abstract) -> str:
    """Why a value cannot be that of ``for_each`` of a ``dynamic`` block; nothing where it can be."""
    if value.is_null:
        return "the value is null"
    if inference.types.is_primitive(value.type):
        return f"a list, a set or a map is required, not {inference.types.told(value.type)}"
    return ""


def _is(type_: inference.types.Type, kind: str) -> bool:
    return isinstance(type_, inference.types.Collection) and type_.kind == kind
