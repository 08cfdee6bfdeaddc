"""Where an IAM entity's name is worked out, by `each.key` or a template, instead of being written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from tffix import Address, Attribute, Block, Module, evaluate, mentions, nodes

from ._iam_kinds import KINDS
from ._iam_names import HardCoded, own_locals, scopes

_KNOWN = ("count", "each", "local", "var")
"""What values that are known begin with."""

_PLACES: dict[tuple[str, ...], list[str]] = {}
"""The places that hold names of IAM entities by the block that they are in."""
for _place in sorted({place for kind in KINDS.values() for place in kind.arguments}):
    _header = (
        ("data", _place.split(".")[1]) if _place.startswith("data.") else ("resource", _place.split(".")[0])
    )
    _PLACES.setdefault(_header, []).append(_place)

Scopes = Sequence[tuple[str | None, Mapping[str, object]]]


@dataclass(frozen=True, slots=True)
class Computed:
    """An argument that comes to the entity's name in some instance of its block. ``reference`` gives the
    same and follows the name; it is empty where no one reference does."""

    block: Block
    attribute: Attribute
    reference: str = ""


def computed(found: HardCoded, module: Module) -> Iterator[Computed]:
    """The arguments that take the entity's name and work it out, in the order of the kinds of resources."""
    address = Address.of(found.block)
    for place in sorted(found.kind.arguments):
        for block, attribute in _arguments(place, module):
            # A name that is written out is found as text.
            is_there = any(f'"{name}"' in attribute.source for name in found.instances)
            refers = is_there or any(one.address == address for one in mentions(attribute.source))
            if not refers and not _is_written_out(attribute, found, module):
                yield from _computed(block, attribute, found, module)


def _arguments(place: str, module: Module) -> list[tuple[Block, Attribute]]:
    """The arguments of a module that a place like ``aws_instance.iam_instance_profile`` names, less those of
    which it is plain that they do not work out a name."""
    return module.index(_by_place, itemgetter(0)).get(place)


def _by_place(block: Block) -> Iterator[tuple[str, tuple[Block, Attribute]]]:
    for place in _PLACES.get((block.type, *block.labels[:1]), ()):
        path = place.removeprefix("data.").split(".")
        inner = [block]
        for name in path[1:-1]:
            inner = [child for one in inner for child in one.blocks(name)]
        for one in inner:
            attribute = one.get(path[-1])
            if attribute is not None and not _is_plain(attribute.expression):
                yield place, (block, attribute)


def _is_plain(expression: nodes.Expression) -> bool:
    """Whether a value is literal text, or takes an attribute of something that is made."""
    parts = expression.parts if isinstance(expression, nodes.Template) else ()
    inner = [one.expression for one in parts if isinstance(one, nodes.Interpolation)]
    return _is_literal(expression) or any(map(_is_attribute, (expression, *inner)))


def _is_attribute(expression: nodes.Expression) -> bool:
    return isinstance(expression, nodes.Traversal) and expression.root not in _KNOWN


def _is_written_out(attribute: Attribute, found: HardCoded, module: Module) -> bool:
    """Whether the value is the source of the entity's name, or if it, or that of the local value or variable
    that it names, has no more than literal text in it: it is found as text."""
    expression = attribute.expression
    if isinstance(expression, nodes.Template) and expression.text[1:-1] == found.inner:
        return True
    if isinstance(expression, nodes.Traversal) and expression.root in ("local", "var"):
        named = module.get(".".join((expression.root, *expression.names[1:2])))
        if any(named is one for one in own_locals(found.attribute, module)):
            return False  # it stays as it is
        value = named.get("default") if isinstance(named, Block) else named
        return value is None or not isinstance(value, Attribute) or _is_literal(value.expression)
    return _is_literal(expression)


def _is_literal(expression: nodes.Expression) -> bool:
    return all(
        isinstance(one, nodes.Template | nodes.TemplateLiteral | nodes.Tuple) for one in expression.walk()
    )


def _computed(block: Block, attribute: Attribute, found: HardCoded, module: Module) -> Iterator[Computed]:
    known = _scopes_of_use(block, found, module)
    values = [(index, evaluate(attribute.expression, module, scope)) for index, scope in known]
    if all(isinstance(value, str) for _, value in values) and any(
        value in found.instances for _, value in values
    ):
        yield Computed(block, attribute, _reference(values, block, found))
        return
    for _, value in values:
        texts = value if isinstance(value, list) else [value]
        if any(isinstance(text, str) and text in found.instances for text in texts):
            yield Computed(block, attribute)
            return


def _scopes_of_use(block: Block, found: HardCoded, module: Module) -> Scopes:
    """The instances of a block; where they are those of the entity, with its keys."""
    for_each = block.get("for_each")
    if for_each is not None and for_each.source.strip() == str(Address.of(found.block)):
        return [
            (index, {"each": {"key": index[2:-2], "value": {"name": name}}})
            for name, index in found.instances.items()
            if index
        ]
    return scopes(block, module) or []


def _reference(values: Sequence[tuple[str | None, object]], block: Block, found: HardCoded) -> str:
    """What names the same instance of the entity in every instance of the block."""
    address = Address.of(found.block)
    indexes = [found.instances.get(str(value)) for _, value in values]
    if None in indexes:
        return ""
    is_repeated = block.get("count") is not None or block.get("for_each") is not None
    if not is_repeated:
        return f"{address}{indexes[0]}.name"
    if indexes != [index for index, _ in values]:
        return ""  # with other keys, it would be another's name
    return f"{address}[{'count.index' if block.get('count') else 'each.key'}].name"
