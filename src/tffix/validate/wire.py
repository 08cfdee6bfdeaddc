"""The two encodings of Terraform's plugin protocol: protobuf fields out and in, msgpack values in.

Only what a schema server needs: varint and length-delimited protobuf fields, and a reader for the
msgpack that carries configuration values. Field numbers live in `messages`, meanings in `checks`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


class WireError(ValueError):
    """Bytes that are not the encoding they should be."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that Terraform does not know yet (any msgpack extension stands for one)."""


UNKNOWN: Final = Unknown()

# --- protobuf -----------------------------------------------------------------------------------


def varint(number: int) -> bytes:
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

# First byte -> struct format of the number that follows.
_NUMBERS: Final = {
    0xCA: ">f", 0xCB: ">d", 0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q",
    0xD0: ">b", 0xD1: ">h", 0xD2: ">i", 0xD3: ">q",
}  # fmt: skip
# First byte -> (what follows, struct format of its length).
_SIZED: Final = {
    0xC4: ("bin", ">B"), 0xC5: ("bin", ">H"), 0xC6: ("bin", ">I"),
    0xC7: ("ext", ">B"), 0xC8: ("ext", ">H"), 0xC9: ("ext", ">I"),
    0xD9: ("str", ">B"), 0xDA: ("str", ">H"), 0xDB: ("str", ">I"),
    0xDC: ("array", ">H"), 0xDD: ("array", ">I"),
    0xDE: ("map", ">H"), 0xDF: ("map", ">I"),
}  # fmt: skip


def unpack(data: bytes) -> object:
    """The value of one msgpack document: None, bool, int, float, str, bytes, list, dict or UNKNOWN."""
    try:
        value, end = _unpack(data, 0)
    except (IndexError, struct.error, UnicodeDecodeError) as error:
        raise WireError(f"not msgpack: {error}") from error
    if end > len(data):
        raise WireError("not msgpack: it is cut off")
    return value


def _unpack(data: bytes, at: int) -> tuple[object, int]:
    first = data[at]
    at += 1
    if first < 0x80:
        return first, at
    if first >= 0xE0:
        return first - 0x100, at
    if first < 0x90:
        return _items("map", first & 0x0F, data, at)
    if first < 0xA0:
        return _items("array", first & 0x0F, data, at)
    if first < 0xC0:
        return _items("str", first & 0x1F, data, at)
    if first in (0xC0, 0xC2, 0xC3):
        return {0xC0: None, 0xC2: False, 0xC3: True}[first], at
    if first in _NUMBERS:
        form = _NUMBERS[first]
        return struct.unpack_from(form, data, at)[0], at + struct.calcsize(form)
    if 0xD4 <= first <= 0xD8:
        return UNKNOWN, at + 1 + (1 << (first - 0xD4))
    if first not in _SIZED:
        raise WireError(f"not msgpack: first byte {first:#x}")
    kind, form = _SIZED[first]
    return _items(kind, struct.unpack_from(form, data, at)[0], data, at + struct.calcsize(form))


def _items(kind: str, size: int, data: bytes, at: int) -> tuple[object, int]:
    if kind == "str":
        return data[at : at + size].decode(), at + size
    if kind == "bin":
        return data[at : at + size], at + size
    if kind == "ext":
        return UNKNOWN, at + 1 + size
    if kind == "array":
        values: list[object] = []
        for _ in range(size):
            value, at = _unpack(data, at)
            values.append(value)
        return values, at
    pairs: dict[object, object] = {}
    for _ in range(size):
        key, at = _unpack(data, at)
        pairs[key if isinstance(key, str) else repr(key)], at = _unpack(data, at)
    return pairs, at
