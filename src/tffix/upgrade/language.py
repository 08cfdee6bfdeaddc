"""Terraform itself as what is upgraded: the major that a module asks for, and its constraint.

Facts: Terraform language documentation, "Terraform Settings" (required_version).
"""

from __future__ import annotations

from ..facts.versions import Constraint, InvalidConstraintError
from ..hcl.tree import Attribute
from ..terraform.module import Module

TERRAFORM = "hashicorp/terraform"
"""The address by which tables name Terraform itself."""


def required(module: Module) -> tuple[Attribute, str] | None:
    """Where a module asks for a version of Terraform, and the constraint."""
    found = (block.get("required_version") for block in module.blocks("terraform"))
    return next(((one, one.string) for one in found if one is not None and one.string), None)


def oldest(module: Module) -> int:
    """The oldest major of Terraform that a module asks for; 0 where it does not say."""
    found = required(module)
    try:
        (major, _, _), _ = Constraint.parse(found[1] if found is not None else "").interval()
    except InvalidConstraintError:
        return 0
    return major


def raised_language(text: str, major: int) -> str | None:
    """A constraint for a new major: any later version, as Terraform promises within a major. None where it
    need not change."""
    try:
        admits = Constraint.parse(f"{text}, >= {major}.0").is_satisfiable()
        (first, _, _), _ = Constraint.parse(text).interval()
    except InvalidConstraintError:
        return None
    return None if admits and first >= major else f">= {major}.0"
