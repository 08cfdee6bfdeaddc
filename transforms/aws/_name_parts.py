"""Names made of texts and values: taken apart, put together, and compared without knowing the values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tffix import Attribute, Module, nodes, quote

_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Hole:
    """A value that is not known, by its source."""

    source: str


Parts: TypeAlias = Sequence[str | Hole]


def parts_of(node: nodes.Expression, module: Module | None = None, depth: int = 0) -> tuple[str | Hole, ...]:
    """The texts and values that a name is made of, neighbouring texts joined. With a module, local values are
    followed."""
    return joined(_parts(node, module, depth))


def joined(parts: Parts) -> tuple[str | Hole, ...]:
    """The same with neighbouring texts made one."""
    found: list[str | Hole] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    return tuple(found)


def _parts(node: nodes.Expression, module: Module | None, depth: int) -> Sequence[str | Hole]:
    if depth > _MAX_DEPTH:
        return (Hole(node.text.strip()),)
    if isinstance(node, nodes.Parentheses):
        return parts_of(node.inner, module, depth + 1)
    if isinstance(node, nodes.Template) and not node.is_heredoc:
        if node.literal is not None:
            return (node.literal,)
        found: list[str | Hole] = []
        for part in node.parts:
            if isinstance(part, nodes.Interpolation):
                found += parts_of(part.expression, module, depth + 1)
            elif isinstance(part, nodes.TemplateLiteral):
                found.append(part.value)
            else:
                return (Hole(node.text),)
        return found
    if isinstance(node, nodes.Call) and (inner := _of_call(node)) is not None:
        return [
            part
            for one in inner
            for part in ([one] if isinstance(one, str) else parts_of(one, module, depth + 1))
        ]
    local = _local(node, module) if depth < _MAX_DEPTH else None
    return parts_of(local.expression, module, depth + 1) if local is not None else (Hole(node.text.strip()),)


def _of_call(call: nodes.Call) -> list[str | nodes.Expression] | None:
    """What `format` and `join` put together, where each takes one text after the other; else None."""
    first, *others = call.arguments or (None,)
    text = first.literal if isinstance(first, nodes.Template) else None
    if text is None or call.expanded:
        return None
    if call.name == "format" and "%" not in text.replace("%s", "") and text.count("%s") == len(others):
        texts, items = text.split("%s"), others
    elif call.name == "join" and len(others) == 1 and isinstance(others[0], nodes.Tuple) and others[0].items:
        items = list(others[0].items)
        texts = ["", *(text for _ in items[1:]), ""]
    else:
        return None
    return [part for one, item in zip(texts, items, strict=False) for part in (one, item)] + texts[-1:]


def _local(node: nodes.Expression, module: Module | None) -> Attribute | None:
    """The local value that an expression is, if it is that and nothing more."""
    if module is None or not isinstance(node, nodes.Traversal) or node.root != "local":
        return None
    step = node.steps[0] if len(node.steps) == 1 else None
    return module.locals.get(step.name) if isinstance(step, nodes.GetAttribute) else None


def source_of_parts(parts: Parts) -> str:
    """The quoted template that a name is written as."""
    return (
        '"'
        + "".join(f"${{{one.source}}}" if isinstance(one, Hole) else quote(one)[1:-1] for one in parts)
        + '"'
    )


def may_be_same(one: Parts, other: Parts) -> bool:
    """Whether two names are the same, or may be by what is not known of them: those that differ in a text
    before or after what they share are not."""
    left, right = list(_single(one)), list(_single(other))
    while left and right and left[0] == right[0]:
        del left[0], right[0]
    while left and right and left[-1] == right[-1]:
        del left[-1], right[-1]
    return not _differ(left[:1], right[:1]) and not _differ(left[-1:], right[-1:]) and _fits(left, right)


def _single(parts: Parts) -> Sequence[str | Hole]:
    """The characters and values of a name, one by one."""
    return [single for part in parts for single in (part if isinstance(part, str) else (part,))]


def _differ(one: Sequence[str | Hole], other: Sequence[str | Hole]) -> bool:
    """Whether both go on with a character, and not the same."""
    return bool(one) and bool(other) and isinstance(one[0], str) and isinstance(other[0], str)


def _fits(left: Sequence[str | Hole], right: Sequence[str | Hole]) -> bool:
    """Whether what is left of one can be empty, where nothing is left of the other."""
    if left and right:
        return True
    return not any(isinstance(one, str) for one in (*left, *right))
