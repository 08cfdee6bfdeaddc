"""Which changes of a resource replace it: what the facts know, and where they know nothing."""

from __future__ import annotations

from typing import Any

from tffix.plan.protocol import Object, Path


def paths_to_replace(type_name: str, block: dict[str, Any], prior: Object, planned: Object) -> set[Path]:
    """The paths, for Terraform, of changed arguments with which the object must be made anew."""
    return set()
