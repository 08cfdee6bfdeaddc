"""Modules of registries without a version."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from tffix import Block, Finding, Impact, Module, Profile, Transform, blocks

from ._module_sources import source

_EXACT = re.compile(r"=?\s*v?\d+(?:\.\d+){0,2}(?:-[0-9A-Za-z.-]+)?")


class ModuleVersionMissing(Transform):
    """A module from a registry is called without a `version`.

    What:
        Looks at module calls whose source is an address of a registry. With the option `exact` a range of
        versions is reported, too.

    Why:
        The newest version is taken whenever the module is installed anew; one with other arguments or
        resources then breaks the module, or replaces what is deployed.

    Example:
        module "vpc" {
          source = "terraform-aws-modules/vpc/aws"
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: which version is in use is not known. The lock file does not list modules.

    Source:
        Terraform language documentation, "Module Blocks", section "Version".
    """

    name = "terraform-module-version-missing"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = blocks("module")
    options: ClassVar[Mapping[str, object]] = {"exact": False}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        at, version = block.get("source"), block.get("version")
        text = at.string if at is not None else None
        if at is None or not text or source(text).kind != "registry" or len(block.labels) != 1:
            return
        if any(one.get("version") for one in module.blocks("module", *block.labels)) and version is None:
            return  # an override file has it
        if version is None:
            message = f"module.{block.labels[0]} takes any version of {text}"
            yield Finding(at, message, advice='add the version in use: version = "~> …"')
        elif self.option["exact"] and not _EXACT.fullmatch((version.string or "").strip()):
            message = f"module.{block.labels[0]} takes a range of versions of {text}"
            yield Finding(version, message, advice="write one exact version")
