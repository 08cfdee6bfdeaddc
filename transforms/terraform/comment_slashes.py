"""Comments that begin with two slashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Body, File, Finding, Gap, Impact, Module, Profile, Transform, nodes

_COMMENT = re.compile(r"#[^\n]*|/\*.*?\*/|(//+)[^\n]*", re.DOTALL)


class CommentSlashes(Transform):
    """A comment begins with `//`.

    What:
        Writes `#`, in whole files: comments of blocks, of attributes, inside of values and those that stand
        alone.

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
        comments are left alone.

    Source:
        Terraform style guide, "Comments"; Terraform language documentation, "Syntax".
    """

    name = "terraform-comment-slashes"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    languages = frozenset(("hcl",))

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for file in module.files.values():
            if "//" not in file.source:
                continue
            found = [(item, body) for item, body in _items(file.body) if _count(item)]
            at = _place(*found[0]) if found else None
            if at is not None:
                count = sum(_count(item) for item, _ in found)
                what = "comment begins" if count == 1 else "comments begin"
                yield Finding(at, f"{count} {what} with // in this file", partial(_rewrite, file, module))


def _items(body: Body) -> Iterator[tuple[Block | Attribute | Gap, Body]]:
    for item in body.items:
        yield item, body
        if isinstance(item, Block):
            yield from _items(item.body)


def _count(item: Block | Attribute | Gap) -> int:
    return sum(len(_slashes(text)) for text in _texts(item))


def _place(item: Block | Attribute | Gap, body: Body) -> Block | Attribute | None:
    """Where a finding on an item stands: for comments on their own, what follows them, or is around them, or
    is before them."""
    if not isinstance(item, Gap):
        return item
    here = body.items.index(item)
    after = (one for one in body.items[here:] if not isinstance(one, Gap))
    before = (one for one in reversed(body.items[:here]) if not isinstance(one, Gap))
    return next(after, None) or body.owner or next(before, None)


def _texts(item: Block | Attribute | Gap) -> Iterator[str]:
    """The parts of an item that hold comments and no strings."""
    if isinstance(item, Gap):
        yield item.text
    elif isinstance(item, Block):
        yield from (item.leading, _after_brace(item), item.closing, item.trailing)
    else:
        yield from (item.leading, item.trailing)
        yield from (text for text, is_string in _pieces(item) if not is_string)


def _after_brace(block: Block) -> str:
    return block.opening[block.opening.index("{") :]


def _pieces(attribute: Attribute) -> Iterator[tuple[str, bool]]:
    """The text of a value, cut into strings and what is between them."""
    source, end = attribute.source, 0
    if "//" not in source:
        yield source, True
        return
    for node in attribute.expression.find(nodes.Template):
        if node.start >= end:
            yield source[end : node.start], False
            yield source[node.start : node.end], True
            end = node.end
    yield source[end:], False


def _slashes(text: str) -> list[str]:
    return [slashes for slashes in _COMMENT.findall(text) if slashes] if "//" in text else []


def _hashes(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        slashes = match[1]
        if not slashes:
            return match[0]
        return "#" * (1 if len(slashes) == 2 else len(slashes)) + match[0][len(slashes) :]

    return _COMMENT.sub(one, text)


def _rewrite(file: File, module: Module) -> None:
    for item, _ in _items(file.body):
        if isinstance(item, Gap):
            item.text = _hashes(item.text)
            continue
        item.leading, item.trailing = _hashes(item.leading), _hashes(item.trailing)
        if isinstance(item, Block):
            tail = _after_brace(item)
            item.opening = item.opening[: len(item.opening) - len(tail)] + _hashes(tail)
            item.closing = _hashes(item.closing)
        else:
            source = "".join(text if is_string else _hashes(text) for text, is_string in _pieces(item))
            if source != item.source:
                item.set(source)
