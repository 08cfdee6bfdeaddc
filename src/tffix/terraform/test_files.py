"""What tests and files of variable values say of a module: references, values of variables, overrides.

Facts: Terraform language documentation, "Tests", "Mocks" and "Input Variables" (files of variable values).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from ..hcl.nodes import Expression, GetAttribute, Index, Traversal
from ..hcl.tree import Attribute, Block, File
from .address import Address, object_items
from .module import Module, UnreadableFileError, is_document
from .references import Reference, expressions, mentions_of

_TARGETS = ("target", "replace")
"""Arguments of tests that name what is anywhere in the tree of modules; so does ``to`` of an import."""


@dataclass(frozen=True, slots=True)
class Part:
    """A top-level block of a test: the module that what it says is about (None if that is not known), and
    the module that the test belongs to."""

    block: Block
    file: File
    about: Module | None
    owner: Module

    @property
    def references(self) -> Iterator[Reference]:
        """The references in it, in order."""
        for attribute, bound in expressions(self.block):
            for mention in mentions_of(attribute):
                if mention.node.root not in bound:
                    yield Reference(mention, attribute, self.block, self.file)


VALUES = (".tfvars", ".tfvars.json")
"""How the names of files of variable values end."""


def documents(module: Module, ending: str | tuple[str, ...]) -> Iterator[tuple[str, File]]:
    """The documents of a module whose names end so, less those that cannot be parsed."""
    for name in sorted({*module.opaque, *module.documents}):
        if is_document(name) and name.endswith(ending):
            try:
                yield name, module.document(name)
            except UnreadableFileError:
                continue


def parts(owner: Module) -> Iterator[Part]:
    """What the tests of a module consist of. A ``run`` may be about another module than the one that the test
    belongs to; all else is about that one."""
    for _, file in (*documents(owner, ".tftest.hcl"), *documents(owner, ".tfmock.hcl")):
        for block in file.blocks():
            yield Part(block, file, about(block, owner), owner)


def about(block: Block, owner: Module) -> Module | None:
    """The module that a top-level block of a test is about."""
    inner = next(block.blocks("module"), None) if block.type == "run" else None
    if inner is None:
        return owner
    source = inner.get("source")
    literal = source.string if source is not None else None
    if literal is None or owner.project is None or not literal.startswith("."):
        return None
    return owner.project.modules.get(os.path.normpath(os.path.join(owner.path, literal)))


def tests_about(module: Module) -> Iterator[Part]:
    """The parts of tests, its own and those of the modules that it is tied to, that are about a module."""
    for owner in module.tied():
        yield from (part for part in parts(owner) if part.about is module)


def given_values(module: Module, name: str) -> Iterator[Attribute]:
    """Where tests and files of variable values give a variable of a module its value."""
    for _, file in documents(module, VALUES):
        yield from (one for one in file.body.attributes if one.name == name)
    for part in tests_about(module):
        bodies = [part.block] if part.block.type == "variables" else list(part.block.blocks("variables"))
        yield from (one for body in bodies for one in body.body.attributes if one.name == name)


@dataclass(frozen=True, slots=True)
class Deep:
    """A place that names what is in a module of the tree: a traversal's step that has the name."""

    module: Module
    address: Address
    step: GetAttribute
    attribute: Attribute


def deep_references(module: Module) -> Iterator[Deep]:
    """What imports of a module, and targets in its tests, name in the modules that it calls."""
    for reference in module.references_within("import"):
        yield from _deep(reference, module)
    for part in parts(module):
        if part.about is not None:
            for reference in part.references:
                if reference.attribute.name in _TARGETS:
                    yield from _deep(reference, part.about)


def overridden_outputs(module: Module, name: str) -> Iterator[tuple[Attribute, Expression]]:
    """The keys in tests that give an output of a module a value, each with the attribute that it is in:
    ``override_module { target = module.network, outputs = { NAME = … } }``."""
    for part in (part for owner in module.tied() for part in parts(owner)):
        for body in part.block.body.walk():
            owner_block = body.owner
            if owner_block is None or owner_block.type != "override_module":
                continue
            target, outputs = body.get("target"), body.get("outputs")
            node = target.expression if target is not None else None
            if outputs is None or not isinstance(node, Traversal) or part.about is None:
                continue
            if _module_at(node, part.about) is module:
                item = object_items(outputs.expression).get(name)
                if item is not None:
                    yield outputs, item.key


def _module_at(node: Traversal, module: Module) -> Module | None:
    """The module that a path of module calls leads to."""
    names = [node.root, *(step.name for step in node.steps if isinstance(step, GetAttribute))]
    here: Module | None = module
    while here is not None and len(names) > 1 and names[0] == "module":
        here, names = here.children.get(names[1]), names[2:]
    return here if not names else None


def _deep(reference: Reference, module: Module) -> Iterator[Deep]:
    """What a reference that begins with a module call names below it, on every level."""
    node: Traversal = reference.node
    steps = [step for step in node.steps if not isinstance(step, Index)]
    names = [node.root, *(step.name for step in steps if isinstance(step, GetAttribute))]
    if len(names) != len(steps) + 1:
        return
    here: Module | None = module
    at = 0
    while here is not None and names[at : at + 1] == ["module"] and at + 1 < len(names):
        here = here.children.get(names[at + 1])
        at += 2
        size = {"module": 2, "data": 3}.get(names[at] if at < len(names) else "", 2)
        step = steps[at + size - 2] if at + size <= len(names) else None
        if here is not None and isinstance(step, GetAttribute):
            yield Deep(here, Address(tuple(names[at : at + size])), step, reference.attribute)


__all__ = [
    "Deep",
    "Part",
    "about",
    "deep_references",
    "documents",
    "given_values",
    "overridden_outputs",
    "parts",
    "tests_about",
]
