"""The checks that Terraform leaves to providers, as far as a schema says what they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tffix.validate import messages
from tffix.validate.schemas import Schema

READ_ONLY: Final = "Value for a read-only argument"

Path = tuple[str | int, ...]


def check_values(schema: Schema, values: object) -> list[bytes]:
    """Encoded errors for what is set although only the provider sets it."""
    return [
        messages.diagnostic(
            READ_ONLY,
            f'"{name}" is known only after the provider made this object, so a configuration cannot set it.',
            path,
        )
        for name, path in _read_only(schema.get("block", {}), values, ())
    ]


def _read_only(block: dict[str, Any], values: object, path: Path) -> Iterator[tuple[str, Path]]:
    if not isinstance(values, dict):
        return
    for name, spec in block.get("attributes", {}).items():
        value = values.get(name)
        if value is None:
            continue
        if spec.get("computed") and not spec.get("optional") and not spec.get("required"):
            yield name, (*path, name)
        elif nested := spec.get("nested_type"):
            # Terraform can show the place of an attribute, but not that of a member of its value.
            for inner, _ in _elements(nested["nesting_mode"], value, ()):
                for member, _ in _read_only(nested, inner, ()):
                    yield f"{name}.{member}", (*path, name)
    for name, spec in block.get("block_types", {}).items():
        for inner, place in _elements(spec["nesting_mode"], values.get(name), (*path, name)):
            yield from _read_only(spec.get("block", {}), inner, place)


def _elements(mode: str, value: object, path: Path) -> Iterator[tuple[object, Path]]:
    """The objects in a nested value; those of sets and maps share the path of the whole."""
    if mode in ("single", "group"):
        yield value, path
    elif mode == "list" and isinstance(value, list):
        yield from ((item, (*path, index)) for index, item in enumerate(value))
    elif mode == "set" and isinstance(value, list):
        yield from ((item, path) for item in value)
    elif mode == "map" and isinstance(value, dict):
        yield from ((item, path) for item in value.values())
