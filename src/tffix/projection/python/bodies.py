"""Changes inside of a call: arguments set, removed, renamed and added, and so in the structs in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst

from ...hcl.tree import Attribute, Block, Body
from .. import Refused
from .constructs import Construct
from .draft import Draft
from .expressions import Reference, changed, python
from .sequences import Bracketed
from .source import Edit
from .structs import Structs, key_like
from .viewing import Shown, ShownBlocks, ShownBody


@dataclass(frozen=True, slots=True)
class Bodies:
    """Changes the arguments of one construct; ``reference`` is how it refers to others."""

    draft: Draft
    structs: Structs
    made: Construct
    reference: Reference

    def change(self, shown: ShownBody, old: Body, new: Body) -> None:
        """Makes the arguments that show one body show another one."""
        bracketed = Bracketed.of(shown.node, self.draft.source)
        positions = {id(one): index for index, one in enumerate(_elements(shown.node))}
        removed: set[int] = set()
        inserted: dict[int, list[str]] = {}
        renamed = self._renamed(shown, old, new)
        for name, argument in shown.attributes.items():
            if new.get(name) is None and name not in renamed.values():
                removed.add(positions[id(argument.element)])
        kept = [index for index in range(len(positions)) if index not in removed]
        anchor = max((index for index in kept if _is_positional(shown, index)), default=-1)
        for attribute in new.attributes:
            known = shown.attributes.get(attribute.name)
            if attribute.name in renamed:
                anchor = positions[id(shown.attributes[renamed[attribute.name]].element)]
                continue
            if known is not None:
                anchor = positions[id(known.element)]
                self._value(known, old.get(attribute.name), attribute)
            else:
                inserted.setdefault(anchor, []).append(self._argument(shown, attribute))
        for name in dict.fromkeys(block.type for block in (*old.blocks(), *new.blocks())):
            before, after = list(old.blocks(name)), list(new.blocks(name))
            blocks = shown.blocks.get(name)
            if blocks is None:
                last = max((index for index in kept if index not in removed), default=-1)
                text = self.structs.blocks(self.made, shown, name, after, self.reference)
                inserted.setdefault(last, []).append(self.structs.pair(shown, name, text))
            elif not after:
                removed.add(positions[id(blocks.element)])
            else:
                self._blocks(shown, name, blocks, before, after)
        self.draft.edits += bracketed.change(removed, inserted)

    def _renamed(self, shown: ShownBody, old: Body, new: Body) -> dict[str, str]:
        """Arguments that only get another name: the new names, each with the old one."""
        gone = [a for a in old.attributes if new.get(a.name) is None and a.name in shown.attributes]
        found: dict[str, str] = {}
        for attribute in new.attributes:
            if attribute.name in shown.attributes:
                continue
            was = next(
                (a for a in gone if a.source == attribute.source and a.name not in found.values()), None
            )
            if was is None:
                continue
            found[attribute.name] = was.name
            element = shown.attributes[was.name].element
            key = element.keyword if isinstance(element, cst.Arg) else element.key
            assert key is not None
            text = shown.shape.keyword(attribute.name)
            if isinstance(key, cst.SimpleString) and isinstance(shown.node, cst.Dict):
                text = f"{key.quote}{key_like(shown.node, text)}{key.quote}"
            source = self.draft.source
            self.draft.edits.append(Edit(source.start(key), source.end(key), text))
        return found

    def _argument(self, shown: ShownBody, attribute: Attribute) -> str:
        text = python(attribute.expression, self.reference, self.draft.source.quotes)
        return self.structs.pair(shown, attribute.name, text)

    def _value(self, shown: Shown, old: Attribute | None, new: Attribute) -> None:
        if old is not None and old.source != new.source:
            reader = self.draft.view.reader
            self.draft.edits += changed(shown.value, old.source, new.source, reader, self.reference)

    def _blocks(
        self, shown: ShownBody, name: str, blocks: ShownBlocks, before: list[Block], after: list[Block]
    ) -> None:
        """Changes of the nested blocks of one name."""
        if len(before) == len(after):
            for body, one, other in zip(blocks.bodies, before, after, strict=True):
                if one.text != other.text:
                    self.change(body, one.body, other.body)
            return
        if not isinstance(blocks.value, cst.List):
            raise Refused(f"'{name}' is not a list in this program")
        removed, kept = set(range(len(before))), -1
        inserted: dict[int, list[str]] = {}
        for block in after:
            found = next((i for i in range(kept + 1, len(before)) if before[i].text == block.text), None)
            if found is None:
                text = self.structs.block(self.made, shown, name, block, self.reference, blocks)
                inserted.setdefault(kept, []).append(text)
            else:
                removed.discard(found)
                kept = found
        self.draft.edits += Bracketed.of(blocks.value, self.draft.source).change(removed, inserted)


def _elements(node: cst.Call | cst.Dict) -> Iterator[cst.CSTNode]:
    yield from node.args if isinstance(node, cst.Call) else node.elements


def _is_positional(shown: ShownBody, index: int) -> bool:
    """Whether an argument is the scope or id of a construct."""
    if not isinstance(shown.node, cst.Call):
        return False
    keyword = shown.node.args[index].keyword
    return keyword is None or (not shown.path and keyword.value in ("scope", "id_"))
