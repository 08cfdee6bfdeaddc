"""Variables, local values and data sources that nothing uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Refused,
    Transform,
    mentioned_around,
    root_evidence,
    variable_values,
    why_unsure,
)

_MATTERS = ("resource", "data", "module", "output", "ephemeral")
_ACTS = ("external", "http", "aws_lambda_invocation", "shell_script")
"""Data sources that may be there for what they do."""


class DeclarationUnused(Transform):
    """A variable, local value or data source is declared and never used.

    What:
        Removes local values to which nothing refers, with their comments. Reports such variables and data
        sources; with the option `remove` they are removed, too, variables with the arguments and the
        values in `.tfvars` files that set them.

    Why:
        Whoever sets an unused variable believes that it does something; an unused data source is looked up
        at every plan and can fail it.

    Example:
        locals {
          name    = "web"
          old_ami = "ami-0abcdef1234567890"
        }

        output "name" {
          value = local.name
        }

    Becomes:
        locals {
          name = "web"
        }

        output "name" {
          value = local.name
        }

    Impact:
        None: nothing depends on what is removed.

    Limits:
        A variable that only its own validation uses is used. Variables are an interface, and a data source
        may be there to fail: removing either is left to you, without the option. With it, variables stay that
        callers elsewhere, Terragrunt, scripts or workflows may set. Silent for modules with override files or
        files that cannot be read, for modules that declare nothing but variables and local values, for names
        that tests or excluded files mention, and for data sources with conditions or of types that act
        (`external`, `http`). Files that are no configuration yet (`peering.tf.example`) are not looked at.

    Source:
        Terraform language documentation, "Local Values", "Input Variables", "Data Sources".
    """

    name = "terraform-declaration-unused"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    options: ClassVar[Mapping[str, object]] = {"remove": False}

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if why_unsure(module) or not any(module.blocks(type_) for type_ in _MATTERS):
            return
        for variable in module.blocks("variable"):
            if len(variable.labels) == 1 and not _is_used(Address(("var", *variable.labels)), module):
                yield self._variable(variable, module)
        for data in module.blocks("data"):
            if _is_plain(data) and not _is_used(Address(("data", *data.labels)), module):
                fix = partial(_remove_data, data, module) if self.option["remove"] else None
                advice = "" if fix else "remove it"
                yield Finding(data, f"nothing uses data.{'.'.join(data.labels)}", fix, advice)
        for name, attribute in module.locals.items():
            if not _is_used(Address(("local", name)), module):
                yield Finding(
                    attribute, f"nothing uses the local value '{name}'", partial(_remove, attribute, module)
                )

    def _variable(self, variable: Block, module: Module) -> Finding:
        message = f"nothing uses the variable '{variable.labels[0]}'"
        advice = "remove it, and its value where callers set it"
        if not self.option["remove"]:
            return Finding(variable, message, advice=advice)
        if why := _who_may_set(variable.labels[0], module):
            return Finding(variable, message, advice=f"{advice}; left as it is: {why}")
        return Finding(variable, message, partial(_remove_variable, variable, module))


def _who_may_set(name: str, module: Module) -> str:
    """Who may set a variable, besides the callers and files that are known, as a clause."""
    if place := mentioned_around(Address(("var", name)), module):
        return f"{place} sets it"
    if module.is_called_outside:
        return "a module that is not looked at calls this one"
    if not module.callers and not root_evidence(module):
        return "whether others call this module is not known"
    unsure = (why_unsure(caller) for caller, _ in module.callers)
    return next(filter(None, unsure), "")


def _is_used(address: Address, module: Module) -> bool:
    if module.references_to(address):  # a variable's own validation uses it too
        return True
    word = re.compile(rf"(?<![\w-]){re.escape(address.parts[-1])}(?![\w-])")
    if module.generated.unreadable or module.generated.references_to(address):
        return True
    silent = (".tfvars", ".tfvars.json", ".lock.hcl")
    return any(word.search(text) for name, text in module.texts.items() if not name.endswith(silent))


def _is_plain(data: Block) -> bool:
    """Whether a data source is there for its values alone."""
    return len(data.labels) == 2 and data.labels[0] not in _ACTS and not any(data.blocks("lifecycle"))


def _remove_data(data: Block, module: Module) -> None:
    if _is_used(Address(("data", *data.labels)), module):
        raise Refused("something uses it by now")
    data.remove()


def _remove_variable(variable: Block, module: Module) -> None:
    name = variable.labels[0]
    if _is_used(Address(("var", name)), module):
        raise Refused("something uses it by now")
    bodies = [call.body for _, call in module.callers]
    bodies += [file.body for _, file in variable_values.files_of_values(module)]
    for body in bodies:
        if (given := body.get(name)) is not None:
            given.remove()
    variable.remove()


def _remove(attribute: Attribute, module: Module) -> None:
    block = attribute.parent.owner if attribute.parent else None
    attribute.remove()
    if block is not None and not any(block.body.attributes) and not block.body.text.strip():
        block.remove()
