"""The two encodings of Terraform's plugin protocol: protobuf fields out and in, msgpack values in.

Of protobuf only what a schema server needs, varint and length-delimited fields: the official package wants
code that its compiler generates from Terraform's own protocol file. Field numbers live in `messages`,
meanings in `checks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final


class WireError(ValueError):
    """Bytes that are not the encoding they should be."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that Terraform does not know yet (any msgpack extension stands for one)."""


UNKNOWN: Final = Unknown()

# --- protobuf -----------------------------------------------------------------------------------


def varint(number: int) -> bytes:
    """A number as protobuf has it; of a negative one, its 64 bits."""
    out = bytearray()
    number &= (1 << 64) - 1
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def number_field(field: int, value: int) -> bytes:
    """An integer, enum or bool field; zero is the default and takes no bytes."""
    return varint(field << 3) + varint(value) if value else b""


def bytes_field(field: int, value: bytes) -> bytes:
    """A submessage; unlike a string, an empty one is still there."""
    return varint(field << 3 | 2) + varint(len(value)) + value


def text_field(field: int, value: str) -> bytes:
    """A string; an empty one is the default and takes no bytes."""
    return bytes_field(field, value.encode()) if value else b""


def _read_varint(data: bytes, at: int) -> tuple[int, int]:
    result = shift = 0
    while True:
        if at >= len(data) or shift > 63:
            raise WireError("a varint that does not end")
        byte = data[at]
        at += 1
        result |= (byte & 0x7F) << shift
        if byte < 0x80:
            return result, at
        shift += 7


def fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The fields of one message in the order they were sent: number and integer or bytes."""
    at = 0
    while at < len(data):
        key, at = _read_varint(data, at)
        kind = key & 7
        if kind == 0:
            number, at = _read_varint(data, at)
            yield key >> 3, number
            continue
        if kind == 2:
            size, at = _read_varint(data, at)
        elif kind in (1, 5):
            size = 8 if kind == 1 else 4
        else:
            raise WireError(f"protobuf wire type {kind}")
        if at + size > len(data):
            raise WireError("a field that is cut off")
        yield key >> 3, data[at : at + size]
        at += size


def field(data: bytes, number: int) -> bytes:
    """The last length-delimited field of that number, or nothing."""
    found = b""
    for name, value in fields(data):
        if name == number and isinstance(value, bytes):
            found = value
    return found


# --- msgpack ------------------------------------------------------------------------------------


def unpack(data: bytes) -> object:
    """The value of one msgpack document: None, bool, int, float, str, bytes, list, dict or UNKNOWN."""
    msgpack: Any = import_module("msgpack")  # without types of its own
    try:
        value: object = msgpack.unpackb(data, strict_map_key=False, ext_hook=lambda _kind, _data: UNKNOWN)
        return value
    except (ValueError, msgpack.UnpackException) as error:
        raise WireError(f"not msgpack: {error}") from error


def pack(value: object) -> bytes:
    """The msgpack document of a value as `unpack` gives it."""
    msgpack: Any = import_module("msgpack")

    def unknown(value: object) -> object:
        if isinstance(value, Unknown):
            return msgpack.ExtType(0, b"\0")
        raise TypeError(f"no value of Terraform's: {type(value).__name__}")

    packed: bytes = msgpack.packb(value, default=unknown)
    return packed
