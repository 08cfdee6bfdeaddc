"""The messages of Terraform's plugin protocol 6 that planning and applying need, beside those of validating.

Requests become small values; answers are built from the protocol's field numbers. Objects are what
`validate.wire` makes of msgpack.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tffix.json_data import read_json
from tffix.validate.messages import attribute_path
from tffix.validate.wire import bytes_field, field, fields, number_field, pack, text_field, unpack

Object = dict[str, Any]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """PlanResourceChange: an object as it is, as it should become, and as the configuration has it."""

    type: str
    prior: Object | None
    proposed: Object | None
    config: Object | None
    private: bytes


def value(data: bytes) -> Any:
    """A DynamicValue: msgpack, or JSON where Terraform has its state to give."""
    packed, text = field(data, 1), field(data, 2)
    if packed:
        return unpack(packed)
    return read_json(text) if text else None


def encoded(given: object) -> bytes:
    return bytes_field(1, pack(given))


def planned_change(request: bytes) -> Change:
    return Change(
        field(request, 1).decode(),
        value(field(request, 2)),
        value(field(request, 3)),
        value(field(request, 4)),
        field(request, 5),
    )


def plan_response(planned: Object | None, replace: Iterable[Path], private: bytes) -> bytes:
    """5 is `legacy_type_system`: Terraform is then lenient with what differs from the configuration."""
    paths = b"".join(bytes_field(2, attribute_path(path)) for path in replace)
    return bytes_field(1, encoded(planned)) + paths + bytes_field(3, private) + number_field(5, 1)


def apply_request(request: bytes) -> tuple[str, Object | None, bytes]:
    """The type, the planned object and what the plan keeps for itself."""
    return field(request, 1).decode(), value(field(request, 3)), field(request, 5)


def apply_response(new: Object | None, private: bytes) -> bytes:
    return bytes_field(1, encoded(new)) + bytes_field(2, private) + number_field(4, 1)


def read_request(request: bytes) -> tuple[bytes, bytes]:
    """The current object as it came, and what the plan keeps for itself."""
    return field(request, 2), field(request, 3)


def read_response(state: bytes, private: bytes) -> bytes:
    return bytes_field(1, state) + bytes_field(3, private)


def type_and_config(request: bytes) -> tuple[str, Object]:
    """ReadDataSource and OpenEphemeralResource."""
    return field(request, 1).decode(), value(field(request, 2)) or {}


def data_response(state: Object) -> bytes:
    return bytes_field(1, encoded(state))


def ephemeral_response(result: Object) -> bytes:
    return bytes_field(3, encoded(result))


def stored_state(request: bytes) -> tuple[str, Object]:
    """UpgradeResourceState: the type, and the object as the state file has it."""
    return field(request, 1).decode(), _stored(field(request, 3))


def state_response(state: Object) -> bytes:
    """An object in the form that the state file has."""
    return bytes_field(1, _in_json(state))


def moved_state(request: bytes) -> tuple[str, str, Object]:
    """MoveResourceState: the old type, the new one, and the object as the state file has it."""
    return field(request, 2).decode(), field(request, 5).decode(), _stored(field(request, 4))


def _stored(raw: bytes) -> Object:
    found = read_json(field(raw, 1) or b"{}")
    return found if isinstance(found, dict) else {}


def _in_json(state: Object) -> bytes:
    return bytes_field(2, json.dumps(state).encode())


def import_request(request: bytes) -> tuple[str, str]:
    """The type and the id of what is imported."""
    return field(request, 1).decode(), field(request, 2).decode("utf-8", "replace")


def import_response(type_name: str, state: Object, private: bytes) -> bytes:
    imported = text_field(1, type_name) + bytes_field(2, encoded(state)) + bytes_field(3, private)
    return bytes_field(1, imported)


def function_call(request: bytes) -> tuple[str, list[Any]]:
    arguments = [value(data) for number, data in fields(request) if number == 2 and isinstance(data, bytes)]
    return field(request, 1).decode(), arguments


def function_response(result: object) -> bytes:
    return bytes_field(1, encoded(result))
