"""Defaults of variables that their own types do not accept."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform, blocks, default_fault, is_override, knows, nodes


class DefaultInvalid(Transform):
    """The default of a variable does not fit its type, or is null where null is not allowed.

    What:
        Converts each default to the type of its variable, as Terraform does, and reports what cannot be
        converted, also the defaults of optional attributes. Also reports `default = null` with
        `nullable = false`.

    Why:
        Terraform stops with "Invalid default value for variable" before it plans anything.

    Impact:
        None: whether the type or the default is wrong is for you to say.

    Limits:
        Only reported. Silent about variables that an override file changes.

    Source:
        Terraform language documentation, "Input Variables" and "Type Constraints".
    """

    name = "terraform-default-invalid"
    impact = Impact.NONE
    watches = blocks("variable")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        default = block.get("default")
        yield from _optional_defaults(block)
        if default is None or _is_overridden(block, module) or not knows(">= 0.12", module):
            return
        nullable, type_ = block.get("nullable"), block.get("type")
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


def _is_overridden(block: Block, module: Module) -> bool:
    same = module.blocks("variable", *block.labels)
    return any(is_override(module.file_of(one).path.rpartition("/")[2]) for one in same)
