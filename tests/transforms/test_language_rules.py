"""The rules of Terraform's own language find what Terraform finds, at the same lines, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tffix.engine.places import place
from tffix.hcl import parse
from tffix.rules.registry import transforms
from tffix.terraform.module import Module

RULES = (
    "terraform-argument-missing",
    "terraform-argument-unknown",
    "terraform-block-unknown",
    "terraform-condition-invalid",
    "terraform-declared-twice",
    "terraform-default-invalid",
    "terraform-instance-key-wrong",
    "terraform-literal-expected",
    "terraform-name-invalid",
    "terraform-override-of-nothing",
    "terraform-refactoring-invalid",
    "terraform-reference-expected",
    "terraform-reference-invalid",
    "terraform-setting-too-new",
    "terraform-type-invalid",
    "terraform-version-invalid",
)

REJECTED = {
    "a block of no known type": 'foo "x" {\n}\n',
    "an argument at the top": "x = 1\n",
    "an argument that does not exist": 'variable "a" {\n  defualt = 1\n}\n',
    "a block that does not exist": 'variable "a" {\n  foo {\n  }\n}\n',
    "a block in locals": "locals {\n  a {\n  }\n}\n",
    "no value": 'output "a" {\n}\n',
    "no message": 'output "a" {\n  value = 1\n  precondition {\n    condition = path.module != ""\n  }\n}\n',
    "no assertion": 'check "a" {\n}\n',
    "no address": "moved {\n  from = terraform_data.a\n}\n",
    "a label too many": 'output "a" "b" {\n  value = 1\n}\n',
    "a label too few": 'resource "terraform_data" {\n}\n',
    "a name with a space": 'output "a b" {\n  value = 1\n}\n',
    "a reserved variable": 'variable "version" {\n}\n',
    "a provider in capitals": 'provider "AWS" {\n}\n',
    "a variable declared twice": 'variable "a" {\n}\nvariable "a" {\n}\n',
    "a resource declared twice": 'resource "terraform_data" "a" {\n}\nresource "terraform_data" "a" {\n}\n',
    "a local value declared twice": "locals {\n  a = 1\n}\nlocals {\n  a = 1\n}\n",
    "two backends": 'terraform {\n  backend "local" {\n  }\n  backend "s3" {\n  }\n}\n',
    "two lifecycle blocks": 'resource "terraform_data" "a" {\n  lifecycle {\n  }\n  lifecycle {\n  }\n}\n',
    "a default that refers": 'variable "a" {\n  default = local.a\n}\n',
    "a default that calls": 'variable "a" {\n  default = upper("a")\n}\n',
    "a flag that refers": (
        'resource "terraform_data" "a" {\n  lifecycle {\n    prevent_destroy = var.a\n  }\n}\n'
    ),
    "a flag that is no flag": 'variable "a" {\n  sensitive = "yes"\n}\n',
    "a flag that is null": 'variable "a" {\n  nullable = null\n}\n',
    "a description that is a list": 'variable "a" {\n  description = ["a"]\n}\n',
    "a version that refers": (
        "terraform {\n  required_providers {\n    a = {\n"
        '      source = "a/a"\n      version = local.a\n    }\n  }\n}\n'
    ),
    "a requirement that is a list": 'terraform {\n  required_providers {\n    a = ["a"]\n  }\n}\n',
    "a version that is none": 'terraform {\n  required_version = ">= 1.x"\n}\n',
    "a prerelease of Terraform": 'terraform {\n  required_version = "1.0.0-beta1"\n}\n',
    "an experiment": "terraform {\n  experiments = [nothing_like_it]\n}\n",
    "an edition": "terraform {\n  language = TF2038\n}\n",
    "an old star": 'resource "terraform_data" "a" {\n  lifecycle {\n    ignore_changes = ["*"]\n  }\n}\n',
    "an import with a number": (
        'resource "terraform_data" "a" {\n}\nimport {\n  to = terraform_data.a[0]\n  id = "a"\n}\n'
    ),
    "a destroy provisioner that refers": (
        'resource "terraform_data" "a" {\n  provisioner "local-exec" {\n    when = destroy\n'
        "    command = local.a\n  }\n}\n"
    ),
    "depends_on without a list": (
        'resource "terraform_data" "a" {\n}\nresource "terraform_data" "b" {\n'
        "  depends_on = terraform_data.a\n}\n"
    ),
    "depends_on an attribute": (
        'resource "terraform_data" "a" {\n}\nresource "terraform_data" "b" {\n'
        "  depends_on = [terraform_data.a.id]\n}\n"
    ),
    "changes that are computed": (
        'resource "terraform_data" "a" {\n  lifecycle {\n    ignore_changes = true\n  }\n}\n'
    ),
    "a trigger that is none": (
        'resource "terraform_data" "a" {\n  lifecycle {\n    replace_triggered_by = [local.a]\n  }\n}\n'
    ),
    "a provider that is computed": 'resource "terraform_data" "a" {\n  provider = true ? a : b\n}\n',
    "a keyword that does not exist": (
        'resource "terraform_data" "a" {\n  provisioner "local-exec" {\n    command = "a"\n'
        "    when = never\n  }\n}\n"
    ),
    "a type of another language": 'variable "a" {\n  type = boolean\n}\n',
    "a type in quotes": 'variable "a" {\n  type = "number"\n}\n',
    "a list of nothing": 'variable "a" {\n  type = object({ a = list })\n}\n',
    "a name in quotes": 'variable "a" {\n  type = object({ "a" = string })\n}\n',
    "optional outside an object": 'variable "a" {\n  type = optional(string)\n}\n',
    "a string for a list": 'variable "a" {\n  type = list(string)\n  default = "a"\n}\n',
    "a word for a number": 'variable "a" {\n  type = number\n  default = "a"\n}\n',
    "an object without an attribute": (
        'variable "a" {\n  type = object({ a = string })\n  default = {}\n}\n'
    ),
    "null where it is not allowed": 'variable "a" {\n  nullable = false\n  default = null\n}\n',
    "a validation of another variable": (
        'variable "a" {\n}\nvariable "b" {\n  validation {\n    condition = var.a != ""\n'
        '    error_message = "It is empty."\n  }\n}\n'
    ),
    "a condition on nothing": (
        'output "a" {\n  value = 1\n  precondition {\n    condition = true\n'
        '    error_message = "No."\n  }\n}\n'
    ),
    "a postcondition on the resource itself": (
        'resource "terraform_data" "a" {\n  lifecycle {\n    postcondition {\n'
        '      condition = terraform_data.a.id != ""\n      error_message = "No."\n    }\n  }\n}\n'
    ),
    "an address in quotes": 'moved {\n  from = "terraform_data.a"\n  to = terraform_data.b\n}\n',
    "an address that goes on": "moved {\n  from = terraform_data.a.id\n  to = terraform_data.b\n}\n",
    "a module moved to a resource": "moved {\n  from = module.a\n  to = terraform_data.b\n}\n",
    "an instance removed": "removed {\n  from = terraform_data.a[0]\n}\n",
    "each without for_each": 'resource "terraform_data" "a" {\n  input = each.key\n}\n',
    "count without count": 'output "a" {\n  value = count.index\n}\n',
    "self outside": 'output "a" {\n  value = "${path.module} ${self.id}"\n}\n',
    "no such path": 'output "a" {\n  value = path.modules\n}\n',
    "an old name": 'output "a" {\n  value = terraform.env\n}\n',
    "a name alone": 'output "a" {\n  value = live\n}\n',
    "a key that is missing": (
        'resource "terraform_data" "a" {\n  count = 1\n}\noutput "a" {\n  value = terraform_data.a.id\n}\n'
    ),
    "a key that is superfluous": (
        'resource "terraform_data" "a" {\n}\noutput "a" {\n  value = terraform_data.a[0].id\n}\n'
    ),
}
"""Modules that Terraform rejects, by what is wrong with them."""

ACCEPTED = {
    "types of all kinds": (
        'variable "a" {\n  type = list\n}\nvariable "b" {\n  type = map(any)\n}\n'
        'variable "c" {\n  type = object({ a = optional(number, 3), b = tuple([set(string)]) })\n}\n'
    ),
    "defaults that are converted": (
        'variable "a" {\n  type = number\n  default = "3"\n}\n'
        'variable "b" {\n  type = set(string)\n  default = ["a", 1, true]\n}\n'
        'variable "c" {\n  type = map(string)\n  default = { a = 1, b = null }\n}\n'
        'variable "d" {\n  default = [for one in ["a"] : "${one}-x"]\n  sensitive = "true"\n}\n'
    ),
    "references of all kinds": (
        'variable "a" {\n  default = "a"\n}\nlocals {\n  a = { for each in ["a"] : each => path.cwd }\n}\n'
        'resource "terraform_data" "a" {\n  for_each = toset(["a"])\n  input = each.value\n'
        "  depends_on = [var.a, local.a]\n}\n"
        'resource "terraform_data" "b" {\n  count = 1\n  input = terraform_data.a["a"].id\n'
        "  lifecycle {\n    ignore_changes = [input[0].a]\n"
        '    replace_triggered_by = [terraform_data.a["a"].id]\n'
        '    postcondition {\n      condition = self.id != ""\n      error_message = "No."\n    }\n  }\n}\n'
        'output "a" {\n  value = [terraform_data.b[*].id, terraform_data.b.*.id, terraform_data.b[0].id]\n}\n'
    ),
    "validations of others": (
        'variable "a" {\n  default = 1\n}\nvariable "b" {\n  default = 2\n  validation {\n'
        '    condition = var.a < var.b\n    error_message = "No."\n  }\n}\n'
    ),
    "history": (
        'resource "terraform_data" "c" {\n}\nmoved {\n  from = terraform_data.a\n  to = terraform_data.b\n}\n'
        "moved {\n  from = terraform_data.b\n  to = terraform_data.c\n}\n"
        "removed {\n  from = module.old.terraform_data.a\n  lifecycle {\n    destroy = false\n  }\n}\n"
    ),
    "connections": (
        'resource "terraform_data" "a" {\n  connection {\n    host = "a"\n  }\n'
        '  provisioner "remote-exec" {\n    inline = ["a"]\n    on_failure = continue\n'
        "    connection {\n      user = self.id\n    }\n  }\n}\n"
    ),
}
"""Modules that Terraform accepts."""


def found(source: str) -> set[int]:
    """The lines at which the rules find something."""
    module = Module("m", {"main.tf": parse(source.encode(), "main.tf")})
    findings = [finding for name in RULES for finding in transforms()[name]().find(module)]
    return {place(finding, module)[1] for finding in findings}


def errors(source: str, directory: Path) -> set[int]:
    """The lines at which Terraform finds an error."""
    (directory / "main.tf").write_text(source, "utf-8")
    environment = {**os.environ, "TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}
    done = subprocess.run(
        ["terraform", "validate", "-json"], cwd=directory, env=environment, capture_output=True, text=True
    )
    said = [one for one in json.loads(done.stdout)["diagnostics"] if one["severity"] == "error"]
    return {one["range"]["start"]["line"] for one in said}


@pytest.mark.parametrize("fault", REJECTED)
def test_each_fault_is_found(fault: str) -> None:
    assert len(found(REJECTED[fault])) == 1


@pytest.mark.parametrize("what", ACCEPTED)
def test_nothing_is_found_in_what_terraform_accepts(what: str) -> None:
    assert found(ACCEPTED[what]) == set()


@pytest.mark.skipif(shutil.which("terraform") is None, reason="terraform is not installed")
@pytest.mark.parametrize("name", [*REJECTED, *ACCEPTED])
def test_terraform_finds_the_same_lines(name: str, tmp_path: Path) -> None:
    source = {**REJECTED, **ACCEPTED}[name]
    assert errors(source, tmp_path) == found(source)
