"""Labels that are written otherwise than the rest of their module."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from types import ModuleType
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
    facts,
)

from . import _rename, _rename_interface

_SNAKE = re.compile(r"[a-z_][a-z0-9_]*")
_VALUES = ("var", "local", "output")
_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class LabelConventionMixed(Transform):
    """Names in a module mix conventions: `web_server` beside `web-server` or `webServer`.

    What:
        Renames resources, data sources, module calls and local values that are not in snake case, where other
        names of the module are. All references follow, in every file, and a `moved` block tells Terraform
        that the resource or module is the same.

    Why:
        Whoever refers to something has to look up how its name is written.

    Example:
        resource "aws_security_group" "load_balancer" {
          name_prefix = "load-balancer-"
        }

        resource "aws_security_group" "web-server" {
          name_prefix = "web-"
        }

        output "security_group_id" {
          value = aws_security_group.web-server.id
        }

    Becomes:
        resource "aws_security_group" "load_balancer" {
          name_prefix = "load-balancer-"
        }

        resource "aws_security_group" "web_server" {
          name_prefix = "web-"
        }

        moved {
          from = aws_security_group.web-server
          to   = aws_security_group.web_server
        }

        output "security_group_id" {
          value = aws_security_group.web_server.id
        }

    Impact:
        None: the plan says that the resource has moved, and changes nothing. A renamed module call needs
        `terraform init` once more.

    Limits:
        Silent where no other name of the kind is in snake case of several words: then the other way is the
        convention; the option `always` reports those too. Resources, data sources and module calls are one
        kind; variables, outputs and local values the other. The hyphens of an AWS region in a name, as in
        `recorder_us-east-1`, do not count. Variables and outputs, which others set and read, are only
        reported, unless the option `interfaces` says that all callers are here: then they are renamed with
        the arguments and references of the callers. Only reported: what JSON files, tests, `.tfvars` files or
        strings name; and modules that ask for a Terraform older than 1.1.

    Source:
        Terraform style guide, "Resource naming"; Terraform language documentation, "Refactoring".
    """

    name = "terraform-label-convention-mixed"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    options: ClassVar[Mapping[str, object]] = {"always": False, "interfaces": False}

    def visit_module(self, module: Module) -> Iterator[Finding]:
        declared = list(_declared(module))
        examples = {_is_value(a): a.parts[-1] for _, a in reversed(declared) if _is_long_snake(a.parts[-1])}
        for at, address in declared:
            name, snake = address.parts[-1], examples.get(_is_value(address))
            if _keeps_convention(name) or (snake is None and not self.option["always"]):
                continue
            beside = f"; others are like '{snake}'" if snake else ""
            yield self._finding(at, address, f"the name '{name}' is not in snake case{beside}", module)

    def _finding(self, at: Block | Attribute, address: Address, message: str, module: Module) -> Finding:
        better = _snake(address.parts[-1])
        if _is_interface(address) and not self.option["interfaces"]:
            users = "sets" if address.parts[0] == "var" else "reads"
            advice = f"rename it to '{better}' where it is declared and who {users} it"
            return Finding(at, message, advice=advice)
        if why := _renames(address).obstacle(address, better, module):
            return Finding(at, message, advice=f"rename it to '{better}'; left as it is: {why}")
        return Finding(at, message, partial(_give, address, better, module))


def _is_value(address: Address) -> bool:
    return address.parts[0] in _VALUES


def _is_interface(address: Address) -> bool:
    return address.parts[0] in ("var", "output")


def _renames(address: Address) -> ModuleType:
    return _rename_interface if _is_interface(address) else _rename


def _declared(module: Module) -> Iterator[tuple[Block | Attribute, Address]]:
    for file in module.files.values():
        for block in module.accepted(file):
            address = Address.of(block)
            if address is not None and block.type != "ephemeral":
                yield block, address
            elif block.type == "locals":
                for attribute in block.body.attributes:
                    yield attribute, Address(("local", attribute.name))


def _keeps_convention(name: str) -> bool:
    rest = _regions().sub("", name)
    return not rest or _SNAKE.fullmatch(rest) is not None


@cache
def _regions() -> re.Pattern[str]:
    names = (name for one in facts.aws.partitions() for name in facts.aws.regions(one))
    return re.compile(rf"(?<![a-zA-Z0-9])({'|'.join(names)})(?![a-zA-Z0-9])")


def _is_long_snake(name: str) -> bool:
    return "_" in name.strip("_") and _SNAKE.fullmatch(name) is not None


def _snake(name: str) -> str:
    return _WORDS.sub("_", name).replace("-", "_").lower()


def _give(address: Address, name: str, module: Module) -> None:
    how = _renames(address)
    if why := how.obstacle(address, name, module):
        raise Refused(why)
    how.rename(address, name, module)
