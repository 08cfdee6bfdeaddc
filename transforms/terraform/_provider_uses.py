"""Which providers and provider configurations something in a module uses.

Facts: Terraform language documentation, "Provider Requirements", "Provider Configuration" and
"Provider-defined Functions".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Block, Module, called_module, nodes, providers

from ._module_calls import below

_FUNCTION = re.compile(r"\bprovider::([\w-]+)::")


def configurations_used(module: Module) -> set[str]:
    """The configurations, by ``name`` or ``name.alias``, that blocks of a module and its tests name; of
    resources without ``provider`` the default ones."""
    used = {providers.provider_of(block) for type_ in _MADE for block in _all(module, type_)}
    for call in module.blocks("module"):
        attribute = call.get("providers")
        if attribute is not None and isinstance(attribute.expression, nodes.Object):
            used.update(item.value.text.strip('"') for item in attribute.expression.items)
    for block in module.blocks("import"):
        if (attribute := block.get("provider")) is not None:
            used.add(providers.configuration_named(attribute))
    return {name.partition("[")[0] for name in used}  # of several, by for_each, as OpenTofu has them


_MADE = ("resource", "data", "ephemeral", "action", "list")


def _all(module: Module, type_: str) -> Iterator[Block]:
    yield from module.blocks(type_)
    if type_ == "data":
        for check in module.blocks("check"):
            yield from check.blocks("data")


def names_used(module: Module) -> set[str]:
    """The local names of providers that a module uses: by resources and their like, by configurations, by
    what it passes on, by functions."""
    used = {name.partition(".")[0] for name in configurations_used(module)}
    used |= {block.labels[0] for block in module.blocks("provider") if block.labels}
    used |= {alias.partition(".")[0] for one in providers.required_providers(module) for alias in one.aliases}
    for type_ in ("import", "moved", "removed"):
        for block in module.blocks(type_):
            used |= {_of_address(attribute.source) for attribute in block.body.attributes}
    texts = (file.source for file in module.files.values())
    return used.union(name for text in texts for name in _FUNCTION.findall(text))


def _of_address(source: str) -> str:
    """The provider of the resource that an address names, by the first word of its type."""
    words = [one for one in re.findall(r"[A-Za-z_][\w-]*", source) if one not in ("module", "data")]
    return words[0].partition("_")[0] if words else ""


def unknown_calls(module: Module) -> bool:
    """Whether a module calls others of which it is not known what they use."""
    known = (called_module(module, call) for call in module.blocks("module"))
    return any(one is None for one in known) or any(
        called_module(one, call) is None
        for _, one in below(module)
        if one is not module
        for call in one.blocks("module")
    )


def addresses_used_below(module: Module) -> set[str]:
    """The addresses of the providers that the modules use which a module calls, near or far."""
    found = set[str]()
    for _, one in below(module):
        if one is module:
            continue
        required = {entry.name: entry.address for entry in providers.required_providers(one)}
        found |= {required.get(name, f"hashicorp/{name}") for name in names_used(one)}
        found |= set(required.values())
    return found
