"""HCL as a lossless tree: `parse` reads, `bytes(file)` prints, and nothing is lost between. `parse_leniently`
reads what it can of a text that is not all HCL."""

from __future__ import annotations

from . import nodes
from .encoding import check_encoding, decoded, is_broken
from .errors import HclSyntaxError, SyntaxFault, position
from .lenient import LenientStructure
from .parser import parse_expression
from .scanner import scan
from .structure import Structure
from .tree import Attribute, Block, Body, File, Gap

_BOM = b"\xef\xbb\xbf"


def parse(data: bytes, path: str = "<input>") -> File:
    """The tree of a whole file, every expression of it checked.

    Raises HclSyntaxError for what Terraform's parser rejects.
    """
    file = parse_structure(data, path)
    check_expressions(file)
    return file


def parse_structure(data: bytes, path: str = "<input>") -> File:
    """The tree of a file whose expressions are parsed only when asked for."""
    has_bom = data.startswith(_BOM)
    text = decoded(data[3:] if has_bom else data)
    try:
        body = Structure(text).parse()
        if not text.isascii() and is_broken(text):
            check_encoding(scan(text))
    except SyntaxFault as fault:
        line, column = position(text, fault.offset)
        raise HclSyntaxError(fault.message, path, line, column) from None
    return File(path, text, has_bom, body)


def parse_leniently(data: bytes, path: str = "<input>") -> File:
    """The tree of what can be read of a file. What is no item is text between items; an attribute whose value
    is no expression has an Unread one. Only for looking at: it still has every byte, but edits of it prove
    nothing."""
    has_bom = data.startswith(_BOM)
    text = decoded(data[3:] if has_bom else data)
    return File(path, text, has_bom, LenientStructure(text).parse())


def check_expressions(file: File) -> None:
    """Parses every expression of a file; raises HclSyntaxError at the first that is none."""
    for body in file.body.walk():
        for attribute in body.attributes:
            try:
                parse_expression(attribute.source)
            except SyntaxFault as fault:
                offset = (attribute.value_offset or 0) + fault.offset
                line, column = position(file.source, offset)
                raise HclSyntaxError(fault.message, file.path, line, column) from None


__all__ = [
    "Attribute",
    "Block",
    "Body",
    "File",
    "Gap",
    "HclSyntaxError",
    "check_expressions",
    "nodes",
    "parse",
    "parse_leniently",
    "parse_structure",
]
