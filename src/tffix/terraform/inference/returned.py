"""The types that functions return where they depend on the arguments, and which arguments they take then.

Each function below gets the abstract arguments and gives the type of the result. It raises UnsuitableError
for an argument that Terraform rejects whatever its value is.
Facts: Terraform language documentation, "Functions"; what `terraform validate` 1.11 says of wrong ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .abstract import Abstract, element_type
from .conversion import unify
from .types import (
    ANY,
    BOOL,
    NUMBER,
    STRING,
    Collection,
    ObjectType,
    Primitive,
    TupleType,
    Type,
    is_primitive,
    list_of,
    map_of,
    set_of,
    told,
)

Arguments = Sequence[Abstract]


class UnsuitableError(Exception):
    """An argument that a function does not take: its position and what is wanted in its place."""

    def __init__(self, position: int, wanted: str) -> None:
        super().__init__(wanted)
        self.position = position
        self.wanted = wanted


def _is_sequence(type_: Type) -> bool:
    return isinstance(type_, TupleType) or (isinstance(type_, Collection) and type_.kind != "map")


def _is_mapping(type_: Type) -> bool:
    return isinstance(type_, ObjectType) or (isinstance(type_, Collection) and type_.kind == "map")


def _sequence(arguments: Arguments, position: int, *, sets: bool = True) -> Type:
    type_ = arguments[position].type
    is_set = isinstance(type_, Collection) and type_.kind == "set"
    if type_ is not ANY and (not _is_sequence(type_) or (is_set and not sets)):
        raise UnsuitableError(position, "a list is required")
    return type_


def _mapping(arguments: Arguments, position: int) -> Type:
    type_ = arguments[position].type
    if type_ is not ANY and not _is_mapping(type_):
        raise UnsuitableError(position, "a map is required")
    return type_


def _concat(arguments: Arguments) -> Type:
    types = [_sequence(arguments, number, sets=False) for number in range(len(arguments))]
    if all(isinstance(one, Collection) for one in types):
        element = unify([element_type(one) for one in types])
        if element is not None:
            return list_of(element)
    if all(isinstance(one, TupleType) for one in types):
        return TupleType(tuple(item for one in types if isinstance(one, TupleType) for item in one.items))
    elements = {element_type(one) for one in types}
    return list_of(elements.pop()) if len(elements) == 1 else list_of(ANY)


def _merge(arguments: Arguments) -> Type:
    types = [_mapping(arguments, number) for number, one in enumerate(arguments) if not one.is_null]
    if types and all(isinstance(one, ObjectType) and not one.is_open for one in types):
        return ObjectType(
            {k: v for one in types if isinstance(one, ObjectType) for k, v in one.attributes.items()}
        )
    if types and all(isinstance(one, Collection) and one == types[0] for one in types):
        return types[0]
    return ANY


def _element(arguments: Arguments) -> Type:
    return element_type(_sequence(arguments, 0, sets=False))


def _keys(arguments: Arguments) -> Type:
    _mapping(arguments, 0)
    return list_of(STRING)


def _values(arguments: Arguments) -> Type:
    type_ = _mapping(arguments, 0)
    if isinstance(type_, ObjectType) and not type_.is_open:
        return TupleType(tuple(type_.attributes[name] for name in sorted(type_.attributes)))
    return list_of(element_type(type_))


def _lookup(arguments: Arguments) -> Type:
    inner = element_type(_mapping(arguments, 0))
    if any(one.type != inner for one in arguments[2:]):
        return ANY  # what is taken for a map may be an object that a for-expression makes: it has any types
    return inner if isinstance(arguments[0].type, Collection) else ANY


def _flatten(arguments: Arguments) -> Type:
    type_ = _sequence(arguments, 0)
    inner = element_type(type_)
    while isinstance(inner, Collection) and inner.kind != "map":
        inner = inner.element
    # What is not known to be no list may be one, and then its elements take its place.
    return list_of(inner if is_primitive(inner) or _is_mapping(inner) else ANY)


def _length(arguments: Arguments) -> Type:
    type_ = arguments[0].type
    if isinstance(type_, Primitive) and type_ not in (ANY, STRING):
        raise UnsuitableError(0, "a list, a map or a string is required")
    return NUMBER


def _contains(arguments: Arguments) -> Type:
    _sequence(arguments, 0)
    return BOOL


def _index(arguments: Arguments) -> Type:
    _sequence(arguments, 0, sets=False)
    return NUMBER


def _reversed(arguments: Arguments) -> Type:
    type_ = _sequence(arguments, 0)
    return TupleType(type_.items[::-1]) if isinstance(type_, TupleType) else list_of(element_type(type_))


def _distinct(arguments: Arguments) -> Type:
    return list_of(element_type(arguments[0].type))


def _slice(arguments: Arguments) -> Type:
    return list_of(element_type(_sequence(arguments, 0, sets=False)))


def _chunks(arguments: Arguments) -> Type:
    return list_of(list_of(element_type(arguments[0].type)))


def _set_of_all(arguments: Arguments) -> Type:
    types = {element_type(one.type) for one in arguments}
    return set_of(types.pop() if len(types) == 1 else ANY)


def _product(arguments: Arguments) -> Type:
    types = [_sequence(arguments, number) for number in range(len(arguments))]
    inner = TupleType(tuple(element_type(one) for one in types))
    is_set = types and all(isinstance(one, Collection) and one.kind == "set" for one in types)
    return set_of(inner) if is_set else list_of(inner)


def _one(arguments: Arguments) -> Type:
    return element_type(_sequence(arguments, 0))


def _sum(arguments: Arguments) -> Type:
    inner = element_type(_sequence(arguments, 0))
    if not (inner is ANY or is_primitive(inner)) or inner is BOOL:
        raise UnsuitableError(0, "a list of numbers is required")
    return NUMBER


def _coalesce(arguments: Arguments) -> Type:
    types = [one.type for one in arguments if not one.is_null]
    unified = unify(types)
    if unified is None:
        raise UnsuitableError(len(arguments) - 1, "all arguments must have one type")
    return unified


def _coalesce_lists(arguments: Arguments) -> Type:
    for number, argument in enumerate(arguments):
        if not argument.is_null:
            _sequence(arguments, number)
    return unify([one.type for one in arguments if not one.is_null]) or ANY


def _same(arguments: Arguments) -> Type:
    return arguments[0].type


def _to(wanted: Primitive) -> Callable[[Arguments], Type]:
    def returned(arguments: Arguments) -> Type:
        type_ = arguments[0].type
        compatible = type_ in (ANY, wanted) or (is_primitive(type_) and STRING in (type_, wanted))
        if not compatible and not arguments[0].is_null:
            raise UnsuitableError(0, f"{told(type_)} cannot become {told(wanted)}")
        return wanted

    return returned


def _to_list(arguments: Arguments) -> Type:
    return list_of(_unified_elements(arguments))


def _to_set(arguments: Arguments) -> Type:
    return set_of(_unified_elements(arguments))


def _unified_elements(arguments: Arguments) -> Type:
    if arguments[0].is_null:
        return ANY
    type_ = _sequence(arguments, 0)
    if isinstance(type_, TupleType):
        return _unified(type_.items)
    return element_type(type_)


def _to_map(arguments: Arguments) -> Type:
    if arguments[0].is_null:
        return map_of(ANY)
    type_ = _mapping(arguments, 0)
    if isinstance(type_, ObjectType) and not type_.is_open:
        return map_of(_unified(tuple(type_.attributes.values())))
    return map_of(element_type(type_))


def _unified(types: Sequence[Type]) -> Type:
    element = unify(types)
    if element is None:
        raise UnsuitableError(0, "all elements must have one type")
    return element


def _formatted(arguments: Arguments) -> Type:
    return STRING


def _formatted_list(arguments: Arguments) -> Type:
    return list_of(STRING)


def _number(arguments: Arguments) -> Type:
    return NUMBER


def _rendered(arguments: Arguments) -> Type:
    _mapping(arguments, 1)
    return ANY


def _rendered_text(arguments: Arguments) -> Type:
    _mapping(arguments, 1)
    return STRING


def _zipped(arguments: Arguments) -> Type:
    inner = element_type(_sequence(arguments, 1))
    return ANY if inner is ANY else map_of(inner)


RETURNED: dict[str, Callable[[Arguments], Type]] = {
    "chunklist": _chunks,
    "coalesce": _coalesce,
    "coalescelist": _coalesce_lists,
    "concat": _concat,
    "contains": _contains,
    "distinct": _distinct,
    "element": _element,
    "ephemeralasnull": _same,
    "flatten": _flatten,
    "format": _formatted,
    "formatlist": _formatted_list,
    "index": _index,
    "keys": _keys,
    "length": _length,
    "lookup": _lookup,
    "matchkeys": _distinct,
    "merge": _merge,
    "nonsensitive": _same,
    "one": _one,
    "parseint": _number,
    "reverse": _reversed,
    "sensitive": _same,
    "setintersection": _set_of_all,
    "setproduct": _product,
    "setsubtract": _set_of_all,
    "setunion": _set_of_all,
    "slice": _slice,
    "sum": _sum,
    "tobool": _to(BOOL),
    "tolist": _to_list,
    "tomap": _to_map,
    "tonumber": _to(NUMBER),
    "templatefile": _rendered,
    "templatestring": _rendered_text,
    "toset": _to_set,
    "tostring": _to(STRING),
    "values": _values,
    "zipmap": _zipped,
}
