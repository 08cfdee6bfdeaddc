"""What a role or a bucket policy may allow, as far as the policies of a module tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from tffix import Address, Attribute, Block, Module, evaluate, facts, mentions, nodes

from ..terraform._contexts import values_of
from ._arguments import nested, value
from ._dependencies import uses
from ._inline_policy import ATTACHMENT, INLINE
from ._policies import Document, Statement, documents_for

_OTHER_DOCUMENTS = (
    "override_json",
    "override_policy_documents",
    "source_json",
    "source_policy_documents",
)
_WHOLE_BUCKET = re.compile(r"(?:data\.)?aws_s3_bucket\.[\w-]+(?:\[[^\]]*\])?\.arn")
_ARNS = {
    ATTACHMENT: ("role", "policy_arn"),
    "aws_iam_policy_attachment": ("roles", "policy_arn"),
    "aws_iam_role_policy_attachments_exclusive": ("role_name", "policy_arns"),
}
"""The resources that attach policies to a role: their arguments for both."""


def role_may(role: Block, action: str, module: Module) -> bool:
    """Whether a role has a policy that allows an action on something, or may have one: a policy is not to be
    read, or somebody outside of the module gets the role."""
    address = Address.of(role)
    if address is None or module.mentioned_elsewhere(str(address)):
        return True
    for reference in uses(module, address):
        if reference.block.type == "module" or (reference.block.type == "output" and module.callers):
            return True
    givers = list(_of_role(role, module))
    arns = [(role, role.get("managed_policy_arns"))]
    arns += [(one, one.get(_ARNS[one.labels[0]][1])) for one in givers if one.labels[0] in _ARNS]
    inline = [one for one in givers if one.labels[0] == INLINE]
    inline += [role] if any(nested(role, "inline_policy")) else []
    return any(_arns_may(one, block, action, module) for block, one in arns if one is not None) or any(
        policy_may(one, "policy", action, module) for one in inline
    )


def policy_may(holder: Block, argument: str, action: str, module: Module, service: str = "") -> bool:
    """Whether the policy in an argument of a resource allows an action, or may: it is not to be read. With
    the principal of a service, what is for other services alone does not count."""
    found = documents_for(holder, module, argument)
    return not found or any(_document_may(one, action, service) for one in found)


def _of_role(role: Block, module: Module) -> Iterator[Block]:
    """The resources that give a role policies: they refer to it, or say its name."""
    address, name = Address.of(role), value(role, "name", module)
    assert address is not None
    referring = {reference.block for reference in uses(module, address)}
    for block in module.resources(INLINE, *_ARNS):
        argument = _ARNS.get(block.labels[0], ("role", ""))[0]
        given = block.get(argument)
        is_named = given is not None and isinstance(name, str) and _names(given, name, module)
        if block in referring or is_named:
            yield block


def _names(given: Attribute, name: str, module: Module) -> bool:
    """Whether an argument has the name of a role in it."""
    known = evaluate(given.expression, module, partial=True)
    return f'"{name}"' in given.source or known == name or (isinstance(known, list) and name in known)


def _arns_may(attribute: Attribute, block: Block, action: str, module: Module) -> bool:
    """Whether one of the policies that an argument names by their ARNs allows an action, or may."""
    values = values_of(attribute, block, module, defaults=False)
    named = [arn for one in values for arn in (one if isinstance(one, list) else [one])]
    if named and all(isinstance(arn, str) for arn in named):
        return any(_managed_may(arn, action) for arn in named)
    expression = attribute.expression
    for node in expression.items if isinstance(expression, nodes.Tuple) else (expression,):
        arn = evaluate(node, module)
        if isinstance(arn, str):
            if _managed_may(arn, action):
                return True
            continue
        named = [module.get(one.address) for one in mentions(node.text)]
        policies = [one for one in named if isinstance(one, Block) and one.labels[0] == "aws_iam_policy"]
        if len(named) != 1 or not policies or policy_may(policies[0], "policy", action, module):
            return True
    return False


def _managed_may(arn: str, action: str) -> bool:
    """Whether a managed policy allows an action, or may: it is not known."""
    known = facts.managed_policies.document(arn)
    return known is None or any(_says(one, action) for one in _listed(known["Statement"]))


def _says(statement: dict[str, object], action: str) -> bool:
    """Whether a statement of a managed policy allows an action."""
    if statement["Effect"] != "Allow":
        return False
    return "NotAction" in statement or _matches(_listed(statement["Action"]), action)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _document_may(document: Document, action: str, service: str) -> bool:
    if document.attribute is None:
        is_whole = not any(document.block.get(name) is not None for name in _OTHER_DOCUMENTS)
    else:
        is_whole = len(document.statements) == len(_listed(document.data["Statement"]))
    told = (one for one in document.statements if not (service and _is_for_others(one, service)))
    return not is_whole or any(_statement_may(one, action) for one in told)


def _is_for_others(statement: Statement, service: str) -> bool:
    """Whether all principals of a statement are services, and none is that one."""
    return bool(statement.principals) and all(
        one.type == "Service" and isinstance(one.identifier, str) and one.identifier != service
        for one in statement.principals
    )


def _statement_may(statement: Statement, action: str) -> bool:
    effect = statement.elements.get("Effect")
    if effect is not None and not isinstance(effect.value, str):
        return True
    if not statement.allows:
        return False
    actions = statement.elements.get("Action")
    if not statement.is_complete or actions is None:
        return True
    values = _listed(actions.value)
    if any(not isinstance(value, str) for value in values):
        return True
    return _matches(values, action) and not _is_of_buckets_alone(statement)


def _matches(patterns: list[Any], action: str) -> bool:
    return any(fnmatchcase(action.lower(), pattern.lower()) for pattern in patterns)


def _is_of_buckets_alone(statement: Statement) -> bool:
    """Whether all that a statement is about are buckets themselves, and no objects in them."""
    resources = statement.elements.get("Resource")
    if resources is None or not resources.parts:
        return False
    return all(
        "/" not in value and "*" not in value
        if isinstance(value, str)
        else _WHOLE_BUCKET.fullmatch(node.text.strip()) is not None
        for value, node in resources.parts
    )
