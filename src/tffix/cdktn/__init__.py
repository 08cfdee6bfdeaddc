"""Migration of Python programs from CDK for Terraform (cdktf) to CDK Terrain (cdktn).

Nothing of it is loaded before it is asked for: rules are loaded in every run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..rules.codemod import Rewriting


def is_read(path: str) -> bool:
    """Whether a file of this name has a part in a migration."""
    from .migration import is_read

    return is_read(path)


def migrate(files: Mapping[str, bytes]) -> Rewriting:
    """Migrates all projects among some files, which are given by paths with `/`."""
    from .migration import migrate

    return migrate(files)


__all__ = ["is_read", "migrate"]
