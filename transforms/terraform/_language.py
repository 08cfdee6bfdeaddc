"""The blocks of Terraform's own language in a module, and the nearest of some names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from tffix import Block, Module, facts, is_override, knows, language

LITERAL: Mapping[str, frozenset[str]] = {
    "variable": frozenset(
        ("default", "description", "sensitive", "ephemeral", "nullable", "const", "deprecated")
    ),
    "output": frozenset(("description", "sensitive", "ephemeral", "deprecated")),
    "terraform": frozenset(("required_version",)),
    "provider": frozenset(("alias", "version")),
    "lifecycle": frozenset(("create_before_destroy", "prevent_destroy", "destroy")),
}
"""Arguments whose values Terraform needs before it evaluates anything, by the type of their block. Those of
modules, backends and required providers are literal too, by rules of their own."""

PROVIDER_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""A local name of a provider, as Terraform wants it."""

_NEAR = 0.7
_CERTAIN = 0.84
_APART = 0.1


def own_blocks(module: Module) -> tuple[language.Own, ...]:
    """Every block of Terraform's own language, outer ones first; none in a module for Terraform 0.11, whose
    language was another."""
    return module.recall(_own_blocks) if is_modern(module) else ()


def accepted_blocks(module: Module) -> tuple[tuple[str, Block], ...]:
    """The top-level blocks with headers that Terraform accepts, each with the name of its file."""
    return module.recall(_accepted_blocks)


def _accepted_blocks(module: Module) -> tuple[tuple[str, Block], ...]:
    return tuple((name, block) for name, file in module.files.items() for block in module.accepted(file))


def is_modern(module: Module) -> bool:
    """Whether a module asks for a Terraform with the present language, of 0.12 or newer."""
    return module.recall(_is_modern)


def _is_modern(module: Module) -> bool:
    return knows(">= 0.12", module) or any(map(_is_unreadable, module.blocks("terraform")))


def _is_unreadable(block: Block) -> bool:
    """Whether a block asks for a version of Terraform in a way that cannot be read."""
    required = block.get("required_version")
    try:
        facts.versions.Constraint.parse(required.string or "" if required is not None else "")
    except facts.versions.InvalidConstraintError:
        return True
    return False


def _own_blocks(module: Module) -> tuple[language.Own, ...]:
    tops = ((block, is_override(name)) for name, file in module.files.items() for block in file.blocks())
    return tuple(language.own_blocks(tops))


def is_unused(own: language.Own, module: Module) -> bool:
    """Whether a block is of the settings of a backend that Terraform does not use: those of a child module,
    and those that an override file replaces."""
    outer: Block | None = own.block
    while outer is not None and outer.type not in ("backend", "cloud"):
        outer = outer.parent.owner if outer.parent is not None else None
    if outer is None or outer is own.top:
        return False
    return not module.is_root or (not own.is_override and module.recall(_overrides_settings))


def _overrides_settings(module: Module) -> bool:
    files = (file for name, file in module.files.items() if is_override(name))
    blocks = (inner for file in files for block in file.blocks("terraform") for inner in block.blocks())
    return any(inner.type in ("backend", "cloud") for inner in blocks)


def is_elsewhere(own: language.Own, name: str) -> bool:
    """Whether only OpenTofu or alpha releases of Terraform know an argument or a block of that name there."""
    return (own.top.type, name) in language.ELSEWHERE


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is nearest, if any is near."""
    return next(iter(difflib.get_close_matches(name, list(known), 1, _NEAR)), "")


def is_misspelling(name: str, of: str, known: Iterable[str]) -> bool:
    """Whether a name can only be a misspelling of one known name: no other is nearly as near."""
    ratios = {one: difflib.SequenceMatcher(None, name, one).ratio() for one in known}
    own = ratios.pop(of)
    return own >= _CERTAIN and max(ratios.values(), default=0.0) <= own - _APART


def header(block: Block) -> str:
    """A block as messages name it: `variable "name"`."""
    return " ".join((block.type, *(f'"{label}"' for label in block.labels)))
