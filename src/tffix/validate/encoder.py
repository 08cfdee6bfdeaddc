"""Encodes schemas of a source for the wire, once each: one for all the validations of a session."""

from __future__ import annotations

from functools import cache
from threading import Lock

from tffix.validate import messages
from tffix.validate.schemas import Schema, SchemaSource
from tffix.validate.wire import bytes_field


class Encoder:
    """A schema source with a memory, which asks it for one thing at a time."""

    def __init__(self, source: SchemaSource) -> None:
        self._source = source
        self._entries: dict[tuple[str, str, str, str], bytes] = {}
        self._names: dict[tuple[str, str, str], frozenset[str] | None] = {}
        self._lock = Lock()

    def versions(self, provider: str) -> tuple[str, ...]:
        """The versions whose schemas are at hand: see SchemaSource."""
        with self._lock:
            return tuple(self._source.versions(provider))

    def names(self, provider: str, version: str, kind: str) -> frozenset[str] | None:
        """All types of a kind; None: nobody knows. See SchemaSource."""
        key = (provider, version, kind)
        with self._lock:
            if key not in self._names:
                names = self._source.names(provider, version, kind)
                self._names[key] = None if names is None else frozenset(names)
            return self._names[key]

    def schema(self, provider: str, version: str, kind: str, name: str = "") -> Schema | None:
        """The schema of a type, None for one that is not known. See SchemaSource."""
        with self._lock:
            return self._source.schema(provider, version, kind, name)

    def entry(self, provider: str, version: str, kind: str, name: str, schema: Schema) -> bytes:
        """A schema as this source has it, encoded."""
        key = (provider, version, kind, name)
        if key not in self._entries:
            self._entries[key] = encode(kind, name, schema)
        return self._entries[key]


def encode(kind: str, name: str, schema: Schema) -> bytes:
    """A type's schema as an entry of the answer to GetProviderSchema."""
    if kind == "function":
        return messages.entry(messages.FUNCTIONS, name, messages.function(schema))
    content = messages.schema(schema)
    # An action's schema is wrapped in a message of its own.
    content = bytes_field(1, content) if kind == "action" else content
    return messages.entry(messages.KINDS[kind], name, content)


@cache
def encode_empty(kind: str, name: str) -> bytes:
    """The entry of a type of which only the name is to be known."""
    return encode(kind, name, {})
