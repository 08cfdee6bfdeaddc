"""Type constraints in quotes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    blocks,
    evaluate,
    knows,
    nodes,
)

_KNOWN = ("string", "list", "map")


class TypeQuoted(Transform):
    """The type of a variable stands in quotes, as in Terraform 0.11.

    What:
        Writes `string`, `list(string)` and `map(string)`; `list(any)` and `map(any)` where the default or a
        use shows that the elements are no strings.

    Why:
        Terraform stops with "Invalid quoted type constraints".

    Example:
        variable "subnet_ids" {
          type = "list"
        }

    Becomes:
        variable "subnet_ids" {
          type = list(string)
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Other quoted types are left to be reported by validation. Silent for modules that ask for Terraform
        0.11.

    Source:
        Terraform language documentation, "Type Constraints"; Terraform's message on quoted constraints.
    """

    name = "terraform-type-quoted"
    impact = Impact.NONE
    watches = blocks("variable")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        type_ = block.get("type")
        if type_ is None or type_.string not in _KNOWN or not block.labels:
            return
        if not knows(">= 0.12", module):
            return
        source = _type(type_.string or "", block, module)
        message = f'the type "{type_.string}" stands in quotes; today it is written {source}'
        yield Finding(type_, message, partial(_set, type_, source, module))


def _type(word: str, block: Block, module: Module) -> str:
    if word == "string":
        return word
    return f"{word}({'string' if _has_strings(block, module) else 'any'})"


def _has_strings(block: Block, module: Module) -> bool:
    default = block.get("default")
    value = evaluate(default.expression) if default is not None else None
    elements = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if any(not isinstance(element, str | int | float) for element in elements):
        return False
    return not any(
        _goes_deep(reference.node) for reference in module.references_to(Address(("var", *block.labels)))
    )


def _goes_deep(node: nodes.Traversal) -> bool:
    """Whether a traversal of the variable looks into one of its elements."""
    return len(node.steps) > 2


def _set(type_: Attribute, source: str, module: Module) -> None:
    type_.set(source)
