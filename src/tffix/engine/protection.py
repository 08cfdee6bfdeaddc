"""What protects a resource from being destroyed.

Facts: Terraform language documentation, "The lifecycle Meta-Argument"; the provider's documentation of the
arguments named here.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..hcl.tree import Attribute, Block
from ..terraform.module import Module
from ..terraform.values import evaluate

_PROTECTIONS = frozenset(
    (
        "deletion_protection",
        "deletion_protection_enabled",
        "disable_api_termination",
        "enable_deletion_protection",
        "termination_protection",
    )
)


def protection(item: Block | Attribute, module: Module) -> str:
    """The argument that forbids that a resource be destroyed, as it is written; nothing if none does. A
    value that is only known when Terraform runs may forbid it."""
    if not isinstance(item, Block):
        return ""
    for attribute in _arguments(item):
        if evaluate(attribute.expression, module) not in (None, False, "false", "INACTIVE", ""):
            return f"{attribute.name} = {attribute.source}"
    return ""


def _arguments(block: Block) -> Iterator[Attribute]:
    yield from (one for one in block.body.attributes if one.name in _PROTECTIONS)
    for inner in block.blocks():
        attribute = inner.get("prevent_destroy") if inner.type == "lifecycle" else None
        if attribute is not None:
            yield attribute


__all__ = ["protection"]
