"""Provider schemas seen from a module: which versions count, and where in a block their schemas apply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..facts import schemas as facts
from ..facts.schemas import Attribute, BlockSchema, NestedBlock, Type
from ..hcl.tree import Block, Body
from ..terraform.evidence import knows
from ..terraform.module import Module
from ..terraform.providers import local_provider, provider_of, required_providers
from .provider_versions import Pin, pin

_RESOURCE_ARGUMENTS = frozenset(("count", "for_each", "provider", "depends_on"))
_RESOURCE_BLOCKS = frozenset(("lifecycle", "provisioner", "connection"))
_PROVIDER_ARGUMENTS = frozenset(("alias", "version", "for_each"))
_KINDS: dict[str, facts.Kind] = {
    "resource": "resource",
    "data": "data",
    "ephemeral": "ephemeral",
    "provider": "provider",
}


_UNKNOWN = facts.BlockSchema(MappingProxyType({}), MappingProxyType({}), False)
"""A block of which nothing is known but that it may be there."""
_BUILTIN = Pin("terraform.io/builtin/terraform", ("1",))


def _attribute(name: str, type_: facts.Type, flags: str) -> facts.Attribute:
    return facts.Attribute(name, type_, "r" in flags, "o" in flags, "c" in flags, None, None)


def _own_schema(*arguments: tuple[str, facts.Type, str]) -> facts.BlockSchema:
    attributes = {name: _attribute(name, type_, flags) for name, type_, flags in arguments}
    return facts.BlockSchema(MappingProxyType(attributes), MappingProxyType({}))


_OWN: Mapping[tuple[facts.Kind, str], facts.BlockSchema] = {
    ("data", "terraform_remote_state"): _own_schema(
        ("backend", "string", "r"),
        ("config", "dynamic", "o"),
        ("defaults", "dynamic", "o"),
        ("outputs", "dynamic", "c"),
        ("workspace", "string", "o"),
    ),
    ("resource", "terraform_data"): _own_schema(
        ("id", "string", "c"),
        ("input", "dynamic", "o"),
        ("output", "dynamic", "c"),
        ("triggers_replace", "dynamic", "o"),
    ),
}
"""What Terraform's own provider has. Facts: its documentation, "The terraform_remote_state Data Source" and
"The terraform_data Managed Resource Type"."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The schemas that a block is judged by: those of all versions that count for it, where they have its
    type, the nearest to what is asked for first."""

    pin: Pin
    kind: facts.Kind
    type: str
    schemas: tuple[facts.BlockSchema, ...]

    @property
    def provider(self) -> str:
        return self.pin.provider

    @property
    def told(self) -> str:
        """The provider and version as messages name them."""
        return "Terraform" if self.pin is _BUILTIN else self.pin.told

    def versions_with(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """The known versions in which the type has an argument or block, newest first."""
        return facts.existed_in(self.provider, self.kind, self.type, ".".join(path))


@dataclass(frozen=True, slots=True)
class Site:
    """A body and the schemas that hold for it. ``path`` names the nested blocks down to it; ``owner`` is the
    block itself, for a ``dynamic`` block its ``content``; ``top`` the top-level block."""

    top: Block
    owner: Block
    judged: Judged
    schemas: tuple[facts.BlockSchema, ...]
    path: tuple[str, ...]

    @property
    def body(self) -> Body:
        return self.owner.body

    @property
    def inside(self) -> str:
        """The type and path as messages name them."""
        return ".".join((self.judged.type, *self.path))

    @property
    def schema(self) -> facts.BlockSchema:
        """The schema of the version that is nearest to what is asked for."""
        return self.schemas[0]

    def may_have(self, name: str) -> bool:
        """Whether any version may have an argument or block of that name, Terraform's own among them."""
        return _is_terraforms(name, self) or any(
            name in one.attributes or name in one.blocks or not one.complete for one in self.schemas
        )

    def attribute(self, name: str) -> facts.Attribute | None:
        """The attribute of a name, if all versions have it and the same type and flags for it."""
        first, *others = self.schemas
        known = first.attributes.get(name)
        if known is None or any(not _alike(known, other.attributes.get(name)) for other in others):
            return None
        return known

    def block(self, name: str) -> facts.NestedBlock | None:
        """The nested block of a name, if all versions have it, required or not in all of them."""
        first, *others = self.schemas
        known = first.blocks.get(name)
        for other in others:
            nested = other.blocks.get(name)
            if known is None or nested is None or nested.required != known.required:
                return None
        return known


def judged(block: Block, module: Module) -> Judged | None:
    """The schemas of a resource, data source, ephemeral resource or provider block. None if its provider or
    its type is not known, or if the version asked for lies beyond those that are."""
    known = module.recall_with_others(_judged_blocks)
    if block not in known:
        known[block] = _judged(block, module)
    return known[block]


def _judged_blocks(module: Module) -> dict[Block, Judged | None]:
    return {}


def _judged(block: Block, module: Module) -> Judged | None:
    kind = kind_of(block)
    if kind is None:
        return None
    if kind != "provider" and (own := _OWN.get((kind, block.labels[0]))):
        return Judged(_BUILTIN, kind, block.labels[0], (own,)) if knows(">= 0.12", module) else None
    found = pin_of(block, module)
    if found is None:
        return None
    type_ = found.provider.rpartition("/")[2] if kind == "provider" else block.labels[0]
    known = tuple(
        schema
        for version in found.versions
        if (schema := facts.schema(found.provider, version, kind, type_)) is not None
    )
    return Judged(found, kind, type_, known) if known else None


