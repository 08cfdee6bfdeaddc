"""Scripts and pipelines of a repository that say where the state of its modules is kept.

Facts: `terraform init` (`-backend-config`), `terraform apply` (`-state`, `-state-out`).
"""

from __future__ import annotations

import os
import re
from functools import lru_cache

from .repository import Repository

_ENDINGS = (".yml", ".yaml", ".sh", ".bash", ".ps1", ".bat", ".mk", "Makefile", "Jenkinsfile", "Dockerfile")
_BACKEND = rb'\bbackend\s+\\*"(?!local\b)\w+\\*"\s*\{|\bremote_state\s*\{'
"""A remote backend as Terraform or Terragrunt has it, its quotes escaped or not."""
_OPTION = rb"(?<![\w-])-?-(?:backend-config|state|state-out)[= ][^\s-]"
"""An option that says where the state is."""
_KEPT = re.compile(_BACKEND + rb"|" + _OPTION)


@lru_cache(maxsize=8)
def state_kept_by(repository: Repository) -> str:
    """The place of a script that writes a remote backend, or gives Terraform the place of the state; nothing
    if none does. It is not known which module that is for: this is evidence that any may be deployed, not
    proof."""
    for path in repository.files:
        if path.endswith(_ENDINGS):
            text = repository.read(path) or b""
            found = _KEPT.search(text) if b"terra" in text or b"tofu" in text else None
            if found:
                line = text.count(b"\n", 0, found.start()) + 1
                return f"{os.path.relpath(path)}:{line}"
    return ""


__all__ = ["state_kept_by"]
