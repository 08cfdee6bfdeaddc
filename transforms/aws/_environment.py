"""What a resource is for, as far as its names tell: production, or something that may be small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tffix import Block, Module, evaluate

_PRODUCTION = frozenset(("prod", "production", "prd", "live"))
# fmt: off
_OTHER = frozenset(
    (
        "dev", "devel", "develop", "development", "test", "tests", "testing", "stage", "staging",
        "stg", "qa", "sandbox", "demo", "example", "examples", "poc", "uat", "preview", "ci", "lab",
        "tutorial", "playground", "nonprod"
    )
)
# fmt: on
_NAMES = ("name", "identifier", "cluster_identifier", "replication_group_id", "function_name", "bucket")
_VARIABLES = ("environment", "env", "stage", "environment_name", "env_name")


def is_production(block: Block, module: Module) -> bool:
    """Whether a resource evidently serves production."""
    return _kind(block, module) == "production"


def is_small_time(block: Block, module: Module) -> bool:
    """Whether a resource is evidently for development, tests or an example."""
    return _kind(block, module) == "other"


def _kind(block: Block, module: Module) -> str:
    """What the nearest names that tell anything agree on: the resource's own, else the module's."""
    for names in (_own_names(block, module), _module_names(module)):
        kinds = {kind for name in names if (kind := _told(name))}
        if kinds:
            return kinds.pop() if len(kinds) == 1 else ""
    return ""


def _told(name: Any) -> str:
    if not isinstance(name, str):
        return ""
    words = set(re.split(r"[^a-z0-9]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()))
    if words & _OTHER or {"non", "prod"} <= words:
        return "other"
    return "production" if words & _PRODUCTION else ""


def _own_names(block: Block, module: Module) -> Iterator[Any]:
    yield block.labels[-1]
    for name in _NAMES:
        attribute = block.get(name)
        if attribute is not None:
            yield evaluate(attribute.expression, module, defaults=True)
    tags = block.get("tags")
    if tags is not None:
        yield from _environment_tags(evaluate(tags.expression, module, defaults=True, partial=True))


def _module_names(module: Module) -> Iterator[Any]:
    for provider in module.blocks("provider", "aws"):
        for default in provider.blocks("default_tags"):
            tags = default.get("tags")
            if tags is not None:
                yield from _environment_tags(evaluate(tags.expression, module, defaults=True, partial=True))
    for name in _VARIABLES:
        variable, local = module.variable(name), module.locals.get(name)
        given = local if variable is None else variable.get("default")
        if given is not None:
            yield evaluate(given.expression, module, defaults=True)
    yield from module.path.split("/")[-3:]


def _environment_tags(tags: Any) -> Iterator[Any]:
    if isinstance(tags, dict):
        yield from (value for key, value in tags.items() if str(key).lower() in _VARIABLES)