def kind_of(block: Block) -> facts.Kind | None:
    """What a top-level block is in the facts, if they have its like and it has the labels it needs."""
    kind = _KINDS.get(block.type)
    return kind if len(block.labels) == (1 if kind == "provider" else 2) else None


def is_own(block: Block, module: Module) -> bool:
    """Whether a block is of Terraform's own provider, which is always there."""
    return (
        block.type != "provider"
        and local_provider(block) == "terraform"
        and not any(one.name == "terraform" for one in required_providers(module))
    )


def own_types(kind: facts.Kind) -> tuple[str, ...]:
    """The types that Terraform's own provider has."""
    return tuple(name for of, name in _OWN if of == kind)


def pin_of(block: Block, module: Module) -> Pin | None:
    """The provider versions that count for a block."""
    name = block.labels[0] if block.type == "provider" else provider_of(block).split(".")[0]
    return pin(module, name)


def sites(block: Block, module: Module) -> tuple[Site, ...]:
    """The body of a top-level block and those of all nested blocks that its schema knows, at any depth and
    in ``dynamic`` blocks too; none if the block cannot be judged."""
    known = module.recall_with_others(_known_sites)
    if block not in known:
        found = judged(block, module)
        known[block] = tuple(_sites(Site(block, block, found, found.schemas, ()))) if found else ()
    return known[block]


def _known_sites(module: Module) -> dict[Block, tuple[Site, ...]]:
    return {}


def elsewhere(site: Site) -> tuple[facts.BlockSchema, ...]:
    """The schemas of a body in the other versions that callers of its module may use. Where they differ, a
    fix that is right for one version breaks the module for another."""
    judged = site.judged
    found: list[facts.BlockSchema | None] = [
        facts.schema(judged.provider, version, judged.kind, judged.type) for version in judged.pin.others
    ]
    for name in site.path:
        found = [_nested(schema, name) for schema in found if schema is not None]
    return tuple(schema for schema in found if schema is not None)


def _sites(top: Site) -> Iterator[Site]:
    stack = [top]
    while stack:
        site = stack.pop()
        yield site
        inner = []
        for child in site.body.blocks():
            name, content = content_of(child)
            nested = _nested_in(site.schemas, name)
            if nested and content is not None:
                inner.append(Site(site.top, content, site.judged, nested, (*site.path, name)))
        stack.extend(reversed(inner))


def _nested_in(schemas: tuple[facts.BlockSchema, ...], name: str) -> tuple[facts.BlockSchema, ...]:
    """The schemas of a nested block that some version is known to have; what a version that is not completely
    known has in it is not known either."""
    found = [_nested(schema, name) or (None if schema.complete else _UNKNOWN) for schema in schemas]
    known = tuple(one for one in found if one is not None)
    return known if any(one is not _UNKNOWN for one in known) else ()


def _nested(schema: facts.BlockSchema, name: str) -> facts.BlockSchema | None:
    """The schema of a nested block, also of one that stands for an element of an attribute."""
    if name in schema.blocks:
        return schema.blocks[name].block
    attribute = schema.attributes.get(name)
    return element_block(attribute) if attribute is not None and may_be_blocks(attribute) else None


def content_of(block: Block) -> tuple[str, Block | None]:
    """The name of a nested block and the block that holds its arguments: for ``dynamic`` its content."""
    if block.type != "dynamic" or not block.labels:
        return block.type, block
    return block.labels[0], next(block.blocks("content"), None)


def may_be_blocks(attribute: facts.Attribute) -> bool:
    """Whether Terraform accepts nested blocks for an attribute: one of a list or set of objects that is not
    a nested attribute ("attributes as blocks" in its documentation)."""
    type_ = attribute.type
    if attribute.nested is not None or not isinstance(type_, list) or type_[0] not in ("list", "set"):
        return False
    return isinstance(type_[1], list) and type_[1][0] == "object"


def element_block(attribute: facts.Attribute) -> facts.BlockSchema:
    """The schema of the blocks that may be written for an attribute: each member may be left out."""
    collection: Any = attribute.type
    members: dict[str, facts.Type] = collection[1][1]
    attributes = {name: _attribute(name, type_, "o") for name, type_ in members.items()}
    return facts.BlockSchema(MappingProxyType(attributes), MappingProxyType({}))


def _is_terraforms(name: str, site: Site) -> bool:
    """Whether an argument or block is Terraform's own rather than the provider's."""
    if name == "dynamic":
        return True
    if site.path:
        return False
    if site.top.type == "provider":
        return name in _PROVIDER_ARGUMENTS
    return name in _RESOURCE_ARGUMENTS or name in _RESOURCE_BLOCKS


def _alike(one: facts.Attribute, other: facts.Attribute | None) -> bool:
    if other is None:
        return False
    return (one.type, one.required, one.is_settable) == (other.type, other.required, other.is_settable)


__all__ = [
    "Attribute",
    "BlockSchema",
    "Judged",
    "NestedBlock",
    "Pin",
    "Site",
    "Type",
    "content_of",
    "element_block",
    "elsewhere",
    "is_own",
    "judged",
    "kind_of",
    "may_be_blocks",
    "own_types",
    "pin_of",
    "sites",
]
