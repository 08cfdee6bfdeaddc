"""What is known of the values of a module, with the types of resources from the providers' schemas."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import schemas as facts
from ..facts.sensitive import sensitive
from ..hcl.nodes import Expression, Literal, Template, TemplateLiteral
from ..hcl.tree import Attribute, Block
from ..terraform.evidence import knows
from ..terraform.inference import types
from ..terraform.inference.abstract import EPHEMERAL, SENSITIVE, Abstract, has_later, is_whole, plain
from ..terraform.inference.converting import convert
from ..terraform.inference.module_values import ModuleValues, declared_type, module_values
from ..terraform.inference.problems import Kind, NotConvertibleError, Problem
from ..terraform.inference.types import ANY, Collection, ObjectType, Type, from_json
from ..terraform.module import Module
from ..terraform.references import expressions
from .schemas import judged


def values_of(module: Module, *, defaults: bool = False) -> ModuleValues:
    """The values of a module. With ``defaults``, variables are worth what they are given or their default."""
    return module_values(module, _SCHEMAS, defaults=defaults)


def infer(attribute: Attribute, block: Block, module: Module, *, defaults: bool = True) -> Abstract:
    """What is known of the value of an attribute in a top-level block."""
    return values_of(module, defaults=defaults).value(attribute, block)


def infer_part(node: Expression, module: Module) -> Abstract:
    """What is known of the value of an expression, whatever the variables are. Where it is repeated, or in a
    loop, what its words stand for is not known."""
    return values_of(module).expression(node)


def problems(module: Module) -> tuple[tuple[Attribute, Problem], ...]:
    """What is wrong with the expressions of a module, whatever its variables are."""
    return module.recall_with_others(_problems)


def _problems(module: Module) -> tuple[tuple[Attribute, Problem], ...]:
    return tuple(_found(module))


def _found(module: Module) -> Iterator[tuple[Attribute, Problem]]:
    if not knows(">= 0.12", module):
        return  # the language of Terraform 0.11 was another
    values = values_of(module)
    for file in module.files.values():
        for block in module.accepted(file):
            if block.type in ("moved", "removed", "import"):
                continue
            for attribute, _ in expressions(block):
                if is_plain(attribute.expression):
                    continue  # it is what it is
                for problem in values.problems(attribute, block):
                    yield attribute, problem


def is_plain(node: Expression) -> bool:
    """Whether an expression is a literal, or a string without sequences."""
    if isinstance(node, Template):
        return all(isinstance(part, TemplateLiteral) for part in node.parts)
    return isinstance(node, Literal)


class _ProviderSchemas:
    """Answers from the schemas of the provider versions that count for a module."""

    def type_of(self, block: Block, module: Module) -> ObjectType | None:
        """The type of a resource, with what all versions agree on; others may have more."""
        found = judged(block, module)
        if found is None:
            return None
        first, *others = (block_type(schema) for schema in found.schemas)
        if not others:
            return first
        attributes = {
            name: type_ if all(one.attributes.get(name) == type_ for one in others) else ANY
            for name, type_ in first.attributes.items()
        }
        return ObjectType(attributes, is_open=True)

    def is_computed(self, block: Block, module: Module, name: str) -> bool:
        """Whether no version lets an attribute be set, so that it is known after the apply only."""
        known = _attributes(block, module, name)
        # Resources of older providers have an id that may be set by their schema, but never is. Of sets and
        # lists, such as what validates a certificate, providers know a part when they plan.
        return bool(known) and all(
            one.computed and isinstance(one.type, str) and (name == "id" or not one.is_settable)
            for one in known
        )

    def is_sensitive(self, block: Block, module: Module, name: str) -> bool:
        """Whether all versions say that an attribute is sensitive."""
        if name in self.sensitive_in(block):
            return True
        known = _attributes(block, module, name)
        return bool(known) and all(one.sensitive for one in known)

    def sensitive_in(self, block: Block) -> frozenset[str]:
        """The attributes of a resource that are known to be sensitive."""
        return sensitive(block.type, block.labels[0])


_SCHEMAS = _ProviderSchemas()


def _attributes(block: Block, module: Module, name: str) -> list[facts.Attribute]:
    """An attribute in all versions that count; none if one of them does not have it."""
    found = judged(block, module)
    known = [one.attributes.get(name) for one in found.schemas] if found else []
    return [one for one in known if one is not None] if None not in known else []


_TYPES: dict[int, tuple[facts.BlockSchema, ObjectType]] = {}


def block_type(schema: facts.BlockSchema) -> ObjectType:
    """The type of the objects that a block's schema describes. It may have more than is known."""
    known = _TYPES.get(id(schema))  # schemas are kept as long as the process, and cannot be hashed
    if known is None or known[0] is not schema:
        known = schema, ObjectType(dict(_members(schema)), is_open=True)
        _TYPES[id(schema)] = known
    return known[1]


def _members(schema: facts.BlockSchema) -> Iterator[tuple[str, Type]]:
    for name, attribute in schema.attributes.items():
        yield name, from_json(attribute.type)
    for name, nested in schema.blocks.items():
        inner = block_type(nested.block)
        if nested.nesting in ("list", "set", "map"):
            yield name, Collection(nested.nesting, inner)
        else:
            yield name, inner


__all__ = [
    "EPHEMERAL",
    "SENSITIVE",
    "Abstract",
    "Kind",
    "NotConvertibleError",
    "Problem",
    "convert",
    "declared_type",
    "has_later",
    "infer",
    "infer_part",
    "is_plain",
    "is_whole",
    "plain",
    "problems",
    "types",
    "values_of",
]
