"""Which regions the provider configuration of a block has, through the module calls that pass it on."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Module, evaluate, providers

_OWN_ENDPOINTS = ("endpoints", "skip_region_validation")
"""Arguments of a provider that talks to something else than AWS, which may have regions of its own."""


def regions_of(block: Block, module: Module, *, defaults: bool = False) -> frozenset[str]:
    """The regions in which a resource, a data source or a module call works, one for each configuration that
    reaches it; none where they are not known. With ``defaults``, variables are worth what they are given or
    their default."""
    regions: set[str] = set()
    stack = [(_default_of(block), module)]
    seen: set[tuple[str, str]] = set()
    while stack:
        name, here = stack.pop()
        if not name or (name, here.path) in seen:
            continue
        seen.add((name, here.path))
        own = [one for one in here.blocks("provider", "aws") if _name(one) == name]
        if own:
            regions |= _configured(own, here, defaults)
        else:
            stack += _passed_as(name, here)
    return frozenset(regions)


def _default_of(block: Block) -> str:
    """The configuration that a block uses by the name that it has in its module, or nothing."""
    if block.type != "module":
        return providers.provider_of(block)
    passed = providers.passed_providers(block)
    if block.get("providers") is None:
        return "aws"
    return passed.get("aws", "") if len(passed) == 1 else ""


def _configured(own: list[Block], module: Module, defaults: bool) -> set[str]:
    """The region of one configuration, if it is known."""
    region = own[0].get("region") if len(own) == 1 else None
    if region is None or any(_has(own[0], argument) for argument in _OWN_ENDPOINTS):
        return set()
    found = evaluate(region.expression, module, defaults=defaults)
    return {found} if isinstance(found, str) else set()


def _passed_as(name: str, module: Module) -> Iterator[tuple[str, Module]]:
    """The name that a configuration has in each module that calls this one; nothing if it has none there."""
    inherited = "" if "." in name else name
    for caller, call in module.callers:
        is_passed = call.get("providers") is not None
        yield providers.passed_providers(call).get(name, "") if is_passed else inherited, caller


def _name(block: Block) -> str:
    alias = block.get("alias")
    return "aws" if alias is None else f"aws.{alias.string}"


def _has(block: Block, name: str) -> bool:
    return block.get(name) is not None or any(child.type in (name, "dynamic") for child in block.blocks())
