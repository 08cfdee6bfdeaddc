"""Attributes and elements that a value does not have."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform, inference

from ._problems import findings


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
        `schema-unknown-attribute`, outputs of modules for `terraform-reference-undeclared`. Values of type
        `any` are not judged, nor is what stands in `try` or `can`.

    Source:
        Terraform language documentation, "Types and Values".
    """

    name = "terraform-attribute-missing"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        yield from findings(module, inference.Kind.ATTRIBUTE)
