"""Modules of registries without a version."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from tffix import Block, Finding, Impact, Module, Profile, Transform, blocks

from ._module_sources import source
from ._test_shapes import runs, tests

_EXACT = re.compile(r"=?\s*v?\d+(?:\.\d+){0,2}(?:-[0-9A-Za-z.-]+)?")


class ModuleVersionMissing(Transform):
    """A module from a registry is called without a `version`.

    What:
        Looks at module calls, and at the modules of `run` blocks in tests, whose source is an address of a
        registry. With the option `exact` a range of versions is reported, too.

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
        same = module.blocks("module", *block.labels)
        if block.get("version") is not None or not any(one.get("version") for one in same):
            yield from self._findings(block, f"module.{'.'.join(block.labels)}")  # else an override has it

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for _, file in tests(module):
            for run in runs(file):
                for block in run.blocks("module"):
                    yield from self._findings(block, f"the run '{run.labels[0]}'")

    def _findings(self, block: Block, who: str) -> Iterator[Finding]:
        at, version = block.get("source"), block.get("version")
        text = at.string if at is not None else None
        if at is None or not text or source(text).kind != "registry":
            return
        if version is None:
            message = f"{who} takes any version of {text}"
            yield Finding(at, message, advice='add the version in use: version = "~> …"')
        elif self.option["exact"] and not _EXACT.fullmatch((version.string or "").strip()):
            message = f"{who} takes a range of versions of {text}"
            yield Finding(version, message, advice="write one exact version")
