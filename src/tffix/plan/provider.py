"""A provider that only pretends: it plans, applies and reads objects without anything being made.

What it knows are the schemas of the types in use; what only the real provider could know is made up.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from threading import Lock
from typing import Any, Final

from tffix.plan import local, objects, protocol
from tffix.plan.data_sources import ANSWERS
from tffix.plan.fitting import fitted
from tffix.plan.guesses import served
from tffix.plan.known_values import follows, kept, known_at_plan
from tffix.plan.memory import Memory, given_in
from tffix.plan.protocol import Object, Path
from tffix.plan.replacing import paths_to_replace
from tffix.plan.setting import Setting
from tffix.plan.shapes import Used, used_like
from tffix.plan.values import Maker, type_of
from tffix.validate.server import Handler, ServedProvider
from tffix.validate.wire import Unknown

_EMPTY: Final = b""

TypeName = tuple[str, str]
"""Kind and name of a type."""


@dataclass(slots=True)
class Imports:
    """What imported objects are, by type and id: what the configuration says of them, which a first run
    learns and the next one answers."""

    known: dict[tuple[str, str], Object] = field(default_factory=dict)
    asked: set[tuple[str, str]] = field(default_factory=set)


@dataclass(slots=True)
class PlanningProvider:
    """Answers what validating asks as `served` does, and the rest of the protocol by itself."""

    served: ServedProvider
    setting: Setting
    imports: Imports
    shapes: Mapping[TypeName, Sequence[Used]]
    """How objects are used, by kind and type."""
    answers: Mapping[str, Object] = field(default_factory=dict)
    """Attributes of data sources by type, beside those of `data_sources`."""
    directory: FilePath = FilePath()
    """What the paths in arguments are relative to."""
    is_eager: bool = False
    """Whether a plan knows already what an apply would make up."""
    _made: Counter[str] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def handlers(self) -> dict[str, Handler]:
        return self.served.handlers() | {
            "ConfigureProvider": lambda _: _EMPTY,
            "PlanResourceChange": self.plan,
            "ApplyResourceChange": self.apply,
            "ReadResource": lambda request: protocol.read_response(*protocol.read_request(request)),
            "UpgradeResourceState": self.upgrade,
            "ImportResourceState": self.import_,
            "MoveResourceState": self.move,
            "ReadDataSource": self.read_data,
            "OpenEphemeralResource": self.open_ephemeral,
            "RenewEphemeralResource": lambda _: _EMPTY,
            "CloseEphemeralResource": lambda _: _EMPTY,
            "UpgradeResourceIdentity": lambda _: _EMPTY,
            "PlanAction": lambda _: _EMPTY,
            "CallFunction": self.call,
        }

    def plan(self, request: bytes) -> bytes:
        change = protocol.planned_change(request)
        block = self._block("resource", change.type)
        if change.proposed is None:
            return protocol.plan_response(None, (), change.private)
        memory = Memory.read(change.private)
        given = given_in(change.config)
        planned = kept(change.type, change.prior, objects.planned(block, change.prior, change.proposed))
        if self.served.schemas.get(("resource", change.type), {}).get("invented"):
            # Any argument of an unknown type may be one that the provider sets: not one that was given.
            planned |= dict.fromkeys(memory.given - given & planned.keys())
        if change.prior is None:
            planned = known_at_plan(change.type, planned)
        if self.is_eager:
            fill = self._fill("resource", change.type, planned)
            planned = objects.filled(block, self._follows(change.type, planned), fill)
        replace: Set[Path] = frozenset()
        if change.prior is not None:
            replace = paths_to_replace(change.type, block, change.prior, planned)
        if memory.imported is not None:
            self._learn(block, memory.imported, planned)
        return protocol.plan_response(planned, replace, Memory(given).private)

    def apply(self, request: bytes) -> bytes:
        type_name, planned, private = protocol.apply_request(request)
        if planned is None:
            return protocol.apply_response(None, private)
        number = self._number(type_name, planned)
        fill = self._fill("resource", type_name, planned, number)
        known = self._follows(type_name, planned, number)
        new = objects.filled(self._block("resource", type_name), known, fill)
        return protocol.apply_response(new, private)

    def upgrade(self, request: bytes) -> bytes:
        type_name, stored = protocol.stored_state(request)
        return protocol.state_response(fitted(self._block("resource", type_name), stored))

    def move(self, request: bytes) -> bytes:
        _, target, stored = protocol.moved_state(request)
        block = self._block("resource", target)
        moved = fitted(block, stored)
        new = objects.filled(block, moved, self._fill("resource", target, moved), computed=True)
        return protocol.data_response(new)

    def import_(self, request: bytes) -> bytes:
        """A first run gets little more than the id, and its plan then says what the object should be."""
        type_name, identifier = protocol.import_request(request)
        key = (type_name, identifier)
        with self._lock:
            self.imports.asked.add(key)
            known = self.imports.known.get(key)
        private = Memory(imported=key).private
        if known is None:
            block = self._block("resource", type_name)
            known = fitted(block, {"id": identifier})
        return protocol.import_response(type_name, known, private)

    def read_data(self, request: bytes) -> bytes:
        type_name, config = protocol.type_and_config(request)
        return protocol.data_response(self._read("data", type_name, config))

    def open_ephemeral(self, request: bytes) -> bytes:
        type_name, config = protocol.type_and_config(request)
        return protocol.ephemeral_response(self._read("ephemeral", type_name, config))

    def call(self, request: bytes) -> bytes:
        """What a function of the provider gives: a text that depends on what it is given."""
        name, arguments = protocol.function_call(request)
        text = Maker(f"function_{name}", {"arguments": arguments}, self.setting).text(("result",))
        return protocol.function_response([json.dumps(type_of(text)).encode(), text])

    def _read(self, kind: str, type_name: str, config: Object) -> Object:
        block = self._block(kind, type_name)
        answer = ANSWERS.get(type_name)
        found = {**self.answers.get(type_name, {}), **self._computed(kind, type_name, config)}
        found |= answer(config, self.setting) if answer else {}
        attributes = block.get("attributes", {})
        known = config | {
            name: value
            for name, value in found.items()
            if name in attributes and (config.get(name) is None or attributes[name].get("computed"))
        }
        fill = self._fill(kind, type_name, config)
        shape = used_like(config, self.shapes.get((kind, type_name), ()))
        # Where nothing is asked for, many say what they have found all the same: `project` and its like.
        said = {
            name: fill(spec["type"], (name,))
            for name in shape.members
            if known.get(name) is None and (spec := attributes.get(name)) and "type" in spec
        }
        return objects.filled(block, known | said, fill, computed=True)

    def _follows(self, type_name: str, planned: Object, number: int = 0) -> Object:
        """The planned object with unknown attributes that follow from its arguments."""
        computed = self._computed("resource", type_name, planned, number)
        unknown = {name: value for name, value in computed.items() if isinstance(planned.get(name), Unknown)}
        return follows(type_name, planned) | unknown

    def _computed(self, kind: str, type_name: str, config: Object, number: int = 0) -> Object:
        """What a provider works out by itself, as far as the type has such attributes."""
        answer = local.ANSWERS.get(type_name)
        if answer is None:
            return {}
        attributes = self._block(kind, type_name).get("attributes", {})
        maker = Maker(type_name, config, self.setting, number)
        found = answer(local.Asked(config, maker, self.directory))
        return {
            name: value
            for name, value in found.items()
            if attributes.get(name, {}).get("type", "dynamic") != "dynamic"
        }

    def _fill(self, kind: str, type_name: str, config: Object, number: int = 0) -> objects.Fill:
        maker = Maker(type_name, config, self.setting, number)
        shape = used_like(config, self.shapes.get((kind, type_name), ()))
        return lambda type_, path: served(type_, shape, maker, path)

    def _block(self, kind: str, type_name: str) -> dict[str, Any]:
        block: dict[str, Any] = self.served.schemas.get((kind, type_name), {}).get("block", {})
        return block

    def _number(self, type_name: str, planned: Object) -> int:
        """How many objects of the same type and configuration were made before."""
        key = Maker(type_name, planned, self.setting).digest(())
        with self._lock:
            self._made[key] += 1
            return self._made[key] - 1

    def _learn(self, block: dict[str, Any], imported: tuple[str, str], planned: Object) -> None:
        """Keeps what an imported object is: what is planned for it, made up where it is not known."""
        type_name, identifier = imported
        known = {name: value for name, value in planned.items() if not isinstance(value, Unknown)}
        if known.get("id") is None and "id" in block.get("attributes", {}):
            known["id"] = identifier
        fill = self._fill("resource", type_name, known)
        with self._lock:
            if (type_name, identifier) not in self.imports.known:
                new = objects.filled(block, {**planned, **known}, fill, computed=True)
                self.imports.known[type_name, identifier] = new
