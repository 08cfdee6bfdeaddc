"""Hands the library on to the other modules."""

import cdktf

__all__ = ["cdktf", "stack_of"]


def stack_of(construct):
    return cdktf.TerraformStack.of(construct)
