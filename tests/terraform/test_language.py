"""What is wrong with expressions: what tffix finds, and whether Terraform says the same.

language.txt has an expression a line, after a word: ``error`` where Terraform rejects it and tffix finds
fault, ``right`` where neither does, ``plan`` where tffix finds what Terraform sees only when it knows the
values, ``silent`` where tffix says nothing of what it tells of otherwise: files, dates and YAML.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tffix import inference

from .modules import module

VARIABLES = """
variable "s" { type = string }
variable "n" { type = number }
variable "b" { type = bool }
variable "ls" { type = list(string) }
variable "ms" { type = map(string) }
variable "ss" { type = set(string) }
variable "o" { type = object({ a = string, b = optional(number) }) }
variable "lo" { type = list(object({ a = string, l = list(string) })) }
variable "any" {}
"""
FILE = Path(__file__).with_name("language.txt")
CASES = [tuple(line.split(" ", 1)) for line in FILE.read_text().splitlines() if line]


def _text() -> str:
    lines = "".join(f"  x{number} = {text}\n" for number, (_, text) in enumerate(CASES))
    return f"{VARIABLES}locals {{\n{lines}}}\n"


def test_what_is_wrong_is_found() -> None:
    found = {
        attribute.name for attribute, problem in inference.problems(module(main=_text())) if problem.is_error
    }
    wrong = [
        (verdict, text)
        for number, (verdict, text) in enumerate(CASES)
        if (f"x{number}" in found) != (verdict in ("error", "plan"))
    ]
    assert wrong == []


@pytest.mark.skipif(shutil.which("terraform") is None, reason="terraform is not installed")
def test_terraform_says_the_same(tmp_path: Path) -> None:
    text = _text()
    (tmp_path / "main.tf").write_text(text)
    done = subprocess.run(
        ["terraform", "validate", "-json"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    errors = [one for one in json.loads(done.stdout)["diagnostics"] if one["severity"] == "error"]
    lines = text.splitlines()
    found = {lines[one["range"]["start"]["line"] - 1].split("=")[0].strip() for one in errors}
    wrong = [
        (verdict, text)
        for number, (verdict, text) in enumerate(CASES)
        if (f"x{number}" in found) != (verdict in ("error", "silent"))
    ]
    assert wrong == []
