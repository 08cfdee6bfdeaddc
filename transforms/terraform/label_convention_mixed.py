"""Labels that are written otherwise than the rest of their module."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import ClassVar

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Tier,
    Transform,
    facts,
)

from ._cautious_rename import give, obstacle, one_of, too_many
from ._name_formats import Formats, has_strays, snake, without_strays

_SNAKE = re.compile(r"[a-z_][a-z0-9_]*")
_SNAKE_CASE = "in snake case"
_VALUES = ("var", "local", "output")


class LabelConventionMixed(Transform):
    """Names in a module mix conventions: `web_server` beside `web-server` or `webServer`.

    What:
        Renames resources, data sources, module calls and local values that are not in snake case, where
        other names of the module are, and those with an underscore too many (`foo__bar`, `foo_bar_`). With
        the option `format` all names must be in `snake_case`, `mixed_snake_case` or match a regular
        expression, whatever the others are like; `formats` has such formats for `resource`, `data`, `module`,
        `variable`, `output` or `local` alone, and `none` for no format. All references follow, in every file,
        and a `moved` block says that the resource or module is the same.

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
        The plan says that the resource has moved, and changes nothing else. A renamed module call needs
        `terraform init` once more. What names the old address or output elsewhere (`-target`, remote state,
        scripts) is not found: the fix is held back where the module may be deployed.

    Limits:
        Silent where more names of the kind are written in another way than in snake case of several words:
        then that is the convention; the option `always` reports those too. Resources, data sources and
        module calls are one kind; variables, outputs and local values the other. The hyphens of an AWS
        region in a name, as in `recorder_us-east-1`, do not count. Variables and outputs, which others set
        and read, are only reported, unless the option `interfaces` says that all callers are here: then they
        are renamed with the arguments and references of the callers. Only reported: more names than the
        option `most` says; what a `moved` block leads to already; what JSON files, tests, `.tfvars` files or
        strings name; and modules that ask for a Terraform older than 1.1.

    Source:
        Terraform style guide, "Resource naming"; Terraform language documentation, "Refactoring".
    """

    name = "terraform-label-convention-mixed"
    impact = Impact.NONE
    tier = Tier.DEPLOYED
    profile = Profile.BEST_PRACTICE
    options: ClassVar[Mapping[str, object]] = {
        "always": False,
        "interfaces": False,
        "most": 12,
        "format": "",
        "formats": {},
    }

    def __init__(self, options: Mapping[str, object] | None = None) -> None:
        super().__init__(options)
        by_kind = self.option["formats"]
        assert isinstance(by_kind, dict)
        self.formats = Formats(str(self.option["format"]), by_kind)

    def visit_module(self, module: Module) -> Iterator[Finding]:
        declared = list(_declared(module))
        if self.formats.are_set:
            yield from self._of_formats(declared, module)
            return
        for is_value in (False, True):
            yield from self._of_kind([one for one in declared if _is_value(one[1]) is is_value], module)

    def _of_formats(
        self, declared: list[tuple[Block | Attribute, Address]], module: Module
    ) -> Iterator[Finding]:
        """The findings at names that do not have the format that the user requires."""
        faults = [
            (at, address, self.formats.fault(_kind(address), address.parts[-1])) for at, address in declared
        ]
        others = [one for one in faults if one[2]]
        number = sum(self._may_rename(address) for _, address, _ in others)
        for at, address, fault in others:
            name = address.parts[-1]
            message = f"the name '{name}' {fault}"
            better = self.formats.better(_kind(address), name)
            if better is None:
                yield Finding(at, message, advice="rename it")
            else:
                yield self._finding(at, address, better, message, number, module)

    def _of_kind(
        self, declared: list[tuple[Block | Attribute, Address]], module: Module
    ) -> Iterator[Finding]:
        """The findings of a kind of names: those that are not written as most are, which is in snake case."""
        names = [address.parts[-1] for _, address in declared]
        former = _former_names(module)
        written = (_style(one.parts[-1]) or _style(former.get(str(one), "")) for _, one in declared)
        styles = Counter(filter(None, written))
        is_convention = styles[_SNAKE_CASE] > 0 and styles[_SNAKE_CASE] == max(styles.values())
        if not (is_convention or self.option["always"]):
            return
        plain = (name for name in names if _style(name) == _SNAKE_CASE and not has_strays(name))
        usual = next(plain, "")
        others = [(at, address) for at, address in declared if _is_odd(address.parts[-1], names)]
        number = sum(self._may_rename(address) for _, address in others)
        for at, address in others:
            beside = f"; others are like '{usual}'" if usual else ""
            count = one_of(number) if self._may_rename(address) else ""
            name = address.parts[-1]
            fault = "is not in snake case" if not _keeps_convention(name) else "has an underscore too many"
            message = f"the name '{name}' {fault}{beside}{count}"
            yield self._finding(at, address, without_strays(snake(name)), message, number, module)

    def _may_rename(self, address: Address) -> bool:
        return not _is_interface(address) or bool(self.option["interfaces"])

    def _finding(
        self, at: Block | Attribute, address: Address, better: str, message: str, number: int, module: Module
    ) -> Finding:
        if not self._may_rename(address):
            users = "sets" if address.parts[0] == "var" else "reads"
            advice = f"rename it to '{better}' where it is declared and who {users} it"
            return Finding(at, message, advice=advice)
        why = too_many(number, self.option["most"]) or obstacle(address, better, module)
        if why:
            return Finding(at, message, advice=f"rename it to '{better}'; left as it is: {why}")
        tier = Tier.SAFE if address.parts[0] in ("data", "local", "var") else None
        return Finding(at, message, partial(give, address, better, module), tier=tier)


def _former_names(module: Module) -> dict[str, str]:
    """The addresses that `moved` blocks lead to, with the names that were there before: a name that lost its
    type, and all separators with it, still shows how its author writes names."""
    ends = ((block.get("from"), block.get("to")) for block in module.blocks("moved"))
    return {
        new.source.strip(): old.source.strip().rpartition(".")[2]
        for old, new in ends
        if old is not None and new is not None
    }


def _kind(address: Address) -> str:
    """The kind of a name, as the options call it."""
    kind = {"var": "variable"}.get(address.parts[0], address.parts[0])
    return "resource" if address.is_resource else kind


def _is_odd(name: str, names: Sequence[str]) -> bool:
    """Whether a name is not in snake case, or has underscores too many where most have not."""
    if not _keeps_convention(name):
        return True
    strays = [one for one in names if has_strays(one)]
    return name in strays and len(strays) * 2 < len(names)


def _is_value(address: Address) -> bool:
    return address.parts[0] in _VALUES


def _is_interface(address: Address) -> bool:
    return address.parts[0] in ("var", "output")


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


def _style(name: str) -> str:
    """How a name of several words is written; nothing where it is one word or has an AWS region in it."""
    if _keeps_convention(name):
        return _SNAKE_CASE if "_" in name.strip("_") and _SNAKE.fullmatch(name) else ""
    return "with hyphens" if "-" in name else "with capitals"
