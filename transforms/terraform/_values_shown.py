"""Which values reach which: what a module's outputs show, and what a value tells of sensitive ones.

Facts: Terraform language documentation, "Output Values" and "Manage Sensitive Data".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Address, Attribute, Block, Mention, Module, mentions, nodes

# Attributes that providers declare sensitive and that names are made of.
_SENSITIVE = frozenset((
    ("aws_secretsmanager_random_password", "random_password"),
    ("aws_secretsmanager_secret_version", "secret_string"),
    ("aws_ssm_parameter", "value"),
    ("random_password", "result"),
))  # fmt: skip
# Arguments that identifiers, ARNs and host names are made of.
_NAMING = re.compile(r"(?:.*_)?(?:name|prefix|identifier|bucket|domain|id)")


def shown_resources(module: Module) -> set[Address]:
    """The resources of which an output gives something: itself, by a local value, by an argument that
    another resource takes over from it, or by a data source that looks it up."""
    found: set[Address] = set()
    todo = [value for block in module.blocks("output") if (value := block.get("value"))]
    seen = set()
    while todo:
        attribute = todo.pop()
        if attribute in seen:
            continue
        seen.add(attribute)
        for mention in mentions(attribute.source):
            found.add(mention.address)
            todo += _behind(mention, module)
    return {address for address in found if address.is_resource}


def is_sensitive(attribute: Attribute, block: Block, module: Module) -> bool:
    """Whether the value of an attribute of a top-level block derives from a sensitive one."""
    todo, seen = [(attribute, block)], set()
    while todo:
        attribute, block = todo.pop()
        if attribute in seen:
            continue
        seen.add(attribute)
        calls = list(attribute.expression.find(nodes.Call))
        if any(call.name == "sensitive" for call in calls):
            return True
        for_each = block.get("for_each")
        if for_each is not None and re.search(r"\beach\.", attribute.source):
            todo.append((for_each, block))
        opened = [(call.start, call.end) for call in calls if call.name == "nonsensitive"]
        for mention in mentions(attribute.source):
            if any(start <= mention.node.start < end for start, end in opened):
                continue
            if _is_marked(mention, module):
                return True
            todo += [(one, _top(one)) for one in _behind(mention, module)]
    return False


def names_from(block: Block, attribute: str) -> Iterator[Attribute]:
    """The arguments of a resource that an attribute's value may derive from."""
    for argument in block.body.attributes:
        if argument.name == attribute or _NAMING.fullmatch(argument.name):
            yield argument


def _behind(mention: Mention, module: Module) -> list[Attribute]:
    """The attributes whose values a mention passes on."""
    item = module.get(mention.address)
    if item is None or isinstance(item, Attribute):
        return [item] if item is not None else []
    if item.type == "data":
        return [one for body in item.body.walk() for one in body.attributes]
    argument = item.get(_attribute(mention)) if item.type == "resource" else None
    return [argument] if argument is not None else []


def _attribute(mention: Mention) -> str:
    """The attribute that a mention takes of what it names; empty if it takes the whole."""
    steps = mention.node.steps[len(mention.address.parts) - 1 :]
    return next((step.name for step in steps if isinstance(step, nodes.GetAttribute)), "")


def _is_marked(mention: Mention, module: Module) -> bool:
    """Whether what a mention names is declared sensitive."""
    kind, *names = mention.address.parts
    attribute = _attribute(mention)
    if kind == "var":
        block = module.variable(names[0])
    elif kind == "module":
        child = module.children.get(names[0])
        block = next(iter(child.blocks("output", attribute)), None) if child is not None else None
    else:
        return (names[0] if kind in ("data", "ephemeral") else kind, attribute) in _SENSITIVE
    flag = block.get("sensitive") if block is not None else None
    return flag is not None and flag.boolean is True


def _top(attribute: Attribute) -> Block:
    """The top-level block that an attribute stands in."""
    assert attribute.parent is not None
    assert attribute.parent.owner is not None
    block = attribute.parent.owner
    while block.parent is not None and block.parent.owner is not None:
        block = block.parent.owner
    return block
