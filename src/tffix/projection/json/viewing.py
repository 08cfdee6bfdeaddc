"""The view of a JSON document as HCL, and what in the document each item of the view stands for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...hcl.errors import SyntaxFault
from ...hcl.json_spelling import characters
from ...hcl.json_text import Array, Container, Document, Entry, Node, Object, Scalar, elements
from ...hcl.scanner import IDENTIFIER, identifier_end
from . import shapes
from .shapes import Reading, Shape
from .strings import bare, escaped, has_sequence, is_expression, key_source, literal_source, pieces

COMMENT = "//"
"""The property that holds a comment in a body."""


@dataclass(slots=True, eq=False)
class ShownAttribute:
    """An argument: the member that holds it, and the object that holds that."""

    name: str
    holder: Object
    entry: Entry
    reading: Reading


@dataclass(slots=True, eq=False)
class ShownBlock:
    """A block: the entries that lead to it from the object of the body around it, each with what holds it;
    the last one's value is its own object."""

    type: str
    labels: tuple[str, ...]
    path: tuple[tuple[Container, Entry], ...]
    body: ShownBody


@dataclass(slots=True, eq=False)
class ShownBody:
    """A body: the objects that make it up (several where it is an array at the top), its items in order."""

    objects: list[Object]
    shape: Shape
    items: list[ShownAttribute | ShownBlock] = field(default_factory=list)


