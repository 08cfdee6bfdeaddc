"""Entries of `required_providers`: what keeps two of one name from being one, and how they are joined.

Facts: Terraform language documentation, "Provider Requirements".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tffix import Attribute, Block, facts, nodes, object_items, providers, quote

ALIASES = "configuration_aliases"
_KEYS = ("source", "version", ALIASES)
_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*"|(#[^\r\n]*|//[^\r\n]*|/\*.*?\*/)', re.DOTALL)
_REST_OF_LINE = re.compile(r"[ \t]*,?[ \t]*(?:(?:#|//)[^\r\n]*)?\r?\n")


def obstacle(ours: Block, theirs: Block) -> str:
    """Why two ``required_providers`` blocks cannot be one, as a sentence; nothing if they can."""
    entries = {entry.name: entry for entry in ours.body.attributes}
    reasons = (
        _clash(entries[entry.name], entry) for entry in theirs.body.attributes if entry.name in entries
    )
    return next(filter(None, reasons), "")


def join(ours: Block, theirs: Block) -> None:
    """Adds what ``theirs`` requires to ``ours``, comments included. There must be no obstacle."""
    for entry in list(theirs.body.attributes):
        known = ours.get(entry.name)
        if known is None:
            ours.body.append(transplant(entry))
        else:
            _join_entry(known, entry)


def transplant(attribute: Attribute) -> Attribute:
    """A copy of an attribute with its comments, to stand on a line of its own elsewhere."""
    copy = Attribute.new(attribute.name, attribute.source)
    copy.leading = "".join(f"{line}\n" for line in comments(attribute.leading))
    copy.trailing = "".join(f" {line}" for line in comments(attribute.trailing)) + "\n"
    return copy


def comments(*texts: str) -> list[str]:
    """The comments in texts that stand around or in an item, in order."""
    return [found for text in texts for found in _COMMENT.findall(text) if found]


def add_comments(item: Attribute | Block, lines: Iterable[str]) -> None:
    """Puts comments above those that an item has, less what these say already."""
    present = comments(item.leading)
    item.leading = "".join(f"{line}\n" for line in lines if line not in present) + item.leading


def joined(first: str, second: str) -> str:
    """Two version constraints as one that says both, and nothing twice: no term that another one implies."""
    terms = list(dict.fromkeys(filter(None, map(str.strip, f"{first},{second}".split(",")))))
    kept = [one for one in terms if not any(_implies(other, one) for other in terms if other != one)]
    return ", ".join(kept if kept else terms)


def _implies(term: str, other: str) -> bool:
    """Whether every version that meets a term meets another one, which does not say the same."""
    try:
        (inner,), (outer,) = (facts.versions.Constraint.parse(one).terms for one in (term, other))
    except (facts.versions.InvalidConstraintError, ValueError):
        return False
    one_number = any(one.operator == "~>" and one.written == 1 for one in (inner, outer))  # two meanings
    if one_number or "!=" in (inner.operator, outer.operator) or inner.version.prerelease:
        return False
    (start, end), (from_, to) = inner.interval(), outer.interval()
    is_within = from_ <= start and (to is None or (end is not None and end <= to))
    return is_within and (start, end) != (from_, to)


def contradict(first: str, second: str) -> bool:
    """Whether no version meets both constraints; False for what is not a constraint."""
    try:
        return facts.versions.contradict(first, second)
    except facts.versions.InvalidConstraintError:
        return False


def remove_aliases(entry: Attribute) -> list[str]:
    """Takes ``configuration_aliases`` out of an entry; returns the comments that stood with it."""
    item = object_items(entry.expression)[ALIASES]
    start, end = _extent(item, entry)
    taken = comments(entry.source[start:end])
    entry.set(without(item, entry))
    if not object_items(entry.expression):
        entry.set(f'{{\n  source = "hashicorp/{entry.name}"\n}}')
    return taken


def without(item: nodes.ObjectItem, entry: Attribute) -> str:
    """The source of an attribute whose value is an object, without one of its items and its comments."""
    start, end = _extent(item, entry)
    before, after = entry.source[:start], entry.source[end:]
    if after.lstrip().startswith("}") and before.endswith("\n"):
        before = before.rstrip() + "\n"
    return before + after


def _clash(ours: Attribute, theirs: Attribute) -> str:
    first, second = providers.requirement(ours), providers.requirement(theirs)
    if not (_is_plain(ours) and _is_plain(theirs)):
        return f"the two requirements of {ours.name} are not plain values"
    if first.address != second.address:
        return f"{ours.name} is {first.address} in one place and {second.address} in the other"
    if contradict(first.version or "", second.version or ""):
        return f'no version of {ours.name} meets both "{first.version}" and "{second.version}"'
    return ""


def _is_plain(entry: Attribute) -> bool:
    """Whether an entry says only what is known here, in literals."""
    if entry.string is not None:
        return True
    items = object_items(entry.expression)
    strings = [items[key].value for key in ("source", "version") if key in items]
    return (
        isinstance(entry.expression, nodes.Object)
        and set(items) <= set(_KEYS)
        and len(items) == len(entry.expression.items)
        and all(isinstance(node, nodes.Template) and node.literal is not None for node in strings)
    )


def _join_entry(ours: Attribute, theirs: Attribute) -> None:
    first, second = providers.requirement(ours), providers.requirement(theirs)
    version = joined(first.version or "", second.version or "")
    aliases = tuple(dict.fromkeys((*first.aliases, *second.aliases)))
    if ours.string is not None and theirs.string is None:
        add_comments(ours, comments(theirs.leading, theirs.trailing))
        ours.set(theirs.source)  # `aws = "~> 5.0"` becomes the object of the other place
        first = second
    else:
        add_comments(ours, comments(theirs.leading, theirs.source, theirs.trailing))
    if ours.string is not None:
        ours.set(quote(version))
        return
    if first.source is None and second.source is not None:
        set_item(ours, "source", quote(second.source))
    if version:
        set_item(ours, "version", quote(version))
    if set(aliases) - set(first.aliases):
        set_item(ours, ALIASES, f"[{', '.join(aliases)}]")


def set_item(entry: Attribute, key: str, source: str) -> None:
    """Sets an item of an entry's object; a new one follows those that usually stand before it."""
    items = object_items(entry.expression)
    if key in items:
        if items[key].value.text != source:
            entry.replace({items[key].value: source})
        return
    anchor = next((items[name] for name in reversed(_KEYS[: _KEYS.index(key)]) if name in items), None)
    text, line = entry.source, f"{key} = {source}"
    many_lines = "\n" in text
    if anchor is None:
        node = nodes.inside(entry.expression)
        is_empty = not (isinstance(node, nodes.Object) and node.items)  # keys may be computed
        rest = text[1:] if many_lines or is_empty else f", {text[1:].lstrip()}"
        entry.set("{" + (f"\n{line}" if many_lines else f" {line}") + rest)
        return
    if many_lines:
        end = text.index("\n", anchor.end)
        entry.set(f"{text[:end]}\n{line}{text[end:]}")
    else:
        entry.set(f"{text[: anchor.end]}, {line}{text[anchor.end :]}")


def _extent(item: nodes.ObjectItem, entry: Attribute) -> tuple[int, int]:
    """Where an item of an object begins and ends, with its comments, its comma and its lines."""
    source = entry.source
    start = source.rfind("\n", 0, item.start) + 1
    rest = _REST_OF_LINE.match(source, item.end)
    if start and rest and not source[start : item.start].strip():
        while start and comments(line := source[source.rfind("\n", 0, start - 1) + 1 : start]):
            if not line.lstrip().startswith(("#", "//", "/*")):
                break
            start -= len(line)
        return start, rest.end()
    assert isinstance(entry.expression, nodes.Object)
    items = entry.expression.items
    index = items.index(item)
    if index + 1 < len(items):
        return item.start, items[index + 1].start
    return (items[index - 1].end if index else item.start), item.end
