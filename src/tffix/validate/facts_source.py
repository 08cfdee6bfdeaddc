"""The schemas that tffix itself knows (`tffix.facts`) as a source for validating."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from tffix.facts import schemas as facts
from tffix.validate.schemas import Schema

_KINDS: Final[dict[str, facts.Kind]] = {
    "resource": "resource",
    "data": "data",
    "ephemeral": "ephemeral",
    "provider": "provider",
}


class FactsSchemas:
    """Schemas from the embedded facts and the user's cache, as `terraform providers schema -json` has it."""

    def versions(self, provider: str) -> Sequence[str]:
        """See SchemaSource."""
        return facts.versions(provider)

    def names(self, provider: str, version: str, kind: str) -> Collection[str] | None:
        """See SchemaSource."""
        if kind not in _KINDS:
            return None
        names = facts.types(provider, version, _KINDS[kind])
        # The bindings of older versions tell nothing of ephemeral resources.
        return names if names or kind != "ephemeral" else None

    def schema(self, provider: str, version: str, kind: str, name: str) -> Schema | None:
        """See SchemaSource."""
        if kind not in _KINDS:
            return None
        if kind == "provider":
            name = next(iter(facts.types(provider, version, "provider")), name)
        block = facts.schema(provider, version, _KINDS[kind], name)
        if block is None or not block.complete:
            return None
        is_partial = any(attribute.deprecated is None for attribute in block.attributes.values())
        return {"version": 0, "block": _block(block), "partial": is_partial}


def _block(block: facts.BlockSchema) -> dict[str, Any]:
    return {
        "attributes": {name: _attribute(attribute) for name, attribute in block.attributes.items()},
        "block_types": {
            name: {
                "nesting_mode": nested.nesting,
                "block": _block(nested.block),
                "min_items": int(nested.required),
                "max_items": nested.max_items or 0,
            }
            for name, nested in block.blocks.items()
        },
        "incomplete": not block.complete,
    }


def _attribute(attribute: facts.Attribute) -> dict[str, Any]:
    spec = _flags(attribute)
    members: dict[str, Any] | None = None
    if attribute.nested:
        members = _members(attribute.nested)
    elif attribute.is_settable:
        match attribute.type:
            case ["object", inner] | ["map", ["object", inner]]:
                # Only a nested attribute has this type, and some of its members can surely be left out.
                members = _free(inner)
    if members is None:
        # No provider has maps of anything; bindings say so of what may be anything, such as a manifest.
        is_anything = attribute.type == ["map", "dynamic"]
        return spec | {"type": "dynamic" if is_anything else attribute.type}
    return spec | {"nested_type": {"attributes": members, "nesting_mode": _mode(attribute.type)}}


def _flags(attribute: facts.Attribute) -> dict[str, Any]:
    return {
        "required": attribute.required,
        "optional": attribute.optional,
        "computed": attribute.computed,
        "deprecated": bool(attribute.deprecated),
        "sensitive": bool(attribute.sensitive),
    }


def _members(block: facts.BlockSchema) -> dict[str, Any]:
    """The members of a nested attribute; what looks like a block inside it is a nested attribute too."""
    members = {name: _attribute(attribute) for name, attribute in block.attributes.items()}
    for name, nested in block.blocks.items():
        inner = {"attributes": _members(nested.block), "nesting_mode": nested.nesting}
        members[name] = {"nested_type": inner, "optional": not nested.required, "required": nested.required}
    return members


def _free(members: dict[str, Any]) -> dict[str, Any]:
    free: dict[str, Any] = {}
    for name, type_ in members.items():
        match type_:
            case ["object", inner] | ["list" | "set" | "map", ["object", inner]]:
                free[name] = {"nested_type": {"attributes": _free(inner), "nesting_mode": _mode(type_)}}
            case _:
                free[name] = {"type": type_}
        free[name] |= {"optional": True, "computed": True}
    return free


def _mode(type_: facts.Type) -> str:
    return str(type_[0]) if type_[0] in ("list", "set", "map") else "single"
