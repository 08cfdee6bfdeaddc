"""Whether Terraform evaluates an expression in every plan, or only where something else lets it.

Facts: Terraform language documentation, "Conditional Expressions", "dynamic Blocks", "The count
Meta-Argument", "The for_each Meta-Argument", "Checks" (a failed check is a warning) and "Provisioners" (run
when a resource is made).
"""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Attribute, Block, Module, Reference, evaluate, mentions, nodes

_REPEATED = ("resource", "data", "ephemeral", "module")
_ALWAYS = (*_REPEATED, "output", "locals")
_NOW_AND_THEN = ("provisioner", "connection")


def is_always_evaluated(reference: Reference, module: Module | None = None) -> bool:
    """Whether every plan evaluates a reference. With its module, what is there a known number of times counts
    too."""
    if reference.block.type not in _ALWAYS or _is_optional(reference):
        return False
    return not any(True for _ in _guards(reference, module))


def is_guarded(reference: Reference, address: Address, module: Module) -> bool:
    """Whether what decides about a reference asks for something of an address, or an error there does not
    stop a plan."""
    if reference.block.type not in _ALWAYS or _is_optional(reference):
        return True
    return any(_asks(guard, address, module, set()) for guard in _guards(reference, module))


def is_tried(node: nodes.Expression | nodes.Step, attribute: Attribute) -> bool:
    """Whether a part of an expression is in ``try(…)`` or ``can(…)``, which allow what does not exist."""
    calls = attribute.expression.find(nodes.Call, lambda call: call.name in ("try", "can"))
    return any(call.start <= node.start and node.end <= call.end for call in calls)


def _is_optional(reference: Reference) -> bool:
    """Whether a reference stands where it is evaluated on a condition, or may fail."""
    if any(block.type in _NOW_AND_THEN for block in _blocks_around(reference.attribute)):
        return True
    for node in _nodes_around(reference):
        match node:
            case nodes.Call(name="try" | "can") | nodes.Binary(operator="&&" | "||") | nodes.IfDirective():
                return True
            case nodes.Conditional() if not _holds(node.condition, reference.node):
                return True
            case nodes.For(condition=nodes.Expression()) if not _holds(node.collection, reference.node):
                return True
    return False


def _guards(reference: Reference, module: Module | None) -> Iterator[str]:
    """The sources of what says how often, if at all, a reference is evaluated."""
    block, attribute = reference.block, reference.attribute
    for name in ("count", "for_each"):
        repeated = block.get(name) if block.type in _REPEATED else None
        if repeated is not None and repeated is not attribute and not _is_there(repeated, module):
            yield repeated.source
    for around in _blocks_around(attribute):
        repeated = around.get("for_each") if around.type == "dynamic" else None
        if repeated is not None and repeated is not attribute:
            yield repeated.source
    for node in _nodes_around(reference):
        if isinstance(node, nodes.For | nodes.ForDirective) and not _holds(node.collection, reference.node):
            yield node.collection.text


def _is_there(repeated: Attribute, module: Module | None) -> bool:
    """Whether a `count` or `for_each` is known to make an instance."""
    if module is None:
        return False
    value = evaluate(repeated.expression, module, partial=True)
    if isinstance(value, list | dict):
        return bool(value)
    return isinstance(value, int) and value > 0


def _asks(source: str, address: Address, module: Module, seen: set[Address]) -> bool:
    """Whether an expression makes use of an address, through local values too."""
    for mention in mentions(source):
        if mention.address == address:
            return True
        if mention.address in seen:
            continue
        seen.add(mention.address)
        local = module.get(mention.address) if mention.address.parts[0] == "local" else None
        if isinstance(local, Attribute) and _asks(local.source, address, module, seen):
            return True
    return False


def _blocks_around(attribute: Attribute) -> Iterator[Block]:
    body = attribute.parent
    while body is not None and body.owner is not None:
        yield body.owner
        body = body.owner.parent


def _nodes_around(reference: Reference) -> Iterator[nodes.Expression]:
    """The nodes of an attribute's expression that a reference stands in."""
    for node in reference.attribute.expression.walk():
        if _holds(node, reference.node):
            yield node


def _holds(node: nodes.Expression, inner: nodes.Expression) -> bool:
    return node.start <= inner.start and inner.end <= node.end
