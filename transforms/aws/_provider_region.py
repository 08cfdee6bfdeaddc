"""Which regions the provider configuration of a block has, through the module calls that pass it on."""

from __future__ import annotations

from tffix import Block, Configuration, Module, configurations_of, evaluate, schemas

_OWN_ENDPOINTS = ("endpoints", "skip_region_validation")
"""Arguments of a provider that talks to something else than AWS, which may have regions of its own."""

_REGION_OF_ITS_OWN_SINCE = 6
"""The major version of the provider from which on most resources have an argument ``region``."""


def regions_of(
    block: Block, module: Module, *, defaults: bool = False, way: tuple[tuple[Module, Block], ...] = ()
) -> frozenset[str]:
    """The regions in which a resource, a data source or a module call works, one for each configuration that
    reaches it; none where they are not known. With ``defaults``, variables are worth what they are given, or
    their default. ``way`` is that of ``configurations_of``."""
    if block.type != "module" and (own := block.get("region")) is not None and _may_say_region(block, module):
        return _as_region(evaluate(own.expression, module, defaults=defaults))
    regions: frozenset[str] = frozenset()
    for configuration in configurations_of(block, module, "aws", way):
        regions |= _configured(configuration, defaults)
    return regions


def _configured(configuration: Configuration, defaults: bool) -> frozenset[str]:
    """The region of one configuration, if it is known."""
    block, module = configuration.block, configuration.module
    region = block.get("region")
    if region is None or any(_has(block, argument) for argument in _OWN_ENDPOINTS):
        return frozenset()
    return _as_region(evaluate(region.expression, module, defaults=defaults))


def _as_region(value: object) -> frozenset[str]:
    return frozenset((value,)) if isinstance(value, str) and value else frozenset()


def _may_say_region(block: Block, module: Module) -> bool:
    pin = schemas.pin_of(block, module)
    return pin is not None and any(
        int(version.split(".")[0]) >= _REGION_OF_ITS_OWN_SINCE for version in pin.versions
    )


def _has(block: Block, name: str) -> bool:
    return block.get(name) is not None or any(child.type in (name, "dynamic") for child in block.blocks())
