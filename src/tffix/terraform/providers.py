"""What a module says of its providers: requirements with constraints, configurations, aliases.

Facts: Terraform language documentation, "Provider Requirements" and "Provider Configuration".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts.addresses import provider_address
from ..hcl import HclSyntaxError, parse
from ..hcl.nodes import Expression, Object, Template, Traversal, Tuple
from ..hcl.tree import Attribute, Block
from .address import object_items
from .discovery import LOCK_FILE
from .headers import is_name
from .module import Module


@dataclass(slots=True)
class Requirement:
    """One entry of a ``required_providers`` block. ``aliases`` are its ``configuration_aliases``, ``unread``
    the names of what is set and no literal string, which Terraform rejects."""

    name: str
    attribute: Attribute
    source: str | None = None
    version: str | None = None
    aliases: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """``namespace/type``, with what Terraform assumes where nothing is written."""
        return provider_address(self.source or self.name)


def required_providers(module: Module) -> list[Requirement]:
    """Every entry of every ``required_providers`` block, in order; a name may occur more than once."""
    return [
        requirement(attribute)
        for block in module.blocks("terraform")
        for required in block.blocks("required_providers")
        for attribute in required.body.attributes
    ]


def addresses(module: Module) -> dict[str, str]:
    """The addresses of the providers that a module requires, by their local names: of two entries for a name
    the first counts. A name that is not here is its own address, as `provider_address` has it."""
    found: dict[str, str] = {}
    for one in required_providers(module):
        found.setdefault(one.name, one.address)
    return found


def requirement(attribute: Attribute) -> Requirement:
    """What one entry of a ``required_providers`` block says."""
    found = Requirement(attribute.name, attribute)
    if attribute.string is not None:
        found.version = attribute.string
        return found
    items = object_items(attribute.expression)
    for name in ("source", "version"):
        if name in items:
            literal = _literal(items[name].value)
            setattr(found, name, literal)
            if literal is None:
                found.unread += (name,)
    aliases = items.get("configuration_aliases")
    if aliases and isinstance(aliases.value, Tuple):
        # Between quotes, as JSON has them.
        names = (node.text if isinstance(node, Traversal) else _literal(node) for node in aliases.value.items)
        found.aliases = tuple(name for name in names if name)
    return found


def _literal(node: Expression) -> str | None:
    return node.literal if isinstance(node, Template) else None


def configures_a_provider(module: Module) -> bool:
    """Whether a module configures a provider itself. Where it wants aliases of its callers, a block without
    settings does not count: it is how a module for others said in old Terraform that it is given one."""
    blocks = module.blocks("provider")
    if any(list(block.blocks()) or _settings(block) for block in blocks):
        return True
    return bool(blocks) and not any(one.aliases for one in required_providers(module))


def _settings(block: Block) -> list[Attribute]:
    return [one for one in block.body.attributes if one.name not in ("alias", "version")]


def configuration_named(attribute: Attribute) -> str:
    """The provider configuration that a ``provider`` argument names."""
    return attribute.string or attribute.source.strip()


def provider_of(block: Block) -> str:
    """The provider configuration that a resource or data source uses: ``aws`` or ``aws.alias``."""
    attribute = block.get("provider")
    if attribute is not None:
        return configuration_named(attribute)
    return block.labels[0].split("_", 1)[0] if block.labels else ""


def local_provider(block: Block) -> str:
    """The local name of the provider that a resource or data source uses: ``aws``. Where its ``provider``
    argument names none, that is the first word of the type."""
    name = provider_of(block).partition(".")[0]
    return name if is_name(name) else block.labels[0].split("_", 1)[0] if block.labels else ""


def configurations(module: Module) -> dict[str, Block]:
    """The provider blocks by ``name`` or ``name.alias``."""
    found: dict[str, Block] = {}
    for block in module.blocks("provider"):
        if len(block.labels) == 1:
            alias = block.get("alias")
            name = block.labels[0] + (f".{alias.string}" if alias and alias.string else "")
            found.setdefault(name, block)
    return found


def configured(module: Module) -> list[str]:
    """The configurations, by ``name`` or ``name.alias``, that a module makes itself. A block with nothing but
    an alias makes none: Terraform takes it for one that the callers pass on."""
    found = configurations(module).items()
    return [name for name, block in found if list(block.blocks()) or _settings(block) or block.get("version")]


def passed_providers(call: Block) -> dict[str, str]:
    """The ``providers`` map of a module call: names inside the child to configurations of the caller."""
    attribute = call.get("providers")
    return passed(attribute) if attribute is not None else {}


def passed(attribute: Attribute) -> dict[str, str]:
    """What a ``providers`` argument says."""
    if not isinstance(attribute.expression, Object):
        return {}
    return {item.key.text.strip('"'): item.value.text.strip('"') for item in attribute.expression.items}


def lock_entries(text: str) -> Iterator[tuple[str, str]]:
    """Provider address and version for each entry of a lock file's text; none if it cannot be parsed."""
    try:
        lock = parse(text.encode("utf-8", "replace"), LOCK_FILE)
    except HclSyntaxError:
        return
    for block in lock.blocks("provider"):
        version = block.get("version")
        if block.labels and "/" in block.labels[0] and version is not None and version.string:
            yield provider_address(block.labels[0]), version.string
