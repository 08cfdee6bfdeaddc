"""Ties relations of CloudFormation's properties to arguments of Terraform's resources.

A relation is kept only if everything that decides it is tied. An alternative among conditions, or a part of
what is needed, that is not tied is left out, which makes it find less.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from relation_exceptions import LISTS_THAT_GROW, conditions, reason_against
from relation_formulas import FALSE, OF_TWO, OPAQUE, TRUE, Formula, atoms, without
from relation_links import UNWRAPPED, Links
from relation_sources import Found

_TELLING = (*OF_TWO, "keys_out")  # of which one alone is no limit that is found already


def tied(found: list[Found], links: Links) -> tuple[dict[str, list[Any]], Counter[str]]:
    """The relations by Terraform's types, and why how many others are not among them."""
    table: dict[str, list[Any]] = {}
    lost: Counter[str] = Counter()
    for one in found:
        if not links.types.get(one.home):
            lost["Terraform has no such resource, or none that is certain"] += 1
            continue
        reasons = []
        for type_name, block in links.types[one.home]:
            record, reason = _record(one, type_name, block, links)
            if record is None:
                reasons.append(reason)
            elif record not in table.setdefault(type_name, []):
                table[type_name].append(record)
        if len(reasons) == len(links.types[one.home]):
            lost[reasons[0]] += 1
    return {name: records for name, records in table.items() if records}, lost


def _record(one: Found, type_name: str, block: Any, links: Links) -> tuple[Any, str]:
    known = links.of(type_name, block, one.home)
    if one.things:
        known = _of_things(one, known, links)
    is_top = one.at in ((), UNWRAPPED.get(one.home))
    at = "" if is_top else known.get(".".join(one.at))
    if at is not None and at and not _is_block(block, at):
        at = at.rpartition(".")[0]
    if at is None:
        return None, "the nested object is not tied"
    if one.source in LISTS_THAT_GROW:
        return None, LISTS_THAT_GROW[one.source]
    tie = Tie(known, at)
    required = _required(block, at)
    when = [without(tie.stronger(part), required) for part in one.relation.when]
    need = without(tie.weaker(one.relation.need), required)
    if need == TRUE or FALSE in when:
        return None, tie.reason
    told = [atom for part in (*when, need) for atom in atoms(part)]
    if len({atom[1] for atom in told}) < 2 and not any(atom[0] in _TELLING for atom in told):
        return None, "a limit of one argument alone, which is found already"
    when += conditions(type_name, one.source)
    record = {"at": at, "when": [part for part in when if part != TRUE], "need": need, "by": one.source}
    reason = reason_against(type_name, record) or _never(block, at, need)
    return (None, reason) if reason else (record, "")


def _of_things(one: Found, own: dict[str, str], links: Links) -> dict[str, str]:
    """The arguments that a relation between resources is about. Those of another resource are behind the one
    that refers to it, ``event_source_arn>aws_sqs_queue>fifo_queue``; a default is behind ``=``."""
    known: dict[str, str] = {}
    for name, thing in one.things:
        steps = [step for step in thing.reference.split("/") if step not in ("", "*")]
        referring = next((own[path] for path in _owners(steps) if path in own), "")
        others = links.types.get(thing.home, [])
        if thing.reference and (not referring or len(others) != 1):
            continue
        before = f"{referring}>{others[0][0]}>" if thing.reference else ""
        theirs = links.of(*others[0], thing.home) if thing.reference else own
        for wanted, (path, default) in thing.properties.items():
            argument = theirs.get(path.strip("/").replace("/", "."))
            if argument is not None:
                behind = "" if default is None else f"={str(default).lower()}"
                known[f"{name}.{wanted}"] = f"{before}{argument}{behind}"
    return known


def _owners(steps: list[str]) -> list[str]:
    return [".".join(steps[:count]) for count in range(len(steps), 0, -1)]


def _never(block: Any, at: str, need: Formula) -> str:
    """Why what is needed can never be known to be missing, or may be missing rightly."""
    for step in at.split(".") if at else ():
        block = block["b"][step][3]
    alternatives = need[1:] if need[0] == "any" else [need]
    for verb, path, *_ in (one for part in alternatives for one in atoms(part)):
        if ">" in path or "=" in path:
            continue
        flags = _flags(block, path)
        if verb == "set" and "c" in flags:
            return "the provider may compute what is missing"
        if verb in ("set", "unset") and "r" in flags:
            return "the provider's schema requires it"
    return ""


def _required(block: Any, at: str) -> set[str]:
    """The arguments that a block always has."""
    for step in at.split(".") if at else ():
        block = block["b"][step][3]
    return {name for name, attribute in block.get("a", {}).items() if "r" in attribute[1]} | {
        name for name, nested in block.get("b", {}).items() if nested[1]
    }


def _is_block(block: Any, path: str) -> bool:
    for step in path.split("."):
        if step not in block.get("b", {}):
            return False
        block = block["b"][step][3]
    return True


def _flags(block: Any, path: str) -> str:
    *steps, name = path.split(".")
    for step in steps:
        block = block["b"][step][3]
    if name in block.get("b", {}):
        return "r" if block["b"][name][1] else "o"
    return str(block["a"][name][1])


class Tie:
    """Writes formulas on properties as ones on arguments of a block."""

    def __init__(self, known: dict[str, str], at: str) -> None:
        self.known = known
        self.before = f"{at}." if at else ""
        self.reason = "the provider's schema requires it"  # where everything is tied

    def stronger(self, one: Formula) -> Formula:
        """A formula that implies another; an alternative that is not tied is left out."""
        return self._tied(one, "any", FALSE)

    def weaker(self, one: Formula) -> Formula:
        """A formula that another implies; a part that is not tied is left out."""
        return self._tied(one, "all", TRUE)

    def _tied(self, one: Formula, leaves_out: str, unknown: Formula) -> Formula:
        verb, *rest = one
        if verb in ("all", "any"):
            parts = [self._tied(part, leaves_out, unknown) for part in rest]
            neutral, decisive = (TRUE, FALSE) if verb == "all" else (FALSE, TRUE)
            if decisive in parts:
                return decisive
            kept = [part for part in parts if part != neutral]
            return kept[0] if len(kept) == 1 else [verb, *kept]
        if verb == OPAQUE:
            self.reason = f"cannot be said as a relation: {rest[0]}"
            return unknown
        paths = rest[:2] if verb in OF_TWO else rest[:1]
        arguments = [self.known.get(path, "") for path in paths]
        if not all(one and one.startswith(self.before) for one in arguments):
            self.reason = "a property is not tied to an argument"
            return unknown
        return [verb, *(one.removeprefix(self.before) for one in arguments), *rest[len(paths) :]]
