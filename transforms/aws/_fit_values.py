"""What is known of the arguments of a block that relations are about."""

from __future__ import annotations

from dataclasses import dataclass, field

from tffix import Address, Attribute, Block, Module, inference, mentions, nodes, schemas

from ._text_ends import known_end

Item = Attribute | Block


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument or nested block, as far as it is known.

    ``is_set`` is None where that is not known: providers take an empty text, 0, false and an empty list for
    no value, and may have a value for what is not set. ``text`` is the value of a primitive, ``items`` are
    those of a list, None for each that is not known. ``end`` is how a text ends of which more is not known,
    ``arn`` has the form of an ARN of which more is not known.
    """

    is_set: bool | None
    item: Item | None = None
    text: str | None = None
    items: tuple[str | None, ...] | None = None
    keys: tuple[str, ...] | None = None
    count: int | None = None
    end: str = ""
    arn: str | None = None


_NOTHING_KNOWN = Argument(None)


@dataclass(slots=True)
class Values:
    """The arguments of a block. With ``defaults``, variables are worth what they are given, or by default."""

    site: schemas.Site
    module: Module
    defaults: bool
    _known: dict[str, Argument] = field(default_factory=dict)

    def of(self, path: str) -> Argument:
        """What is known of an argument, by its path as relations have it."""
        if path not in self._known:
            self._known[path] = self._of(path)
        return self._known[path]

    def told(self, path: str) -> str:
        """An argument as messages name it."""
        referring, _, rest = path.partition(">")
        type_, _, inner = rest.partition(">")
        other = self.referred(referring, type_) if rest else None
        if other is None:
            return f"'{path.partition('=')[0]}'"
        return f"{other.told(inner)} of {Address.of(other.site.top)}"

    def shown(self, path: str) -> str:
        """The value of an argument as messages show it: as it is known, or else as it is written."""
        argument = self.of(path)
        if argument.text is None and isinstance(argument.item, Attribute):
            return argument.item.source.strip()
        return argument.text or "not set"

    def referred(self, path: str, type_: str) -> Values | None:
        """The arguments of the one resource of a type that an argument refers to."""
        item = self.of(path).item
        found = {
            block
            for one in (mentions(item.source) if isinstance(item, Attribute) else ())
            if isinstance(block := self.module.get(one.address), Block)
            and (block.type, block.labels[:1]) == ("resource", (type_,))
        }
        sites = schemas.sites(found.pop(), self.module) if len(found) == 1 else ()
        return Values(sites[0], self.module, self.defaults) if sites else None

    def _of(self, path: str) -> Argument:
        referring, _, rest = path.partition(">")
        if rest:
            type_, _, inner = rest.partition(">")
            other = self.referred(referring, type_)
            return other.of(inner) if other is not None else _NOTHING_KNOWN
        path, _, default = path.partition("=")
        if default and self.site.owner.get(path) is None:
            return Argument(None, text=default)
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
            is_list = not isinstance(value.type, inference.types.Collection) or None not in items
            # A list that is empty by default, or one empty text, is there to be filled.
            count = len(plain) if is_list and not self.defaults else None
            return Argument(bool(plain) or None, attribute, items=items, count=count)
        if isinstance(plain, dict):
            return Argument(bool(plain) or None, attribute, keys=tuple(plain))
        text = _text(plain)
        if text is None:
            node = attribute.expression
            is_set = _is_surely_set(node, self.module) or None
            return Argument(is_set, attribute, end=known_end(node, self.module), arn=_arn(node))
        return Argument(None if text in ("", "0", "false") else True, attribute, text or None)


_ARNS = {
    "aws_dynamodb_table.stream_arn": "arn:aws:dynamodb:us-east-1:123456789012:table/x/stream/x",
    "aws_kinesis_stream.arn": "arn:aws:kinesis:us-east-1:123456789012:stream/x",
    "aws_msk_cluster.arn": "arn:aws:kafka:us-east-1:123456789012:cluster/x/x",
    "aws_sqs_queue.arn": "arn:aws:sqs:us-east-1:123456789012:x",
}
"""The form of ARNs. Source: Service Authorization Reference, resource types of Amazon DynamoDB, Kinesis Data
Streams, MSK and SQS."""


def _arn(node: nodes.Expression) -> str | None:
    node = nodes.inside(node)
    if (
        not isinstance(node, nodes.Traversal)
        or not node.steps
        or not isinstance(node.steps[-1], nodes.GetAttribute)
    ):
        return None
    return _ARNS.get(f"{node.root}.{node.steps[-1].name}")


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
