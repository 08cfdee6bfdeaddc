"""The messages of Terraform's plugin protocol 6, as far as validating a configuration needs them.

Built from the protocol's field numbers. Schemas come in as the dictionaries of
`terraform providers schema -json` and go out as bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from tffix.validate.wire import bytes_field, field, number_field, text_field, unpack

SERVICE: Final = "tfplugin6.Provider"

# GetProviderSchema.Response: which field holds which kind of type (map<string, Schema> each).
KINDS: Final = {"resource": 2, "data": 3, "ephemeral": 8, "action": 10}
FUNCTIONS: Final = 7

# The protocol's way to say "not known": an extension of type 0, in an otherwise usual msgpack.
UNKNOWN_VALUE: Final = b"\xd4\x00\x00"

_NESTING: Final = {"single": 1, "list": 2, "set": 3, "map": 4, "group": 5}


def _type(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def attribute(name: str, spec: Mapping[str, Any]) -> bytes:
    """A Schema.Attribute. Raises KeyError for one without a type."""
    out = text_field(1, name)
    if nested := spec.get("nested_type"):
        inner = b"".join(bytes_field(1, attribute(n, a)) for n, a in nested.get("attributes", {}).items())
        out += bytes_field(10, inner + number_field(3, _NESTING[nested["nesting_mode"]]))
    else:
        out += bytes_field(2, _type(spec["type"]))
    flags = {4: "required", 5: "optional", 6: "computed", 7: "sensitive", 9: "deprecated", 11: "write_only"}
    return out + b"".join(number_field(number, 1) for number, key in flags.items() if spec.get(key))


def block(spec: Mapping[str, Any]) -> bytes:
    """A Schema.Block with all that is inside."""
    out = [bytes_field(2, attribute(name, a)) for name, a in spec.get("attributes", {}).items()]
    for name, nested in spec.get("block_types", {}).items():
        inner = text_field(1, name) + bytes_field(2, block(nested.get("block", {})))
        inner += number_field(3, _NESTING[nested["nesting_mode"]])
        inner += number_field(4, nested.get("min_items", 0)) + number_field(5, nested.get("max_items", 0))
        out.append(bytes_field(3, inner))
    return b"".join(out) + number_field(6, 1 if spec.get("deprecated") else 0)


def schema(spec: Mapping[str, Any]) -> bytes:
    """A Schema."""
    return number_field(1, spec.get("version", 0)) + bytes_field(2, block(spec.get("block", {})))


def _parameter(spec: Mapping[str, Any]) -> bytes:
    out = text_field(1, spec.get("name", "value")) + bytes_field(2, _type(spec["type"]))
    return out + number_field(3, 1 if spec.get("is_nullable") else 0)


def function(spec: Mapping[str, Any]) -> bytes:
    """A Function."""
    out = b"".join(bytes_field(1, _parameter(parameter)) for parameter in spec.get("parameters", ()))
    if variadic := spec.get("variadic_parameter"):
        out += bytes_field(2, _parameter(variadic))
    return out + bytes_field(3, bytes_field(1, _type(spec["return_type"])))


def entry(number: int, key: str, value: bytes) -> bytes:
    """One entry of a protobuf map field."""
    return bytes_field(number, text_field(1, key) + bytes_field(2, value))


def schema_response(provider: bytes, entries: Iterable[bytes]) -> bytes:
    """The answer to GetProviderSchema: the provider's own schema, and an entry for each type."""
    # Capability 2 says that Terraform may keep this answer instead of asking at every start, 3 that an object
    # can be moved to another type.
    capabilities = bytes_field(6, number_field(2, 1) + number_field(3, 1))
    return bytes_field(1, provider) + b"".join(entries) + capabilities


def diagnostic(summary: str, detail: str, path: Iterable[str | int] = ()) -> bytes:
    """An error at an attribute path; text steps are attribute names, numbers are list positions."""
    place = attribute_path(path)
    return number_field(1, 1) + text_field(2, summary) + text_field(3, detail) + bytes_field(4, place)


def attribute_path(path: Iterable[str | int]) -> bytes:
    """An AttributePath: text steps are attribute names, numbers are list positions."""
    return b"".join(
        bytes_field(1, text_field(1, step) if isinstance(step, str) else _position(step)) for step in path
    )


def _position(index: int) -> bytes:
    # A position of zero must still be sent, as it chooses the member of a "oneof".
    return number_field(3, index) or b"\x18\x00"


def diagnostics_response(number: int, diagnostics: Iterable[bytes]) -> bytes:
    """A response that is nothing but diagnostics, in the field of a number."""
    return b"".join(bytes_field(number, item) for item in diagnostics)


def type_config(request: bytes) -> tuple[str, object]:
    """A Validate…Config request of a resource, data source or ephemeral: its type and its values."""
    return field(request, 1).decode(), unpack(field(field(request, 2), 1))


def provider_config(request: bytes) -> object:
    """The values of a ValidateProviderConfig request."""
    return unpack(field(field(request, 1), 1))


def function_unknown() -> bytes:
    """CallFunction's answer for every function: only the real provider knows the result."""
    return bytes_field(1, bytes_field(1, UNKNOWN_VALUE))
