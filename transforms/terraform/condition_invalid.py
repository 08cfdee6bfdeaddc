"""Conditions that check nothing, or look at what they may not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from tffix import Address, Attribute, Block, Finding, Impact, Module, Transform, inference, language, mentions

from ._free_names import free_traversals
from ._language import own_blocks

_WATCHED = ("validation", "precondition", "postcondition", "assert")
_TYPES: Mapping[str, inference.types.Type] = {
    "condition": inference.types.BOOL,
    "error_message": inference.types.STRING,
}


class ConditionInvalid(Transform):
    """A condition refers to nothing, or to what it may not refer to.

    What:
        Checks the conditions of validations, preconditions, postconditions and assertions. A condition must
        refer to something and be true or false, and its message must be a text. The condition of a validation
        must refer to its own variable, and one of a resource not to the resource itself: a postcondition
        refers to it as `self`, which is written where no index is involved.

    Why:
        Terraform stops with "Invalid variable validation condition" or "Invalid reference in postcondition".

    Example:
        resource "aws_instance" "web" {
          ami           = var.ami
          instance_type = "t3.micro"

          lifecycle {
            postcondition {
              condition     = aws_instance.web.public_dns != ""
              error_message = "The instance needs a public name."
            }
          }
        }

    Becomes:
        resource "aws_instance" "web" {
          ami           = var.ami
          instance_type = "t3.micro"

          lifecycle {
            postcondition {
              condition     = self.public_dns != ""
              error_message = "The instance needs a public name."
            }
          }
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Only reported: all but postconditions. What a validation may refer to besides its variable depends on
        the version of Terraform, and another rule checks that.

    Source:
        Terraform language documentation, "Custom Conditions", and the reference page of the check block.
    """

    name = "terraform-condition-invalid"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for own in own_blocks(module):
            if own.block.type in _WATCHED and own.around is not None and not own.is_override:
                yield from _findings(own, module)


def _findings(own: language.Own, module: Module) -> Iterator[Finding]:
    block, top = own.block, own.top
    condition = block.get("condition")
    if block.type == "validation" and condition is not None and top.labels:
        name = top.labels[0]
        if not any(node.names[:2] == ("var", name) for node in free_traversals(condition.source)):
            message = f"the condition does not refer to var.{name}, which it validates"
            yield Finding(condition, message)
    elif condition is not None and not free_traversals(condition.source):
        yield Finding(condition, "the condition refers to nothing, so that it always gives the same")
    for name, wanted in _TYPES.items():
        attribute = block.get(name)
        if attribute is not None and (wrong := _mistyped(attribute, wanted, top, module)):
            yield Finding(attribute, wrong)
    address = Address.of(top)
    if block.type in ("precondition", "postcondition") and address is not None and top.type != "output":
        for attribute in filter(None, (condition, block.get("error_message"))):
            yield from _itself(attribute, address, block)


def _mistyped(attribute: Attribute, wanted: inference.types.Type, top: Block, module: Module) -> str:
    """Why the value of an argument cannot be one of a type; nothing where it may be."""
    what = f"the {attribute.name.replace('_', ' ')}"
    value = inference.infer(attribute, top, module, defaults=False)
    if value.is_null:
        return f"{what} is null"
    try:
        inference.convert(value, wanted)
    except inference.NotConvertibleError as error:
        return f"{what} is {inference.types.told(value.type)}: {error.message}"
    return ""


def _itself(attribute: Attribute, address: Address, block: Block) -> Iterator[Finding]:
    """The finding at an attribute that refers to the resource that it is about."""
    found = [one for one in mentions(attribute.source) if one.address == address]
    if not found:
        return
    message = f"a {block.type} of {address} cannot refer to {address}"
    if block.type == "precondition":
        yield Finding(attribute, message, advice="use a postcondition, with self", within=found[0].node)
        return
    is_plain = all(one.rest.startswith(".") and not one.rest.startswith(".*") for one in found)
    fix = partial(_say_self, attribute, address) if is_plain else None
    yield Finding(attribute, message, fix, "refer to it as self", within=found[0].node)


def _say_self(attribute: Attribute, address: Address) -> None:
    found = [one for one in mentions(attribute.source) if one.address == address]
    attribute.replace({one.node: f"self{one.rest}" for one in found})
