"""Comments that begin with two slashes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import Attribute, Block, Body, File, Finding, Gap, Impact, Module, Profile, Transform, nodes

from ._block_comments import as_lines, of_several_lines

_COMMENT = re.compile(r"#[^\n]*|/\*.*?\*/|(//+)[^\n]*", re.DOTALL)


class CommentSlashes(Transform):
    """A comment begins with `//`.

    What:
        Writes `#`, in whole files: comments of blocks, of attributes, inside of values and those that stand
        alone. With the option `blocks` comments between `/*` and `*/` over several lines become such lines,
        too.

    Why:
        `#` is Terraform's default comment; tools that turn configuration into another form may turn `//`
        into it, and a file with both reads as if they differed.

    Example:
        // Holds the state of every environment.
        resource "aws_s3_bucket" "state" {
          bucket_prefix = "state-" // completed by AWS
        }

    Becomes:
        # Holds the state of every environment.
        resource "aws_s3_bucket" "state" {
          bucket_prefix = "state-" # completed by AWS
        }

    Impact:
        None: only comments change.

    Limits:
        Reported once for a file, at what the first of these comments belongs to. Files that hold nothing but
        comments are left alone, and so are comments that begin with `/**`, which terraform-docs reads, and
        those that share a line with something else.

    Source:
        Terraform style guide, "Comments"; Terraform language documentation, "Syntax".
    """

    name = "terraform-comment-slashes"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    languages = frozenset(("hcl",))

    options: ClassVar[Mapping[str, object]] = {"blocks": False}

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for file in module.files.values():
            yield from _findings(file, "//", _slashes, _hashes)
            if self.option["blocks"]:
                yield from _findings(file, "/*", of_several_lines, as_lines)


def _findings(
    file: File,
    sign: str,
    find: Callable[..., list[str]],
    rewritten: Callable[..., str],
) -> Iterator[Finding]:
    """The finding on the comments of a file that begin with a sign."""
    if sign not in file.source:
        return
    counts = {item: _count(item, find) for item, _ in _items(file.body)}
    found = [(item, body) for item, body in _items(file.body) if counts[item]]
    at = _place(*found[0]) if found else None
    if at is not None:
        count = sum(counts.values())
        what = "comment begins" if count == 1 else "comments begin"
        yield Finding(at, f"{count} {what} with {sign} in this file", partial(_rewrite, file, rewritten))


def _items(body: Body) -> Iterator[tuple[Block | Attribute | Gap, Body]]:
    for item in body.items:
        yield item, body
        if isinstance(item, Block):
            yield from _items(item.body)


def _count(item: Block | Attribute | Gap, find: Callable[..., list[str]]) -> int:
    return sum(len(find(text, on_a_line=on_a_line)) for text, on_a_line in _texts(item))


def _place(item: Block | Attribute | Gap, body: Body) -> Block | Attribute | None:
    """Where a finding on an item stands: for comments on their own, what follows them, or is around them, or
    is before them."""
    if not isinstance(item, Gap):
        return item
    here = body.items.index(item)
    after = (one for one in body.items[here:] if not isinstance(one, Gap))
    before = (one for one in reversed(body.items[:here]) if not isinstance(one, Gap))
    return next(after, None) or body.owner or next(before, None)


def _texts(item: Block | Attribute | Gap) -> Iterator[tuple[str, bool]]:
    """The parts of an item that hold comments and no strings, and whether each begins a line."""
    if isinstance(item, Gap):
        yield item.text, True
        return
    yield item.leading, True
    yield item.trailing, False
    if isinstance(item, Block):
        yield from ((_after_brace(item), False), (item.closing, True))
    else:
        yield from ((text, False) for text, is_string in _pieces(item) if not is_string)


def _after_brace(block: Block) -> str:
    return block.opening[block.opening.index("{") :]


def _pieces(attribute: Attribute) -> Iterator[tuple[str, bool]]:
    """The text of a value, cut into strings and what is between them."""
    source, end = attribute.source, 0
    if "//" not in source and "/*" not in source:
        yield source, True
        return
    for node in attribute.expression.find(nodes.Template):
        if node.start >= end:
            yield source[end : node.start], False
            yield source[node.start : node.end], True
            end = node.end
    yield source[end:], False


def _slashes(text: str, *, on_a_line: bool) -> list[str]:
    return [slashes for slashes in _COMMENT.findall(text) if slashes] if "//" in text else []


def _hashes(text: str, *, on_a_line: bool) -> str:
    def one(match: re.Match[str]) -> str:
        slashes = match[1]
        if not slashes:
            return match[0]
        return "#" * (1 if len(slashes) == 2 else len(slashes)) + match[0][len(slashes) :]

    return _COMMENT.sub(one, text)


def _rewrite(file: File, rewritten: Callable[..., str]) -> None:
    for item, _ in _items(file.body):
        if isinstance(item, Gap):
            item.text = rewritten(item.text, on_a_line=True)
            continue
        item.leading = rewritten(item.leading, on_a_line=True)
        item.trailing = rewritten(item.trailing, on_a_line=False)
        if isinstance(item, Block):
            tail = _after_brace(item)
            item.opening = item.opening[: len(item.opening) - len(tail)] + rewritten(tail, on_a_line=False)
            item.closing = rewritten(item.closing, on_a_line=True)
        else:
            pieces = _pieces(item)
            source = "".join(
                one if is_string else rewritten(one, on_a_line=False) for one, is_string in pieces
            )
            if source != item.source:
                item.set(source)
