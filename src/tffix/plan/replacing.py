"""Which changes of a resource replace it, as far as the facts know."""

from __future__ import annotations

from typing import Any

from tffix.facts.replacements import replaces
from tffix.plan import objects
from tffix.plan.protocol import Object, Path


def paths_to_replace(
    type_name: str, block: dict[str, Any], prior: Object, planned: Object
) -> frozenset[Path]:
    """The arguments, as paths for Terraform, whose change makes the object anew. It takes no path into a set,
    so that one inside a block is told by the whole block."""
    return frozenset(
        (path.split(".")[0],) for path in objects.changed(block, prior, planned) if replaces(type_name, path)
    )


def is_certain(type_name: str, paths: list[str]) -> bool:
    """Whether it is known of all changed arguments what their change does."""
    return all(replaces(type_name, path) is not None for path in paths)
