"""Where provider schemas come from: what a source must answer, and one that reads a directory of files."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from threading import RLock
from typing import Any, Final, Protocol

from tffix.facts.addresses import provider_address
from tffix.files import read_file
from tffix.json_data import read_json
from tffix.validate.errors import ValidateError

Schema = Mapping[str, Any]

# Kind -> where `terraform providers schema -json` has it.
SECTIONS: Final = {
    "resource": "resource_schemas",
    "data": "data_source_schemas",
    "ephemeral": "ephemeral_resource_schemas",
    "action": "action_schemas",
    "function": "functions",
}
_NAMED_BY_VERSION: Final = re.compile(r"(?P<name>.+)-v?(?P<version>\d+\.\d+\.\d+[^/]*?)\.json(\.gz)?")
_MOST_BYTES: Final = 1 << 30


def _unpacked(data: bytes) -> bytes:
    """Raises ValueError for more than a schema has."""
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        found = stream.read(_MOST_BYTES + 1)
    if len(found) > _MOST_BYTES:
        raise ValueError("it is too large")
    return found


class SchemaSource(Protocol):
    """Answers what providers look like; asked by one thread at a time. It is given addresses as
    `provider_address` has them."""

    def versions(self, provider: str) -> Sequence[str]:
        """The versions whose schemas are at hand; "" stands for one version that nobody knows."""
        ...

    def names(self, provider: str, version: str, kind: str) -> Collection[str] | None:
        """All types of a kind ("resource", "data", "ephemeral", "action", "function"); None: nobody knows."""
        ...

    def schema(self, provider: str, version: str, kind: str, name: str) -> Schema | None:
        """The schema of a type as in `terraform providers schema -json`; kind "provider" has the name "".

        None for a type that exists and whose schema is not known: everything in it is then accepted. A
        schema with a true "partial" may lack write-only arguments, and may have blocks with a true
        "incomplete", in which everything is accepted.
        """
        ...


class SchemaDirectory:
    """Schemas in `.json` and `.json.gz` files of a directory, or in one such file.

    A file holds either what `terraform providers schema -json` prints or one provider's part of it. The
    version (and for the latter the name) is read from a file name such as `aws-5.100.0.json.gz`. A key
    "missing" may list types without a schema, as "resource.aws_x".
    """

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise ValidateError(f"no provider schemas at {path}")
        self._files: dict[str, dict[str, tuple[Path, str]]] = {}
        self._loaded: dict[Path, dict[str, Any]] = {}
        self._lock = RLock()
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.name.endswith((".json", ".json.gz")):
                self._add(file)

    def _add(self, file: Path) -> None:
        match = _NAMED_BY_VERSION.fullmatch(file.name)
        if match and not (name := match["name"]).startswith("schema"):
            self._files.setdefault(provider_address(name), {})[match["version"]] = (file, "")
            return
        for address in self._load(file).get("provider_schemas", {}):
            version = match["version"] if match else ""
            self._files.setdefault(provider_address(address), {})[version] = (file, address)

    def _load(self, file: Path) -> dict[str, Any]:
        with self._lock:
            if file not in self._loaded:
                raw = read_file(file, _MOST_BYTES)
                try:
                    content = read_json(_unpacked(raw) if file.suffix == ".gz" else raw)
                except (ValueError, OSError, EOFError) as error:
                    raise ValidateError(f"not a file of provider schemas: {file}: {error}") from error
                self._loaded[file] = content if isinstance(content, dict) else {}
            return self._loaded[file]

    def _content(self, provider: str, version: str) -> dict[str, Any]:
        file, address = self._files[provider][version]
        content = self._load(file)
        several = content.get("provider_schemas")
        if several is None:
            return content
        found: dict[str, Any] = several[address or next(iter(several))]
        return found

    def versions(self, provider: str) -> Sequence[str]:
        """See SchemaSource."""
        return tuple(self._files.get(provider, ()))

    def names(self, provider: str, version: str, kind: str) -> Collection[str] | None:
        """See SchemaSource."""
        content = self._content(provider, version)
        if SECTIONS[kind] not in content:
            # Terraform leaves out a section that would be empty; others may not know of it.
            return () if kind in ("resource", "data") else None
        missing = (entry.split(".", 1) for entry in content.get("missing", ()))
        return {*content[SECTIONS[kind]], *(name for where, name in missing if where == kind)}

    def schema(self, provider: str, version: str, kind: str, name: str) -> Schema | None:
        """See SchemaSource."""
        content = self._content(provider, version)
        found: Schema | None = (
            content.get("provider", {}) if kind == "provider" else content.get(SECTIONS[kind], {}).get(name)
        )
        return found
