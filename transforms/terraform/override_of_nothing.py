"""Override files that override what is not declared, or what cannot be overridden."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Block, Finding, Impact, Module, Transform, is_override

from ._language import accepted_blocks, header, own_blocks

_NEVER = frozenset(("moved", "import", "check"))
_CONDITIONS = frozenset(("validation", "precondition", "postcondition"))
_NO_DEPENDS_ON = frozenset(("resource", "data", "ephemeral", "module", "output"))


class OverrideOfNothing(Transform):
    """An override file changes what no other file declares, or what cannot be overridden.

    What:
        Looks up what each block of `override.tf` and `*_override.tf` changes. Reports it where no ordinary
        file declares it, and reports blocks and arguments that an override file cannot have: `moved`,
        `import`, `check`, conditions and `depends_on`.

    Why:
        Terraform stops with "Missing base variable declaration to override" and the like before it plans
        anything.

    Example:
        # main.tf
        variable "size" {
          type = number
        }
        # main_override.tf
        variable "sizes" {
          default = 3
        }

    Impact:
        None: whether the declaration or the override is wrong is for you to say.

    Limits:
        Silent for modules with files that cannot be parsed. A provider without an alias may be configured in
        an override file alone.

    Source:
        Terraform language documentation, "Override Files".
    """

    name = "terraform-override-of-nothing"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not any(map(is_override, module.files)):
            return
        declared = {key for key, _, is_base in _keys(module) if is_base}
        for key, finding, is_base in _keys(module):
            if not is_base and key not in declared and not module.unreadable:
                yield finding
        for own in own_blocks(module):
            if own.is_override:
                yield from _impossible(own.block, own.around is None)


def _keys(module: Module) -> Iterator[tuple[tuple[str, ...], Finding, bool]]:
    """What each block is about, what to report if nothing else declares it, and whether it overrides none."""
    for name, block in accepted_blocks(module):
        is_base = not is_override(name)
        if block.type == "locals":
            for attribute in block.body.attributes:
                message = f"no other file declares the local value '{attribute.name}', which this overrides"
                yield ("local", attribute.name), Finding(attribute, message), is_base
            continue
        address = Address.of(block)
        alias = block.get("alias") if block.type == "provider" else None
        if address is not None and block.type != "check":
            yield address.parts, Finding(block, _nowhere(header(block))), is_base
        elif alias is not None and alias.string:
            words = f'{header(block)} with the alias "{alias.string}"'
            yield (block.type, *block.labels, alias.string), Finding(block, _nowhere(words)), is_base


def _nowhere(what: str) -> str:
    return f"no other file declares {what}, which this overrides"


def _impossible(block: Block, is_top: bool) -> Iterator[Finding]:
    if block.type in (_NEVER if is_top else _CONDITIONS):
        yield Finding(
            block, f"an override file cannot have a {block.type} block", advice="move it to another file"
        )
    depends_on = block.get("depends_on") if is_top and block.type in _NO_DEPENDS_ON else None
    if depends_on is not None:
        yield Finding(
            depends_on, "an override file cannot change depends_on", advice="move it to another file"
        )
