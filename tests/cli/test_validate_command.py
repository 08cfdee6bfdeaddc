"""tffix validate, facts, and apply --validate, with the real Terraform where it is there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("grpc", reason="grpcio is not installed: pip install 'tffix[validate]'")
needs_terraform = pytest.mark.skipif(shutil.which("terraform") is None, reason="terraform is not installed")

BROKEN = """resource "aws_sns_topic" "alerts" {
  name  = "alerts"
  nmae2 = "x"
}
"""
CASE = Path(__file__).parents[3] / "shared" / "cases" / "high-availability"


def run(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tffix", *arguments]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


@needs_terraform
def test_validate_tells_terraform_s_errors_at_the_user_s_places(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(BROKEN)
    done = run("validate", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("main.tf:3:3: error: Unsupported argument")
    assert not (tmp_path / ".terraform").exists()


@needs_terraform
def test_validate_of_a_valid_module_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "aws_sns_topic" "alerts" {\n  name = "alerts"\n}\n')
    done = run("validate", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@needs_terraform
def test_validate_has_the_other_forms_of_report(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(BROKEN)
    done = run("validate", "--output", "json", cwd=tmp_path)
    found = json.loads(done.stdout)["findings"]
    assert [(one["path"], one["line"], one["rule"]) for one in found] == [
        ("main.tf", 3, "terraform-validate")
    ]


@needs_terraform
def test_a_remote_module_is_skipped_and_said_so(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n}\n')
    done = run("validate", cwd=tmp_path)
    assert done.returncode == 0
    assert "not on disk" in done.stderr


def test_validate_without_terraform_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(BROKEN)
    done = run("validate", "--terraform", "no-such-program", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("tffix: no-such-program not found")
    assert done.stderr.count("\n") == 1


@needs_terraform
def test_apply_validated_repairs_what_gets_no_worse(tmp_path: Path) -> None:
    if not CASE.is_dir():
        pytest.skip(f"the real module is not there: {CASE}")
    shutil.copyfile(CASE / "main.tf", tmp_path / "main.tf")
    assert run("validate", "-q", cwd=tmp_path).returncode == 1
    assert run("apply", "--validate", "-q", cwd=tmp_path).stderr == ""
    done = run("validate", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert run("diff", cwd=tmp_path).stdout == ""


@needs_terraform
def test_a_plain_apply_repairs_the_critical_failures_of_the_real_module(tmp_path: Path) -> None:
    if not CASE.is_dir():
        pytest.skip(f"the real module is not there: {CASE}")
    shutil.copyfile(CASE / "main.tf", tmp_path / "main.tf")
    before = (tmp_path / "main.tf").read_text()
    run("apply", "-q", cwd=tmp_path)
    after = (tmp_path / "main.tf").read_text()
    assert 'data "aws_availability_zones"' not in after  # 1: the zones
    assert 'availability_zones = ["us-east-2a", "us-east-2b", "us-east-2c"]' in after
    for name in re.findall(r'name = "(prod-[a-z0-9-]+-role)"', before):  # 2: the names of roles
        assert f'name = "{name}-${{random_id.' in after
    assert "insufficient_data_health_status" not in after  # 3: the health check
    assert "service-role/ConfigRole" not in after  # 4: the policy that does not exist
    assert 'resource "aws_iam_role_policy" "prod_config_policy"' in after
    assert "required_providers" not in after  # 5: the file of the providers
    assert "configuration_aliases" not in (tmp_path / "provider.tf").read_text()
    for name in ("alb_dns_name", "rds_endpoint", "s3_bucket_name", "vpc_id", "sns_topic_arn"):  # 6: outputs
        assert re.search(rf'^output "(\w+_)?{name}"', after, re.MULTILINE)
    assert run("validate", cwd=tmp_path).stdout == ""
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    run("apply", "-q", cwd=tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == written


def test_facts_list_names_the_known_versions(tmp_path: Path) -> None:
    done = run("facts", "list", cwd=tmp_path)
    assert done.returncode == 0
    assert any(line.startswith("hashicorp/aws") for line in done.stdout.splitlines())


def test_facts_update_learns_from_a_file_beside_its_lock_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / ".terraform.lock.hcl").write_text(
        'provider "registry.terraform.io/example/thing" {\n  version = "1.2.3"\n}\n'
    )
    schema = {"version": 0, "block": {"attributes": {"size": {"type": "number", "required": True}}}}
    (tmp_path / "schema.json").write_text(
        json.dumps(
            {
                "format_version": "1.0",
                "provider_schemas": {
                    "registry.terraform.io/example/thing": {"resource_schemas": {"thing_box": schema}}
                },
            }
        )
    )
    done = run("facts", "update", "schema.json", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "example/thing 1.2.3\n", "")
    assert "example/thing" in run("facts", "list", cwd=tmp_path).stdout
    (tmp_path / "main.tf").write_text(
        'terraform {\n  required_providers {\n    thing = {\n      source = "example/thing"\n    }\n  }\n}\n'
        '\nresource "thing_box" "a" {\n  sise = 3\n}\n'
    )
    done = run("check", "--select", "schema-unknown-argument,schema-missing-argument", cwd=tmp_path)
    assert "'size' is meant" in done.stdout or "'size'" in done.stdout


def test_facts_update_says_what_is_missing(tmp_path: Path) -> None:
    done = run("facts", "update", cwd=tmp_path)
    assert done.returncode == 2
    assert ".terraform.lock.hcl: does not exist" in done.stderr
    assert done.stderr.count("\n") == 1
