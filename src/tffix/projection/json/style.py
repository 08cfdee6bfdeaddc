"""How the author of a JSON file lays it out, and new values in that layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...hcl.json_spelling import encoded
from ...hcl.json_text import Array, Container, Document, Entry, Node, Object, Scalar


class Style:
    """The layout of a document, for what is added to it."""

    def __init__(self, document: Document) -> None:
        containers = list(_containers(document.root))
        colons = Counter(entry.colon for one in containers for entry in one.entries if entry.key)
        self.colon = max(colons, key=colons.__getitem__, default=": ")
        text = document.text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        spread = [one for one in containers if one.is_multiline]
        self.is_multiline = bool(spread) or not any(one.entries for one in containers)
        self.unit = next((indent for one in spread if (indent := _indent(one.entries[0].before))), "  ")
        lists = [
            one.is_multiline
            for one in containers
            if isinstance(one, Array) and one.entries and all(isinstance(v, Scalar) for v in one.values)
        ]
        self.lists_are_multiline = self.is_multiline and (not lists or lists.count(True) * 2 > len(lists))
        self.space = " " if self.colon.endswith(" ") else ""
        self.pads = {
            brackets: _pad(one for one in containers if one.brackets == brackets) for brackets in ("{}", "[]")
        }

    def inner(self, container: Container, outer: str) -> str:
        """The indentation of the entries of a container that stands on a line of indentation ``outer``."""
        if container.is_multiline:
            return _indent(next(one.before for one in container.entries if "\n" in one.before))
        if container.entries or not self.is_multiline:
            return outer
        return outer + self.unit

    def add(
        self, container: Container, index: int, key: str, value: Node, outer: str, flat: bool = False
    ) -> Entry:
        """Puts a value, laid out for ``inner``, into a container; ``flat``: all on one line."""
        entry = Entry("", encoded(key) if isinstance(container, Object) else "", "", value)
        entry.colon = self.colon if entry.key else ""
        if not container.entries:
            if self.is_multiline and not flat:
                entry.before = self.newline + self.inner(container, outer)
                entry.after = self.newline + outer
            else:
                entry.before = entry.after = self.pads[container.brackets]
        elif container.is_multiline:
            entry.before = self.newline + self.inner(container, outer)
        elif index == 0:
            entry.before, container.entries[0].before = container.entries[0].before, self.space
        else:
            entry.before = container.entries[index].before if index < len(container.entries) else self.space
        container.insert(index, entry)
        return entry


def _pad(containers: Iterator[Container]) -> str:
    """What most of those that stand on one line have inside their brackets."""
    found = [one.entries[0].before for one in containers if one.entries and not one.is_multiline]
    return " " if found.count(" ") * 2 > len(found) else ""


def _containers(root: Node) -> Iterator[Container]:
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Container):
            yield node
            stack.extend(reversed(list(node.values)))


def _indent(before: str) -> str:
    return before.rpartition("\n")[2]
