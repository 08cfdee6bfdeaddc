"""Where the new statements of a program go, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...hcl import nodes
from ...hcl.tree import Attribute, Block
from .. import Refused
from .constructs import Construct, Suite
from .draft import Altered, Draft, New
from .placing import Place, before_all, free_name, reaches, statement_in
from .removing import stands_alone


@dataclass(slots=True, eq=False)
class NewStatements:
    """All that is new in a program."""

    draft: Draft
    taken: set[str] = field(default_factory=set)
    new: list[New] = field(default_factory=list)
    locals: dict[str, New] = field(default_factory=dict)
    _known: dict[Block, set[str]] = field(default_factory=dict)  # what blocks refer to

    def make(self, changes: Iterable[Altered]) -> None:
        """Decides on places and names for all new blocks."""
        users = [(one.made, one.new) for one in changes]
        added = self.draft.added
        # What is used by another new block goes before it, so that one must have its place first.
        for key in sorted(added, key=self._users):
            one = self._planned(key, added[key], users)
            self.new.append(one)
            if one.block.type == "locals":
                self.locals |= {a.name: one for a in one.block.body.attributes}

    def _planned(self, key: tuple[str, ...], block: Block, users: list[tuple[Construct, Block]]) -> New:
        source, view = self.draft.source, self.draft.view
        marks = {f"local.{a.name}" for a in block.body.attributes} if block.type == "locals" else {_mark(key)}
        using = [made for made, other in users if marks & self._addresses(other)]
        also = [one for one in self.new if marks & self._addresses(one.block)]
        found = [view.shown[k][0] for k in map(_key_of, sorted(self._addresses(block))) if k in view.shown]
        instead = self._instead(block)
        if instead is not None:
            place, like = Place(instead.suite, instead.statement, True, source), instead
        elif using or also:
            like = using[0] if using else also[0].like
            spots = [(made.suite, made.statement) for made in using]
            place = before_all([*spots, *((one.place.suite, one.place.anchor) for one in also)], source)
        elif found:
            like, place = found[-1], self._after(found, block.type)
        else:
            like = self._neighbour(key)
            place = Place(like.suite, like.statement, False, source)
        if block.type == "resource" and any(one.is_repeated for one in using):
            raise Refused(f"'{using[0].label}' may be made more than once, what is new only once")
        self._check(block, place, like, found)
        return New(key, block, place, like, self._target(block, instead, bool(using or also)), instead)

    def _check(self, block: Block, place: Place, like: Construct, found: list[Construct]) -> None:
        """Raises Refused where a new statement would run too often or too early."""
        source = self.draft.source
        if place.suite.repeats or (like.is_repeated and like.suite is place.suite):
            raise Refused(f"'{like.label}' may be made more than once, what is new only once")
        if block.type != "locals" and not like.is_made_once and like.suite.frame is place.suite.frame:
            raise Refused(f"the id of '{like.label}' is computed, so that it may be made several times")
        for one in found:
            start = source.start(one.statement)
            is_known = reaches(one.suite, 2 * start, place.suite, place.order // 2 + 1)
            if not is_known or 2 * start > place.order:
                raise Refused(f"'{one.label}' is made after what would use it")

    def _target(self, block: Block, instead: Construct | None, is_used: bool) -> str:
        """The variable of a new statement, if it needs one."""
        program = self.draft.program
        is_value = block.type == "locals"
        stem = next(iter(block.body.attributes)).name if is_value else block.labels[-1]
        if instead is not None and (instead.target or "").startswith("self."):
            return f"self.{free_name(stem, program, self.taken, is_attribute=True)}"
        return free_name(stem, program, self.taken) if is_used or is_value else ""

    def _instead(self, block: Block) -> Construct | None:
        """The construct that a plain value takes the place of."""
        gone = self.draft.removed
        if block.type != "locals" or len(gone) != 1:
            return None
        return gone[0] if stands_alone(gone[0]) else None

    def replaces(self, made: Construct) -> bool:
        """Whether a new statement takes the place of a construct."""
        return any(one.instead is made for one in self.new)

    def _after(self, found: list[Construct], type_: str) -> Place:
        """The place behind all that a new statement uses; an output's behind other outputs."""
        source, program = self.draft.source, self.draft.program
        last = max(found, key=lambda one: source.start(one.statement))
        if any(one.suite.repeats or one.is_repeated for one in found):
            raise Refused(f"'{last.label}' may be made more than once")
        suite = last.suite
        beside = [one for one in program.constructs if one.suite is suite]
        if type_ == "output":
            outputs = [one for one in beside if one.kind == "output"]
            last = max(outputs or beside, key=lambda one: source.start(one.statement))
        return Place(suite, statement_in(suite, last.statement, source), False, source)

    def _neighbour(self, key: tuple[str, ...]) -> Construct:
        """The construct shown before a new block, or else the first one."""
        keys = list(self.draft.after)
        above = [one for one in keys[: keys.index(key)] if one in self.draft.view.shown]
        if above:
            return self.draft.view.shown[above[-1]][0]
        raise Refused("there is no place for it in this program")

    def _users(self, key: tuple[str, ...]) -> int:
        """How many new blocks use a new block."""
        mark = _mark(key)
        return sum(mark in self._addresses(one) for other, one in self.draft.added.items() if other != key)

    def _addresses(self, block: Block) -> set[str]:
        """What a block refers to."""
        if block not in self._known:
            attributes = (attribute for body in block.body.walk() for attribute in body.attributes)
            self._known[block] = {address for one in attributes for address in _mentioned(one)}
        return self._known[block]

    # -- names of what is new ----------------------------------------------------------------------------

    def variable(self, key: tuple[str, ...], suite: Suite, start: int) -> str | None:
        """What a new block is called where a statement uses it; None for one that is not new."""
        one = next((one for one in self.new if one.key == key), None)
        if one is None:
            return None
        return self._reached(one, suite, start)

    def local(self, name: str, suite: Suite, start: int) -> str:
        """What a new local value is called where a statement uses it. Raises Refused."""
        if name not in self.locals:
            raise Refused(f"'local.{name}' is not known in this program")
        return self._reached(self.locals[name], suite, start)

    def _reached(self, one: New, suite: Suite, start: int) -> str:
        if reaches(one.place.suite, one.place.order, suite, start):
            return one.target
        own, other = one.place.suite.around("class"), suite.around("class")
        if one.target.startswith("self.") and own is other and own is not None:
            return one.target
        raise Refused(f"'{one.target}' would not be known where it is to be used")


def _mark(key: tuple[str, ...]) -> str:
    return ".".join(key if key[0] == "data" else key[1:])


def _key_of(address: str) -> tuple[str, ...]:
    parts = tuple(address.split("."))
    return parts if parts[0] == "data" else ("resource", *parts)


def _mentioned(attribute: Attribute) -> Iterator[str]:
    for node in attribute.expression.find(nodes.Traversal):
        yield ".".join(node.names[: 3 if node.root == "data" else 2])
