"""Puts an inline policy in the place of a managed policy that a role has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tffix import (
    Address,
    Attribute,
    Block,
    Gap,
    Module,
    Reference,
    Refused,
    evaluate,
    mentions,
    nodes,
    parse_block,
)

from ._arguments import value
from ._dependencies import is_repeated_alike
from ._policy_document import Statement, document
from ._random_suffix import suffix_of
from ._service_policies import Grant, statements
from ._tuple_items import without

ATTACHMENT = "aws_iam_role_policy_attachment"
INLINE = "aws_iam_role_policy"


@dataclass(frozen=True, slots=True)
class Site:
    """Where an ARN stands: in the argument for it, or in the `for_each` of an attachment. The node is the
    whole argument where that comes to the ARN in another way."""

    block: Block
    attribute: Attribute
    node: nodes.Expression
    arn: str
    module: Module

    @property
    def is_attachment(self) -> bool:
        return self.block.labels[0] == ATTACHMENT and self.node is self.attribute.expression

    @property
    def is_listed(self) -> bool:
        """Whether it is an item of a role's ``managed_policy_arns``."""
        expression = self.attribute.expression
        in_list = isinstance(expression, nodes.Tuple) and self.node in expression.items
        return self.block.labels[0] == "aws_iam_role" and in_list

    @property
    def is_repeated(self) -> bool:
        """Whether it is an item of the set that an attachment is made for."""
        each, policy = self.block.get("for_each"), self.block.get("policy_arn")
        is_each = policy is not None and policy.source.strip() in ("each.key", "each.value")
        in_set = self.attribute is each and self.node in items_of(self.attribute)
        return self.block.labels[0] == ATTACHMENT and is_each and in_set

    def again(self) -> Site | None:
        """The same after other fixes; None if it is gone."""
        if self.block.parent is None or self.block.get(self.attribute.name) is not self.attribute:
            return None
        if self.node.text == self.attribute.expression.text:
            return Site(self.block, self.attribute, self.attribute.expression, self.arn, self.module)
        found = self.attribute.expression.find(nodes.Template, lambda node: node.literal == self.arn)
        node = next(found, None)
        return None if node is None else Site(self.block, self.attribute, node, self.arn, self.module)


def items_of(for_each: Attribute) -> tuple[nodes.Expression, ...]:
    """The items of a set that is written as ``toset([…])``."""
    written = set_of(for_each)
    return written.items if written is not None else ()


def set_of(for_each: Attribute) -> nodes.Tuple | None:
    """The list in ``toset([…])``."""
    call = for_each.expression
    is_set = isinstance(call, nodes.Call) and call.name == "toset" and len(call.arguments) == 1
    written = call.arguments[0] if isinstance(call, nodes.Call) and is_set else None
    return written if isinstance(written, nodes.Tuple) else None


@dataclass(frozen=True, slots=True)
class Plan:
    """The inline policy that is to be."""

    role: Block
    label: str
    name: str
    statements: Sequence[Statement]


def plan(site: Site) -> Plan | str:
    """The inline policy in place of an ARN, or why there is none."""
    if not site.is_attachment and not site.is_listed and not site.is_repeated:
        return "only a role's own policy is replaced"
    role = site.block if site.is_listed else role_of(site.block, site.module)
    if role is None:
        return "the role is not declared in this module"
    if any(role.blocks("inline_policy")) or site.module.resources("aws_iam_role_policies_exclusive"):
        return "the role's inline policies are managed exclusively"
    if not site.is_listed and (reason := _clinging(site)):
        return reason
    needed = statements(site.arn.rpartition("/")[2], Grant(role, site.block, site.module))
    if needed is None:
        return "what the role's service needs is not evident in this module"
    label = site.block.labels[1]
    if site.is_listed:
        label = f"{label.removesuffix('_role')}_policy"
    label = free_label(label, site.module)
    return Plan(role, label, name_of(label, role, site.block), needed)


def role_of(attachment: Block, module: Module) -> Block | None:
    """The role that an attachment names, by reference or by its name."""
    argument = attachment.get("role")
    if argument is None:
        return None
    found = {one.address for one in mentions(argument.source) if one.address.parts[0] == "aws_iam_role"}
    if len(found) == 1:
        role = module.get(found.pop())
        return role if isinstance(role, Block) else None
    name = evaluate(argument.expression, module)
    named = (role for role in module.resources("aws_iam_role") if value(role, "name", module) == name)
    return next(named, None) if isinstance(name, str) and name else None


