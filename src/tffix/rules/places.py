"""Where a finding stands, in the text as it is and in the file that the user has."""

from __future__ import annotations

from functools import lru_cache

from ..hcl import HclSyntaxError
from ..hcl.matching import matching_lines
from ..hcl.tree import Attribute, Block
from ..terraform.address import Address
from ..terraform.module import Module
from .policy import top_item
from .results import FileError
from .transform import Finding


def place(finding: Finding, module: Module) -> tuple[str, int, int]:
    """Path, line and column of a finding in its module's present text."""
    at = finding.at
    if finding.within is not None and isinstance(at, Attribute) and at.value_offset is not None:
        file = module.file_of(at)
        return file.path, *file.position(at.value_offset + finding.within.start)
    return module.place(at)


def address(finding: Finding) -> str:
    """The address of the top-level block that a finding stands in, or that block's header."""
    at = finding.at
    item = top_item(at)
    if not isinstance(item, Block):
        return item.name
    if item.type == "locals" and isinstance(at, Attribute):
        return f"local.{at.name}"
    return str(Address.of(item) or " ".join((item.type, *item.labels)))


@lru_cache(maxsize=16)
def lines_before(old: str, new: str) -> list[int]:
    """For each line of ``new`` the number, from 1, of the line of ``old`` that it was, or the nearest one
    above it."""
    new_lines = new.split("\n")
    found = [0] * len(new_lines)
    for first, second in matching_lines(old.split("\n"), new_lines):
        found[second] = first + 1
    nearest = 1
    for index, line in enumerate(found):
        nearest = found[index] = line or nearest
    return found


def file_error(error: Exception) -> FileError:
    """What stopped a file from being read, for its reader."""
    if isinstance(error, HclSyntaxError):
        return FileError(error.path, error.line, error.column, error.message)
    if isinstance(error, OSError):
        return FileError(str(error.filename), 0, 0, f"cannot be read: {error.strerror or error}")
    raise error
