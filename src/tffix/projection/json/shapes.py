"""What the properties of a JSON body are to Terraform: arguments, and how it reads them, or blocks.

In JSON an argument and a block look alike, so that Terraform decides by what it knows of the body: by its
own language where that is fixed, by the provider's schema elsewhere.

Facts: Terraform language documentation, "JSON Configuration Syntax"; the decoding of each block type as
`terraform validate` 1.11 shows it.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from ...facts import schemas as facts
from ...facts.addresses import provider_address


class Reading(enum.Enum):
    """How Terraform reads the strings of an argument."""

    TEMPLATE = "template"
    LITERAL = "literal"  # as they are, sequences and all
    EXPRESSION = "expression"  # as a reference, keyword or type, without ${ }
    REQUIREMENT = "requirement"  # literally, but the aliases of a provider's configurations as references


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of body. ``readings`` are those of arguments that are not templates, ``others`` that of all
    else; ``blocks`` are the nested blocks with the number of their labels and their shape; ``schema`` is
    the provider's."""

    readings: Mapping[str, Reading] = field(default_factory=dict)
    blocks: Mapping[str, tuple[int, Shape]] = field(default_factory=dict)
    others: Reading = Reading.TEMPLATE
    schema: Schemas | None = None
    has_dynamic: bool = False

    def reading(self, name: str) -> Reading:
        """How an argument is read."""
        return self.readings.get(name, self.others)

    def block(self, name: str) -> tuple[int, Shape] | None:
        """The number of labels and the shape of nested blocks of a name; None if it is an argument."""
        if name in self.blocks:
            return self.blocks[name]
        if self.has_dynamic and name == "dynamic":
            return 1, _DYNAMIC
        found = self.schema.block(name) if self.schema is not None else None
        if found is None:
            return None
        nesting, inner = found
        return int(nesting == "map"), Shape(schema=inner, has_dynamic=True)

    def inside(self, name: str, label: str, shape: Shape) -> Shape:
        """The shape of a block of this body with a first label: that of a ``dynamic`` block knows what it
        makes."""
        if name != "dynamic" or shape is not _DYNAMIC:
            return shape
        found = self.block(label)
        content = found[1] if found is not None else Shape()
        return Shape(shape.readings, {"content": (0, content)}, shape.others)


@dataclass(frozen=True, slots=True)
class Schemas:
    """The provider's schemas of a body, of all known versions that have it, newest first."""

    versions: tuple[facts.BlockSchema, ...]

    def block(self, name: str) -> tuple[str, Schemas] | None:
        """The nesting and schemas of a nested block; None for an argument, or for what is not known."""
        if any(name in one.attributes for one in self.versions[:1]):
            return None
        found = [one.blocks[name] for one in self.versions if name in one.blocks]
        return (found[0].nesting, Schemas(tuple(one.block for one in found))) if found else None


@cache
def schemas(provider: str, kind: facts.Kind, type_: str) -> Schemas | None:
    """What the newest known version of a provider that has a type says of it, and the oldest: a block that
    only that one has is still a block, if one that its users should no longer write."""
    newest = facts.versions(provider)
    found = (facts.schema(provider, version, kind, type_) for version in newest)
    first = next((one for one in found if one is not None), None)
    if first is None:
        return None
    found = (facts.schema(provider, version, kind, type_) for version in reversed(newest))
    last = next(one for one in found if one is not None)
    return Schemas((first, last) if last is not first else (first,))


_EXPRESSION, _LITERAL = Reading.EXPRESSION, Reading.LITERAL
_VALUES = Shape()
_LITERALS = Shape(others=_LITERAL)
_CONDITIONS = {"precondition": (0, _VALUES), "postcondition": (0, _VALUES)}
_DYNAMIC = Shape({"iterator": _EXPRESSION})
_LIFECYCLE = Shape(
    {"ignore_changes": _EXPRESSION, "replace_triggered_by": _EXPRESSION},
    {**_CONDITIONS, "action_trigger": (0, Shape({"actions": _EXPRESSION, "events": _EXPRESSION}))},
)
_CONNECTION = {"connection": (0, _VALUES)}
_PROVISIONER = Shape({"when": _EXPRESSION, "on_failure": _EXPRESSION}, _CONNECTION)
_RESOURCE_READINGS = {"depends_on": _EXPRESSION, "provider": _EXPRESSION}
_RESOURCE_BLOCKS: dict[str, tuple[int, Shape]] = {
    "lifecycle": (0, _LIFECYCLE),
    "provisioner": (1, _PROVISIONER),
    **_CONNECTION,
}
_WORKSPACES = Shape(blocks={"workspaces": (0, _LITERALS)}, others=_LITERAL)
_TERRAFORM = Shape(
    {"required_version": _LITERAL, "experiments": _EXPRESSION},
    {
        "required_providers": (0, Shape(others=Reading.REQUIREMENT)),
        "backend": (1, _WORKSPACES),
        "cloud": (0, _WORKSPACES),
        "provider_meta": (1, _VALUES),
    },
)
_KINDS: dict[str, facts.Kind] = {"resource": "resource", "data": "data", "ephemeral": "ephemeral"}

TOP: dict[str, tuple[int, Shape]] = {
    "terraform": (0, _TERRAFORM),
    "provider": (1, _VALUES),
    "variable": (
        1,
        Shape(
            {"type": _EXPRESSION, "default": _LITERAL, "description": _LITERAL, "deprecated": _LITERAL},
            {"validation": (0, _VALUES)},
        ),
    ),
    "locals": (0, _VALUES),
    "output": (1, Shape({"description": _LITERAL, "depends_on": _EXPRESSION}, _CONDITIONS)),
    "module": (
        1,
        Shape(
            {
                "source": _LITERAL,
                "version": _LITERAL,
                "providers": _EXPRESSION,
                "depends_on": _EXPRESSION,
            }
        ),
    ),
    "resource": (2, _VALUES),
    "data": (2, _VALUES),
    "ephemeral": (2, _VALUES),
    "action": (2, Shape({"provider": _EXPRESSION}, {"config": (0, _VALUES)})),
    "moved": (0, Shape(others=_EXPRESSION)),
    "import": (0, Shape({"to": _EXPRESSION, "provider": _EXPRESSION})),
    "removed": (0, Shape({"from": _EXPRESSION}, _RESOURCE_BLOCKS)),
    "check": (1, Shape(blocks={"data": (2, _VALUES), "assert": (0, _VALUES)})),
}
"""The blocks at the top of a file: the number of their labels, and the shape of their bodies where that does
not hang on the labels."""

CONFIGURATION = Shape(blocks=TOP)
"""A file of a module."""

VALUES = _LITERALS
"""A file of variable values."""


def top(type_: str, labels: tuple[str, ...], shape: Shape, sources: Mapping[str, str]) -> Shape:
    """The shape of a block at the top of a file; ``sources`` are the providers' by their names in the
    module, as far as the file tells."""
    if type_ == "provider" and labels:
        found = schemas(*_provider(labels[0], sources))
        readings = {"alias": _LITERAL, "version": _LITERAL}
        return Shape(readings, schema=found, has_dynamic=True)
    kind = _KINDS.get(type_)
    if kind is None or not labels:
        return shape
    provider = _provider(labels[0].split("_", 1)[0], sources)[0]
    found = schemas(provider, kind, labels[0])
    return Shape(_RESOURCE_READINGS, _RESOURCE_BLOCKS, schema=found, has_dynamic=True)


def _provider(name: str, sources: Mapping[str, str]) -> tuple[str, facts.Kind, str]:
    address = provider_address(sources.get(name, name))
    return address, "provider", address.rpartition("/")[2]
