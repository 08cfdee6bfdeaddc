"""What authors and their tools expect of the order of a block and of comments in it, beyond the syntax.

Facts: Terraform style guide, "Resource order" (`depends_on` last); Checkov documentation, "Suppressing and
Skipping Policies".
"""

from __future__ import annotations

import re

LAST = ("depends_on",)
"""Attributes that are by convention the last of a block, so that new ones go above them."""

OF_BLOCK = re.compile(r"(?:#|//)[^\r\n]*\b(?:checkov|bridgecrew|cortex):skip=[^\r\n]*")
"""A comment by which Checkov skips a check for the whole block that it is in, wherever it is in it."""


def parted(text: str) -> tuple[str, str]:
    """A text of comments without the lines that are about the whole block, and those."""
    if ":skip=" not in text:
        return text, ""
    lines = text.splitlines(keepends=True)
    mine = [line for line in lines if not OF_BLOCK.search(line)]
    return "".join(mine), "".join(line for line in lines if OF_BLOCK.search(line))


__all__ = ["LAST", "OF_BLOCK", "parted"]
