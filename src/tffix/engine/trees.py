"""Files of a run as they are read, edited and written, whatever their language."""

from __future__ import annotations

import re

from ..hcl import encoding, parse
from ..hcl.tree import File
from ..projection import view


def encoded(file: File, text: str) -> bytes:
    """A text as the bytes of a file like another."""
    return (b"\xef\xbb\xbf" if file.has_bom else b"") + encoding.encoded(text)


def remade(file: File, text: str) -> File:
    """A file that was edited, with its new text; what is a view is put back and viewed anew."""
    if file.projection is not None:
        return view(file.projection.put_back(text))
    return parse(encoded(file, text), file.path)


def as_read(file: File) -> File:
    """A file with the tree that it had when it was read."""
    if not is_edited(file):
        return file
    return view(file.projection) if file.projection is not None else parse(file.original, file.path)


def is_edited(file: File) -> bool:
    """Whether a tree was edited since it was read."""
    return file.body.version != 0


def text_of(file: File) -> str:
    """A file's text, to compare its lines: in JSON a line gets a comma where another follows it."""
    text = file.source if file.projection is None else encoding.decoded(file.original)
    return re.sub(r",(?=\r?\n)", "", text) if file.language == "json" else text


def generated(file: File) -> str:
    """Why nothing is to be changed in a file, if a program writes it."""
    return file.projection.generated if file.projection is not None else ""
