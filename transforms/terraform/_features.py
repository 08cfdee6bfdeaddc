"""The parts of Terraform's language that a block uses and that not every version has.

Facts: `tffix.language`, which names its sources; Terraform's changelogs for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tffix import Address, Attribute, Block, language, mentions, nodes

_OPTIONAL = (1, 3)
_TERRAFORM_DATA = (1, 4)
_PROVIDER_FUNCTIONS = (1, 8)
_OTHER_VARIABLES = (1, 9)
_WRITE_ONLY = (1, 11)


@dataclass(frozen=True, slots=True)
class Feature:
    """A part of the language: its name, what it is in words, the version that introduced it, and where."""

    name: str
    words: str
    since: language.Since
    at: Block | Attribute
    within: nodes.Expression | None = None


def features(top: Block) -> Iterator[Feature]:
    """What a top-level block uses that is younger than the language's present form."""
    for own in language.own_blocks([(top, False)]):
        if own.kind is not None:
            yield from _of_block(own.block, own.kind)
    if top.labels[:1] == ("terraform_data",) and top.type == "resource":
        yield Feature("terraform_data", "the resource terraform_data", _TERRAFORM_DATA, top)
    if top.type == "variable":
        yield from _of_variable(top)
    for body in top.body.walk():
        for attribute in body.attributes:
            if "(" in attribute.source:
                yield from _functions(attribute)
            if top.type == "resource" and attribute.name.endswith("_wo"):
                yield Feature(
                    "write-only", f"the write-only argument '{attribute.name}'", _WRITE_ONLY, attribute
                )


def _of_block(block: Block, kind: language.Kind) -> Iterator[Feature]:
    if kind.since > language.ALWAYS:
        article = "an" if block.type[0] in "aeiou" else "a"
        yield Feature(block.type, f"{article} {block.type} block", kind.since, block)
    for attribute in block.body.attributes:
        known = kind.arguments.get(attribute.name)
        if known is not None and known.since > language.ALWAYS:
            words = (
                f"the argument '{attribute.name}' of {'an' if block.type[0] in 'aeiou' else 'a'} {block.type}"
            )
            yield Feature(f"{block.type}.{attribute.name}", words, known.since, attribute)


def _of_variable(variable: Block) -> Iterator[Feature]:
    own = Address(("var", *variable.labels))
    type_ = variable.get("type")
    if type_ is not None and "optional(" in type_.source:
        call = next(type_.expression.find(nodes.Call, lambda one: one.name == "optional"), None)
        yield Feature("optional", "an optional attribute of an object type", _OPTIONAL, type_, call)
    for validation in variable.blocks("validation"):
        for attribute in validation.body.attributes:
            other = next((one for one in mentions(attribute.source) if one.address != own), None)
            if other is not None:
                words = f"a validation that refers to {other.address}"
                yield Feature("validation of others", words, _OTHER_VARIABLES, attribute, other.node)


def _functions(attribute: Attribute) -> Iterator[Feature]:
    for call in attribute.expression.find(nodes.Call):
        if "::" in call.name:
            is_core = call.name.startswith("core::")
            if not is_core:
                yield Feature(
                    "function ::", f"the function {call.name}", _PROVIDER_FUNCTIONS, attribute, call
                )
        elif call.name in language.FUNCTIONS:
            since = language.FUNCTIONS[call.name]
            yield Feature(f"function {call.name}", f"the function {call.name}", since, attribute, call)
