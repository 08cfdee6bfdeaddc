"""Documents whose root is an array of objects, which Terraform reads as one, and the object in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...hcl.json_text import Array, Document, Entry, Object, elements

_LINE_START = re.compile(r"\n([ \t]*)$")


def has_array(document: Document) -> bool:
    """Whether the root is an array that an object can take the place of."""
    root = document.root
    return (
        isinstance(root, Array) and bool(root.entries) and all(isinstance(one, Object) for one in root.values)
    )


def with_object(document: Document) -> str:
    """The text of a document with one object at its root. What several of the array's objects have by one
    name becomes an array there."""
    root = document.root
    members: dict[str, list[Entry]] = {}
    for one in root.values if isinstance(root, Array) else ():
        for entry in one.entries if isinstance(one, Object) else ():
            members.setdefault(entry.name, []).append(entry)
    inner = next((_indent(entries[0]) for entries in members.values()), None)
    outer = _indent(root.entries[0]) if isinstance(root, Array) else None
    indent = inner if outer is None else outer
    if indent is None:
        return f"{document.before}{{ {', '.join(map(_on_one_line, members.values()))} }}{document.after}"
    surplus = len(inner) - len(indent) if inner is not None else 0
    lines = ",\n".join(_on_lines(entries, indent, surplus) for entries in members.values())
    made = f"{{\n{lines}\n}}".replace("\r\n", "\n")
    is_windows = "\r\n" in document.text
    return document.before + (made.replace("\n", "\r\n") if is_windows else made) + document.after


def _indent(entry: Entry) -> str | None:
    """The indentation of an entry that begins a line."""
    found = _LINE_START.search(entry.before)
    return found[1] if found is not None else None


def _values(entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from (one.text for one in elements(entry.value))


def _on_one_line(entries: list[Entry]) -> str:
    if len(entries) == 1:
        return f"{entries[0].key}: {entries[0].value.text}"
    return f"{entries[0].key}: [{', '.join(_values(entries))}]"


def _on_lines(entries: list[Entry], indent: str, surplus: int) -> str:
    """A member on lines of its own, with what its lines were indented too far taken off."""
    if len(entries) == 1:
        return f"{indent}{entries[0].key}: {_shifted(entries[0].value.text, -surplus)}"
    shift = len(indent) - surplus
    values = ",\n".join(f"{indent}{indent}{_shifted(text, shift)}" for text in _values(entries))
    return f"{indent}{entries[0].key}: [\n{values}\n{indent}]"


def _shifted(text: str, by: int) -> str:
    """A text with its lines, but for the first, indented more or less."""
    if by >= 0:
        return text.replace("\n", "\n" + " " * by)
    return re.sub(rf"\n[ \t]{{0,{-by}}}", "\n", text)
