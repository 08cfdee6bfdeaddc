"""Where a finding stands, in the text as it is and in the file that the user has."""

from __future__ import annotations

import os
from functools import lru_cache

from ..hcl import HclSyntaxError
from ..hcl.matching import matching_lines
from ..hcl.tree import Attribute, Block
from ..rules.transform import Finding
from ..terraform.address import Address
from ..terraform.module import Module
from .policy import top_item
from .results import FileError


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


def changed_lines(original: bytes, old: bytes, new: bytes) -> list[tuple[int, int]]:
    """The lines of ``original``, from and to, that ``new`` changes in ``old``, which was made of it; what is
    added between two lines concerns both."""
    first, before, after = (data.decode("utf-8", "replace") for data in (original, old, new))
    old_lines, new_lines = before.split("\n"), after.split("\n")
    origin = [0, *lines_before(first, before), first.count("\n") + 1]
    found = []
    last_old = last_new = -1
    for here, there in (*matching_lines(old_lines, new_lines), (len(old_lines), len(new_lines))):
        if here - last_old > 1:
            found.append((origin[last_old + 2], origin[here]))
        elif there - last_new > 1:
            found.append((origin[last_old + 1], origin[here + 1]))
        last_old, last_new = here, there
    # What is added behind the last line concerns that one: there is none below it.
    end = max(1, first.count("\n") + (not first.endswith("\n")))
    return [(min(one, end), min(other, end)) for one, other in found]


def file_error(error: Exception) -> FileError:
    """What stopped a file from being read, for its reader."""
    if isinstance(error, HclSyntaxError):
        return FileError(error.path, error.line, error.column, error.message)
    if isinstance(error, OSError):
        path = str(error.filename)
        if isinstance(error, FileNotFoundError) and os.path.islink(path):
            why = f"it is a link to {os.readlink(path)}, which does not exist"
        else:
            why = error.strerror or str(error)
        return FileError(path, 0, 0, f"cannot be read: {why}")
    raise error
