"""Which blocks of a module bear which hard-coded names of IAM entities."""

from __future__ import annotations

from tffix import Block, Module

from ._iam_kinds import KINDS
from ._iam_names import hard_coded


def bearers_of(type_: str, module: Module) -> dict[str, list[Block]]:
    """The blocks of a type by the hard-coded names that they bear."""
    known = module.recall(_known_bearers)
    if type_ not in known:
        bearers = known[type_] = {}
        for block in module.resources(type_):
            name = hard_coded(block, module, KINDS[type_])
            for one in name.instances if name is not None else ():
                bearers.setdefault(one, []).append(block)
    return known[type_]


def _known_bearers(module: Module) -> dict[str, dict[str, list[Block]]]:
    return {}
