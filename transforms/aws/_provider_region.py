"""Which regions the provider configuration of a block has, through the module calls that pass it on."""

from __future__ import annotations

from tffix import Block, Module, evaluate, providers

_OWN_ENDPOINTS = ("endpoints", "skip_region_validation")
"""Arguments of a provider that talks to something else than AWS, which may have regions of its own."""


def regions_of(block: Block, module: Module) -> frozenset[str]:
    """The regions in which a resource, a data source or a module call works, one for each configuration that
    reaches it; none where they are not known."""
    return _configured(_default_of(block), module, frozenset())


def _default_of(block: Block) -> str:
    """The configuration that a block uses by the name that it has in its module, or nothing."""
    if block.type != "module":
        return providers.provider_of(block)
    passed = providers.passed_providers(block)
    if block.get("providers") is None:
        return "aws"
    return passed.get("aws", "") if len(passed) == 1 else ""


def _configured(name: str, module: Module, seen: frozenset[str]) -> frozenset[str]:
    if not name or module.path in seen:
        return frozenset()
    own = [one for one in module.blocks("provider", "aws") if _name(one) == name]
    if own:
        region = own[0].get("region") if len(own) == 1 else None
        if region is None or any(_has(own[0], argument) for argument in _OWN_ENDPOINTS):
            return frozenset()
        found = evaluate(region.expression, module)
        return frozenset((found,)) if isinstance(found, str) else frozenset()
    inherited = "" if "." in name else name
    regions: set[str] = set()
    for caller, call in module.callers:
        is_passed = call.get("providers") is not None
        given = providers.passed_providers(call).get(name, "") if is_passed else inherited
        regions |= _configured(given, caller, seen | {module.path})
    return frozenset(regions)


def _name(block: Block) -> str:
    alias = block.get("alias")
    return "aws" if alias is None else f"aws.{alias.string}"


def _has(block: Block, name: str) -> bool:
    return block.get(name) is not None or any(child.type in (name, "dynamic") for child in block.blocks())
