"""Scripts and pipelines of a repository that write a backend beside its modules before Terraform runs."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from .repository import Repository

_ENDINGS = (".yml", ".yaml", ".sh", ".bash", ".ps1", ".bat", ".mk", "Makefile", "Jenkinsfile", "Dockerfile")
_BACKEND = re.compile(rb'\bbackend\s+\\*"(?!local\b)\w+\\*"\s*\{|\bremote_state\s*\{')
"""A remote backend as Terraform or Terragrunt has it, its quotes escaped or not."""


@lru_cache(maxsize=8)
def backend_written_in(repository: Repository) -> str:
    """The place of a script that writes a remote backend; nothing if none does. It is not known which module
    that is for: this is evidence that any may be deployed, not proof."""
    for path in repository.files:
        if path.endswith(_ENDINGS):
            text = repository.read(path) or b""
            found = _BACKEND.search(text)
            if found:
                line = text.count(b"\n", 0, found.start()) + 1
                return f"{os.path.relpath(path)}:{line}"
    return ""


__all__ = ["backend_written_in"]
