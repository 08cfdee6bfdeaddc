"""When a hidden order matters, where an argument that is there or a word does not say it."""

from __future__ import annotations

from tffix import Attribute, Block, Module, inference, mentions

from ..aws._policies import documents_for

_CALLER = ("data", "azurerm_client_config")
_PUBLIC = ("authenticated-read", "public-read", "public-read-write")


def is_public_policy(policy: Block, module: Module) -> bool:
    """Whether a bucket's policy allows something to everybody, without a condition."""
    return any(
        statement.allows
        and "Condition" not in statement.present
        and any(principal.identifier == "*" for principal in statement.principals)
        for document in documents_for(policy, module, "policy")
        for statement in document.statements
    )


def is_public_list(acl: Block, module: Module) -> bool:
    """Whether a bucket's access control list is a public one."""
    attribute = acl.get("acl")
    return attribute is not None and inference.infer(attribute, acl, module).value in _PUBLIC


def lets_policies_be_public(access: Block, module: Module) -> bool:
    """Whether a public access block lets a bucket have a public policy."""
    return _is_false(access, "block_public_policy", module)


def lets_lists_be_public(access: Block, module: Module) -> bool:
    """Whether a public access block lets a bucket have a public access control list."""
    return _is_false(access, "block_public_acls", module)


def is_for_the_caller(access: Block, module: Module) -> bool:
    """Whether it is whoever runs Terraform that is given access in Azure."""
    attributes = filter(None, map(access.get, ("object_id", "principal_id")))
    return any(_names_caller(attribute, module) for attribute in attributes)


def _names_caller(attribute: Attribute, module: Module) -> bool:
    for mention in mentions(attribute.source):
        named = module.get(mention.address) if mention.address.parts[0] == "local" else None
        if mention.address.parts[:2] == _CALLER or (
            isinstance(named, Attribute)
            and any(one.address.parts[:2] == _CALLER for one in mentions(named.source))
        ):
            return True
    return False


def _is_false(block: Block, name: str, module: Module) -> bool:
    attribute = block.get(name)
    return attribute is None or inference.infer(attribute, block, module).value in (False, None)
