"""What is taken out of the copy before Terraform gets it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tffix.plan import NotPlanned
from tffix.plan.disarming import disarm
from tffix.validate.configuration import load_configuration


def disarmed(module: Path, is_tofu: bool = False) -> dict[str, str]:
    project = load_configuration(module, is_tofu)
    disarm(project, is_tofu)
    return {file.path.name: file.text for file in project.modules[module].files}


def test_nothing_moves_in_hcl(write: Callable[..., Path]) -> None:
    text = (
        'terraform {\n  backend "s3" {\n    bucket = "b"\n  }\n}\n'
        'resource "a_b" "c" {\n  provisioner "local-exec" {\n    command = "x"\n  }\n  d = 1\n}\n'
        'removed {\n  from = a_b.d\n  provisioner "local-exec" {\n    command = "x"\n  }\n}\n'
        'data "terraform_remote_state" "s" {\n  provider = terraform.x\n}\n'
        'output "o" {\n  value = data.terraform_remote_state.s.outputs\n}\n'
    )
    found = disarmed(write(text))["main.tf"]
    assert [len(line) for line in found.splitlines()] == [len(line) for line in text.splitlines()]
    for word in ("backend", "provisioner", "command", "terraform_remote_state", "provider ="):
        assert word not in found
    assert "data.tffixplan_remote_state.s.outputs" in found


def test_json_in_every_form_that_it_has(write: Callable[..., Path]) -> None:
    acting = {"provisioner": {"local-exec": {"command": "x"}}, "connection": {}, "d": 1}
    content = [
        {"terraform": [{"backend": {"s3": {}}, "cloud": {}}]},
        {"resource": [{"a_b": [{"c": [acting]}]}, {"a_b": {"d": acting}}]},
        {"removed": {"from": "a_b.x", "provisioner": {"local-exec": {}}}},
        {"data": {"terraform_remote_state": {"s": {"backend": "s3", "provider": "x"}}}},
    ]
    found = disarmed(write({"main.tf.json": json.dumps(content)}))["main.tf.json"]
    assert json.loads(found) == [
        {"terraform": [{}]},
        {"resource": [{"a_b": [{"c": [{"d": 1}]}]}, {"a_b": {"d": {"d": 1}}}]},
        {"removed": {"from": "a_b.x"}},
        {"data": {"tffixplan_remote_state": {"s": {"backend": "s3"}}}},
    ]


def test_what_cannot_be_read_is_refused(write: Callable[..., Path]) -> None:
    with pytest.raises(NotPlanned, match=r"main\.tf cannot be read"):
        disarmed(write('a = "${'))


def test_opentofu_asks_nobody_for_keys(write: Callable[..., Path]) -> None:
    text = (
        'terraform {\n  encryption {\n    key_provider "aws_kms" "k" {\n      region = "r"\n    }\n  }\n}\n'
    )
    content = json.dumps({"terraform": {"encryption": {"key_provider": {"aws_kms": {"k": {}}}}}})
    module = write({"main.tf": text, "more.tf.json": content})
    assert disarmed(module)["main.tf"] == text
    assert "encryption" not in "".join(disarmed(module, is_tofu=True).values())
