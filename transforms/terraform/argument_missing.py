"""Arguments and blocks that Terraform's own blocks need, and do not have."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform, language

from ._free_names import free_traversals
from ._language import own_blocks

_OVERRIDABLE = ("output", "module")


class ArgumentMissing(Transform):
    """A block of Terraform's own language lacks an argument or a block that it must have.

    What:
        Reports outputs without `value`, module calls without `source`, conditions without `condition` or
        `error_message`, `moved` and `removed` without addresses, `import` without `to` and `id`, `check`
        blocks without `assert`, `dynamic` blocks without `for_each` or `content`, and connections and
        provisioners without what they need.

    Why:
        Terraform stops with "Missing required argument" before it plans anything.

    Example:
        output "topic_arn" {
          description = "ARN of the topic"
        }

    Impact:
        None: what the argument should be is for you to say.

    Limits:
        In an override file an output or a module call needs nothing: it changes what another file declares.

    Source:
        Terraform language documentation, the reference page of each block, and "Override Files".
    """

    name = "terraform-argument-missing"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for own in own_blocks(module):
            for missing in _missing(own):
                yield Finding(own.block, f"{_name(own)} {missing}")


def _missing(own: language.Own) -> Iterator[str]:
    block, kind = own.block, own.kind
    if kind is None or (own.is_override and own.around is None and block.type in _OVERRIDABLE):
        return
    needed = kind.arguments
    if block.type == "provisioner" and block.labels:
        needed = language.PROVISIONERS.get(block.labels[0], {})
    for name, argument in needed.items():
        if argument.required and block.get(name) is None:
            yield f"has no '{name}', which it needs"
    for name in sorted(kind.needed_blocks):
        inner = list(block.blocks(name))
        if not inner:
            yield f"has no {name} block, which it needs"
        elif block.type == "check" and not any(map(_is_whole, inner)):
            yield f"has no {name} block that Terraform accepts, and it needs one"
    if block.type == "import" and own.around is None:
        given = [name for name in ("id", "identity") if block.get(name) is not None]
        if not given:
            yield "has no 'id', which it needs"
        elif len(given) == 2:
            yield "has both 'id' and 'identity', of which it can have one"


def _is_whole(block: Block) -> bool:
    """Whether an assertion has what it needs and nothing else, and its condition refers to something."""
    condition = block.get("condition")
    names = {attribute.name for attribute in block.body.attributes}
    if condition is None or names != {"condition", "error_message"}:
        return False
    return bool(free_traversals(condition.source))


def _name(own: language.Own) -> str:
    labels = " ".join(f'"{label}"' for label in own.block.labels)
    return f"the {own.block.type} block" + (f" {labels}" if labels else "")
