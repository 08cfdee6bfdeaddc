"""The rules on module calls, values and tests find what Terraform itself rejects, at the same lines."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tffix.engine.policy import Policy
from tffix.engine.runner import check
from tffix.rules.registry import select
from tffix.terraform.project import read_project

TERRAFORM = shutil.which("terraform")
pytestmark = pytest.mark.skipif(TERRAFORM is None, reason="terraform is not installed")

OF_CONFIGURATION = (
    "terraform-module-argument-missing",
    "terraform-module-argument-type",
    "terraform-module-argument-unknown",
    "terraform-module-version-superfluous",
    "terraform-module-with-provider-repeated",
    "terraform-provider-alias-unconfigured",
    "terraform-provider-passed-mismatched",
    "terraform-reference-undeclared",
    "terraform-test-argument-invalid",
    "terraform-test-failure-impossible",
    "terraform-test-file-malformed",
    "terraform-test-run-name-invalid",
    "terraform-validation-failed",
)
OF_PLANS = (
    "terraform-variable-value-mistyped",
    "terraform-variables-file-invalid",
    "terraform-validation-failed",
)
OF_TESTS = ("terraform-test-failure-impossible", "terraform-test-reference-undeclared")

BUILT_IN = (
    "terraform {\n  required_providers {\n    terraform = {\n"
    '      source = "terraform.io/builtin/terraform"\n    }\n  }\n}\n'
)
CHILD = """
variable "name" {
  type = string

  validation {
    condition     = length(var.name) > 1
    error_message = "Too short."
  }
}

variable "size" {
  type     = number
  nullable = false
  default  = 1
}

variable "zone" {
  type     = string
  nullable = false
}

output "name" {
  value = var.name
}
"""
GOOD = """
module "good" {
  source = "./child"
  name   = "web"
  size   = null
  zone   = "a"
}

locals {
  short = "a"
}

output "tried" {
  value = try(module.good.nothing, module.good.name)
}

