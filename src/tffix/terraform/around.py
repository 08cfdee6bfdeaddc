"""Where the repository around a module mentions what it declares or names: what a rename would break."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator

from .address import Address
from .discovery import CONFIGURATION
from .generated import units_of
from .groups import Group
from .module import Module, is_document
from .repository import Place

SILENT = (".md", ".mdx", ".md.erb", ".markdown", ".rst", ".adoc", ".tfstate", ".tfstate.backup", ".lock.hcl")
"""Ends of names of files that mean nothing by a name: prose, and what Terraform itself writes."""


def mentioned_around(address: Address, module: Module) -> str:
    """The place (path:line) in the repository that names what a module declares, but for the modules that
    are tied to it, whose references are known, and their tests and variable values; nothing if there is
    none."""
    if module.repository is None or module.language != "hcl":
        return ""
    name = address.parts[-1]
    if address.parts[0] == "var":
        given = re.compile(rf"TF_VAR_{re.escape(name)}\b|-var[= ]['\"]?{re.escape(name)}=")
        unit = next((unit for unit in units_of(module) if name in unit.inputs), None)
        if unit is not None:
            return os.path.relpath(unit.path)
        places = (*_around(name, module, False), *_around(f"TF_VAR_{name}", module, False))
        return _first(places, lambda one: bool(given.search(one.text)) or _sets(name, one))
    if address.parts[0] == "output":
        read = re.compile(rf"\boutputs?\b.*(?<![\w-]){re.escape(name)}(?![\w-])")
        return _first(_around(name, module, False), lambda one: bool(read.search(one.text)))
    if address.parts[0] == "local":
        return ""
    # In the files of another module, an address is that module's own.
    return _first(_around(str(address), module, False), lambda one: not one.path.endswith(CONFIGURATION))


def named_around(name: str, module: Module) -> str:
    """The place (path:line) in the repository, outside of the modules tied to one, that has the name of
    something that is deployed; nothing if there is none."""
    return _first(_around(name, module), lambda one: True)


def _sets(name: str, place: Place) -> bool:
    """Whether a line of variable values sets a variable."""
    return ".tfvars" in place.path and bool(re.match(rf'\s*"?{re.escape(name)}"?\s*[=:]', place.text))


def _first(places: Iterator[Place] | tuple[Place, ...], counts: Callable[[Place], bool]) -> str:
    return next((str(one) for one in places if counts(one)), "")


def _around(word: str, module: Module, documents: bool = True) -> Iterator[Place]:
    """Where a word stands in what is around the modules tied to one; ``documents``: and in their tests and
    variable values."""
    if module.repository is None:
        return
    known = module.group.files
    for one in module.repository.mentions(word, but=known):
        if not one.path.endswith(SILENT) and (documents or not _is_document_of(one.path, module.group)):
            yield one


def _is_document_of(path: str, group: Group) -> bool:
    """Whether a path is that of a test or of variable values of a module."""
    folder, name = os.path.split(os.path.abspath(path))
    above, tests = os.path.split(folder)
    by_folder = group.recall(_by_folder)
    places = ((by_folder.get(folder), name), (by_folder.get(above), f"{tests}/{name}"))
    return any(one is not None and is_document(name) and name in one.opaque for one, name in places)


def _by_folder(group: Group) -> dict[str, Module]:
    return {os.path.abspath(module.path): module for module in group.modules}


__all__ = ["SILENT", "mentioned_around", "named_around"]
