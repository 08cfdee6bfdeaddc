"""Real provider schemas and a real module that has errors, where the test data is beside the project."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tffix.validate import FactsSchemas, SchemaDirectory, SchemaSource, validate

from .conftest import needs_terraform

pytestmark = needs_terraform
SHARED = Path(__file__).parents[3] / "shared"


def _source(name: str) -> SchemaSource:
    if name == "facts":
        return FactsSchemas()
    if not (SHARED / "schemas").is_dir():
        pytest.skip("no provider schemas at ../shared/schemas")
    return SchemaDirectory(SHARED / "schemas")


@pytest.mark.parametrize("name", ["facts", "directory"])
def test_all_errors_of_a_real_module_are_found(tmp_path: Path, name: str) -> None:
    case = SHARED / "cases/high-availability/main.tf"
    if not case.exists():
        pytest.skip("no module at ../shared/cases/high-availability")
    shutil.copyfile(case, tmp_path / "main.tf")
    (result,) = validate([tmp_path], _source(name))
    assert {(one.line, one.summary) for one in result.errors} == {
        (434, "Unsupported argument"),
        (444, "Unsupported argument"),
        (549, "Provider configuration not present"),
        (559, "Provider configuration not present"),
        (725, "Unsupported argument"),
        (733, "Unsupported argument"),
    }


def test_the_built_in_schemas_hold_for_blocks_attributes_and_write_only_arguments(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(
        'resource "aws_security_group" "a" {\n  ingress {\n    from_port = 1\n    to_port   = 2\n'
        '    protocol  = "tcp"\n  }\n  egress = []\n}\n'
        'resource "aws_db_instance" "b" {\n  instance_class = "x"\n  password_wo = "s"\n'
        '  password_wo_version = 1\n  arn = "no"\n}\n'
        'resource "aws_wafv2_web_acl" "c" {\n  scope = "REGIONAL"\n  default_action {}\n'
        '  visibility_config {\n    cloudwatch_metrics_enabled = false\n    metric_name = "m"\n'
        '    sampled_requests_enabled = false\n  }\n  rule {\n    name = "r"\n    priority = 1\n'
        '    statement {\n      geo_match_statement {\n        country_codes = ["US"]\n      }\n    }\n'
        '    visibility_config {\n      cloudwatch_metrics_enabled = false\n      metric_name = "m"\n'
        "      sampled_requests_enabled = false\n    }\n  }\n}\n"
        'output "o" {\n  value = provider::aws::arn_parse("arn:aws:iam::1:role/x").account_id\n}\n'
        'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n}\n'
    )
    (result,) = validate([tmp_path])
    assert [(one.line, one.source) for one in result.errors] == [(13, "provider")]
