"""Hands the library on to the other modules."""

import cdktn as cdktf

__all__ = ["cdktf", "stack_of"]


def stack_of(construct):
    return cdktf.TerraformStack.of(construct)
