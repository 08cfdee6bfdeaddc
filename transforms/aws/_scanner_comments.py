"""Comments that tell tfsec or Trivy to ignore something, carried along where a block's settings move.

Both look for them at the block that a finding is about. Those for Checkov count for the block that they
are in, and stay there.

Facts: documentation of tfsec ("Ignoring warnings") and Trivy ("Filtering", inline ignoring for Terraform).
"""

from __future__ import annotations

import re

from tffix import Block

_LINE = re.compile(r"(?:#|//)[^\r\n]*\b(?:tfsec|trivy):ignore:[^\r\n]*")
_ID = re.compile(r"\b(?:tfsec|trivy):ignore:([\w*-]+)")
_NUMBERED = re.compile(r"(?:\w+-)*\d+")


def comments_for(block: Block, type_: str) -> str:
    """The lines of comments at a block that may be about what becomes a resource of another type.

    An id that is a number does not say what it is about, so it comes along too.
    """
    here = block.leading + block.opening[block.opening.find("{") :]
    lines = [line for line in _LINE.findall(here) if any(_is_about(type_, id_) for id_ in _ID.findall(line))]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _is_about(type_: str, id_: str) -> bool:
    if id_ == "*" or _NUMBERED.fullmatch(id_):
        return True
    return bool(_words(type_.split("_")) & _words(id_.lower().split("-")))


def _words(words: list[str]) -> set[str]:
    return {word.removesuffix("s") for word in words if word not in ("aws", "s3", "bucket")}
