"""Names of Azure and Google Cloud that are hard-coded, though there can be one in the world."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Refused,
    Tier,
    Transform,
    evaluate,
    hidden_mention,
    library_evidence,
    named_around,
    resources,
)

from ..aws._random_suffix import BYTES, add_suffix, obstacle
from ..terraform._lock_file import init_needed
from ._world_names import NAMES, WorldName

_SUFFIX = 2 * BYTES


class CloudNameNotUnique(Transform):
    """The name of an Azure or Google Cloud resource is hard-coded, though it must be unique in the world.

    What:
        Looks at names of storage accounts, key vaults, container registries, web apps, databases, buckets,
        projects and the like that are the same in every deployment. A literal name gets a random suffix.

    Why:
        Whoever has the name first has it: a second deployment, or one of anybody else with the same name,
        fails with "StorageAccountAlreadyTaken" or the like.

    Example:
        resource "azurerm_storage_account" "logs" {
          name                     = "shoplogs"
          resource_group_name      = "shop"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "LRS"
        }

    Becomes:
        resource "azurerm_storage_account" "logs" {
          name                     = "shoplogs${random_id.logs_suffix.hex}"
          resource_group_name      = "shop"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "LRS"
        }

        resource "random_id" "logs_suffix" {
          byte_length = 4
        }

    Impact:
        What is deployed under the hard-coded name is made anew under the other one, without what is in it.

    Limits:
        Reported only: names that a local value says, that something else in the repository has, or that are
        too long for a suffix, and resources with `count` or `for_each`. Names with a domain in them are left
        alone, and so are those with a variable or a resource in them.

    Source:
        Microsoft, "Naming rules and restrictions for Azure resources"; Google, "Bucket names" and "Creating
        and managing projects".
    """

    name = "cloud-name-not-unique"
    impact = Impact.REPLACE
    tier = Tier.DATA
    profile = Profile.BEST_PRACTICE
    watches = resources(*NAMES)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        kind = NAMES[block.labels[0]]
        attribute = block.get(kind.argument)
        name = evaluate(attribute.expression, module) if attribute is not None else None
        if attribute is None or not isinstance(name, str) or "." in name or kind.faults(name):
            return
        message = f"the {kind.spoken} name '{name}' is hard-coded, and there can be one in the world"
        if reason := _hindrance(attribute, block, name, kind, module):
            yield Finding(attribute, message, advice=f"make the name unique by hand: {reason}")
        else:
            fix = partial(_add_suffix, block, kind, module)
            yield Finding(attribute, message + init_needed("random", module), fix)


def _hindrance(attribute: Attribute, block: Block, name: str, kind: WorldName, module: Module) -> str:
    """Why the name cannot just get a suffix, as a clause; nothing if it can."""
    if attribute.string is None:
        return f"{attribute.source.strip()} says it"
    if block.get("count") is not None or block.get("for_each") is not None:
        return "the resource has several instances"
    if len(name) + len(kind.separator) + _SUFFIX > kind.longest:
        return f"with a suffix of {_SUFFIX} characters it is too long"
    if module.recall(_arguments).count(name) > attribute.source.count(name):
        return "another argument has it, too"
    if place := hidden_mention(name, module) or named_around(name, module):
        return f"{place} has it, too"
    return "the module is for others to call" if library_evidence(module) else obstacle(module)


def _arguments(module: Module) -> str:
    """The values of all arguments of a module, at any depth, as they are written."""
    bodies = (body for file in module.files.values() for body in file.body.walk())
    return "\n".join(attribute.source for body in bodies for attribute in body.attributes)


def _add_suffix(block: Block, kind: WorldName, module: Module) -> None:
    attribute = block.get(kind.argument)
    if attribute is None or attribute.string is None:
        raise Refused("the name has changed")
    reference, _ = add_suffix(block, kind.spoken.rpartition(" ")[2].lower(), module)
    attribute.set(f'"{attribute.string}{kind.separator}${{{reference}}}"')
