"""What is known of the arguments of a block that relations are about."""

from __future__ import annotations

from dataclasses import dataclass, field

from tffix import Attribute, Block, Module, inference, nodes, schemas

from ._text_ends import known_end

Item = Attribute | Block


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument or nested block, as far as it is known.

    ``is_set`` is None where that is not known: providers take an empty text, 0, false and an empty list for
    no value, and may have a value for what is not set. ``text`` is the value of a primitive, ``items`` are
    those of a list, None for each that is not known. ``end`` is how a text ends of which more is not known.
    """

    is_set: bool | None
    item: Item | None = None
    text: str | None = None
    items: tuple[str | None, ...] | None = None
    count: int | None = None
    end: str = ""


_NOTHING_KNOWN = Argument(None)


@dataclass(slots=True)
class Values:
    """The arguments of a block. With ``defaults``, variables are worth what they are given, or by default."""

    site: schemas.Site
    module: Module
    defaults: bool
    _known: dict[str, Argument] = field(default_factory=dict)

    def of(self, path: str) -> Argument:
        """What is known of an argument, by its dotted path."""
        if path not in self._known:
            self._known[path] = self._of(path)
        return self._known[path]

    def _of(self, path: str) -> Argument:
        *steps, name = path.split(".")
        block, schema = self.site.owner, list(self.site.schemas)
        for step in steps:
            nested = _named(block, step)
            if block.get(step) is not None or any(step not in one.blocks for one in schema):
                return _NOTHING_KNOWN
            if not nested:
                return Argument(False)
            if len(nested) > 1 or nested[0].type == "dynamic":
                return _NOTHING_KNOWN
            block, schema = nested[0], [one.blocks[step].block for one in schema]
        attribute = block.get(name)
        if attribute is not None:
            return self._argument(attribute)
        nested = _named(block, name)
        if nested:
            is_known = all(one.type != "dynamic" for one in nested)
            return Argument(is_known or None, nested[0], count=len(nested) if is_known else None)
        return Argument(False if all(_is_absent(one, name) for one in schema) else None)

    def _argument(self, attribute: Attribute) -> Argument:
        top = self.site.top
        value = inference.infer(attribute, top, self.module, defaults=self.defaults)
        if value.is_null:
            # A variable that is null by default is there to be set.
            is_certain = not self.defaults or attribute.source.strip() == "null"
            return Argument(False if is_certain else None, attribute)
        plain = inference.plain(value)
        if isinstance(plain, list):
            items = tuple(_text(one) for one in plain)
            is_counted = not isinstance(value.type, inference.types.Collection) or None not in items
            return Argument(
                bool(plain) or None, attribute, items=items, count=len(plain) if is_counted else None
            )
        if isinstance(plain, dict):
            return Argument(bool(plain) or None, attribute)
        text = _text(plain)
        if text is None:
            is_set = _is_surely_set(attribute.expression, self.module) or None
            return Argument(is_set, attribute, end=known_end(attribute.expression, self.module))
        return Argument(None if text in ("", "0", "false") else True, attribute, text or None)


def _named(block: Block, name: str) -> list[Block]:
    return [one for one in block.blocks() if schemas.content_of(one)[0] == name]


def _is_absent(schema: schemas.BlockSchema, name: str) -> bool:
    """Whether what is not written is surely not there: no provider computes it."""
    attribute = schema.attributes.get(name)
    return not attribute.computed if attribute is not None else name in schema.blocks


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return value if isinstance(value, str) else None


def _is_surely_set(node: nodes.Expression, module: Module) -> bool:
    """Whether a value that is not known cannot be null or empty: a text with a part that is known, or an
    attribute that every resource has."""
    node = nodes.inside(node)
    if isinstance(node, nodes.Template):
        return any(isinstance(part, nodes.TemplateLiteral) and part.value for part in node.parts)
    return isinstance(node, nodes.Traversal) and inference.infer_part(node, module).is_later
