"""The blocks and arguments of a configuration file with their places: what validating has to know of it.

HCL goes through `tffix.hcl`'s scanner, so strings, templates, heredocs and comments are told apart as
everywhere else. JSON configuration is brought into the same shape, without places.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from tffix.hcl import HclSyntaxError, parse
from tffix.hcl.errors import SyntaxFault
from tffix.hcl.scanner import scan
from tffix.hcl.tree import Attribute
from tffix.json_data import read_json

NOWHERE: Final = -1

_OPENING: Final = frozenset({"(", "[", "{", "interp", "control"})
_CLOSING: Final = frozenset({")", "]", "}", "end"})
_IGNORED: Final = frozenset({"space", "comment"})
# How deep JSON blocks nest: resource.TYPE.NAME has two labels, module.NAME one.
_LABELS: Final = {
    **dict.fromkeys(("resource", "data", "ephemeral", "action"), 2),
    **dict.fromkeys(("module", "variable", "output", "provider", "check"), 1),
}


@dataclass(frozen=True, slots=True)
class Argument:
    name: str
    text: str
    start: int = NOWHERE
    value: int = NOWHERE
    end: int = NOWHERE

    @property
    def attribute(self) -> Attribute | None:
        """The same in a tree of its own, for `tffix.terraform` to say what it means; None if it is none."""
        try:
            tree = parse(f"{self.name} = {self.text}\n".encode("utf-8", "surrogateescape"))
        except HclSyntaxError:
            return None
        return next(tree.body.attributes, None)

    @property
    def literal(self) -> str | None:
        """The text that a literal string stands for."""
        attribute = self.attribute
        return attribute.string if attribute else None


@dataclass(slots=True)
class Block:
    """A block, or the whole file as the body of a nameless one."""

    type: str
    labels: tuple[str, ...] = ()
    start: int = NOWHERE
    body: int = NOWHERE
    end: int = NOWHERE
    arguments: list[Argument] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def get(self, name: str) -> Argument | None:
        return next((argument for argument in self.arguments if argument.name == name), None)

    def of(self, *types: str) -> Iterator[Block]:
        return (block for block in self.blocks if block.type in types)

    def path_to(self, offset: int) -> tuple[list[Block], Argument | None]:
        """The blocks around a place, outermost first, and the argument it stands in."""
        inside: list[Block] = []
        level = self
        while True:
            for argument in level.arguments:
                if argument.start <= offset < max(argument.end, argument.start + 1):
                    return inside, argument
            found = next((block for block in level.blocks if block.start <= offset < block.end), None)
            if found is None:
                return inside, None
            inside.append(found)
            level = found


def outline(text: str) -> Block | None:
    """The outline of HCL text; None if it cannot be scanned (Terraform says itself what is wrong)."""
    try:
        tokens = scan(text)
    except SyntaxFault:
        return None
    root = Block("", start=0, body=0, end=len(text))
    _Reader(text, tokens.kinds, tokens.starts).body(root)
    return root


class _Reader:
    """One run over the tokens; lenient, for what is malformed is Terraform's to report."""

    def __init__(self, text: str, kinds: list[str], starts: list[int]) -> None:
        self.text, self.kinds, self.starts = text, kinds, starts

    def word(self, at: int) -> str:
        return self.text[self.starts[at] : self.starts[at + 1]]

    def skip(self, at: int) -> int:
        while at < len(self.kinds) and self.kinds[at] in _IGNORED:
            at += 1
        return at

    def body(self, root: Block) -> None:
        stack, at, count = [root], 0, len(self.kinds)
        while at < count:
            kind = self.kinds[at]
            if kind == "ident":
                after = self.skip(at + 1)
                if after < count and self.kinds[after] == "=":
                    at = self.argument(stack[-1], at, after)
                    continue
                header = self.header(at, after)
                if header is not None:
                    block, at = header
                    stack[-1].blocks.append(block)
                    stack.append(block)
                    continue
            elif kind == "}" and len(stack) > 1:
                stack.pop().end = self.starts[at] + 1
            at += 1
        for block in stack[1:]:
            block.end = len(self.text)

    def argument(self, owner: Block, name: int, equals: int) -> int:
        first = at = self.skip(equals + 1)
        depth, last = 0, equals
        while at < len(self.kinds):
            kind = self.kinds[at]
            if kind in _OPENING:
                depth += 1
            elif kind in _CLOSING:
                if depth == 0:
                    break
                depth -= 1
            elif depth == 0 and kind == "newline":
                break
            if kind not in _IGNORED:
                last = at
            at += 1
        start, end = self.starts[min(first, len(self.kinds))], self.starts[last + 1]
        owner.arguments.append(
            Argument(self.word(name), self.text[start:end], self.starts[name], start, max(start, end))
        )
        return at

    def header(self, name: int, at: int) -> tuple[Block, int] | None:
        labels: list[str] = []
        while at < len(self.kinds) and self.kinds[at] in ("ident", "string"):
            labels.append(self.word(at).strip('"'))
            at = self.skip(at + 1)
        if at >= len(self.kinds) or self.kinds[at] != "{":
            return None
        begin = self.starts[at] + 1
        return Block(self.word(name), tuple(labels), self.starts[name], begin, begin), at + 1


def outline_json(text: str) -> Block | None:
    """The outline of a `.tf.json` file, as far as its fixed parts go."""
    try:
        content = read_json(text)
    except ValueError:
        return None
    root = Block("")
    for item in _bodies(content):
        for key, value in item.items():
            for labels, body in _labelled(value, _LABELS.get(key, 0), ()):
                root.blocks.append(_json_block(key, labels, body))
    return root


def _bodies(value: object) -> Iterator[dict[str, Any]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item


def _labelled(
    value: object, depth: int, labels: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    for body in _bodies(value):
        if depth == 0:
            yield labels, body
            continue
        for key, inner in body.items():
            yield from _labelled(inner, depth - 1, (*labels, key))


def _json_block(kind: str, labels: tuple[str, ...], body: dict[str, Any]) -> Block:
    block = Block(kind, labels)
    for key, value in body.items():
        if kind == "terraform" and key in ("required_providers", "backend"):
            block.blocks.extend(_json_block(key, (), inner) for inner in _bodies(value))
        elif key != "//":
            block.arguments.append(Argument(key, json.dumps(value)))
    return block
