"""References to resources and modules with a key that is missing, superfluous or of the wrong kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Address, Block, Finding, Impact, Module, Reference, Transform, evaluate, nodes

from ._language import is_modern

_KINDS = ("resource", "data", "ephemeral", "module")
_ELSEWHERE = frozenset(("moved", "removed", "import", "terraform"))
_LISTS = frozenset(("depends_on", "replace_triggered_by"))


class InstanceKeyWrong(Transform):
    """A reference has no key where instances have one, or has one where there are none.

    What:
        Compares each reference with the `count` or `for_each` of the resource or module call that it names.
        `[0]` is removed where there is a single object. A missing key is added where it can be only one:
        `[0]` where `count` is 1, `[each.key]` and `[count.index]` in a block that is repeated alike.

    Why:
        Terraform stops with "Missing resource instance key", "Unexpected resource instance key" or
        "Unsupported attribute".

    Example:
        resource "aws_sns_topic" "alerts" {
          name = "alerts"
        }

        output "topic_arn" {
          value = aws_sns_topic.alerts[0].arn
        }

    Becomes:
        resource "aws_sns_topic" "alerts" {
          name = "alerts"
        }

        output "topic_arn" {
          value = aws_sns_topic.alerts.arn
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Only reported: which of several instances is meant. Keys that are computed are not checked.

    Source:
        Terraform language documentation, "The count Meta-Argument" and "The for_each Meta-Argument".
    """

    name = "terraform-instance-key-wrong"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not is_modern(module):
            return
        known: dict[tuple[str, ...], tuple[Block, str] | None] = {}
        for reference in module.references:
            mention = reference.mention
            steps = mention.node.steps
            if len(steps) < mention.length:
                continue  # it names the resource as a whole
            parts = mention.address.parts
            if parts not in known:
                known[parts] = _repeated(mention.address, module)
            found = known[parts]
            step = steps[mention.length - 1]
            if found is None or (not found[1] and isinstance(step, nodes.GetAttribute)):
                continue
            if reference.block.type not in _ELSEWHERE and reference.attribute.name not in _LISTS:
                yield from _finding(reference, step, *found, module)


def _repeated(address: Address, module: Module) -> tuple[Block, str] | None:
    """What declares an address, and by which argument it is repeated (none: it is a single one); None for
    what has no instances, or is not declared."""
    block = module.get(address)
    if not isinstance(block, Block) or block.type not in _KINDS or module.unreadable:
        return None
    for one in module.blocks(block.type, *block.labels):
        for name in ("count", "for_each"):
            if one.get(name) is not None:
                return one, name
        if any(one.blocks("lifecycle")) and any(inner.get("enabled") for inner in one.blocks("lifecycle")):
            return None
    return block, ""


def _finding(
    reference: Reference, step: nodes.Step, block: Block, by: str, module: Module
) -> Iterator[Finding]:
    address, node = reference.address, reference.node
    is_module = block.type == "module"
    if isinstance(step, nodes.GetAttribute):
        if step.name == "count":
            return  # the number of instances, as Terraform 0.11 had it: a rule of its own
        if by and not (is_module and (_is_guarded(reference) or _may_be_key(step.name, block, by, module))):
            key = _certain_key(reference, block, by)
            fix = partial(_add_key, reference, key, module) if key else None
            message = f"{address} has '{by}', and the reference does not say which instance it means"
            example = "[count.index]" if by == "count" else "[each.key]"
            advice = f"add a key, such as {address}{example}, or use a for expression"
            yield Finding(reference.attribute, message, fix, advice, within=node)
        return
    literal = _literal_key(step)
    if literal is None or (is_module and _is_guarded(reference)):
        return
    if not by:
        if is_module and isinstance(literal, str):
            return  # an output by its name
        message = f"{address} is a single {'module' if is_module else 'resource'}, which has no instances"
        fix = partial(_remove_key, reference, module) if literal == 0 else None
        yield Finding(reference.attribute, message, fix, f"remove the key {step.text}", within=node)
    elif by == "count" and isinstance(literal, str) and not literal.isdigit():
        message = f"{address} has 'count', so that its instances have numbers, not {step.text}"
        yield Finding(reference.attribute, message, within=node)
    elif by == "for_each" and isinstance(literal, int) and _lacks(str(literal), block, module):
        message = f"{address} has 'for_each', and no instance with the key {literal}"
        yield Finding(reference.attribute, message, within=node)


def _literal_key(step: nodes.Step) -> int | str | None:
    if isinstance(step, nodes.LegacyIndex):
        return step.number
    key = step.key if isinstance(step, nodes.Index) else None
    if isinstance(key, nodes.Template):
        return key.literal
    value = key.value if isinstance(key, nodes.Literal) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _is_guarded(reference: Reference) -> bool:
    """Whether a reference is in ``try(…)`` or ``can(…)``, which accept what fails at run time."""
    node = reference.node
    calls = reference.attribute.expression.find(nodes.Call, lambda call: call.name in ("try", "can"))
    return any(call.start <= node.start and node.end <= call.end for call in calls)


def _may_be_key(name: str, call: Block, by: str, module: Module) -> bool:
    """Whether an attribute of a repeated module call may be the key of an instance: ``module.x.key``."""
    if by == "count":
        return False
    child = module.children.get(call.labels[0])
    return child is None or not child.blocks("output", name) or not _lacks(name, call, module)


def _lacks(key: str, block: Block, module: Module) -> bool:
    """Whether it is known that ``for_each`` has no such key."""
    argument = block.get("for_each")
    value = evaluate(argument.expression, module) if argument is not None else None
    if not isinstance(value, dict | list):
        return False
    return key not in [one for one in value if isinstance(one, str)]


# -- fixes ---------------------------------------------------------------------------------------------------


def _certain_key(reference: Reference, block: Block, by: str) -> str:
    """The key that alone can be meant, if there is one."""
    theirs, ours = block.get(by), reference.block.get(by)
    if theirs is None or reference.attribute.name in ("count", "for_each"):
        return ""
    if by == "count" and theirs.source == "1":
        return "[0]"
    if ours is None or reference.block is block:
        return ""
    if by == "count":
        return "[count.index]" if ours.source == theirs.source else ""
    return "[each.key]" if ours.source in (theirs.source, str(reference.address)) else ""


def _add_key(reference: Reference, key: str, module: Module) -> None:
    found = [one for one in module.references_to(reference.address) if _is_same(one, reference)]
    module.redirect(found, lambda one: one.node.head(one.mention.length) + key + one.rest)


def _remove_key(reference: Reference, module: Module) -> None:
    found = [one for one in module.references_to(reference.address) if _is_same(one, reference)]
    length = reference.mention.length
    module.redirect(
        found, lambda one: one.node.head(length) + one.rest[len(one.node.steps[length - 1].text) :]
    )


def _is_same(one: Reference, other: Reference) -> bool:
    return one.attribute is other.attribute and one.node.text == other.node.text
