"""Attributes and elements that a value does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform, inference, nodes

from ._problems import findings

_REPETITION = re.compile(r"(?<![\w.-])(?:each|count)\Z")


class AttributeMissing(Transform):
    """An expression takes an attribute or an element of a value that has none such.

    What:
        Infers the types of variables, local values and all that is made of them, and follows every `.name`
        and `[key]`: an attribute that the object does not have, an attribute of a list or of a string, an
        index into a set, an index beyond the end of a list that is known.

    Why:
        Terraform stops with "Unsupported attribute" or "Invalid index".

    Example:
        variable "subnet" {
          type = object({
            id   = string
            zone = string
          })
        }

        output "zone" {
          value = var.subnet.az
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only, with the attribute whose name is nearest. Attributes of resources are for
        `schema-unknown-attribute`, outputs of modules for `terraform-reference-undeclared`, those of `each`
        and `count` for `terraform-reference-invalid`. Values of type `any` are not judged, nor is what
        stands in `try` or `can`.

    Source:
        Terraform language documentation, "Types and Values".
    """

    name = "terraform-attribute-missing"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for finding in findings(module, inference.Kind.ATTRIBUTE):
            if finding.within is None or not _is_of_repetition(finding.within):
                yield finding


def _is_of_repetition(step: nodes.Expression) -> bool:
    """Whether a step is the first after ``each`` or ``count``: `terraform-reference-invalid` knows those."""
    return _REPETITION.search(step.source, 0, step.start) is not None
