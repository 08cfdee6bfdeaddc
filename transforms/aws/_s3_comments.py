"""The comments above an argument that moves out of a bucket: which go along, and which stay with the bucket.

Facts: tfsec documentation, "Ignoring Checks" (a comment ignores a check for the line or block below it, or
for the block that it is in) and its table of legacy ids; trivy-checks, the ids of the checks of S3.
"""

from __future__ import annotations

import re

from tffix import Gap

from ._s3_access import Item

_IGNORED = re.compile(r"\b(?:tfsec|trivy):ignore:([\w*-]+)")
_NUMBERED = {
    "AWS002": "logging",
    "AWS017": "encryption",
    "AWS077": "versioning",
    "AVD-AWS-0088": "encryption",
    "AVD-AWS-0089": "logging",
    "AVD-AWS-0090": "versioning",
    "AVD-AWS-0132": "encryption",
}
"""What a check is about, by an id that does not say it."""


def part_comments(item: Item, argument: str) -> None:
    """Leaves the comments above an item of a bucket by which another check of the bucket is ignored where
    they are, as lines of their own, and takes a comment along that is set off from it by a blank line."""
    assert item.parent is not None
    lines = item.leading.splitlines(keepends=True)
    staying = [line for line in lines if _is_of_another(line, argument)]
    items = item.parent.items
    at = next(index for index, one in enumerate(items) if one is item)
    if staying:
        item.leading = "".join(line for line in lines if line not in staying)
        item.parent.splice(at, at, [Gap("".join(staying)), Gap("\n")])
    elif not item.leading.strip() and at > 2 and _is_heading(items[at - 2]) and _is_blank(items[at - 1]):
        item.leading = items[at - 2].text + item.leading
        item.parent.splice(at - 2, at, ())


def _is_blank(item: Item | Gap) -> bool:
    return isinstance(item, Gap) and item.is_blank


def _is_heading(item: Item | Gap) -> bool:
    """Whether an item is a comment on lines apart that no tool reads."""
    is_comment = isinstance(item, Gap) and not item.is_blank
    return is_comment and re.search(r"ignore|:skip=|nosec", item.text) is None


def _is_of_another(line: str, argument: str) -> bool:
    ids = _IGNORED.findall(line)
    return bool(ids) and not any(_is_about(one, argument) for one in ids)


def _is_about(id_: str, argument: str) -> bool:
    words = set(_NUMBERED.get(id_.upper(), id_).replace("_", "-").split("-"))
    return "*" in id_ or not words.isdisjoint(argument.split("_"))
