"""What a provider does with an object of a known schema: plan it, and fill what is unknown of it.

A schema is a block as `terraform providers schema -json` has it, an object what `validate.wire` makes of
msgpack: `UNKNOWN` is a value that is known only after an apply.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, TypeGuard

from tffix.json_data import read_json
from tffix.plan.protocol import Object, Path
from tffix.validate.wire import UNKNOWN, Unknown

Block = dict[str, Any]
Fill = Callable[[Any, Path], Any]
"""Makes up a value: of a type, for a path."""

_ZERO: Final = ("", False, 0)
_COLLECTIONS: Final = ("list", "set", "map")


def planned(block: Block, prior: Object | None, proposed: Object) -> Object:
    """The object as it will be, as far as that is known before it is made or changed."""
    result: Object = {}
    for name, spec in block.get("attributes", {}).items():
        result[name] = _planned_attribute(spec, (prior or {}).get(name), proposed.get(name), prior is None)
    for name, spec in block.get("block_types", {}).items():
        inner, old, new = spec.get("block", {}), (prior or {}).get(name), proposed.get(name)
        if _is_typed(new):
            result[name] = _planned_typed(inner, old, new)
        else:
            result[name] = _each(spec["nesting_mode"], old, new, partial(planned, inner))
    return result


def _planned_typed(block: Block, prior: Any, proposed: list[Any]) -> list[Any]:
    """Blocks that come with their type, as something of any type is inside of them."""
    of, items = read_json(proposed[0]), proposed[1]
    if of[0] != "tuple" or not isinstance(items, list):
        return proposed
    before = _typed_objects(prior)
    types, values = [], []
    for at, (type_, value) in enumerate(zip(of[1], items, strict=True)):
        if isinstance(value, dict) and type_[0] == "object":
            members, old = before[at] if at < len(before) else ({}, {})
            given = _set_by_provider(block, value, old)
            type_ = ["object", type_[1] | {name: members.get(name, "dynamic") for name in given}]
            value = value | given
        types.append(type_)
        values.append(value)
    return [json.dumps(["tuple", types]).encode(), values]


def _typed_objects(blocks: Any) -> list[tuple[dict[str, Any], Object]]:
    """The types of the members, and the values, of blocks that come with their type."""
    of = read_json(blocks[0]) if _is_typed(blocks) else ["tuple", []]
    if of[0] != "tuple":
        return []
    values = blocks[1] if of[1] else []
    pairs = zip(of[1], values, strict=True)
    return [(one[1], value) if isinstance(value, dict) else ({}, {}) for one, value in pairs]


def _set_by_provider(block: Block, value: Object, old: Object) -> Object:
    """What only the provider sets: as it was, or not known."""
    return {
        name: old.get(name, UNKNOWN)
        for name, spec in block.get("attributes", {}).items()
        if spec.get("computed") and name in value and value[name] is None
    }


def _planned_attribute(spec: Block, prior: Any, proposed: Any, is_new: bool) -> Any:
    if spec.get("write_only"):
        return None
    if proposed is None and spec.get("computed"):
        return UNKNOWN if is_new else prior
    nested = spec.get("nested_type")
    if nested and proposed is not None:
        members = {"attributes": nested.get("attributes", {})}
        return _each(nested["nesting_mode"], prior, proposed, partial(planned, members))
    return prior if not is_new and is_same(prior, proposed) else proposed


def _each(mode: str, prior: Any, proposed: Any, one: Callable[[Object | None, Object], Object]) -> Any:
    """What becomes of each object in a nested value; those of lists and maps are known by their place."""
    if isinstance(proposed, Unknown) or proposed is None:
        return proposed
    if mode in ("single", "group"):
        return one(prior if isinstance(prior, dict) else None, proposed)
    if mode == "map":
        old = prior if isinstance(prior, dict) else {}
        return {key: _element(item, old.get(key), one) for key, item in proposed.items()}
    before = prior if isinstance(prior, list) else []
    if mode == "list":
        return [
            _element(item, before[at] if at < len(before) else None, one) for at, item in enumerate(proposed)
        ]
    return [_element(item, _likest(item, before), one) for item in proposed]


def _element(item: Any, prior: Any, one: Callable[[Object | None, Object], Object]) -> Any:
    return one(prior if isinstance(prior, dict) else None, item) if isinstance(item, dict) else item


def _likest(item: Any, among: list[Any]) -> Any:
    """The object of a set that this one was, if one has all that is given here."""
    if not isinstance(item, dict):
        return None
    given = {name: value for name, value in item.items() if value is not None}
    fits = (
        one
        for one in among
        if isinstance(one, dict) and all(is_same(one.get(name), value) for name, value in given.items())
    )
    return next(fits, None)


def is_same(old: Any, new: Any) -> bool:
    """Whether providers take two values of an argument for the same: what is not given and what is empty,
    JSON that means the same, and the same value of another type."""
    if isinstance(old, Unknown) or isinstance(new, Unknown):
        return False
    if old == new and type(old) is type(new):
        return True
    if _is_typed(old) and _is_typed(new):  # a list and a tuple of the same are the same
        return is_same(old[1], new[1])
    if old is None or new is None:
        given = new if old is None else old
        return given in ([], {}) or any(given is zero or given == zero for zero in _ZERO)
    if isinstance(old, str) and isinstance(new, str):
        first, second = _document(old), _document(new)
        return first is not None and first == second
    return False


def _document(text: str) -> Any:
    """JSON in a form in which equal documents are equal; None if it is no JSON object or list."""
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        return _ordered(read_json(text))
    except ValueError:
        return None


def _ordered(value: Any) -> Any:
    """As AWS compares policies: a list of one is that one, and lists of texts have no order."""
    if isinstance(value, dict):
        return {key: _ordered(inner) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    items = [_ordered(item) for item in value]
    if len(items) == 1:
        return items[0]
    return sorted(items) if all(isinstance(item, str) for item in items) else items


def filled(block: Block, given: Object, fill: Fill, path: Path = (), computed: bool = False) -> Object:
    """The object with a value for all that is unknown; with `computed`, also for what only the provider sets
    and has not set yet."""
    result: Object = {}
    for name, spec in block.get("attributes", {}).items():
        result[name] = _filled_attribute(spec, given.get(name), fill, (*path, name), computed)
    for name, spec in block.get("block_types", {}).items():
        value = given.get(name)
        if isinstance(value, Unknown):
            value = no_blocks(spec["nesting_mode"])
        if _is_typed(value):
            result[name] = known("dynamic", value, fill, (*path, name))
            continue
        one = partial(_filled_at, spec.get("block", {}), fill, computed)
        result[name] = _walk(value, (*path, name), one, spec)
    return result


def _is_typed(value: Any) -> TypeGuard[list[Any]]:
    """Whether a value comes with its type: blocks do, if something of any type is inside of them."""
    return isinstance(value, list) and len(value) == 2 and isinstance(value[0], bytes)


def _filled_at(block: Block, fill: Fill, computed: bool, given: Object, path: Path) -> Object:
    return filled(block, given, fill, path, computed)


def _filled_attribute(spec: Block, value: Any, fill: Fill, path: Path, computed: bool) -> Any:
    if spec.get("write_only"):
        return None
    nested = spec.get("nested_type")
    is_missing = isinstance(value, Unknown) or (computed and value is None and spec.get("computed"))
    if nested:
        members = {"attributes": nested.get("attributes", {})}
        if is_missing:
            value = _empty(nested, path)
        return _walk(value, path, partial(_filled_at, members, fill, True), nested)
    return fill(spec["type"], path) if is_missing else known(spec["type"], value, fill, path)


def _empty(nested: Block, path: Path) -> Any:
    mode = nested["nesting_mode"]
    if mode in ("single", "group"):
        return {}
    return {} if mode == "map" else [{}]


def _walk(value: Any, path: Path, one: Callable[[Object, Path], Any], spec: Block) -> Any:
    mode = spec["nesting_mode"]
    if value is None:
        return None
    if mode in ("single", "group"):
        return one(value, path)
    if mode == "map":
        return {key: one(item, (*path, key)) if item is not None else None for key, item in value.items()}
    return [one(item, (*path, at)) if isinstance(item, dict) else item for at, item in enumerate(value)]


def known(type_: Any, value: Any, fill: Fill, path: Path) -> Any:
    """A value with what is unknown inside of it filled."""
    if isinstance(value, Unknown):
        return fill(type_, path)
    match type_, value:
        case ["list" | "set", inner], list():
            return [known(inner, item, fill, (*path, at)) for at, item in enumerate(value)]
        case ["map", inner], dict():
            return {key: known(inner, item, fill, (*path, key)) for key, item in value.items()}
        case ["object", members], dict():
            return {key: known(members[key], item, fill, (*path, key)) for key, item in value.items()}
        case ["tuple", members], list():
            pairs = zip(members, value, strict=True)
            return [known(of, item, fill, (*path, at)) for at, (of, item) in enumerate(pairs)]
        case "dynamic", [bytes() as of, inner]:
            return [of, known(read_json(of), inner, fill, path)]
    return value


def changed(block: Block, prior: Object, new: Object) -> Iterator[str]:
    """The dotted paths of the arguments that differ, those inside blocks too: `disk.size`."""
    for name in block.get("attributes", {}):
        if prior.get(name) != new.get(name):
            yield name
    for name, spec in block.get("block_types", {}).items():
        old, now = items_of(prior.get(name)), items_of(new.get(name))
        if old == now:
            continue
        if len(old) != len(now):
            yield name
            continue
        for one, other in zip(old, now, strict=True):
            yield from (f"{name}.{path}" for path in changed(spec.get("block", {}), one, other))


def items_of(value: Any) -> list[Object]:
    if isinstance(value, dict):
        inner = list(value.values())
        return inner if inner and all(isinstance(one, dict) for one in inner) else [value]
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def no_blocks(mode: str) -> Any:
    """The value of a nested block that does not occur."""
    if mode in ("single", "group"):
        return None
    return {} if mode == "map" else []
