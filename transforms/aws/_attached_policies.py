"""Corrects the ARN of a managed policy, so that no policy is attached twice to one role, user or group."""

from __future__ import annotations

from tffix import Address, Attribute, Block, Module, Refused, evaluate, facts, mentions, nodes, quote

from ._inline_policy import ATTACHMENT, Site, role_of
from ._policy_arns import arns_of_instances, where_written
from ._tuple_items import without

_EXCLUSIVE = tuple(f"aws_iam_{kind}_policy_attachments_exclusive" for kind in ("role", "user", "group"))
_ATTACHING = (
    *(ATTACHMENT, "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment"),
    *("aws_iam_policy_attachment", "aws_ssoadmin_managed_policy_attachment"),
    *_EXCLUSIVE,
)
_POLICIES = ("policy_arn", "policy_arns", "managed_policy_arn")
_SUBJECTS = {
    "role": ("role", "role_name", "roles"),
    "user": ("user", "user_name", "users"),
    "group": ("group", "group_name", "groups"),
    "permission_set": ("permission_set_arn",),
}


def attached(arn: str, site: Site) -> str:
    """What attaches a policy already to what a site attaches one to, as an address; nothing if none does."""
    if site.block.type == "data" or site.attribute.name == "permissions_boundary":
        return ""
    if not site.is_attachment and site.attribute.name != "for_each" and _lists(site.attribute, arn, site):
        return str(Address.of(site.block))
    role = _role(site.block, site)
    if role is not None and role is not site.block:
        listed = role.get("managed_policy_arns")
        if listed is not None and _lists(listed, arn, site):
            return str(Address.of(role))
    subjects = _subjects(site.block, site.module)
    for other in site.module.resources(*_ATTACHING):
        argument = next(filter(None, map(other.get, _POLICIES)), None)
        if other is site.block or argument is None or not subjects & _subjects(other, site.module):
            continue
        if arn in _values(argument, other, site.module):
            return str(Address.of(other))
    return ""


def correct(site: Site, meant: str) -> None:
    here = site.again()
    if here is None:
        return
    if there := attached(meant, here):
        raise Refused(f"{there} attaches '{meant}' by now")
    here.attribute.replace({here.node: quote(meant)})


def correct_behind(site: Site, meant: str) -> None:
    """Corrects an ARN where it is written, if that is not the argument itself."""
    if site.block.parent is None or site.block.get(site.attribute.name) is not site.attribute:
        return
    place = where_written(site.arn, site.attribute, site.block, site.module)
    if place is None or attached(meant, site):
        raise Refused("another fix has changed what is attached")
    place.attribute.replace({place.node: place.corrected(site.arn, meant)})


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


def _subjects(block: Block, module: Module) -> set[tuple[str, str]]:
    """The roles, users, groups and permission sets that a resource gives policies to, each with its kind."""
    if block.labels[0] == "aws_iam_role":
        return {("role", str(Address.of(block)))}
    found: set[tuple[str, str]] = set()
    for kind, names in _SUBJECTS.items():
        for argument in filter(None, map(block.get, names)):
            node = argument.expression
            items = node.items if isinstance(node, nodes.Tuple) else [node]
            found.update((kind, _subject(kind, item, module)) for item in items)
    return found


def _subject(kind: str, node: nodes.Expression, module: Module) -> str:
    """The address of the resource that a reference or a name means; else the name, or what is written."""
    type_ = f"aws_iam_{kind}"
    addresses = [str(one.address) for one in mentions(node.text) if one.address.parts[0] == type_]
    name = evaluate(node, module)
    for block in module.resources(type_) if isinstance(name, str) else ():
        own = block.get("name")
        if own is not None and evaluate(own.expression, module) == name:
            addresses.append(str(Address.of(block)))
    return addresses[0] if addresses else name if isinstance(name, str) else node.text


def _values(argument: Attribute, block: Block, module: Module) -> list[str]:
    """The ARNs that an argument has, also those of policies that a data source looks up."""
    found, policies = arns_of_instances(argument, block, module), facts.managed_policies
    for mention in mentions(argument.source):
        looked_up = module.get(mention.address)
        if not isinstance(looked_up, Block) or mention.address.parts[:2] != ("data", "aws_iam_policy"):
            continue
        name, arn = looked_up.get("name"), looked_up.get("arn")
        if arn is not None and arn.string:
            found.append(arn.string)
        if name is not None and name.string in policies.names():
            found.append(policies.nearest(f"{policies.PREFIX}{name.string}") or "")
    return found


def _lists(attribute: Attribute, arn: str, site: Site) -> bool:
    value = evaluate(attribute.expression, site.module)
    if isinstance(value, list):
        return arn in value
    return any(node.literal == arn for node in attribute.expression.find(nodes.Template))
