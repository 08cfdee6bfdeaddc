"""How OpenTofu is run: by a program that writes down what it is asked, and has Terraform answer.

There is no package with OpenTofu; what it does otherwise than Terraform is not shown here.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tffix.plan import Plan, Planner, Tree

from .conftest import needs_terraform

pytestmark = needs_terraform


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    return tmp_path / "calls"


@pytest.fixture
def tofu(tmp_path: Path, calls: Path) -> Path:
    """A program of OpenTofu's name; it takes the files that OpenTofu reads for Terraform's."""
    program = tmp_path / "tofu"
    program.write_text(
        "#!/bin/sh\n"
        f'printf "%s|%s\\n" "$*" "$TF_REATTACH_PROVIDERS" >> {calls}\n'
        'for file in *.tofu; do [ -e "$file" ] && mv "$file" "${file%.tofu}_of_tofu.tf"; done\n'
        f'exec {shutil.which("terraform")} "$@"\n'
    )
    program.chmod(0o755)
    return program


def test_opentofu_is_asked_as_terraform_is(tofu: Path, calls: Path, write: Callable[..., Path]) -> None:
    files = {
        "main.tf": 'resource "aws_sqs_queue" "a" {\n  name = "a"\n}\n',
        "more.tofu": 'resource "aws_sqs_queue" "b" {\n  name = "b"\n}\n',
    }
    module = write(files)
    with Planner(terraform=str(tofu)) as planner:
        assert planner.is_tofu
        with planner.deployed(Tree(module)) as deployment:
            changed = {module / "more.tofu": files["more.tofu"].replace('"b"\n', '"c"\n').encode()}
            plan: Plan = deployment.plan(Tree(module, changed))
    assert [str(one) for one in plan.actions] == ["replace aws_sqs_queue.b (name)"]
    commands = [line.partition("|") for line in calls.read_text().splitlines()]
    asked = [command.split()[0] for command, _, _ in commands]
    assert asked == ["version", "apply", "plan", "show"]
    apply = commands[1][0].split()
    assert {"-json", "-input=false", "-lock=false", "-auto-approve"} <= set(apply)
    for command, _, reattach in commands[1:]:
        assert "init" not in command
        # OpenTofu looks for its providers at another host.
        assert "registry.opentofu.org/hashicorp/aws" in json.loads(reattach)


def test_files_of_opentofu_are_nothing_to_terraform(planner: Planner, write: Callable[..., Path]) -> None:
    module = write({"main.tf": 'output "o" {\n  value = 1\n}\n', "more.tofu": "is not read"})
    assert not planner.is_tofu
    assert planner.plan(Tree(module)).is_empty


def test_opentofu_is_found_where_there_is_no_terraform(tofu: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tofu.parent}:/usr/bin:/bin")
    if shutil.which("terraform"):
        pytest.skip("terraform is among the programs of the system")
    with Planner() as planner:
        assert planner.is_tofu
