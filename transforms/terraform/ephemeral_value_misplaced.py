"""Ephemeral values where they would be kept."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Transform, blocks, inference


class EphemeralValueMisplaced(Transform):
    """An ephemeral value is used where Terraform would keep it, in the state or in the plan.

    What:
        Follows ephemeral values from variables, ephemeral resources and outputs of modules through all
        expressions to the arguments of resources and data sources that are not write-only, to `for_each` and
        `count`, and to outputs; and reports outputs that say `ephemeral = true` in root modules, or of values
        that are not.

    Why:
        Terraform stops with "Invalid use of ephemeral value" or "Ephemeral output not allowed".

    Example:
        variable "token" {
          type      = string
          ephemeral = true
        }

        resource "terraform_data" "token" {
          input = var.token
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: an ephemeral value may go to a write-only argument (`password_wo`), to a provider, to a
        local value, or to an output of a child module that says `ephemeral = true`. Which arguments are
        write-only is known by their names.

    Source:
        Terraform language documentation, "Ephemeral Values".
    """

    name = "terraform-ephemeral-value-misplaced"
    impact = Impact.NONE
    watches = blocks("resource", "data", "module", "output")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.type == "output":
            yield from _of_output(block, module)
        elif block.type == "module":
            for name in ("count", "for_each"):
                yield from _of_argument(block.get(name), block, module)
        else:
            for body in block.body.walk():
                owner = body.owner
                if owner is None or owner.type in ("provisioner", "connection", "lifecycle", "precondition"):
                    continue
                is_nested = body is not block.body  # which Terraform reports at the block
                for attribute in body.attributes:
                    if not attribute.name.endswith("_wo"):
                        yield from _of_argument(attribute, block, module, block if is_nested else None)


def _of_argument(
    attribute: Attribute | None, block: Block, module: Module, at: Block | None = None
) -> Iterator[Finding]:
    if attribute is None or inference.is_plain(attribute.expression):
        return
    if _is_ephemeral(attribute, block, module):
        message = f"the value is ephemeral, but {attribute.name} would keep it"
        yield Finding(
            at or attribute, message, advice="use a write-only argument, or take the value another way"
        )


def _of_output(block: Block, module: Module) -> Iterator[Finding]:
    said, value = block.get("ephemeral"), block.get("value")
    is_said = said is not None and said.boolean is True
    if is_said and module.is_root:
        yield Finding(block, "an output of a root module cannot be ephemeral", advice="take ephemeral away")
    elif value is not None and not inference.is_plain(value.expression):
        is_ephemeral = _is_ephemeral(value, block, module)
        if is_ephemeral and not is_said:
            yield Finding(
                value, "the value is ephemeral, but the output is not", advice="set ephemeral = true"
            )
    if is_said and value is not None and not module.is_root and _is_lasting(value, block, module):
        yield Finding(value, "the output is ephemeral, but its value is not", advice="take ephemeral away")


def _is_lasting(attribute: Attribute, block: Block, module: Module) -> bool:
    """Whether a value is certainly not ephemeral."""
    found = inference.infer(attribute, block, module, defaults=False)
    return found.type is not inference.types.ANY and inference.EPHEMERAL not in found.all_marks()


def _is_ephemeral(attribute: Attribute, block: Block, module: Module) -> bool:
    found = inference.infer(attribute, block, module, defaults=False)
    return inference.EPHEMERAL in found.all_marks()
