"""Renames an input of a module: where it is declared and used, and in every call of the module."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import ClassVar

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    quote,
    rename,
    rename_obstacle,
)

_PIN = re.compile(r"(v|= ?|~> ?|>= ?)?(\d+(?:\.\d+)*)")
"""A release as `?ref=` and `version` name one."""


class RenameInput(Transform):
    """An input of the module `bucket` has another name since its release 2.0.0.

    What:
        In the module: the variable and what refers to it, with its tests and values in `.tfvars` files. In
        calls by a local source: the argument. In calls by `source`: the argument, and the release that the
        call asks for, if that is an older one.

    Why:
        `versioned` did not say that it is about S3's versioning of objects.

    Example:
        module "logs" {
          source    = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.4.0"
          versioned = true
        }

    Becomes:
        module "logs" {
          source             = "git::https://git.example.com/platform/modules.git//bucket?ref=v2.0.0"
          versioning_enabled = true
        }

    Impact:
        None, if release 2.0.0 changes nothing else.

    Limits:
        Left to you: a call that asks for a branch or a commit; a module with files that cannot be read
        and may name the input. Not seen: calls in other repositories than those it is run on, and
        Terragrunt's `inputs`.
    """

    name = "migrate-bucket-input"
    impact = Impact.NONE
    options: ClassVar[Mapping[str, object]] = {
        "old": "versioned",
        "new": "versioning_enabled",
        "directory": "modules/bucket",  # where the module is kept: the end of its path
        "source": "git::https://git.example.com/platform/modules.git//bucket",  # less ?ref=; * for any text
        "release": "2.0.0",
    }

    @property
    def old(self) -> str:
        return str(self.option["old"])

    @property
    def new(self) -> str:
        return str(self.option["new"])

    def visit_module(self, module: Module) -> Iterator[Finding]:
        variable = module.variable(self.old)
        if variable is not None and Path(module.path).absolute().match(str(self.option["directory"])):
            yield self.declared(variable, module)
        for call in module.blocks("module"):
            argument = call.get(self.old)
            if argument is not None and fnmatchcase(address(call), str(self.option["source"])):
                yield self.called(call, argument, module)

    # -- the module and its local callers ----------------------------------------------------------------

    def declared(self, variable: Block, module: Module) -> Finding:
        address = f"var.{self.old}"
        obstacle = rename_obstacle(address, self.new, module)
        return Finding(
            variable,
            f"variable '{self.old}' is to be named '{self.new}'",
            None if obstacle else lambda: rename(address, self.new, module),
            advice=obstacle and f"Rename it by hand: {obstacle}.",
        )

    # -- calls of releases of the module -----------------------------------------------------------------

    def called(self, call: Block, argument: Attribute, module: Module) -> Finding:
        message = f"'{self.old}' is '{self.new}' since release {self.option['release']}"
        pin = asked_for(call)
        if pin and not _PIN.fullmatch(pin):
            return Finding(argument, message, advice=f"See what '{pin}' stands for, and rename it by hand.")
        if call.get(self.new) is not None:
            return Finding(argument, message, advice=f"'{self.new}' is there as well: remove one of them.")

        def fix() -> None:
            argument.rename(self.new)
            if pin:
                self.raise_pin(call, pin)

        return Finding(argument, message, fix)

    def raise_pin(self, call: Block, pin: str) -> None:
        """Makes a call ask for the release that has the new name, if it asks for an older one."""
        found = _PIN.fullmatch(pin)
        release = str(self.option["release"]).split(".")
        if found is None or numbers(found[2]) >= numbers(".".join(release)):
            return
        operator, asked = found[1] or "", found[2].split(".")
        # How far `~>` reaches depends on how many numbers follow it.
        wanted = operator + ".".join(release[: len(asked)] if operator.startswith("~>") else release)
        if call.get("version") is not None:
            call.body.set("version", quote(wanted))
        else:
            source = call.get("source")
            assert source is not None
            source.set(source.source.replace(f"ref={pin}", f"ref={wanted}"))


def address(call: Block) -> str:
    """The source of a module call, without what follows a question mark."""
    source = call.get("source")
    return (source.string or "").partition("?")[0] if source is not None else ""


def asked_for(call: Block) -> str:
    """The release, branch or commit that a module call asks for, or nothing."""
    version, source = call.get("version"), call.get("source")
    if version is not None:
        return version.string or version.source
    found = re.search(r"[?&]ref=([^&]+)", (source and source.string) or "")
    return found[1] if found else ""


def numbers(version: str) -> list[int]:
    """A version in parts that compare as versions do: 2.0 is 2.0.0."""
    parts = [int(part) for part in version.split(".")]
    return parts + [0] * (3 - len(parts))
