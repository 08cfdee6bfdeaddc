"""Type constraints in quotes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Transform, blocks, knows

from ._inferred_types import shown_type

_KNOWN = ("string", "list", "map")


class TypeQuoted(Transform):
    """The type of a variable is in quotes, as in Terraform 0.11.

    What:
        Takes the quotes away. A list or a map gets the type of its elements where the default, the values
        that callers give and the arguments that it is used for agree on it: `list(string)`. Else `list(any)`
        and `map(any)`, which accept what the quoted types accepted.

    Why:
        Terraform stops with "Invalid quoted type constraints".

    Example:
        variable "subnet_ids" {
          type    = "list"
          default = ["subnet-0123456789abcdef0"]
        }

    Becomes:
        variable "subnet_ids" {
          type    = list(string)
          default = ["subnet-0123456789abcdef0"]
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
        message = f'the type "{type_.string}" is in quotes; write it as {source}'
        yield Finding(type_, message, partial(_set, type_, source, module))


def _type(word: str, block: Block, module: Module) -> str:
    if word == "string":
        return word
    shown = shown_type(block, module)
    return shown if shown is not None and shown.startswith(f"{word}(") else f"{word}(any)"


def _set(type_: Attribute, source: str, module: Module) -> None:
    type_.set(source)
