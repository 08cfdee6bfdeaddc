"""Sources of module calls that lead nowhere: folders that do not exist, and what is no address."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from difflib import get_close_matches

from tffix import Block, Finding, Impact, Module, Transform, blocks, called_directory

from ._module_sources import source

_SUBMODULE = re.compile(rb"^\s*path\s*=\s*(\S+?)/?\s*$", re.MULTILINE)


class ModuleSourceInvalid(Transform):
    """The source of a module call is a folder that does not exist, or is no address of a module.

    What:
        Looks for the folder of each local source, and at sources that are neither a path, nor an address of a
        registry, a repository or an archive.

    Why:
        `terraform init` stops with "Unreadable module directory" or "Invalid module source address".

    Example:
        module "network" {
          source = "./modules/netwrok"
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only, with the name of the folder that is nearest. Silent about folders that git ignores, as
        something may make them, and about those of submodules. A folder without `./` is for
        terraform-module-source-not-local.

    Source:
        Terraform language documentation, "Module Sources".
    """

    name = "terraform-module-source-invalid"
    impact = Impact.NONE
    watches = blocks("module")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        at = block.get("source")
        text = at.string if at is not None else None
        if at is None or text is None or module.language != "hcl" or len(block.labels) != 1:
            return
        if any(one.get("source") not in (None, at) for one in module.blocks("module", *block.labels)):
            return  # an override file has another
        directory = called_directory(module, block)
        if directory is None:
            is_wrong = not source(text).is_address and not module.has_file(text)
            if is_wrong and block.get("version") is None:  # else terraform-module-version-superfluous
                message = f"the source '{text}' is neither a path nor an address of a module"
                yield Finding(at, message, advice="begin a path with ./, or write what Terraform can fetch")
        elif not os.path.lexists(directory) and not _may_be_made(os.path.abspath(directory), module):
            near = _near(directory)
            advice = f"did you mean '{text.rstrip('/').rpartition('/')[0]}/{near}'?" if near else ""
            yield Finding(at, f"the folder {text} of module.{block.labels[0]} does not exist", advice=advice)


def _may_be_made(directory: str, module: Module) -> bool:
    """Whether a folder may be there for others: git ignores it or fetches it as a submodule, or it is outside
    of the repository."""
    repository = module.repository
    if repository is None:
        return False
    if not directory.startswith(os.path.join(repository.top, "")) or repository.ignores(directory):
        return True
    listed = repository.read(os.path.join(repository.top, ".gitmodules")) or b""
    below = os.path.relpath(directory, repository.top)
    paths = (found.decode("utf-8", "replace") for found in _SUBMODULE.findall(listed))
    return any(f"{below}/".startswith(f"{path}/") for path in paths)


def _near(directory: str) -> str:
    """The nearest name of a folder beside one that does not exist."""
    parent, name = os.path.split(directory)
    try:
        with os.scandir(parent or ".") as entries:
            known = sorted(entry.name for entry in entries if entry.is_dir())
    except OSError:
        return ""
    return next(iter(get_close_matches(name, known, 1)), "")
