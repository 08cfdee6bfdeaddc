"""Corrects the ARN of a managed policy, so that no policy is attached twice to one role, user or group."""

from __future__ import annotations

from tffix import Address, Attribute, Block, Refused, evaluate, nodes, quote

from ._inline_policy import ATTACHMENT, Site, role_of
from ._tuple_items import without

_SUBJECTS = ("role", "user", "group", "permission_set_arn")


def attached(arn: str, site: Site) -> str:
    """What attaches a policy already to what a site attaches one to, as an address; nothing if none does."""
    if site.block.type == "data" or site.attribute.name == "permissions_boundary":
        return ""
    if not site.is_attachment and _lists(site.attribute, arn, site):
        return str(Address.of(site.block))
    role = _role(site.block, site)
    if role is not None and role is not site.block:
        listed = role.get("managed_policy_arns")
        if listed is not None and _lists(listed, arn, site):
            return str(Address.of(role))
    for other in site.module.resources(ATTACHMENT, site.block.labels[0]):
        argument = other.get("policy_arn") or other.get("managed_policy_arn")
        if other is site.block or argument is None or not _is_for_the_same(other, role, site):
            continue
        if evaluate(argument.expression, site.module) == arn:
            return str(Address.of(other))
    return ""


def correct(site: Site, meant: str) -> None:
    here = site.again()
    if here is None:
        return
    if there := attached(meant, here):
        raise Refused(f"{there} attaches '{meant}' by now")
    here.attribute.replace({here.node: quote(meant)})


def drop(site: Site, meant: str) -> None:
    """Takes an ARN off a role's list, where the role has the policy that it means."""
    here = site.again()
    if here is None or not attached(meant, here):
        raise Refused(f"nothing else attaches '{meant}' any more")
    assert isinstance(here.attribute.expression, nodes.Tuple)
    here.attribute.set(without(here.attribute.expression, [here.node]))


def _role(block: Block, site: Site) -> Block | None:
    if block.labels[0] == "aws_iam_role":
        return block
    return role_of(block, site.module) if block.labels[0] == ATTACHMENT else None


def _is_for_the_same(other: Block, role: Block | None, site: Site) -> bool:
    """Whether another attachment is to the same role, user or group."""
    if role is not None and other.labels[0] == ATTACHMENT:
        return role_of(other, site.module) is role
    pairs = ((site.block.get(name), other.get(name)) for name in _SUBJECTS)
    return other.labels[0] == site.block.labels[0] and any(
        ours is not None and theirs is not None and ours.source == theirs.source for ours, theirs in pairs
    )


def _lists(attribute: Attribute, arn: str, site: Site) -> bool:
    value = evaluate(attribute.expression, site.module)
    if isinstance(value, list):
        return arn in value
    return any(node.literal == arn for node in attribute.expression.find(nodes.Template))
