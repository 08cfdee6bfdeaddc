"""Operators, templates, conditions and loops over values that they cannot work with."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform, inference

from ._problems import findings


class OperandInvalid(Transform):
    """An operator, a template, a condition or a loop is given a value that it cannot work with.

    What:
        Infers the types of all values, and reports lists in the text of a template, sums of words, conditions
        that are neither true nor false, loops over a single value, results of a condition that have no type
        in common, and the same for null.

    Why:
        Terraform stops with "Invalid operand", "Invalid template interpolation value", "Inconsistent
        conditional result types" or "Iteration over non-iterable value".

    Example:
        variable "zones" {
          type = list(string)
        }

        locals {
          name = "app-${var.zones}"
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: what was meant cannot be told. What depends on a value that is known only when
        Terraform runs is not judged, nor is what stands in a branch that may not be taken, unless the types
        alone make it wrong.

    Source:
        Terraform language documentation, "Expressions"; HCL native syntax specification.
    """

    name = "terraform-operand-invalid"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        yield from findings(module, inference.Kind.OPERAND)
