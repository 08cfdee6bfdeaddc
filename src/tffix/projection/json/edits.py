"""Turns edits of a JSON file's view into edits of the file, which leave the bytes of all else alone.

The view before and after are compared item by item; what is new is laid out in the file's own style.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import TypeAlias

from ...hcl.errors import SyntaxFault
from ...hcl.json_spelling import encoded, respelled
from ...hcl.json_text import Array, Document, Entry, Object, Scalar
from ...hcl.nodes import Expression
from ...hcl.nodes import Object as ObjectNode
from ...hcl.nodes import Tuple as TupleNode
from ...hcl.structure import Structure
from ...hcl.tree import Attribute, Block, Body
from .. import Refused
from .adding import Additions, after, line_of
from .matching import Known, detach, matched, relabelled, renames, words
from .shapes import Reading, Shape
from .values import data_of, key_of, label, meaning, within
from .viewing import ShownAttribute, ShownBlock, ShownBody, View

Meaning: TypeAlias = tuple[dict[str, object], list[tuple[str, tuple[str, ...], "Meaning"]]]


def put_back(text: str, edited: str, shape: Shape) -> str:
    """The text of a JSON file after what was edited in its view. Raises Refused."""
    document = Document(text)
    view = View(document, shape=shape)
    new = Structure(edited).parse()
    _Edit(document, view).body(view.body, Structure(view.hcl).parse(), new, "")
    result = document.text
    try:
        again = View(Document(result), shape=shape)
    except SyntaxFault as fault:
        raise Refused(f"the change has no counterpart in JSON: {fault.message}") from None
    got = Structure(again.hcl).parse()
    _drop_equal(got, new)
    if meaning_of(got, again.body.shape, again) != meaning_of(new, view.body.shape, view):
        raise Refused("the change has no counterpart in JSON")
    root = document.root
    return "" if isinstance(root, Object) and not root.entries and view.body.items else result


class _Edit:
    def __init__(self, document: Document, view: View) -> None:
        self.new = Additions(document, view)

    # -- bodies ------------------------------------------------------------------------------------------

    def body(self, shown: ShownBody, old: Body, new: Body, outer: str) -> None:
        """Brings a body to its new form. ``outer`` is the indentation of the line that it begins on."""
        if not shown.objects:
            raise Refused("there is no object in the file to add to")
        items = [one for one in old.items if isinstance(one, Attribute | Block)]
        pairs = list(zip(items, shown.items, strict=True))
        anchors: dict[int, Entry] = {}  # by the identity of a new item, what holds it
        self.attributes(
            {a.name: (a, s) for a, s in pairs if isinstance(a, Attribute) and isinstance(s, ShownAttribute)},
            {a.name: a for a in new.attributes},
            shown.shape,
            anchors,
            outer,
        )
        added = self.blocks(
            [(b, s) for b, s in pairs if isinstance(b, Block) and isinstance(s, ShownBlock)],
            list(new.blocks()),
            shown,
            anchors,
            outer,
        )
        anchor: Entry | None = None
        for item in new.items:
            if id(item) in anchors:
                anchor = anchors[id(item)]
            elif isinstance(item, Attribute):
                anchor = self.new.argument(shown.objects[0], item, shown.shape, outer, anchor)
            elif isinstance(item, Block) and id(item) in added:
                node = added[id(item)]
                anchor = self.new.block(shown.objects, item, shown.shape, outer, anchor, node)

    def attributes(
        self,
        old: dict[str, tuple[Attribute, ShownAttribute]],
        new: dict[str, Attribute],
        shape: Shape,
        anchors: dict[int, Entry],
        outer: str,
    ) -> None:
        """Changes, renames and removes arguments; those that are new are left to ``body``."""
        left = {name: item for name, item in new.items() if name not in old}
        for name, (before, shown) in old.items():
            item = new.get(name)
            if item is None:
                item = next((a for a in left.values() if renames(before, a, shown.reading, shape)), None)
                if item is None:
                    shown.holder.remove(shown.entry)
                    continue
                del left[item.name]
                shown.entry.key = encoded(item.name)
            elif item.source != before.source and words(item.source) != words(before.source):
                line = line_of(shown.entry, outer)
                self.value(shown.entry, before.expression, item.expression, shown.reading, line)
            anchors[id(item)] = shown.entry

    def blocks(
        self,
        old: Sequence[Known],
        new: Sequence[Block],
        shown: ShownBody,
        anchors: dict[int, Entry],
        outer: str,
    ) -> dict[int, Object | None]:
        """Changes, relabels and removes blocks. Returns those that are to be placed, by the identity of the
        new block: with their object, if the file has it in another place."""
        pairs, gone, come = matched(old, new)
        moved: dict[int, Object | None] = {id(block): None for block in come}
        for (before, known), item in pairs:
            if before.body.text != item.body.text:
                inner = outer
                for _, entry in known.path:
                    inner = line_of(entry, inner)
                self.body(known.body, before.body, item.body, inner)
            if before.labels == item.labels or relabelled(known, before, item):
                anchors[id(item)] = known.path[0][1]
            else:
                gone.append((before, known))
                moved[id(item)] = known.body.objects[0]
        for _, known in gone:
            detach(known)
        return moved

    # -- values ------------------------------------------------------------------------------------------

    def value(self, entry: Entry, old: Expression, new: Expression, reading: Reading, outer: str) -> None:
        """Changes as little of a value as its new form allows."""
        node = entry.value
        if isinstance(node, Object) and isinstance(old, ObjectNode) and isinstance(new, ObjectNode):
            self.members(node, old, new, reading, outer)
        elif isinstance(node, Array) and isinstance(old, TupleNode) and isinstance(new, TupleNode):
            self.elements(node, old, new, reading, outer)
        else:
            data = data_of(new, reading)
            string = data.string if isinstance(data, Scalar) else None
            if string is not None and isinstance(node, Scalar) and node.string is not None:
                entry.value = Scalar(respelled(node.raw, string))
            else:
                entry.value = self.new.build(data, outer, "\n" not in entry.before)

    def members(self, node: Object, old: ObjectNode, new: ObjectNode, reading: Reading, outer: str) -> None:
        data_of(new, reading)  # tells of a key that is there twice
        known = {key_of(item, reading): item.value for item in old.items}
        wanted = {key_of(item, reading): item for item in new.items}
        present = {entry.name: entry for entry in node.entries}
        for key, entry in present.items():
            if key not in wanted:
                node.remove(entry)
        anchor: Entry | None = None
        for key, item in wanted.items():
            found = present.get(key)
            if found is None:
                data = data_of(item.value, within(item, reading))
                anchor = self.new.add(node, after(node, anchor), key, partial(self.new.build, data), outer)
                continue
            if words(known[key].text) != words(item.value.text):
                self.value(found, known[key], item.value, within(item, reading), line_of(found, outer))
            anchor = found

    def elements(self, node: Array, old: TupleNode, new: TupleNode, reading: Reading, outer: str) -> None:
        matcher = SequenceMatcher(
            None, [words(one.text) for one in old.items], [words(one.text) for one in new.items], False
        )
        entries = list(node.entries)
        for what, a, b, c, d in matcher.get_opcodes():
            if what == "equal":
                continue
            pairs = min(b - a, d - c)
            for entry, known, item in zip(entries[a:b], old.items[a:b], new.items[c:d], strict=False):
                self.value(entry, known, item, reading, line_of(entry, outer))
            for entry in entries[a + pairs : b]:
                node.remove(entry)
            for number, item in enumerate(new.items[c + pairs : d], c + pairs):
                # Entries before this one are in their final places already.
                data = data_of(item, reading)
                flat = isinstance(data, Scalar) and not self.new.style.lists_are_multiline
                self.new.add(
                    node, number, "", partial(self.new.build, data), outer, flat and not node.entries
                )


def _drop_equal(one: Body, other: Body) -> None:
    """Takes out of two bodies the blocks that both have, word for word."""
    shared = Counter(block.text for block in one.blocks()) & Counter(block.text for block in other.blocks())
    for body in (one, other):
        left, items = Counter(shared), []
        for item in body.items:
            if isinstance(item, Block) and left[item.text] > 0:
                left[item.text] -= 1
            else:
                items.append(item)
        body.splice(0, len(body.items), items)


def meaning_of(body: Body, shape: Shape, view: View) -> Meaning:
    """What a body says, apart from the order of its items."""
    arguments = {a.name: meaning(data_of(a.expression, shape.reading(a.name))) for a in body.attributes}
    inner = []
    for block in body.blocks():
        labels = tuple(map(label, block.labels))
        known = view.shape(block.type, labels, shape.block(block.type), shape)
        inner.append((block.type, labels, meaning_of(block.body, known, view)))
    return arguments, sorted(inner, key=repr)
