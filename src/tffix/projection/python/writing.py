"""Turns the difference between a view and its edited form into edits of the program."""

from __future__ import annotations

from ...hcl.tree import Block
from .. import Refused
from .bodies import Bodies
from .draft import Draft
from .making import Making
from .planning import NewStatements
from .references import References
from .removing import check_unused, removal
from .structs import Structs

_KINDS = frozenset(("resource", "data", "provider", "output", "locals"))


def write(draft: Draft, others: str = "") -> None:
    """Adds to a draft the edits that make its view what is wanted. ``others`` is the text of the programs
    beside it, which may use what it makes. Raises Refused where the program has no counterpart."""
    _check(draft)
    altered, plan, structs = draft.altered(), NewStatements(draft), Structs(draft)
    references = References(draft, plan)
    plan.make(altered)
    for one in altered:
        reference = references.at(one.made.suite, draft.source.start(one.made.statement))
        Bodies(draft, structs, one.made, reference).change(one.body, one.old.body, one.new.body)
    Making(draft, plan, structs, references).write()
    draft.edits += [removal(made, draft.source) for made in draft.removed if not plan.replaces(made)]
    draft.edits += draft.imports.edits()
    for made in draft.removed:
        check_unused(made, draft.edits, draft.program, others)


def _check(draft: Draft) -> None:
    for block in draft.added.values():
        if block.type not in _KINDS:
            raise Refused(f"a '{block.type}' block has no counterpart in this program")
    for key, block in draft.after.items():
        if key[0] == "terraform" and key in draft.before and _other_settings(draft.before[key], block):
            raise Refused("the settings of Terraform are not in this program")
    if any(key[0] == "terraform" and key not in draft.after for key in draft.before):
        raise Refused("the settings of Terraform are not in this program")


def _other_settings(old: Block, new: Block) -> bool:
    """Whether more has changed than that providers were added to those required."""
    before, after = list(old.blocks()), list(new.blocks())
    if [one.type for one in before] != [one.type for one in after] or list(new.body.attributes):
        return True
    kept = {a.name: a for one in after for a in one.body.attributes}
    return any(
        kept.get(a.name) is None or kept[a.name].source.split() != a.source.split()
        for one in before
        for a in one.body.attributes
    )


__all__ = ["write"]
