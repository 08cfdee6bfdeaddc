"""Versions of modules that are not from a registry."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Refused, Transform, blocks

from ._module_sources import source


class ModuleVersionSuperfluous(Transform):
    """A module call has a `version`, and its source is no address of a registry.

    What:
        Removes the `version` of calls whose source is a path. Reports it for repositories and archives, whose
        revision is part of the source.

    Why:
        Terraform stops with "Invalid registry module source address": with a `version` it takes every source
        for an address of a registry.

    Example:
        module "network" {
          source  = "./modules/network"
          version = "1.2.0"
        }

    Becomes:
        module "network" {
          source = "./modules/network"
        }

    Impact:
        None: the module could not be installed before.

    Limits:
        Silent about sources that are not plain strings.

    Source:
        Terraform language documentation, "Module Blocks", section "Version".
    """

    name = "terraform-module-version-superfluous"
    impact = Impact.NONE
    watches = blocks("module")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        at, version = block.get("source"), block.get("version")
        text = at.string if at is not None else None
        if at is None or version is None or not text or len(block.labels) != 1:
            return
        known = source(text)
        if known.kind == "registry":
            return
        message = f"module.{block.labels[0]} has a version, but {text} is not in a registry"
        if text.startswith(("./", "../")):
            yield Finding(at, message, partial(_remove, version))
        else:
            revision = f"?{known.key}=" if known.kind in ("git", "mercurial") else "the source"
            yield Finding(at, message, advice=f"remove it; the revision is for {revision} to say")


def _remove(version: Attribute) -> None:
    if version.parent is None:
        raise Refused("it is removed already")
    version.remove()
