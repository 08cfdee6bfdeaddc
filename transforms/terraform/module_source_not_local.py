"""Sources of module calls that name a folder without `./`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Refused, Transform, blocks, quote

_FOLDERS = re.compile(r"[\w.@+ -]+(?:/[\w.@+ -]+)*/?")
"""What may be a path: no scheme, no host, no address of git."""


class ModuleSourceNotLocal(Transform):
    """The source of a module call names a folder of the module, without `./` before it.

    What:
        Writes `./` before a source that is the path of a folder with Terraform files, from the module that
        the call is in.

    Why:
        Terraform takes only what begins with `./` or `../` for a path, and stops with "Invalid module source
        address", or looks for the module in a registry.

    Example:
        # main.tf
        module "network" {
          source = "modules/network"
        }
        # modules/network/main.tf
        output "name" {
          value = "network"
        }

    Becomes:
        # main.tf
        module "network" {
          source = "./modules/network"
        }
        # modules/network/main.tf
        output "name" {
          value = "network"
        }

    Impact:
        None: the module could not be installed before.

    Limits:
        Silent where the folder has no Terraform files, or some that cannot be read, and where the call has a
        `version`, as that means a registry.

    Source:
        Terraform language documentation, "Module Sources", section "Local Paths".
    """

    name = "terraform-module-source-not-local"
    impact = Impact.NONE
    watches = blocks("module")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        source = block.get("source")
        if source is None or module.language != "hcl" or block.get("version") is not None:
            return
        path = source.string
        if path and _FOLDERS.fullmatch(path) and not path.startswith(".") and _is_module(path, module):
            message = f"the source '{path}' is a folder of this module, but Terraform looks for it elsewhere"
            yield Finding(source, f"{message} without './'", partial(_correct, source, path))


def _is_module(path: str, module: Module) -> bool:
    where = os.path.normpath(os.path.join(module.path, path))
    return module.project is not None and module.project.module_at(where) is not None


def _correct(source: Attribute, path: str) -> None:
    if source.string != path:
        raise Refused("the source has changed")
    source.set(quote(f"./{path}"))
