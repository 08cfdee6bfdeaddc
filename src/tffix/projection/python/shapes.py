"""What Terraform's schemas say of a construct's arguments: which are nested blocks, and their names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from ...facts import schemas as facts
from ...facts.schemas import BlockSchema, Kind
from . import names


@dataclass(frozen=True)
class Shape:
    """The schemas of one block in all known versions of its provider; none for what is in an attribute.
    ``is_free``: the names inside are values, as in tags."""

    blocks: tuple[BlockSchema, ...] = ()
    is_free: bool = False

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(name for one in self.blocks for name in (*one.attributes, *one.blocks))

    def argument(self, keyword: str) -> str:
        """The Terraform name of a keyword."""
        return names.argument_of(keyword, self.known)

    def keyword(self, argument: str) -> str:
        """The keyword of a Terraform name."""
        return names.keyword_of(argument)

    def nested(self, name: str) -> Shape | None:
        """The shape of a nested block, or None for an attribute or a name that is not known."""
        found = [inner for one in self.blocks if (inner := _nested(one, name)) is not None]
        return Shape(tuple(found)) if found else None

    def is_single(self, name: str) -> bool:
        """Whether the bindings take one struct, and no list, for a nested block."""
        known = [one.blocks[name] for one in self.blocks if name in one.blocks]
        return bool(known) and all(one.max_items == 1 or one.nesting in ("single", "group") for one in known)

    def has_attribute(self, name: str) -> bool:
        """Whether any version has an attribute of a name."""
        return any(name in one.attributes for one in self.blocks)


TERRAFORM = Shape(is_free=True)


@cache
def shape_of(provider: str, kind: Kind, type_name: str) -> Shape:
    """What all known versions of a provider say of a type."""
    address = f"hashicorp/{provider.replace('_', '-')}"
    found = (facts.schema(address, version, kind, type_name) for version in facts.versions(address))
    return Shape(tuple(one for one in found if one is not None))


def _nested(block: BlockSchema, name: str) -> BlockSchema | None:
    if name in block.blocks:
        return block.blocks[name].block
    attribute = block.attributes.get(name)
    if attribute is None or not isinstance(attribute.type, list) or attribute.type[0] not in ("list", "set"):
        return None
    inner = attribute.type[1]
    if not isinstance(inner, list) or inner[0] != "object" or attribute.nested is not None:
        return None
    members = {
        key: facts.Attribute(key, type_, False, True, False, None, None) for key, type_ in inner[1].items()
    }
    return BlockSchema(members, {})
