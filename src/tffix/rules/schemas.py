"""Provider schemas seen from a module: which version counts, and where in a block its schema applies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts import schemas as facts
from ..facts.schemas import NestedBlock
from ..facts.versions import InvalidConstraintError, counting_version
from ..hcl import HclSyntaxError, parse
from ..hcl.tree import Block, Body
from ..terraform.module import Module
from ..terraform.project import LOCK_FILE
from ..terraform.providers import provider_of, required_providers

META_ARGUMENTS = frozenset(("count", "for_each", "provider", "depends_on"))
META_BLOCKS = frozenset(("lifecycle", "provisioner", "connection"))
_PROVIDER_META = frozenset(("alias", "version"))
_KINDS: dict[str, facts.Kind] = {
    "resource": "resource",
    "data": "data",
    "ephemeral": "ephemeral",
    "provider": "provider",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """The schema that a block is judged by. ``is_exact`` is False if the version is only the nearest known
    one to what the module asks for."""

    provider: str
    version: str
    is_exact: bool
    kind: facts.Kind
    type: str
    schema: facts.Block

    @property
    def versions(self) -> tuple[str, ...]:
        """All known versions of the provider, newest first."""
        return facts.versions(self.provider)

    def versions_with(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """The known versions in which the type has an argument or block."""
        return facts.existed_in(self.provider, self.kind, self.type, ".".join(path))

    @property
    def told(self) -> str:
        """The provider and version as messages name them."""
        name = self.provider.removeprefix("hashicorp/")
        return f"{name} {self.version}" + ("" if self.is_exact else " (the nearest version known)")


@dataclass(frozen=True, slots=True)
class Site:
    """A body and the schema that holds for it. ``path`` names the nested blocks down to it; ``owner`` is the
    block itself, for a ``dynamic`` block its ``content``."""

    owner: Block
    body: Body
    schema: facts.Block
    path: tuple[str, ...]


def judged(block: Block, module: Module) -> Judged | None:
    """The schema of a resource, data source, ephemeral resource or provider block. None if its provider or
    its type is not known."""
    kind = _KINDS.get(block.type)
    if kind is None or len(block.labels) != (1 if kind == "provider" else 2):
        return None
    name = block.labels[0] if kind == "provider" else provider_of(block).split(".")[0]
    found = provider_version(module, name)
    if found is None:
        return None
    provider, version, is_exact = found
    type_ = provider.rpartition("/")[2] if kind == "provider" else block.labels[0]
    schema = facts.schema(provider, version, kind, type_)
    if schema is None:
        return None
    return Judged(provider, version, is_exact, kind, type_, schema)


def provider_version(module: Module, name: str) -> tuple[str, str, bool] | None:
    """Address, version and exactness of the schema for a provider's local name in a module."""
    known = module.derived.setdefault("provider versions", {})
    if name not in known:
        known[name] = _provider_version(module, name)
    found: tuple[str, str, bool] | None = known[name]
    return found


def _provider_version(module: Module, name: str) -> tuple[str, str, bool] | None:
    address = next((r.address for r in required_providers(module) if r.name == name), f"hashicorp/{name}")
    constraints, locked = [], None
    for other in tree_of(module):
        locked = locked or _locked(other, address)
        constraints += [r.version for r in required_providers(other) if r.address == address and r.version]
    try:
        counting = counting_version(address, constraints, locked)
    except InvalidConstraintError:
        return None
    return (address, *counting) if counting else None


def tree_of(module: Module) -> list[Module]:
    """The modules that are planned together with this one: its roots and all that they call."""
    found, stack = {id(module): module}, [module]
    while stack:
        here = stack.pop()
        for other in (*(caller for caller, _ in here.callers), *here.children.values()):
            if id(other) not in found:
                found[id(other)] = other
                stack.append(other)
    return list(found.values())


def _locked(module: Module, address: str) -> str | None:
    text = module.opaque.get(LOCK_FILE)
    if text is None:
        return None
    try:
        lock = parse(text.encode("utf-8"), LOCK_FILE)
    except HclSyntaxError:
        return None
    for block in lock.blocks("provider"):
        if block.labels and block.labels[0].removeprefix("registry.terraform.io/") == address:
            version = block.get("version")
            return version.string if version else None
    return None


def sites(block: Block, schema: facts.Block) -> Iterator[Site]:
    """The body of a block and those of all nested blocks that the schema knows, ``dynamic`` ones too."""
    stack = [Site(block, block.body, schema, ())]
    while stack:
        site = stack.pop()
        yield site
        inner = []
        for child in site.body.blocks():
            name, content = content_of(child)
            nested = site.schema.blocks.get(name)
            if nested is not None and content is not None:
                inner.append(Site(content, content.body, nested.block, (*site.path, name)))
        stack.extend(reversed(inner))


def content_of(block: Block) -> tuple[str, Block | None]:
    """The name of a nested block and the block that holds its arguments: for ``dynamic`` its content."""
    if block.type != "dynamic" or not block.labels:
        return block.type, block
    return block.labels[0], next(block.blocks("content"), None)


def is_meta_argument(name: str, block: Block, path: tuple[str, ...]) -> bool:
    """Whether an argument is Terraform's own rather than the provider's."""
    if path:
        return False
    return name in (_PROVIDER_META if block.type == "provider" else META_ARGUMENTS)


def is_meta_block(name: str, block: Block, path: tuple[str, ...]) -> bool:
    return name == "dynamic" or (not path and block.type != "provider" and name in META_BLOCKS)


def may_be_blocks(attribute: facts.Attribute) -> bool:
    """Whether Terraform accepts nested blocks for an attribute: one of a list or set of objects that is not
    a nested attribute ("attributes as blocks" in its documentation)."""
    type_ = attribute.type
    if attribute.nested is not None or not isinstance(type_, list) or type_[0] not in ("list", "set"):
        return False
    return isinstance(type_[1], list) and type_[1][0] == "object"


__all__ = [
    "Judged",
    "NestedBlock",
    "Site",
    "content_of",
    "is_meta_argument",
    "is_meta_block",
    "judged",
    "may_be_blocks",
    "sites",
]