class View:
    """The view of a document: ``hcl`` and ``body``, whose items are those of ``hcl`` in their order. Raises
    SyntaxFault for what Terraform rejects; a lenient view leaves that out."""

    def __init__(
        self, document: Document, is_lenient: bool = False, shape: Shape = shapes.CONFIGURATION
    ) -> None:
        self._is_lenient = is_lenient
        self._parts: list[str] = []
        self._length = 0
        self._offsets: list[int] = []  # places in the view, in order, and those of the document they show
        self._origins: list[int] = []
        self._equal: list[int] = []  # how many characters from there on are the same in both
        self.sources = _sources(document.root)
        self.body = ShownBody(self._roots(document.root), shape)
        for holder in self.body.objects:
            self._comment(holder, "")
        for one in self._shown(self.body):
            self._emit("\n" if self._length else "")
            self._item(one, "", one.path[-1][1] if isinstance(one, ShownBlock) else one.entry)
        self.hcl = "".join(self._parts)

    def origin(self, offset: int) -> int:
        """The place in the document of what stands at an offset of the view."""
        index = bisect_right(self._offsets, offset) - 1
        if index < 0:
            return 0
        beyond = offset - self._offsets[index]
        return self._origins[index] + (beyond if beyond < self._equal[index] else 0)

    def _reject(self, message: str, offset: int) -> None:
        """Raises a fault, if this is not a lenient view, which goes on without what has it."""
        if not self._is_lenient:
            raise SyntaxFault(message, offset)

    # -- what there is -----------------------------------------------------------------------------------

    def _roots(self, node: Node) -> list[Object]:
        found = [one for one in elements(node) if isinstance(one, Object)]
        if len(found) < len(elements(node)):
            self._reject("the root must be an object or an array of objects", node.offset)
        return found

    def _shown(self, body: ShownBody) -> Iterator[ShownAttribute | ShownBlock]:
        """The items of a body, each added to it when it is given."""
        for holder in body.objects:
            names: set[str] = set()
            for entry in holder.entries:
                for item in self._items(entry, holder, body, names):
                    body.items.append(item)
                    yield item

    def _items(
        self, entry: Entry, holder: Object, body: ShownBody, names: set[str]
    ) -> Iterator[ShownAttribute | ShownBlock]:
        name = entry.name
        if name == COMMENT:
            return
        known = body.shape.block(name)
        if known is None and body.shape.blocks is shapes.TOP:
            known = (0, Shape())
        if known is not None:
            labels, shape = known
            own = body.shape.schema is None or name in body.shape.blocks
            if own or all(isinstance(one, Object) or _is_null(one) for one in elements(entry.value)):
                yield from self._blocks(name, labels, (), ((holder, entry),), shape, body.shape)
                return
        if not IDENTIFIER.fullmatch(name) or identifier_end(name, 0, len(name)) != len(name):
            self._reject(f"'{name}' is not a name", entry.offset)
            return
        if name in names:
            self._reject(f"'{name}' is set twice", entry.offset)
            return
        names.add(name)
        yield ShownAttribute(name, holder, entry, body.shape.reading(name))

    def _blocks(
        self,
        type_: str,
        left: int,
        labels: tuple[str, ...],
        path: tuple[tuple[Container, Entry], ...],
        shape: Shape,
        around: Shape,
    ) -> Iterator[ShownBlock]:
        value = path[-1][1].value
        if _is_null(value):
            return
        if isinstance(value, Array):
            for element in value.entries:
                if not (left and _is_null(element.value)):
                    yield from self._blocks(type_, left, labels, (*path, (value, element)), shape, around)
            return
        if not isinstance(value, Object):
            what = f"its {'label' if left else 'arguments'}"
            self._reject(f"a block of type '{type_}' needs an object with {what} here", value.offset)
            return
        if left:
            for entry in value.entries:
                inner = (*labels, entry.name)
                yield from self._blocks(type_, left - 1, inner, (*path, (value, entry)), shape, around)
            return
        yield ShownBlock(
            type_, labels, path, ShownBody([value], self.shape(type_, labels, (left, shape), around))
        )

    def shape(
        self, type_: str, labels: tuple[str, ...], known: tuple[int, Shape] | None, around: Shape
    ) -> Shape:
        """The shape of a block in a body, given what that body's shape says of it."""
        shape = known[1] if known is not None else Shape()
        if type_ == "data" or around.blocks is shapes.TOP:
            return shapes.top(type_, labels, shape, self.sources)
        return around.inside(type_, labels[0], shape) if labels else shape

    # -- its text ----------------------------------------------------------------------------------------

    def _emit(self, text: str, origin: int | None = None, is_equal: bool = False) -> None:
        if origin is not None:
            self._offsets.append(self._length)
            self._origins.append(origin)
            self._equal.append(len(text) if is_equal else 0)
        self._parts.append(text)
        self._length += len(text)

    def _item(self, item: ShownAttribute | ShownBlock, indent: str, entry: Entry) -> None:
        if isinstance(item, ShownAttribute):
            self._emit(f"{indent}{item.name} = ", entry.offset)
            self._value(entry.value, item.reading, indent)
            self._emit("\n")
            return
        value = item.body.objects[0]
        self._comment(value, indent)
        origin = next((one.offset for _, one in reversed(item.path) if one.key), entry.offset)
        if not entry.key and len(item.path[-1][0].entries) > 1:
            origin = value.offset
        labels = "".join(f" {literal_source(label)}" for label in item.labels)
        self._emit(indent)
        self._emit(f"{item.type}{labels} {{\n", origin)
        for number, inner in enumerate(self._shown(item.body)):
            if number and isinstance(inner, ShownBlock):
                self._emit("\n")
            self._item(
                inner, indent + "  ", inner.path[-1][1] if isinstance(inner, ShownBlock) else inner.entry
            )
        self._emit(f"{indent}}}\n")

    def _comment(self, holder: Object, indent: str) -> None:
        entry = holder.get(COMMENT)
        text = entry.value.string if entry is not None and isinstance(entry.value, Scalar) else None
        for line in (text or "").splitlines():
            self._emit(f"{indent}# {line.strip()}\n")

    def _value(self, node: Node, reading: Reading, indent: str) -> None:
        if isinstance(node, Scalar):
            self._scalar(node, reading)
        elif isinstance(node, Array):
            self._array(node, reading, indent)
        else:
            self._object(node, reading, indent)

    def _array(self, node: Array, reading: Reading, indent: str) -> None:
        spread = any(not isinstance(one, Scalar) for one in node.values)
        self._emit("[", node.offset)
        for number, entry in enumerate(node.entries):
            self._emit(f"\n{indent}  " if spread else ", " if number else "")
            self._value(entry.value, reading, indent + "  ")
            self._emit("," if spread else "")
        self._emit(f"\n{indent}]" if spread else "]")

    def _object(self, node: Object, reading: Reading, indent: str) -> None:
        self._emit("{" if node.entries else "{}", node.offset)
        names: set[str] = set()
        for entry in node.entries:
            name = entry.name
            if name in names:
                self._reject(f"'{name}' is set twice", entry.offset)
                continue
            names.add(name)
            self._emit(f"\n{indent}  ")
            self._emit(f"{self._key(entry, reading)} = ", entry.offset)
            inner = reading
            if reading is Reading.REQUIREMENT:
                inner = Reading.EXPRESSION if name == "configuration_aliases" else Reading.LITERAL
            self._value(entry.value, inner, indent + "  ")
        self._emit(f"\n{indent}}}" if node.entries else "")

    def _key(self, entry: Entry, reading: Reading) -> str:
        """The key of an object."""
        try:
            return key_source(entry.name, reading, entry.offset)
        except SyntaxFault as fault:
            self._reject(fault.message, fault.offset)
            return literal_source(entry.name)

    def _scalar(self, node: Scalar, reading: Reading) -> None:
        string = node.string
        if string is None:
            self._emit(node.raw, node.offset)
        elif reading is Reading.EXPRESSION:
            self._emit(string if is_expression(string) else literal_source(string), node.offset)
        elif reading is not Reading.TEMPLATE or not has_sequence(string):
            source = literal_source(string)
            self._emit(source, node.offset, source == node.raw)
        else:
            self._template(node, string)

    def _template(self, node: Scalar, string: str) -> None:
        places = [node.offset + place for _, place in characters(node.raw)]
        try:
            found = pieces(string)
        except SyntaxFault as fault:
            self._reject(fault.message, [*places, places[-1]][fault.offset])
            self._emit(literal_source(string), node.offset)
            return
        texts = [escaped(string[a:b]) if literal else string[a:b] for a, b, literal in found]
        source = '"' + "".join(texts) + '"'
        inner = bare(source)
        if inner != source:
            self._emit(inner, places[2], "\\" not in node.raw)
            return
        self._emit('"', node.offset)
        for (start, end, _), text in zip(found, texts, strict=True):
            is_equal = len(text) == end - start == places[end - 1] - places[start] + 1
            self._emit(text, places[start], is_equal)
        self._emit('"')


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


def _sources(root: Node) -> dict[str, str]:
    """The addresses of the required providers that the document itself tells, by their names."""
    found: dict[str, str] = {}
    bodies = [root]
    for name in ("terraform", "required_providers"):
        bodies = [
            inner
            for body in bodies
            for one in elements(body)
            if isinstance(one, Object) and (entry := one.get(name)) is not None
            for inner in elements(entry.value)
        ]
    for body in bodies:
        for entry in body.entries if isinstance(body, Object) else ():
            source = entry.value.get("source") if isinstance(entry.value, Object) else None
            if source is not None and isinstance(source.value, Scalar) and source.value.string:
                found[entry.name] = source.value.string
    return found


__all__ = ["COMMENT", "ShownAttribute", "ShownBlock", "ShownBody", "View"]