def _clinging(site: Site) -> str:
    """What refers to an attachment in a way that its successor cannot serve, or nothing."""
    address = f"{ATTACHMENT}.{site.block.labels[1]}"
    for reference in site.module.references_to(address):
        if reference.block.type in ("moved", "import", "removed"):
            return f"a {reference.block.type} block names the attachment"
        if ".policy_arn" in reference.rest:
            return "its policy_arn is referred to"
        if site.is_repeated and reference.attribute.name != "depends_on":
            return "its instances are referred to"
    role = site.block.get("role")
    if site.is_repeated and role is not None and "each." in role.source:
        return "its instances are for roles of their own"
    file = site.module.mentioned_elsewhere(address)
    return f"{file} mentions the attachment" if file else ""


def free_label(label: str, module: Module) -> str:
    wanted = (label, f"{label}_inline", *(f"{label}_inline_{number}" for number in range(2, 1000)))
    return next(one for one in wanted if module.resource(INLINE, one) is None)


def name_of(label: str, role: Block, at: Block) -> str:
    """The source of the inline policy's name: the label, and the random suffix of the role."""
    name = role.get("name")
    suffix = suffix_of(name) if name is not None else None
    text = label.replace("_", "-")
    is_usable = suffix is not None and ("[" not in suffix.text or is_repeated_alike(role, at))
    return f'"{text}-{suffix.text}"' if suffix is not None and is_usable else f'"{text}"'


def write_inline(site: Site) -> None:
    here = site.again()
    if here is None:
        return
    planned = plan(here)
    if isinstance(planned, str):
        raise Refused(planned)
    if here.is_attachment:
        _turn(here.block, planned, here.attribute, here.module)
    elif here.is_repeated:
        _take_out(here, planned)
    else:
        _add(here, planned)


def _turn(block: Block, plan: Plan, arn: Attribute, module: Module) -> None:
    """Makes an attachment an inline policy; what else stands in it stays."""
    address = f"{INLINE}.{plan.label}"

    def renamed(reference: Reference) -> str:
        return f"{address}{reference.rest}"

    module.redirect(module.references_to(f"{ATTACHMENT}.{block.labels[1]}"), renamed)
    block.relabel(INLINE, plan.label)
    role = block.get("role")
    assert role is not None
    block.body.insert_before(role, Attribute.new("name", plan.name))
    policy = Attribute.new("policy", document(plan.statements))
    block.body.replace(arn, [policy])
    index = block.body.items.index(policy)
    if not isinstance(block.body.items[index - 1], Gap):
        block.body.splice(index, index, [Gap("\n")])


def _take_out(site: Site, plan: Plan) -> None:
    """Takes an ARN out of the set that an attachment is made for, and adds an inline policy below; where
    nothing is left in the set, the attachment becomes that policy."""
    written, arn = set_of(site.attribute), site.block.get("policy_arn")
    assert written is not None and arn is not None and site.block.parent is not None
    if len(written.items) == 1:
        site.attribute.remove()
        _turn(site.block, plan, arn, site.module)
        return
    found = site.module.references_to(f"{ATTACHMENT}.{site.block.labels[1]}")
    site.module.redirect(found, lambda one: f"{one.node.text}, {INLINE}.{plan.label}")
    site.attribute.replace({written: without(written, [site.node])})
    site.block.parent.insert_after(site.block, inline_policy(plan))


def _add(site: Site, plan: Plan) -> None:
    """Adds an inline policy below a role and takes the ARN off the role's list."""
    expression = site.attribute.expression
    assert isinstance(expression, nodes.Tuple)
    site.attribute.set(without(expression, [site.node]))
    assert site.block.parent is not None
    site.block.parent.insert_after(site.block, inline_policy(plan))


def inline_policy(plan: Plan) -> Block:
    """A new resource for an inline policy, as often as there is the role."""
    role, index, lines = plan.role, "", []
    for name, key in (("provider", ""), ("count", "[count.index]"), ("for_each", "[each.key]")):
        attribute = role.get(name)
        if attribute is not None:
            lines.append(f"{name} = {attribute.source}\n")
            index = key or index
    return parse_block(
        f'resource "{INLINE}" "{plan.label}" {{\n'
        + "".join(lines)
        + ("\n" if lines else "")
        + f"name = {plan.name}\nrole = {Address.of(role)}{index}.id\n\n"
        + f"policy = {document(plan.statements)}\n}}\n"
    )
