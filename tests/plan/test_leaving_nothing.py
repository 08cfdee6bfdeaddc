"""A plan runs nothing of a module, asks nothing of the network, and leaves no trace on the machine."""

from __future__ import annotations

import json
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from tffix.plan import NotPlanned, Planner, Tree

from .conftest import needs_terraform

pytestmark = needs_terraform


class Listener:
    """A server on this machine that remembers whether anybody called."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.calls = 0
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.calls += 1
            connection.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.socket.close()


def hostile(trace: Path, port: int) -> dict[str, str]:
    """A module that would run programs, call servers and write files, in every way that there is."""
    touch = f"touch {trace}"
    url = f"http://127.0.0.1:{port}/"
    body = {
        "resource": {
            "terraform_data": {
                "json": {
                    "provisioner": [{"local-exec": {"command": touch}}],
                    "connection": {"host": "127.0.0.1"},
                }
            }
        },
        "terraform": {"backend": {"http": {"address": url}}},
    }
    main = f"""
    terraform {{
      cloud {{
        hostname     = "127.0.0.1:{port}"
        organization = "x"
        workspaces {{
          name = "x"
        }}
      }}
    }}
    resource "terraform_data" "own" {{
      connection {{
        type = "ssh"
        host = "127.0.0.1"
        port = {port}
      }}
      provisioner "local-exec" {{
        command = "{touch}"
      }}
      provisioner "remote-exec" {{
        inline = ["{touch}"]
      }}
      provisioner "file" {{
        content     = "x"
        destination = "{trace}"
      }}
      provisioner "local-exec" {{
        when    = destroy
        command = "{touch}"
      }}
    }}
    resource "null_resource" "other" {{
      provisioner "local-exec" {{
        interpreter = ["/bin/sh", "-c"]
        command     = <<-EOT
          {touch}
        EOT
      }}
    }}
    resource "local_file" "file" {{
      filename = "{trace}"
      content  = "x"
    }}
    data "archive_file" "zip" {{
      type        = "zip"
      source_file = "main.tf"
      output_path = "{trace}"
    }}
    data "external" "program" {{
      program = ["sh", "-c", "{touch}; echo '{{}}'"]
    }}
    data "http" "page" {{
      url = "{url}"
    }}
    data "terraform_remote_state" "http" {{
      backend = "http"
      config = {{
        address = "{url}"
      }}
    }}
    data "terraform_remote_state" "local" {{
      backend = "local"
      config = {{
        path = "secret.tfstate"
      }}
    }}
    output "all" {{
      value = [
        data.external.program.result.answer,
        data.http.page.response_body,
        data.terraform_remote_state.http.outputs.address,
        data.terraform_remote_state.local.outputs.password,
      ]
      sensitive = true
    }}
    module "remote" {{
      source = "{url}module.zip"
    }}
    module "child" {{
      source = "./child"
    }}
    """
    child = 'resource "terraform_data" "c" {\n  provisioner "local-exec" {\n'
    child += f'    command = "{touch}"\n  }}\n}}\n'
    backend = f'terraform {{\n  backend "http" {{\n    address = "{url}"\n  }}\n}}\n'
    state = {"version": 4, "outputs": {"password": {"value": "s3cr3t", "type": "string"}}, "resources": []}
    return {
        "main.tf": main,
        "child/main.tf": child,
        "child/backend.tf": backend,
        "#hidden.tf": child.replace('"c"', '"hidden"'),
        "more.tf.json": json.dumps(body),
        "secret.tfstate": json.dumps(state),
        "terraform.tfstate": json.dumps(state),
    }


def test_a_module_full_of_programs_and_addresses(
    write: Callable[..., Path], tmp_path: Path, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    trace, temporary = tmp_path / "trace", tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAXXXXXXXXXXXXXXXX")
    monkeypatch.setenv("TF_CLI_ARGS", "-destroy")
    files = {name: text for name, text in hostile(trace, listener.port).items() if "backend.tf" not in name}
    module = write(files)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with Planner() as planner:
        plan = planner.compare(Tree(module), Tree(module))
        emptied = planner.compare(Tree(module), Tree(module, {module / "main.tf": b""}))
    assert plan.is_empty
    assert "destroy terraform_data.own" in map(str, emptied.actions)
    assert "s3cr3t" not in json.dumps(plan.document)
    assert listener.calls == 0
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert list(temporary.iterdir()) == []
    assert not trace.exists()


def test_the_environment_has_no_credentials_and_no_way_out(
    write: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    program = tmp_path / "terraform"
    program.write_text(
        f'#!/bin/sh\nenv > {seen}\necho \'{{"terraform_version": "1.11.4"}}\'\n[ $1 = version ]\n'
    )
    program.chmod(0o755)
    for name in (
        "AWS_SECRET_ACCESS_KEY",
        "GOOGLE_CREDENTIALS",
        "ARM_CLIENT_SECRET",
        "TF_VAR_x",
        "TF_TOKEN_x",
    ):
        monkeypatch.setenv(name, "s3cr3t")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example.com")
    with Planner(terraform=str(program)) as planner, pytest.raises(NotPlanned):
        planner.plan(Tree(write("")))
    environment = dict(line.split("=", 1) for line in seen.read_text().splitlines() if "=" in line)
    assert "s3cr3t" not in environment.values()
    assert environment["HTTPS_PROXY"] == environment["https_proxy"] == "http://127.0.0.1:9"
    assert environment["HOME"] != os.environ.get("HOME")


def test_what_cannot_be_read_is_not_run(write: Callable[..., Path], tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    text = f'resource "terraform_data" "a" {{\n  provisioner "local-exec" {{\n    command = "touch {trace}"\n'
    with Planner() as planner, pytest.raises(NotPlanned):
        planner.plan(Tree(write({"main.tf": text, "b.tf.json": "{"})))
    assert not trace.exists()
