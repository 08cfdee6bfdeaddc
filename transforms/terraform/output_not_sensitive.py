"""Outputs that show sensitive values without saying so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Transform, blocks, inference


class OutputNotSensitive(Transform):
    """An output of a root module has a sensitive value, but is not marked as sensitive.

    What:
        Follows sensitive values from variables, attributes of resources, outputs of modules and
        `sensitive(…)` through all expressions to the outputs of root modules, and adds `sensitive = true`.

    Why:
        Terraform stops with "Output refers to sensitive values".

    Example:
        variable "password" {
          type      = string
          sensitive = true
        }

        output "url" {
          value = "postgres://app:${var.password}@db"
        }

    Becomes:
        variable "password" {
          type      = string
          sensitive = true
        }

        output "url" {
          value     = "postgres://app:${var.password}@db"
          sensitive = true
        }

    Impact:
        None: the configuration could not be planned before. The value is in the state as before, and no more
        in the output of the terminal.

    Limits:
        Only reported where the output says `sensitive = false`. Modules that others call may pass a sensitive
        value on as it is. Which attributes of resources are sensitive is known of the providers aws, local,
        random and tls.

    Source:
        Terraform language documentation, "Output Values", "sensitive".
    """

    name = "terraform-output-not-sensitive"
    impact = Impact.NONE
    watches = blocks("output")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        value, sensitive = block.get("value"), block.get("sensitive")
        if not module.is_root or value is None or not block.labels:
            return
        if sensitive is not None and sensitive.boolean is not False:
            return
        found = inference.infer(value, block, module, defaults=False)
        if inference.SENSITIVE in found.all_marks():
            message = f"output '{block.labels[0]}' has a sensitive value, but is not marked as sensitive"
            fix = partial(_mark, block) if sensitive is None else None
            yield Finding(block, message, fix, "set sensitive = true, or use nonsensitive(…)")


def _mark(block: Block) -> None:
    if block.get("sensitive") is None:
        block.body.set("sensitive", "true", after="value")
