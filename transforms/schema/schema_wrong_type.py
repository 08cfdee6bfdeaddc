"""Literal values of a type that cannot become the argument's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    blocks,
    inference,
    nodes,
    quote,
    schemas,
)

from ._types import element_type, is_primitive, is_wrapped, mismatch, told, type_of


class SchemaWrongType(Transform):
    """A value cannot be converted to the type of its argument.

    What:
        Compares values, at any depth, with the type in the provider's schema: a list where a string
        is wanted, words where a number is, one string where a list is. A single value for a list or set is
        put in brackets, a list of one value for a single one is taken out of them, and `"True"` for a bool
        becomes `true`.

    Why:
        Terraform stops with "Incorrect attribute value type" before it plans anything.

    Example:
        resource "aws_lb" "web" {
          name    = "web"
          subnets = "subnet-0123456789abcdef0"
        }

    Becomes:
        resource "aws_lb" "web" {
          name    = "web"
          subnets = ["subnet-0123456789abcdef0"]
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Of what variables and references stand for, the type is judged, and the value where it is certain, as
        of local values; it is only reported. Reported and left, too: strings with commas for a list, several
        values for a single one, objects, and words for a number. Silent where the versions that may be in
        use differ.

    Source:
        The provider schemas in tffix's facts; Terraform language documentation, "Type Conversion".
    """

    name = "schema-wrong-type"
    impact = Impact.NONE
    languages = frozenset(("hcl", "json", "python"))
    watches = blocks("resource", "data", "ephemeral", "provider")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for site in schemas.sites(block, module):
            for attribute in site.body.attributes:
                known = site.attribute(attribute.name)
                if known is None or not known.is_settable:
                    continue
                found = mismatch(attribute.expression, known.type)
                if found == "an object" and schemas.may_be_blocks(known):
                    continue  # of these schema-block-expected makes blocks
                reason = f", not {found}" if found else _inferred(attribute, block, known.type, module)
                if reason:
                    where = f"{site.inside}.{attribute.name}"
                    message = f"{where} takes {told(known.type)}{reason} ({site.judged.told})"
                    yield Finding(attribute, message, _fix(attribute, known.type, module))


def _inferred(attribute: Attribute, block: Block, wanted: schemas.Type, module: Module) -> str:
    """What is wrong with a value that is not written out, if it cannot become one of the type wanted."""
    node = nodes.inside(attribute.expression)
    if inference.is_plain(node) or isinstance(node, nodes.Object):
        return ""
    value = inference.infer(attribute, block, module, defaults=False)
    if value.type is inference.types.ANY:
        return ""
    try:
        inference.convert(value, inference.types.from_json(wanted))
    except inference.NotConvertibleError as error:
        if "is missing" in error.message:
            return ""  # which attributes of an object are, the schemas do not always say
        if ":" in error.message:
            return f": {error.message}"
        known = quote(value.value) if isinstance(value.value, str) else inference.types.told(value.type)
        return f", not {known}"
    return ""


def _fix(attribute: Attribute, type_: object, module: Module) -> Callable[[], None] | None:
    """The fix where one value is meant without doubt."""
    node = nodes.inside(attribute.expression)
    if isinstance(node, nodes.Tuple):
        alone = (
            len(node.items) == 1 and is_primitive(type_) and "#" not in node.text and "//" not in node.text
        )
        if alone and type_of(node.items[0], module) == type_:
            return partial(attribute.set, node.items[0].text)
        return None
    element = element_type(type_)
    if element is not None and is_primitive(element) and isinstance(type_, list) and type_[0] != "map":
        return partial(attribute.set, f"[{attribute.source}]") if _is_one(node, element) else None
    lower = node.literal.lower() if isinstance(node, nodes.Template) and node.literal else ""
    return partial(attribute.set, lower) if type_ == "bool" and lower in ("true", "false") else None


def _is_one(node: nodes.Expression, element: object) -> bool:
    """Whether a literal is one element of a list, not several written as one string."""
    if isinstance(node, nodes.Template):
        plain = not node.is_heredoc and not is_wrapped(node) and bool(node.parts) and "," not in node.text
        return plain and not mismatch(node, element)
    return isinstance(node, nodes.Literal) and not mismatch(node, element)
