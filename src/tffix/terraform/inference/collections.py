"""Tuples, objects, and loops that make them of others."""

from __future__ import annotations

from collections.abc import Sequence

from ...hcl.nodes import Expression, For, Literal, Object, ObjectItem, Traversal, Tuple
from .abstract import ANYTHING, NO_MARKS, Abstract, element_type, object_of, primitive, tuple_of, unknown
from .evaluation import Evaluation, Scope
from .problems import Certainty, Kind
from .types import (
    ANY,
    BOOL,
    NUMBER,
    STRING,
    Collection,
    ObjectType,
    Primitive,
    TupleType,
    list_of,
    map_of,
    told,
)

_ROUNDS = 200
"""Rounds of a loop that are evaluated one by one."""


def tuple_(run: Evaluation, node: Tuple, scope: Scope) -> Abstract:
    """`[items]`."""
    return tuple_of([run.of(item, scope) for item in node.items])


def object_(run: Evaluation, node: Object, scope: Scope) -> Abstract:
    """`{ key = value }`."""
    found: dict[str, Abstract] = {}
    is_whole, marks = True, NO_MARKS
    for item in node.items:
        key = _key(run, item, scope)
        value = run.of(item.value, scope)
        if not key.is_known:
            is_whole = False
            continue
        marks |= key.marks
        name = str(key.value)
        if name in found:
            run.wrong(
                item.key, Kind.KEY, f"key '{name}' is set twice: the last value counts", Certainty.VALUE
            )
        found[name] = value
    if is_whole:
        return object_of(found).marked(marks)
    return unknown(ObjectType({name: one.type for name, one in found.items()}, is_open=True), marks)


def _key(run: Evaluation, item: ObjectItem, scope: Scope) -> Abstract:
    key = item.key
    if isinstance(key, Traversal) and not key.steps:
        return primitive(key.root)
    if isinstance(key, Literal) and (key.value is None or isinstance(key.value, bool)):
        return primitive(key.text)
    return run.operand(key, scope, STRING, "the key")


def rounds(
    run: Evaluation, node: Expression, names: Sequence[str], scope: Scope
) -> tuple[Abstract, list[dict[str, Abstract]]]:
    """A collection and what the names of a loop over it are bound to in each round; one round with what
    all elements have in common, where they are not known."""
    collection = run.of(node, scope)
    type_ = collection.type
    if collection.is_null:
        run.wrong(node, Kind.OPERAND, "a loop cannot go through null", Certainty.VALUE)
        collection = ANYTHING
    elif isinstance(type_, Primitive) and type_ is not ANY:
        message = f"a loop goes through a list, a set, a map or an object, not {told(type_)}"
        run.wrong(node, Kind.OPERAND, message, Certainty.TYPE)
        collection = ANYTHING
    pairs = _pairs(collection)
    if len(pairs) > _ROUNDS:
        collection = unknown(collection.type, collection.marks)
        pairs = _pairs(collection)
    return collection, [dict(zip(names, pair[-len(names) :], strict=True)) for pair in pairs]


def looped(collection: Abstract) -> Certainty:
    """What is certain in a loop: only types, where it is not known whether it has a round at all."""
    is_known = isinstance(collection.value, list | dict) or isinstance(collection.type, TupleType)
    return Certainty.VALUE if is_known else Certainty.TYPE


def for_expression(run: Evaluation, node: For, scope: Scope) -> Abstract:
    """A loop that makes a tuple or an object."""
    collection, all_bound = rounds(run, node.collection, node.names, scope)
    limit = looped(collection)
    is_certain = limit is Certainty.VALUE
    results: list[tuple[Abstract | None, Abstract]] = []
    marks = collection.marks
    for bound in all_bound:
        inner = {**scope, **bound}
        taken: object = True
        if node.condition is not None:
            with run.only(Certainty.VALUE if limit is Certainty.VALUE else Certainty.TYPE):
                condition = run.operand(node.condition, inner, BOOL, "the condition")
            marks |= condition.marks
            taken = condition.value
        if taken is False:
            continue
        is_certain = is_certain and taken is True
        with run.only(limit), run.only(Certainty.VALUE if taken is True else Certainty.TYPE):
            key = None if node.key is None else run.operand(node.key, inner, STRING, "the key")
            results.append((key, run.of(node.value, inner)))
    return _collected(run, node, results, is_certain).marked(marks) if all_bound or is_certain else ANYTHING


def _collected(
    run: Evaluation, node: For, results: list[tuple[Abstract | None, Abstract]], is_certain: bool
) -> Abstract:
    """What a for-expression makes of the results of its rounds."""
    values = [value for _, value in results]
    is_later = any(value.is_later for value in values)
    types = {value.type for value in values}
    common = types.pop() if len(types) == 1 else ANY
    if node.key is None:
        return tuple_of(values) if is_certain else unknown(list_of(common), is_later=is_later)
    is_later = any(key is not None and key.is_later for key, _ in results)  # of a map, the keys must be known
    if not is_certain or any(key is None or not key.is_known for key, _ in results):
        return unknown(map_of(list_of(common) if node.grouped else common), is_later=is_later)
    if node.grouped:
        groups: dict[str, list[Abstract]] = {}
        for key, value in results:
            groups.setdefault(str(key.value) if key else "", []).append(value)
        return object_of({name: tuple_of(group) for name, group in groups.items()})
    found: dict[str, Abstract] = {}
    for key, value in results:
        name = str(key.value) if key else ""
        if name in found:
            message = f"key '{name}' comes twice, and the values are not grouped by it (...)"
            run.wrong(node.key, Kind.OPERAND, message, Certainty.VALUE)
            return unknown(map_of(common))
        found[name] = value
    return object_of(found)


def _pairs(collection: Abstract) -> list[tuple[Abstract, Abstract]]:
    value, type_ = collection.value, collection.type
    is_set = isinstance(type_, Collection) and type_.kind == "set"
    if isinstance(value, list):
        marked = [item.marked(collection.marks) for item in value]
        return [(item if is_set else primitive(number), item) for number, item in enumerate(marked)]
    if isinstance(value, dict):
        return [(primitive(name), value[name].marked(collection.marks)) for name in sorted(value)]
    if isinstance(type_, TupleType):
        items = [unknown(one, collection.marks, collection.is_later) for one in type_.items]
        return [(primitive(number), item) for number, item in enumerate(items)]
    item = unknown(element_type(type_), collection.marks, collection.is_later)
    if type_ is ANY:
        return [(ANYTHING, item)]
    is_list = isinstance(type_, Collection) and type_.kind == "list"
    return [(item if is_set else unknown(NUMBER if is_list else STRING, collection.marks), item)]
