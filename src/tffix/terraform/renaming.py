"""Renames what a module declares, with everything that refers to it.

References follow in all files of the module, override files and JSON too; in its tests and files of variable
values; in the modules that call it and that it is called by, with their tests. A resource or module call gets
a ``moved`` block. What is not followed, and names the old name, is an obstacle.

Facts: Terraform language documentation, "Refactoring", "Override Files", "Tests", "Input Variables".
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from ..hcl.nodes import Expression, Template, Tuple
from ..hcl.tree import Attribute, Block
from ..projection import Refused
from . import renaming_interface, renaming_providers
from .address import Address
from .around import mentioned_around
from .discovery import LOCK_FILE, is_override
from .evidence import knows
from .headers import is_name
from .module import Module, UnreadableFileError, is_document
from .refactoring import add_moved, move_to, moves
from .references import Reference
from .selections import selections
from .test_files import deep_references, tests_about

_HISTORY = ("moved", "removed")
"""Blocks that tell of the past, in which old names stay."""
_INTERFACE = ("var", "output")


def renamed(address: Address, name: str) -> Address:
    """An address with another name at its end."""
    return Address((*address.parts[:-1], name))


def rename_obstacle(address: Address | str, name: str, module: Module, *, join: bool = False) -> str:
    """Why something cannot be renamed, as a clause (``main.tf declares it as well``); nothing if it can.

    ``address`` is that of a resource, data source, module call, local value, variable or output in the module
    (``aws_vpc.main``, ``data.aws_ami.x``, ``module.a``, ``local.a``, ``var.a``, ``output.a``), or of a
    provider configuration with an alias: ``provider.aws.west``. ``join``: a ``moved`` block that leads to the
    old name may be led on to the new one, as is right where it was never applied; one that this run has
    written always is.
    """
    address = _parsed(address)
    old = address.parts[-1]
    if not is_name(name):
        return f"'{name}' is not a valid name"
    if name == old:
        return f"'{name}' is its name already"
    if module.language != "hcl":
        return f"{module.path} is a program"
    if unreadable := next((one.unreadable[0] for one in _concerned(address, module) if one.unreadable), ""):
        return f"{unreadable} cannot be read"
    for one in _concerned(address, module):
        if hidden := _hidden(old, one, gives_values=one is module and address.parts[0] == "var"):
            return hidden
    if address.parts[0] == "provider":
        return renaming_providers.obstacle(address, name, module)
    if why := _of_declarations(address, renamed(address, name), module):
        return why
    if place := mentioned_around(address, module):
        return f"{place} mentions it"
    if address.parts[0] in _INTERFACE:
        return renaming_interface.obstacle(address, name, module)
    return _of_history(address, module, join)


def rename(address: Address | str, name: str, module: Module, *, join: bool = False) -> None:
    """Gives a declaration another name, with all that refers to it; see ``rename_obstacle`` for the
    arguments. A resource or module call gets a ``moved`` block. Raises Refused, with the reason, where there
    is an obstacle."""
    address = _parsed(address)
    if why := rename_obstacle(address, name, module, join=join):
        raise Refused(why)
    if address.parts[0] == "provider":
        renaming_providers.rename(address, name, module)
        return
    target = renamed(address, name)
    _redirect(address, target, module)
    if address.parts[0] in _INTERFACE:
        renaming_interface.rename(address, name, module)
    _rename_within_paths(address, name, module)
    found = declarations(address, module)
    for item in found:
        if isinstance(item, Attribute):
            item.rename(name)
        else:
            item.relabel(*item.labels[:-1], name)
    if _needs_moved(address):
        own = next(item for item in found if not is_override(_file_name(item, module)))
        assert isinstance(own, Block)
        add_moved(address, target, module, after=own)


def rename_argument(block: Block, old: str, new: str, module: Module) -> None:
    """Gives an argument of a resource or data source another name, as a new version of its provider may have
    it: where it is set, in ``ignore_changes``, and where it is selected of the resource. Raises Refused where
    it is not known what is selected of the resource, or where the new argument is set already."""
    address = Address.of(block)
    if address is None or module.get(address) is None:
        raise Refused("the block declares nothing in this module")
    blocks = [one for one in declarations(address, module) if isinstance(one, Block)]
    found = selections(address, module, (part.block for part in tests_about(module)))
    if found.whole:
        raise Refused(f"'{found.whole[0].name}' hands on {address} as a whole")
    if any(one.get(new) is not None for one in blocks):
        raise Refused(f"'{new}' is set already")
    found.rename({old: new})
    for one in blocks:
        argument = one.get(old)
        if argument is not None:
            argument.rename(new)
        for lifecycle in one.blocks("lifecycle"):
            ignored = lifecycle.get("ignore_changes")
            if ignored is not None:
                ignored.replace(dict(_ignored(ignored.expression, old, new)))


def declarations(address: Address, module: Module) -> list[Block | Attribute]:
    """All blocks, or attributes of ``locals`` blocks, that declare something: those in override files too."""
    if address.parts[0] == "local":
        return [a for b in module.blocks("locals") for a in b.body.attributes if a.name == address.parts[1]]
    return [
        block
        for file in module.files.values()
        for block in module.accepted(file)
        if Address.of(block) == address
    ]


# -- obstacles -------------------------------------------------------------------------------------------


def _parsed(address: Address | str) -> Address:
    return Address.parse(address) if isinstance(address, str) else address


def _concerned(address: Address, module: Module) -> list[Module]:
    """The modules in which a name may be used."""
    callers = [caller for caller, _ in module.callers]
    wide = address.parts[0] in (*_INTERFACE, "provider")
    return list({one.path: one for one in (module, *(callers if wide else ()))}.values())


def _hidden(word: str, module: Module, *, gives_values: bool) -> str:
    """A file that is read as text only and has a word in it, or that must not be changed, as a clause."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    for name, text in sorted(module.texts.items()):
        if not pattern.search(text) or name == LOCK_FILE:
            continue
        if ".tfvars" in name and not gives_values:
            continue
        if not is_document(name):
            return f"{name} mentions it"
        try:
            module.document(name)
        except UnreadableFileError as error:
            return str(error)
        if why := module.why_not_written(name):
            return why
    for name, file in module.generated.files.items():
        if pattern.search(file.source):
            return f"{name}, which Terragrunt writes, mentions it"
    return ""


