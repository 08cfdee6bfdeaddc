"""References to what the module does not declare."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import partial

from tffix import Address, Block, Finding, Impact, Module, Reference, Transform, parse_block

_PLAIN_DATA = ("aws_caller_identity", "aws_partition", "aws_region")
"""Data sources that need no argument: what is meant by a reference to one is certain."""


class ReferenceUndeclared(Transform):
    """A reference names a resource, variable, local value or module call that is not declared.

    What:
        Looks up every reference of a module. Declared on the spot, after the block that first refers to it:
        data sources that take no argument (`aws_caller_identity`, `aws_region`, `aws_partition`) and
        `random_id` suffixes. References to outputs of local modules are looked up too.

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
        None for data sources: the configuration could not be planned before.

    Limits:
        Everything else is reported, with the name that is nearest. Silent for modules with files that cannot
        be parsed or are in JSON: what they declare is not known.

    Source:
        Terraform language documentation, "References to Named Values".
    """

    name = "terraform-reference-undeclared"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if module.unreadable or any(name.endswith(".json") for name in module.opaque):
            return
        for address in dict.fromkeys(reference.address for reference in module.references):
            first = module.references_to(address)[0]
            if first.block.type in ("moved", "removed", "import"):
                continue
            if module.get(address) is None:
                yield self._undeclared(first, address, module)
            elif address.parts[0] == "module":
                yield from self._outputs(address, module)

    def _undeclared(self, reference: Reference, address: Address, module: Module) -> Finding:
        what = {"var": "variable", "local": "local value", "module": "module call"}.get(
            address.parts[0], "data source" if address.parts[0] == "data" else "resource"
        )
        message = f"{what} {address} is not declared"
        source = _declaration(address)
        if source is not None:
            fix = partial(_declare, reference.block, source, module)
            return Finding(reference.attribute, message, fix, within=reference.node)
        return Finding(reference.attribute, message, advice=_advice(address, module), within=reference.node)

    def _outputs(self, address: Address, module: Module) -> Iterator[Finding]:
        child = module.children.get(address.parts[1])
        if child is None or child.unreadable or any(name.endswith(".json") for name in child.opaque):
            return
        for reference in module.references_to(address):
            names = reference.node.names
            if len(names) < 3 or child.blocks("output", names[2]):
                continue
            known = [block.labels[0] for block in child.blocks("output") if block.labels]
            near = difflib.get_close_matches(names[2], known, 1)
            message = f"{address} has no output '{names[2]}'"
            advice = f"did you mean '{near[0]}'?" if near else f'add output "{names[2]}" to {child.path}'
            yield Finding(reference.attribute, message, advice=advice, within=reference.node)


def _declaration(address: Address) -> str | None:
    if address.parts[0] == "data" and address.parts[1] in _PLAIN_DATA:
        return f'data "{address.parts[1]}" "{address.parts[2]}" {{}}\n'
    if address.parts[0] == "random_id":
        return f'resource "random_id" "{address.parts[1]}" {{\n  byte_length = 4\n}}\n'
    return None


def _declare(after: Block, source: str, module: Module) -> None:
    assert after.parent is not None
    after.parent.insert_after(after, parse_block(source))
    module.changed()


def _advice(address: Address, module: Module) -> str:
    """The nearest declared name of the same kind, or the block to add."""
    kind, name = address.parts[0], address.parts[-1]
    if kind == "local":
        known = list(module.locals)
    else:
        blocks = module.blocks({"var": "variable", "module": "module"}.get(kind, "resource"))
        if kind == "data":
            blocks = module.blocks("data", address.parts[1])
        elif address.is_resource:
            blocks = module.blocks("resource", kind)
        known = [block.labels[-1] for block in blocks if block.labels]
    near = difflib.get_close_matches(name, known, 1)
    if near:
        return f"did you mean {'.'.join((*address.parts[:-1], near[0]))}?"
    if kind == "var":
        return f'variable "{name}" {{\n  type = …\n}}'
    return f"declare {address}, or remove the reference"
