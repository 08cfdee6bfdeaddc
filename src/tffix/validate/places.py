"""Turns places of Terraform's diagnostics into offsets of a text and back, and offsets into addresses."""

from __future__ import annotations

from tffix.hcl.tree import Block
from tffix.validate.results import Diagnostic
from tffix.validate.source_files import SourceFile


def offset_of_byte(text: str, position: int) -> int:
    """The character at which a byte of the encoded text lies."""
    if text.isascii():
        return position
    return len(text.encode("utf-8", "surrogateescape")[:position].decode("utf-8", "ignore"))


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def diagnostic_at(
    file: SourceFile, start: int, end: int, summary: str, detail: str, address: str
) -> Diagnostic:
    """An error of our own at a range of a file."""
    first, last = line_and_column(file.text, start), line_and_column(file.text, end)
    return Diagnostic("error", summary, detail, file.path, *first, *last, address=address)


def address_of(block: Block) -> str:
    """The address of a top-level block, as far as it has one."""
    if block.type == "resource" and len(block.labels) == 2:
        return ".".join(block.labels)
    if block.type in ("data", "ephemeral", "action") and len(block.labels) == 2:
        return ".".join((block.type, *block.labels))
    prefix = {"module": "module", "variable": "var", "output": "output", "provider": "provider"}.get(
        block.type
    )
    return f"{prefix}.{block.labels[0]}" if prefix and block.labels else ""
