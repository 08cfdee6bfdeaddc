"""Defaults of variables that their own types do not accept."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    blocks,
    default_fault,
    is_override,
    nodes,
)

from ._language import is_modern


class DefaultInvalid(Transform):
    """The default of a variable does not fit its type, or is null where null is not allowed.

    What:
        Converts each default to the type of its variable, as Terraform does, and reports what cannot be
        converted, also the defaults of optional attributes. Also reports `default = null` with
        `nullable = false`.

    Why:
        Terraform stops with "Invalid default value for variable" before it plans anything.

    Example:
        variable "zones" {
          type    = list(string)
          default = "eu-west-1a"
        }

    Impact:
        None: whether the type or the default is wrong is for you to say.

    Limits:
        Only reported. What an override file changes is judged with what it leaves as it is.

    Source:
        Terraform language documentation, "Input Variables" and "Type Constraints".
    """

    name = "terraform-default-invalid"
    impact = Impact.NONE
    watches = blocks("variable")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if not is_modern(module):
            return
        yield from _optional_defaults(block)
        same = module.blocks("variable", *block.labels)
        overrides = [one for one in same if is_override(module.file_of(one).path.rpartition("/")[2])]
        if not overrides:
            yield from _fault(block.get("default"), block.get("type"), block.get("nullable"))
        elif block is overrides[-1]:
            default, type_, nullable = (
                _last(name, same, overrides) for name in ("default", "type", "nullable")
            )
            for finding in _fault(default, type_, nullable):
                finding.at, finding.within = block, None
                yield finding


def _last(name: str, same: list[Block], overrides: list[Block]) -> Attribute | None:
    """The argument that counts: that of the last override file that has it, else that of the declaration."""
    bases = [one for one in same if one not in overrides]
    found = [attribute for one in (*bases, *overrides) if (attribute := one.get(name)) is not None]
    return found[-1] if found else None


def _fault(
    default: Attribute | None, type_: Attribute | None, nullable: Attribute | None
) -> Iterator[Finding]:
    if default is None:
        return
    if default.source == "null":
        if nullable is not None and nullable.boolean is False:
            yield Finding(default, "the default is null, which 'nullable = false' excludes")
    elif type_ is not None and type_.string is None:  # types in quotes are for a rule of their own
        fault = default_fault(default.expression, type_.expression)
        if fault:
            yield Finding(default, f"the default does not fit the type: {fault}")


def _optional_defaults(block: Block) -> Iterator[Finding]:
    """The defaults of optional attributes that do not fit the types of these."""
    type_ = block.get("type")
    if type_ is None or "optional" not in type_.source:
        return
    for call in type_.expression.find(nodes.Call, lambda one: one.name == "optional"):
        if len(call.arguments) == 2:
            fault = default_fault(call.arguments[1], call.arguments[0])
            if fault:
                message = f"the default of an optional attribute does not fit its type: {fault}"
                yield Finding(type_, message, within=call.arguments[1])
