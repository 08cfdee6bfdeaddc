"""Modules that call each other, and more calls than there can be: every rule comes to an end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BODY = """\
variable "x" {
  type = string
}

resource "aws_iam_role" "r" {
  name               = "name"
  assume_role_policy = "{}"
}

resource "aws_subnet" "s" {
  vpc_id            = var.x
  availability_zone = "eu-west-1a"
}

output "o" {
  value = "${aws_iam_role.r.arn}%s"
}
"""
SHAPES = {
    "two calls a level": {n: [n + 1] * 2 if n < 40 else [] for n in range(41)},
    "two modules a level": {n: [n + 2 - n % 2, n + 3 - n % 2] if n < 78 else [] for n in range(80)},
    "itself": {0: [0]},
    "each other": {0: [1], 1: [0]},
    "in a circle": {n: [(n + 1) % 5] for n in range(5)},
    "a circle below": {0: [1], 1: [2, 3], 2: [1], 3: []},
    "all of all": {n: list(range(20)) for n in range(20)},
    "a long chain": {n: [n + 1] if n < 299 else [] for n in range(300)},
}
ROLES = [{"mode": "managed", "type": "aws_iam_role", "name": "r", "module": "module.a0.module.a1"}]
STATE = {"version": 4, "terraform_version": "1.5.0", "serial": 1, "resources": ROLES}


def call(number: int, target: int) -> str:
    return f'\nmodule "a{number}" {{\n  source = "../m{target}"\n  x      = var.x\n}}\n'


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("is_deployed", [False, True], ids=["new", "deployed"])
def test_rules_come_to_an_end(tmp_path: Path, shape: str, is_deployed: bool) -> None:
    for name, targets in SHAPES[shape].items():
        folder = tmp_path / f"m{name}"
        folder.mkdir()
        passed_on = "".join(f"${{module.a{number}.o}}" for number in range(len(targets)))
        calls = "".join(call(*one) for one in enumerate(targets))
        (folder / "main.tf").write_text(BODY % passed_on + calls)
    if is_deployed:
        (tmp_path / "m0" / "terraform.tfstate").write_text(json.dumps(STATE))
    command = [sys.executable, "-m", "tffix", "diff", "--profile", "all", "--output", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=600)  # not to wait for ever
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["files"] == len(SHAPES[shape])
    assert report["errors"] == report["defects"] == []
