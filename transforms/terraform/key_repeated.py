"""Objects that set a key twice."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform, inference

from ._problems import findings


class KeyRepeated(Transform):
    """An object sets the same key twice, and only the last value counts.

    What:
        Looks for keys of objects that occur twice, also where they are written in different ways (`Name`,
        `"Name"`, `(local.key)`).

    Why:
        Terraform says nothing: the first value is silently lost, be it a tag, a statement of a policy or a
        setting.

    Example:
        locals {
          tags = {
            Name  = "web"
            Owner = "platform"
            Name  = "app"
          }
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: which value was meant cannot be told. Keys that are known only when Terraform runs are
        not compared.

    Source:
        Terraform language documentation, "Types and Values", maps and objects; what `terraform console` makes
        of such an object.
    """

    name = "terraform-key-repeated"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        yield from findings(module, inference.Kind.KEY)
