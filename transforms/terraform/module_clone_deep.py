"""Modules of git repositories that are fetched with their whole history."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Profile, Refused, Transform, blocks, quote

from ._module_sources import Source, source


class ModuleCloneDeep(Transform):
    """A module from a git repository is fetched with the whole history of the repository.

    What:
        Adds `depth=1` to sources that are pinned to a tag or branch.

    Why:
        `terraform init` clones all commits of the repository, where one is enough. That takes long for large
        repositories, and in every run of a pipeline.

    Example:
        module "network" {
          source = "git::https://example.com/network.git?ref=v1.2.0"
        }

    Becomes:
        module "network" {
          source = "git::https://example.com/network.git?ref=v1.2.0&depth=1"
        }

    Impact:
        None: the module is the same.

    Limits:
        Silent about revisions that may be commits, which a shallow clone does not find, and about sources
        without a revision.

    Source:
        Terraform language documentation, "Module Sources", section "Shallow Clone".
    """

    name = "terraform-module-clone-deep"
    impact = Impact.NONE
    profile = Profile.PEDANTIC
    watches = blocks("module")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        at = block.get("source")
        if at is not None and at.string and _is_deep(source(at.string)) and block.labels:
            message = f"module.{block.labels[0]} is fetched with the whole history of its repository"
            yield Finding(at, message, partial(_make_shallow, at))


def _is_deep(known: Source) -> bool:
    pinned = known.kind == "git" and known.revision and not known.has_commit
    return bool(pinned) and "depth" not in known.arguments


def _make_shallow(at: Attribute) -> None:
    if not at.string or not _is_deep(source(at.string)):
        raise Refused("the source has changed")
    at.set(quote(f"{at.string}&depth=1"))