module "tested" {
"""
CALLS = {
    "missing": 'name = "web"',
    "unknown": 'name = "web"\n  zone = "a"\n  nope = 1',
    "misspelt": 'nam  = "web"\n  zone = "a"',
    "null": 'name = "web"\n  zone = null',
    "refused": 'zone = "a"\n  name = local.short',
    "refused and not made": 'zone  = "a"\n  count = 0\n  name  = "x"',
    "good": 'zone = "a"\n  size = null\n  name = "${local.short}b"',
}
PROVIDERS = f"""
{BUILT_IN}
module "repeated" {{
  source = "./configured"
  count  = 2
}}

module "waits" {{
  source     = "./around"
  depends_on = [module.empty]
}}

module "empty" {{
  source   = "./empty"
  for_each = toset(["a"])
}}

module "overridden" {{
  source    = "./configured"
  providers = {{ terraform = terraform }}
}}

module "once" {{
  source     = "./configured"
  depends_on = []
}}
"""
CONFIGURED = f'{BUILT_IN}provider "terraform" {{\n  anything = 1\n}}\n'
TESTED = """
variable "name" {
  type    = string
  default = "web"

  validation {
    condition     = var.name != "x"
    error_message = "Not x."
  }
}

variable "plain" {
  type    = string
  default = "a"
}

resource "terraform_data" "all" {
  input = var.name
}

output "name" {
  value = terraform_data.all.input
}

locals {
  text = "t"
}
"""
MALFORMED = """
nonsense = 1

run "a b" {
  command = "plan"
  timeout = 1

  plan_options {
    mode    = refresh-only
    refresh = false
  }
}

run "twice" {
  variables {
    name = "a"
  }

  variables {
    name = "b"
  }

  module {
    source = "git::https://example.com/a.git"
  }

  override_resource {
    values = {}
  }

  override_data {
    target = terraform_data.all
  }

  assert {
    condition     = true
    error_message = "never"
  }
}

run "twice" {
  command = destroy
}

mock_provider "terraform" {
  mock_resource "terraform_data" {}

  mock_resource "terraform_data" {
    values = {}
  }
}

mock_provider "terraform" {}
"""
EXPECTING = """
run "kinds" {
  command = plan

  expect_failures = [
    var.name,
    local.text,
    module.nothing,
    terraform_data.all,
    path.module,
  ]
}
"""


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)


def terraform(*arguments: str) -> str:
    """What Terraform answers, on whichever stream."""
    assert TERRAFORM is not None
    environment = os.environ | {"TF_CLI_CONFIG_FILE": os.devnull, "TF_IN_AUTOMATION": "1"}
    answer = subprocess.run(
        [TERRAFORM, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    return answer.stdout + answer.stderr


def rejected() -> set[tuple[str, int]]:
    """The places at which `terraform validate` has errors."""
    terraform("init", "-backend=false", "-input=false")
    answer = terraform("validate", "-json")
    diagnostics = json.loads(answer[answer.index("{") : answer.rindex("}") + 1])["diagnostics"]
    errors = [one for one in diagnostics if one["severity"] == "error" and one.get("range")]
    return {(one["range"]["filename"], one["range"]["start"]["line"]) for one in errors}


def told(answer: str) -> set[tuple[str, int]]:
    """The places of the errors in an answer for people."""
    found = re.findall(r"Error: [^\n]*\n[│\s]*on (\S+) line (\d+)", answer)
    return {(name, int(line)) for name, line in found}


def found(rules: tuple[str, ...]) -> set[tuple[str, int]]:
    result = check(read_project(["."], alone=True), select(rules, (), {}), Policy())
    assert not result.defects
    return {(one.path, one.line) for one in result.found}


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "files",
    [
        {
            "main.tf": PROVIDERS,
            "configured/main.tf": CONFIGURED,
            "around/main.tf": 'module "inner" {\n  source = "../configured"\n}\n',
            "empty/main.tf": f'{BUILT_IN}provider "terraform" {{\n  alias = "a"\n}}\n',
        },
        {"main.tf": TESTED, "main.tftest.hcl": MALFORMED},
        {"main.tf": TESTED, "tests/main.tftest.hcl": EXPECTING},
    ],
    ids=["providers", "malformed test", "expected failures"],
)
def test_the_same_lines_as_validate(files: dict[str, str]) -> None:
    write(files)
    wanted = rejected()
    assert wanted
    assert found(OF_CONFIGURATION) - NOT_VALIDATED == wanted


@pytest.mark.parametrize("arguments", CALLS.values(), ids=list(CALLS))
def test_the_same_calls_as_validate(arguments: str) -> None:
    write({"main.tf": f'{GOOD}  source = "./child"\n  {arguments}\n}}\n', "child/main.tf": CHILD})
    assert found(OF_CONFIGURATION) == rejected()


NOT_VALIDATED = {("tests/main.tftest.hcl", 9)}
"""What only a run of the test shows: the resource has no condition that could fail."""


def test_a_version_beside_a_path() -> None:
    source = 'module "a" {\n  source  = "./a"\n  version = "1.0.0"\n}\n'
    write({"main.tf": source, "a/main.tf": 'output "a" {\n  value = 1\n}\n'})
    assert found(OF_CONFIGURATION) == told(terraform("init", "-no-color", "-input=false")) == {("main.tf", 2)}


def test_the_same_lines_as_a_plan_with_values() -> None:
    values = 'name = "a"\nsize = "many"\nzones = "a"\n'
    variables = CHILD + 'variable "zones" {\n  type = list(string)\n}\n'
    write({"main.tf": variables, "terraform.tfvars": values + 'zone = "a"\n'})
    wrong = {("terraform.tfvars", line) for line in (1, 2, 3)}
    assert found(OF_PLANS) == told(terraform("plan", "-no-color", "-input=false")) == wrong
    Path("terraform.tfvars").write_text('name = "web"\nsize = 2\nzones = [upper("a")]\nzone = "a"\n')
    assert ("terraform.tfvars", 3) in told(terraform("plan", "-no-color", "-input=false"))
    assert found(OF_PLANS) == {("terraform.tfvars", 3)}
    Path("terraform.tfvars").write_text('name = "a"\nsize = 2\nzones = ["a"]\nzone = "a"\n')
    assert (
        found(OF_PLANS) == told(terraform("plan", "-no-color", "-input=false")) == {("terraform.tfvars", 1)}
    )


@pytest.mark.parametrize(
    ("test", "line"),
    [
        ('run "a" {\n  variables {\n    name = run.b.name\n  }\n}\n\nrun "b" {\n}\n', 3),
        ('run "a" {\n}\n\nrun "b" {\n  variables {\n    name = run.a.gone\n  }\n}\n', 6),
        ('run "a" {\n  variables {\n    name = local.text\n  }\n}\n', 3),
        ('variables {\n  name = local.text\n}\n\nrun "a" {\n}\n', 2),
        (
            'run "a" {\n  assert {\n    condition     = output.gone == 1\n    error_message = "no"\n  }\n}\n',
            3,
        ),
        ('run "a" {\n  providers = {\n    terraform = terraform.b\n  }\n}\n', 3),
        ('run "a" {\n  command         = plan\n  expect_failures = [var.plain]\n}\n', 3),
        ('run "a" {\n  command         = plan\n  expect_failures = [output.gone]\n}\n', 3),
        ('run "a" {\n  variables {\n    name = "y"\n  }\n}\n\nrun "b" {\n  command = plan\n}\n', None),
    ],
)
def test_the_same_lines_as_a_test(test: str, line: int | None) -> None:
    write({"main.tf": TESTED, "main.tftest.hcl": test})
    terraform("init", "-input=false")
    wanted = set() if line is None else {("main.tftest.hcl", line)}
    assert told(terraform("test", "-no-color")) == wanted
    assert found(OF_TESTS) == wanted
