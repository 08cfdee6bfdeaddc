"""The value that blocks of one name, `dynamic` ones too, stand for where the provider has an argument."""

from __future__ import annotations

from ..hcl import nodes
from ..hcl.source import parse_block
from ..hcl.tree import Block, Gap

_NAMES = ("key", "value")


def value_of_blocks(children: list[Block], type_: object) -> str | None:
    """The source of an argument's value; None where the blocks do not make one of its type."""
    match type_:
        case ["list" | "set", inner]:
            return _list(children, inner)
        case ["map" | "object", _] | "dynamic" if len(children) == 1 and _is_plain(children[0]):
            return _object(children[0], type_)
        case _:
            return None


def _is_plain(block: Block) -> bool:
    return block.type != "dynamic" and not block.labels


def _list(children: list[Block], inner: object) -> str | None:
    """One list, or where a block is dynamic the lists of all joined in their order."""
    if all(map(_is_plain, children)):
        return _written_out(children, inner)
    lists = [_written_out([one], inner) if _is_plain(one) else _for(one, inner) for one in children]
    if None in lists:
        return None
    if len(lists) == 1:
        return lists[0]
    comments = ["", *(child.leading.lstrip("\r\n") for child in children[1:])]
    parts = (f"{comment}{part}" for comment, part in zip(comments, lists, strict=True))
    return f"concat(\n{f',{chr(10)}'.join(parts)}\n)"


def _written_out(children: list[Block], inner: object) -> str | None:
    parts = [_object(child, inner) for child in children]
    if None in parts:
        return None
    if len(children) == 1:
        return f"[{parts[0]}]"
    lines = [
        f"{child.leading if number else ''}{part},{child.trailing if number else chr(10)}"
        for number, (child, part) in enumerate(zip(children, parts, strict=True))
    ]
    return f"[\n{''.join(lines)}]"


def _for(block: Block, inner: object) -> str | None:
    """The for-expression that a dynamic block is, with its iterator's key and value as names."""
    each, iterator = block.get("for_each"), block.get("iterator")
    contents = list(block.blocks("content"))
    if block.type != "dynamic" or each is None or len(contents) != 1 or block.get("labels") is not None:
        return None
    if _has_comments(block):
        return None  # which have no place in the expression
    name = block.labels[0] if iterator is None else iterator.source.strip()
    content = parse_block(contents[0].text)
    for body in content.body.walk():
        for attribute in body.attributes:
            found = {one: _named(one, name) for one in attribute.expression.find(nodes.Traversal)}
            if None in found.values():
                return None
            attribute.replace({one: text for one, text in found.items() if text and text != one.text})
    made = _object(content, inner)
    return None if made is None else f"[for key, value in {each.source.strip()} : {made}]"


def _has_comments(block: Block) -> bool:
    """Whether something is said beside the parts of a dynamic block, its content left aside."""
    beside = [block.opening, block.closing, block.trailing]
    for one in block.body.items:
        beside += [one.text] if isinstance(one, Gap) else [one.leading, one.trailing]
    return any(mark in text for text in beside for mark in ("#", "//", "/*"))


def _named(node: nodes.Traversal, iterator: str) -> str | None:
    """A traversal as it is written inside the for-expression; None if that is not certain."""
    if node.root == iterator:
        names = node.names
        return node.text[len(iterator) + 1 :] if len(names) > 1 and names[1] in _NAMES else None
    return None if node.root in _NAMES else node.text


def _object(block: Block, type_: object) -> str | None:
    """A block's braces and content with the blocks in it as members, if the type has them."""
    if any(not _may_have(type_, attribute.name) for attribute in block.body.attributes):
        return None
    groups: dict[str, list[Block]] = {}
    for child in block.blocks():
        groups.setdefault(child.type, []).append(child)
    values: dict[int, str] = {}
    for name, children in groups.items():
        value = value_of_blocks(children, _member(type_, name)) if name != "dynamic" else None
        if value is None or block.get(name) is not None:
            return None
        values[id(children[0])] = value
    parts = [block.opening[block.opening.index("{") :]]
    for item in block.body.items:
        if not isinstance(item, Block):
            parts.append(item.text)
        elif id(item) in values:
            alone = len(groups[item.type]) == 1
            trailing = item.trailing if alone else "\n"
            parts.append(f"{item.leading}{item.type} = {values[id(item)]}{trailing}")
    return "".join(parts) + block.closing


def _may_have(type_: object, name: str) -> bool:
    return type_ == "dynamic" or _member(type_, name) is not None


def _member(type_: object, name: str) -> object:
    match type_:
        case ["object", dict(members)]:
            return members.get(name)
        case ["map", inner]:
            return inner
        case "dynamic":
            return type_
        case _:
            return None
