"""Modules of repositories without a revision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from tffix import Block, Finding, Impact, Module, Profile, Transform, blocks

from ._module_sources import Source, source

_BRANCHES = ("master", "main", "default", "develop")


class ModuleSourceUnpinned(Transform):
    """A module from a git or Mercurial repository is not pinned to a revision.

    What:
        Looks at module calls whose source is a repository: without `ref` (`rev` for Mercurial), or with the
        name of a default branch in it (`master`, `main`, `default`, `develop`, and those of the option
        `branches`). With the option `semver` anything but a version (`v1.2.0`) is reported.

    Why:
        Whatever is pushed to the branch is taken when the module is installed anew, and deployed.

    Example:
        module "network" {
          source = "git::https://example.com/network.git"
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: which revision is in use is not known. Archives and buckets have no revisions.

    Source:
        Terraform language documentation, "Module Sources", section "Selecting a Revision".
    """

    name = "terraform-module-source-unpinned"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = blocks("module")
    options: ClassVar[Mapping[str, object]] = {"semver": False, "branches": []}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        at = block.get("source")
        known = source(at.string or "") if at is not None else None
        if at is None or known is None or known.kind not in ("git", "mercurial") or len(block.labels) != 1:
            return
        if what := self._fault(known):
            kind = "commit or tag" if not self.option["semver"] else "version"
            yield Finding(at, f"module.{block.labels[0]} {what}", advice=f"add ?{known.key}= with a {kind}")

    def _fault(self, known: Source) -> str:
        """What is wrong with a source, as a clause; nothing if it is pinned."""
        branches = self.option["branches"]
        assert isinstance(branches, list)
        if not known.revision:
            return "takes whatever the default branch of the repository has"
        if known.revision in (*_BRANCHES, *branches):
            return f"takes whatever the branch {known.revision} of the repository has"
        if self.option["semver"] and not known.has_version:
            return f"takes the revision {known.revision}, which is no version"
        return ""
