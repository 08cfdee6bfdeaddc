"""`terraform console` over many expressions in one call, as the judge of what they evaluate to."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

needs_terraform = pytest.mark.skipif(not shutil.which("terraform"), reason="terraform is not installed")


class Failure:
    """Terraform reports an error, or does not know the value either."""

    def __repr__(self) -> str:
        return "FAILURE"


FAILURE = Failure()


def terraform_values(expressions: Sequence[str], configuration: str = "") -> list[Any]:
    """The value of every expression as JSON has it, or FAILURE."""
    names = [f"oracle{number}" for number in range(len(expressions))]
    values = "".join(
        f'  {name} = base64encode(try(jsonencode({expression}\n), ""))\n'
        for name, expression in zip(names, expressions, strict=True)
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "main.tf").write_text(f"{configuration}\nlocals {{\n{values}}}\n", encoding="utf-8")
        run = subprocess.run(
            ["terraform", "console", "-no-color"],
            input="[" + ",".join(f"local.{name}" for name in names) + "]\n",
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.stdout.startswith("["), run.stdout + run.stderr
    answers = [line.strip().rstrip(",").strip('"') for line in run.stdout.splitlines()[1:-1]]
    assert len(answers) == len(expressions)
    return [
        FAILURE if not one or one.startswith("(") else json.loads(base64.b64decode(one)) for one in answers
    ]