def _of_declarations(address: Address, target: Address, module: Module) -> str:
    found = declarations(address, module)
    own = [item for item in found if not is_override(_file_name(item, module))]
    if not own:
        return f"{address} is not declared"
    if len(own) > 1:
        return "it is declared more than once"
    leading = move_to(address, module)  # from the new name, where that was the first one
    references = [one for one in module.references_to(target) if leading is None or one.block is not leading]
    if declarations(target, module) or references or next(_in_tests(target, module), None) is not None:
        return f"{target} is taken"
    return ""


def _of_history(address: Address, module: Module, join: bool) -> str:
    if not _needs_moved(address):
        return ""
    if not knows(">= 1.1", module):
        return "the module asks for a Terraform version that does not know moved blocks"
    if moves(address, module, "from"):
        return "a moved block leads away from its name"
    leading = moves(address, module, "to")
    if any(one.rest for one in leading):
        return "a moved block leads to a part of it"
    if len(leading) > 1:
        return "several moved blocks lead to it"
    if leading and not join and address not in module.renamed:
        return "a moved block gives it this name, and another would make a chain of two"
    return ""


def _needs_moved(address: Address) -> bool:
    return address.is_resource or address.parts[0] == "module"


def _file_name(item: Block | Attribute, module: Module) -> str:
    return os.path.basename(module.file_of(item).path)


# -- the renaming ----------------------------------------------------------------------------------------


def _in_tests(address: Address, module: Module) -> Iterator[Reference]:
    for part in tests_about(module):
        yield from (one for one in part.references if one.address == address)


def _redirect(address: Address, target: Address, module: Module) -> None:
    """Rewrites the references in the module and its tests; the past stays."""
    own = [one for one in module.references_to(address) if one.block.type not in _HISTORY]
    module.redirect([*own, *_in_tests(address, module)], lambda one: _source(one, target))


def _source(reference: Reference, target: Address) -> str:
    prefix = "resource." if reference.node.root == "resource" else ""
    return f"{prefix}{target}{reference.rest}"


def _rename_within_paths(address: Address, name: str, module: Module) -> None:
    """Rewrites what names something by its path from another module: ``module.network.aws_vpc.main``."""
    changes: dict[Attribute, dict[Expression, str]] = {}
    for relative in module.tied():
        for deep in deep_references(relative):
            if deep.module is module and deep.address == address:
                changes.setdefault(deep.attribute, {})[deep.step] = f".{name}"
    for attribute, steps in changes.items():
        attribute.replace(steps)


def _ignored(node: Expression, old: str, new: str) -> Iterable[tuple[Expression, str]]:
    """The entries of ``ignore_changes`` that begin with an argument, each with its new text."""
    for entry in node.items if isinstance(node, Tuple) else ():
        is_quoted = isinstance(entry, Template)
        text = entry.literal or "" if isinstance(entry, Template) else entry.text
        if re.match(rf"{re.escape(old)}(?![\w-])", text):
            changed = new + text[len(old) :]
            yield entry, f'"{changed}"' if is_quoted else changed


__all__ = [
    "declarations",
    "rename",
    "rename_argument",
    "rename_obstacle",
    "renamed",
]
