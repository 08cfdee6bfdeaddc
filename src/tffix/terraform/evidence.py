"""What speaks against an edit: files that are read as text only, override files, an old Terraform."""

from __future__ import annotations

import re

from ..facts.versions import Constraint, InvalidConstraintError
from .discovery import is_override
from .module import Module


def hidden_mention(word: str, module: Module) -> str | None:
    """A file of the module that is not edited and has a word in it: JSON, tests, variable values…"""
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    return next((name for name, text in sorted(module.texts.items()) if pattern.search(text)), None)


def is_tested(word: str, module: Module) -> bool:
    """Whether a test of the module has a word in it, and so may give it values of its own."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    return any(pattern.search(text) for name, text in module.opaque.items() if name.endswith(".tftest.hcl"))


def why_unsure(module: Module) -> str:
    """Why it is not known what the module declares and uses, as a clause; nothing if it is."""
    if module.unreadable:
        return f"{module.unreadable[0]} cannot be read"
    override = module.recall(_override)
    return f"{override} overrides other files" if override else ""


def _override(module: Module) -> str | None:
    return next((name for name in sorted(module.files) if is_override(name)), None)


def knows(constraint: str, module: Module) -> bool:
    """Whether the Terraform versions that the module asks for include some that meet a constraint."""
    wanted = Constraint.parse(constraint)
    for block in (*module.blocks("terraform"), *module.generated.blocks("terraform")):
        required = block.get("required_version")
        if required is None:
            continue
        try:
            asked = Constraint.parse(required.string or "")
        except InvalidConstraintError:
            return False
        if not asked.also(wanted).is_satisfiable():
            return False
    return True


__all__ = ["hidden_mention", "is_tested", "knows", "why_unsure"]
