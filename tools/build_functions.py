"""Writes the signatures of Terraform's functions from what the program itself says of them.

python tools/build_functions.py

It runs `terraform metadata functions -json`; names, parameters and types are kept, no texts.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src/tffix/terraform/inference/signatures.json"


def main() -> None:
    """Writes the table."""
    version = json.loads(_output("version", "-json"))["terraform_version"]
    known = json.loads(_output("metadata", "functions", "-json"))["function_signatures"]
    functions = {name: _signature(one) for name, one in sorted(known.items()) if "::" not in name}
    lines = [f"    {json.dumps(name)}: {json.dumps(one)}" for name, one in functions.items()]
    text = '{\n  "source": %s,\n  "functions": {\n%s\n  }\n}\n'
    TARGET.write_text(text % (json.dumps(f"terraform {version}"), ",\n".join(lines)))


def _output(*arguments: str) -> str:
    return subprocess.run(["terraform", *arguments], check=True, capture_output=True, text=True).stdout


def _signature(told: dict[str, Any]) -> dict[str, object]:
    variadic = told.get("variadic_parameter")
    return {
        "returns": told["return_type"],
        "parameters": [_parameter(one) for one in told.get("parameters", [])],
        "more": _parameter(variadic) if variadic else None,
    }


def _parameter(told: dict[str, Any]) -> list[object]:
    return [told["name"], told["type"], bool(told.get("is_nullable"))]


if __name__ == "__main__":
    main()
