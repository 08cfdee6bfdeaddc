"""What names something that does not exist: in a project's modules, tests and variable values.

It is for comparing a project before and after a fix: what is named and exists must still do so. What tffix
cannot know of, as what a module from a registry has for outputs, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..hcl.tree import Block
from ..terraform.address import Address
from ..terraform.discovery import is_override
from ..terraform.module import Module
from ..terraform.project import Project
from ..terraform.providers import configurations, passed_providers, provider_of, required_providers
from ..terraform.selections import selections
from ..terraform.test_files import VALUES, Part, about, documents, parts

_OF_CALLS = frozenset(("source", "version", "count", "for_each", "providers", "depends_on"))
_OVERRIDDEN = frozenset(("resource", "data", "ephemeral", "variable", "output", "module"))


def unresolved(project: Project) -> set[str]:
    """What names something that does not exist, each as a sentence with the directory of the module."""
    found = set[str]()
    for module in project.modules.values():
        if module.language == "hcl":
            for part in (_references, _calls, _providers, _overrides, _values, _tests):
                found.update(f"{module.path}: {sentence}" for sentence in part(module))
    return found


def _references(module: Module) -> Iterator[str]:
    for reference in module.references:
        is_past = reference.block.type == "removed" or (
            reference.block.type == "moved" and reference.attribute.name == "from"
        )
        if is_past or module.get(reference.address) is not None:
            continue
        leads_on = any(
            one.block.type == "removed" or (one.block.type == "moved" and one.attribute.name == "from")
            for one in module.references_to(reference.address)
        )
        if not (reference.block.type == "moved" and leads_on):
            yield f"{reference.address} is not declared"


def _calls(module: Module) -> Iterator[str]:
    for call in module.blocks("module"):
        child = module.children.get(call.labels[0])
        if child is None:
            continue
        for argument in call.body.attributes:
            if argument.name not in _OF_CALLS and child.variable(argument.name) is None:
                yield f"{child.path} has no variable '{argument.name}', which module.{call.labels[0]} sets"
        for variable in child.blocks("variable"):
            if variable.get("default") is None and not _is_set(variable.labels[0], call, module):
                yield f"module.{call.labels[0]} does not set the variable '{variable.labels[0]}'"
        used = selections(Address(("module", call.labels[0])), module)
        for name in {one.name for one in used.found}:
            if not child.blocks("output", name):
                yield f"{child.path} has no output '{name}', which is used of module.{call.labels[0]}"


def _is_set(name: str, call: Block, module: Module) -> bool:
    """Whether a call, or a block that overrides it, sets a variable."""
    return any(one.get(name) is not None for one in module.blocks("module", call.labels[0]))


def _providers(module: Module) -> Iterator[str]:
    asked_for = {alias for one in required_providers(module) for alias in one.aliases}
    known = {*configurations(module), *asked_for}
    used = {provider_of(block) for type_ in ("resource", "data") for block in module.blocks(type_)}
    for call in module.blocks("module"):
        passed = passed_providers(call)
        used.update(passed.values())
        child = module.children.get(call.labels[0])
        if child is not None:
            asked = {alias for one in required_providers(child) for alias in one.aliases}
            for name in passed:
                if "." in name and name not in asked:
                    yield f"{child.path} does not ask for {name}, which module.{call.labels[0]} is given"
            for name in asked - passed.keys():
                yield f"module.{call.labels[0]} is not given {name}"
    yield from (f"{name} is not configured" for name in used if "." in name and name not in known)


def _overrides(module: Module) -> Iterator[str]:
    """Blocks of override files that there is nothing for to override."""
    base = {
        (block.type, *block.labels)
        for name, file in module.files.items()
        if not is_override(name)
        for block in module.accepted(file)
    }
    for name, file in module.files.items():
        for block in module.accepted(file) if is_override(name) else ():
            if block.type in _OVERRIDDEN and (block.type, *block.labels) not in base:
                yield f"{block.type} {' '.join(block.labels)} overrides nothing"


def _values(module: Module) -> Iterator[str]:
    for name in [one.name for _, file in documents(module, VALUES) for one in file.body.attributes]:
        if module.variable(name) is None:
            yield f"there is no variable '{name}', which is given a value"


def _tests(module: Module) -> Iterator[str]:
    for part in parts(module):
        for sentence in _of_test(part):
            yield f"in a test, {sentence}"


def _of_test(part: Part) -> Iterator[str]:
    if part.about is None:
        return
    runs = {block.labels[0]: about(block, part.owner) for block in part.file.blocks("run") if block.labels}
    for reference in part.references:
        kind, *names = reference.address.parts
        if kind == "run":
            run = runs.get(names[0])
            output = reference.rest[1:].partition(".")[0].partition("[")[0]
            if names[0] not in runs or (run is not None and output and not run.blocks("output", output)):
                yield f"run.{names[0]}.{output} does not exist"
        elif part.about.get(reference.address) is None:
            yield f"{reference.address} is not declared"
    for call in part.about.blocks("module"):
        child = part.about.children.get(call.labels[0])
        used = selections(Address(("module", call.labels[0])), part.about, (part.block,))
        for name in {one.name for one in used.found} if child is not None else ():
            if child is not None and not child.blocks("output", name):
                yield f"module.{call.labels[0]} has no output '{name}'"
    is_shared = part.block.type == "variables"
    modules = {part.owner, *(one for one in runs.values() if one is not None)} if is_shared else {part.about}
    for body in [part.block.body] if is_shared else [one.body for one in part.block.blocks("variables")]:
        for given in body.attributes:
            if all(one.variable(given.name) is None for one in modules):
                yield f"there is no variable '{given.name}', which is given a value"


__all__ = ["unresolved"]
