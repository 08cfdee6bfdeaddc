"""References to objects of Terraform's own that do not exist, or not there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import filterfalse

from tffix import Attribute, Block, Finding, Impact, Module, Transform, expressions, language, nameless, nodes

from ._free_names import free_traversals
from ._language import LITERAL, accepted_blocks, is_modern, nearest

_ATTRIBUTES = {
    "each": ("key", "value"),
    "count": ("index",),
    "path": ("module", "root", "cwd"),
    "terraform": ("workspace", "applying"),
}
_REPEATED = ("resource", "data", "ephemeral", "module", "action", "import")
_OF_SELF = frozenset(("provisioner", "connection", "postcondition", "action_trigger"))
_WORDS = frozenset(("when", "on_failure", "iterator", "provider", "providers", "events", "actions"))
"""Arguments that are words, or name providers."""


class ReferenceInvalid(Transform):
    """A reference is to an object that Terraform does not have in that place.

    What:
        Checks `each`, `count`, `self`, `path` and `terraform`, and names that stand alone: `each` needs
        `for_each` on its block and `count.index` needs `count`, `self` is for provisioners, connections and
        postconditions, a destroy provisioner can refer to its own resource only, and each object has certain
        attributes. `terraform.env` becomes `terraform.workspace`.

    Why:
        Terraform stops with "Reference to "each" in context without for_each", "Invalid "path" attribute" or
        "Invalid reference".

    Example:
        locals {
          stage = terraform.env
        }

    Becomes:
        locals {
          stage = terraform.workspace
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        All else is only reported. Arguments that must be literal are checked by another rule. Silent for
        modules that ask for Terraform 0.11.

    Source:
        Terraform language documentation, "References to Named Values", "The for_each Meta-Argument", "The
        count Meta-Argument", "Provisioners" and "Custom Conditions".
    """

    name = "terraform-reference-invalid"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not is_modern(module):
            return
        for _, block in accepted_blocks(module):
            if block.type not in ("moved", "terraform"):
                yield from _in_block(block, module)


def _in_block(block: Block, module: Module) -> Iterator[Finding]:
    for attribute, bound in expressions(block):
        if _is_checked_elsewhere(attribute, block):
            continue
        if (strange := _after_the_end(attribute, block)) is not None:
            message = (
                f"a destroy provisioner can refer to self, count.index and each.key, not to {strange.text}"
            )
            yield Finding(attribute, message, within=strange)
            continue
        for node in nameless(attribute.source):
            if node.root not in bound:
                yield from _finding(node, attribute, block, module)


def _is_checked_elsewhere(attribute: Attribute, block: Block) -> bool:
    owner = attribute.parent.owner if attribute.parent is not None else None
    type_ = owner.type if owner is not None else ""
    if attribute.name in LITERAL.get(type_, ()) and (owner is block or type_ == "lifecycle"):
        return True
    if type_ in ("provisioner", "dynamic", "action_trigger", "data") and attribute.name in _WORDS:
        return True
    if owner is not block:
        return False
    if block.type == "module":
        return attribute.name in ("source", "version")
    return (block.type, attribute.name) in (("output", "type"), ("removed", "from"))


def _after_the_end(attribute: Attribute, block: Block) -> nodes.Traversal | None:
    """What a destroy provisioner, or the connection for it, refers to though it may be gone by then."""
    owner = attribute.parent.owner if attribute.parent is not None else None
    if owner is None or owner.type not in ("provisioner", "connection"):
        return None
    around = owner.parent.owner if owner.parent is not None else None
    if owner.type == "connection" and around is block:
        destroys = any(map(_destroys, block.blocks("provisioner")))
    else:
        destroys = _destroys(owner) or (around is not None and _destroys(around))
    return next(filterfalse(_remains, free_traversals(attribute.source)), None) if destroys else None


def _destroys(block: Block) -> bool:
    when = block.get("when") if block.type == "provisioner" else None
    return when is not None and when.source.strip('"') == "destroy"


def _remains(node: nodes.Traversal) -> bool:
    if node.root in ("count", "each"):
        return node.names in (("count", "index"), ("each", "key"))
    return node.root in ("self", "path", "terraform")


def _finding(node: nodes.Traversal, attribute: Attribute, block: Block, module: Module) -> Iterator[Finding]:
    root, known = node.root, _ATTRIBUTES.get(node.root)
    if known is None:
        yield from _self(node, attribute, block) if root == "self" else _too_short(node, attribute, module)
        return
    name = node.names[1] if len(node.names) > 1 else ""
    if not name:
        message = f"'{root}' is not a value by itself: it has {', '.join(f'{root}.{one}' for one in known)}"
        yield Finding(attribute, message, within=node)
    elif (root, name) == ("terraform", "env"):
        fix = partial(_say_workspace, attribute)
        yield Finding(attribute, "terraform.env is called terraform.workspace", fix, within=node)
    elif name not in known:
        near = nearest(name, known)
        advice = f"did you mean {root}.{near}?" if near else f"it has {', '.join(known)}"
        yield Finding(attribute, f"'{root}' has no attribute '{name}'", advice=advice, within=node)
    if root in ("each", "count") and (reason := _not_repeated(root, attribute, block, module)):
        yield Finding(attribute, f"{node.text if name else root} is used {reason}", within=node)


def _not_repeated(root: str, attribute: Attribute, block: Block, module: Module) -> str:
    """Why ``each`` or ``count`` means nothing there, as a clause."""
    argument = "for_each" if root == "each" else "count"
    if attribute.parent is block.body and attribute.name in ("count", "for_each"):
        return f"in '{attribute.name}' itself, which is evaluated before"
    if block.type == "removed" or (block.type == "provider" and language.is_tofu(module)):
        return ""
    if block.type not in _REPEATED:
        return f"in {_a(block)}, which is not repeated"
    same = module.blocks(block.type, *block.labels) if block.labels else [block]
    return "" if any(one.get(argument) for one in same) else f"in a block without '{argument}'"


def _a(block: Block) -> str:
    words = {"locals": "a local value", "check": "a check block"}
    return words.get(block.type, f"{'an' if block.type[0] in 'aeiou' else 'a'} {block.type}")


def _self(node: nodes.Traversal, attribute: Attribute, block: Block) -> Iterator[Finding]:
    body = attribute.parent
    while body is not None and body.owner is not None and body.owner is not block:
        if body.owner.type in _OF_SELF:
            return
        body = body.owner.parent
    message = "'self' is only known in provisioners, connections and postconditions"
    yield Finding(attribute, message, within=node)


def _too_short(node: nodes.Traversal, attribute: Attribute, module: Module) -> Iterator[Finding]:
    root = node.root
    if root in ("data", "resource", "ephemeral", "action"):
        yield Finding(attribute, f"{node.text} is not a reference: it needs a type and a name", within=node)
    elif root in ("var", "local", "module"):
        yield Finding(
            attribute, f"{node.text} is not a reference: it needs a name after '{root}'", within=node
        )
    else:
        meant = [f"var.{root}"] if module.variable(root) is not None else []
        meant += [f"local.{root}"] if root in module.locals else []
        meant += [f'"{root}"'] if not node.steps else []
        advice = f"did you mean {' or '.join(meant)}?" if meant else ""
        message = f"{node.text} names nothing: a reference has a type and a name"
        yield Finding(attribute, message, advice=advice, within=node)


def _say_workspace(attribute: Attribute) -> None:
    found = [node for node in free_traversals(attribute.source) if node.names[:2] == ("terraform", "env")]
    attribute.replace({node.steps[0]: ".workspace" for node in found})
