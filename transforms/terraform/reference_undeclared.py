"""References to what the module does not declare."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import partial

from tffix import (
    Address,
    Block,
    Finding,
    Impact,
    Module,
    Reference,
    Transform,
    called_module,
    iterator_names,
    parse_block,
    selections,
)

from ._declarations import Declaration, declaration
from ._evaluation import is_tried
from ._lock_file import init_needed
from ._repeated import another

_BLOCKS = ("check", "data", "ephemeral", "locals", "module", "output", "provider", "resource", "variable")


class ReferenceUndeclared(Transform):
    """A reference names a resource, variable, local value or module call that is not declared.

    What:
        Looks up every reference of a module, and those to outputs of local modules, however they are used:
        also of calls with `count` or `for_each`. What can only be meant in one way is declared: data sources
        that need no argument (`aws_caller_identity`, `aws_region`, `aws_partition`,
        `aws_availability_zones` …), `random_id` suffixes, and the `archive_file` of a Lambda function whose
        handler and runtime tell the one file that goes into it.

    Why:
        Terraform stops with "Reference to undeclared resource" before it plans anything.

    Example:
        output "account_id" {
          value = data.aws_caller_identity.current.account_id
        }

    Becomes:
        output "account_id" {
          value = data.aws_caller_identity.current.account_id
        }

        data "aws_caller_identity" "current" {}

    Impact:
        None for data sources; a `random_id` is a new resource. The configuration could not be planned before.

    Limits:
        Everything else is reported, with the name that is nearest. A name that is nearly a declared one is
        reported too, not declared. Whether the file of an `archive_file` exists is not looked up. Silent for
        modules with files that cannot be parsed, or with templates of files (`main.tf.jinja`): what they
        declare is not known.

    Source:
        Terraform language documentation, "References to Named Values".
    """

    name = "terraform-reference-undeclared"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not _is_whole(module):
            return
        is_declared: dict[Address, bool] = {}
        told: dict[Address, Finding] = {}
        for reference in module.references:
            address = reference.address
            if not _counts(reference):
                continue
            if address not in is_declared:
                declared = module.get(address)
                is_declared[address] = declared is not None
                if address.parts[0] == "module" and isinstance(declared, Block):
                    yield from self._outputs(declared, address, module)
            if not is_declared[address] and not _is_scoped(reference) and not _is_generated(address, module):
                if address not in told:
                    told[address] = self._undeclared(reference, module)
                    yield told[address]
                else:
                    yield another(told[address], reference.attribute, reference.node)

    def _undeclared(self, reference: Reference, module: Module) -> Finding:
        address = reference.address
        what = {"var": "variable", "local": "local value", "module": "module call"}.get(
            address.parts[0], "data source" if address.parts[0] == "data" else "resource"
        )
        message = f"{what} {address} is not declared"
        near = _near(address, module)
        found = None if near else declaration(address, module)
        if found is not None:
            fix = partial(_declare, reference.block, found, module)
            told = message + found.told + init_needed(found.provider, module)
            return Finding(reference.attribute, told, fix, impact=found.impact, within=reference.node)
        near = near or _element(reference)
        advice = f"did you mean {near}?" if near else _advice(address)
        return Finding(reference.attribute, message, advice=advice, within=reference.node)

    def _outputs(self, call: Block, address: Address, module: Module) -> Iterator[Finding]:
        child = called_module(module, call)
        if child is None or not _is_whole(child):
            return
        known = {block.labels[0] for block in child.blocks("output") if block.labels}
        for one in selections(address, module).found:
            if one.name in known or is_tried(one.step, one.attribute):
                continue
            near = difflib.get_close_matches(one.name, sorted(known), 1)
            message = f"{address} has no output '{one.name}'"
            advice = f"did you mean '{near[0]}'?" if near else f'add output "{one.name}" to {child.path}'
            yield Finding(one.attribute, message, advice=advice, within=one.step)


def _is_whole(module: Module) -> bool:
    """Whether all that a module declares is known."""
    return not module.unreadable


def _counts(reference: Reference) -> bool:
    """Whether a reference must name something declared: not in ``moved`` and its like, nor a provider."""
    if reference.block.type not in _BLOCKS or reference.address.parts[0] == "action":
        return False
    owner = reference.attribute.parent.owner if reference.attribute.parent else None
    return not (reference.attribute.name == "provider" and owner is not None and owner.type == "data")


def _is_scoped(reference: Reference) -> bool:
    """Whether a reference is to the data source that its ``check`` block declares for itself."""
    parts = reference.address.parts
    return reference.block.type == "check" and any(reference.block.blocks("data", *parts[1:]))


def _is_generated(address: Address, module: Module) -> bool:
    """Whether a file that Terragrunt writes declares it, or may."""
    return bool(module.generated.unreadable) or module.generated.get(address) is not None


def _declare(user: Block, found: Declaration, module: Module) -> None:
    """Adds a block beside those of its kind, else above the block that needs it."""
    block = parse_block(found.source)
    file = module.file_of(user)
    stands_alone = user.type in ("output", "provider", "variable")
    if stands_alone:
        file = module.files.get("main.tf", file)
    near = list(file.blocks(block.type, block.labels[0]))
    near = near or (list(file.blocks("data")) if block.type == "data" and not found.stays_near else [])
    if near:
        file.body.insert_after(near[-1], block)
    elif stands_alone:
        file.body.append(block)
    else:
        file.body.insert_before(user, block)


def _near(address: Address, module: Module) -> str:
    """The declared address of the same kind that is nearest, if any is near."""
    kind, name = address.parts[0], address.parts[-1]
    if kind == "local":
        known = list(module.locals)
    else:
        blocks = module.blocks({"var": "variable", "module": "module"}.get(kind, "resource"))
        if kind in ("data", "ephemeral"):
            blocks = module.blocks(kind, address.parts[1])
        elif address.is_resource:
            blocks = module.blocks("resource", kind)
        known = [block.labels[-1] for block in blocks if block.labels]
    near = difflib.get_close_matches(name, known, 1, 0.7)
    return ".".join((*address.parts[:-1], near[0])) if near else ""


def _element(reference: Reference) -> str:
    """What a reference evidently means by ``word.value`` in a ``dynamic`` block that binds another word."""
    if reference.address.parts[-1] not in ("key", "value") or len(reference.address.parts) != 2:
        return ""
    body = reference.attribute.parent
    while body is not None and body.owner is not None:
        for name in iterator_names(body.owner):
            return f"{name}.{reference.address.parts[-1]}"
        body = body.owner.parent
    return ""


def _advice(address: Address) -> str:
    if address.parts[0] == "var":
        return f'variable "{address.parts[1]}" {{\n  type = any\n}}'
    return f"declare {address}, or remove the reference"
