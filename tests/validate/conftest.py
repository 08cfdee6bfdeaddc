"""What the tests of validating share: a provider that exists only here, and modules to write."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tffix.validate import Validation, Validator

needs_terraform = pytest.mark.skipif(
    not (shutil.which("terraform") or shutil.which("tofu")) or not importlib.util.find_spec("grpc"),
    reason="terraform or grpcio is not installed",
)

_THING: dict[str, Any] = {
    "attributes": {
        "id": {"type": "string", "computed": True},
        "name": {"type": "string", "required": True},
        "size": {"type": "number", "optional": True},
        "tags": {"type": ["map", "string"], "optional": True},
        "options": {
            "optional": True,
            "nested_type": {
                "nesting_mode": "single",
                "attributes": {
                    "mode": {"type": "string", "optional": True},
                    "arn": {"type": "string", "computed": True},
                },
            },
        },
    },
    "block_types": {
        "disk": {
            "nesting_mode": "list",
            "block": {
                "attributes": {
                    "path": {"type": "string", "required": True},
                    "serial": {"type": "string", "computed": True},
                }
            },
        }
    },
}


class DemoSchemas:
    """`acme/demo` in two versions: `demo_thing`, its data source, and `demo_puzzle` that has no schema."""

    def versions(self, provider: str) -> Sequence[str]:
        return ("1.5.0", "2.1.0") if provider == "acme/demo" else ()

    def names(self, provider: str, version: str, kind: str) -> Collection[str] | None:
        names = {"resource": ("demo_thing", "demo_puzzle"), "data": ("demo_thing",), "function": ("shout",)}
        return names.get(kind, ())

    def schema(self, provider: str, version: str, kind: str, name: str) -> Mapping[str, Any] | None:
        if kind == "provider":
            return {"block": {"attributes": {"region": {"type": "string", "optional": True}}}}
        if kind == "function":
            return {"parameters": [{"name": "text", "type": "string"}], "return_type": "string"}
        return {"block": _THING} if name == "demo_thing" else None


REQUIRED = 'terraform {\n  required_providers {\n    demo = {\n      source = "acme/demo"\n    }\n  }\n}\n'


@pytest.fixture(scope="session")
def validator() -> Iterator[Validator]:
    with Validator(DemoSchemas()) as made:
        yield made


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes files of a module, whose names may lie below it, and gives its directory."""

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "module" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return tmp_path / "module"

    return write


@pytest.fixture
def check(validator: Validator, write: Callable[..., Path]) -> Callable[..., Validation]:
    """Validates a module of `main.tf` as given, with what declares the provider in a file beside it."""

    def check(text: str, **files: str) -> Validation:
        named = {name.replace("__", "/") + ".tf": body for name, body in files.items()}
        return validator.validate(write({"versions.tf": REQUIRED, "main.tf": text} | named))

    return check
