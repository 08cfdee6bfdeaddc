"""What a run of the real Terraform over a module finds, and what it must not find."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tffix.validate import Validation, Validator

from .conftest import REQUIRED, needs_terraform

pytestmark = needs_terraform
Check = Callable[..., Validation]


def said(result: Validation) -> list[tuple[str, int, int, str]]:
    """Where the errors are and what they are."""
    return [(one.path.name, one.line, one.column, one.summary) for one in result.errors]


def test_a_valid_module_is_clean(check: Check) -> None:
    result = check('resource "demo_thing" "a" {\n  name = "x"\n}\n')
    assert result.is_valid
    assert result.diagnostics == ()
    assert [(one.address, one.version) for one in result.provider_versions] == [("acme/demo", "2.1.0")]


def test_an_unknown_argument_is_reported_at_its_place(check: Check) -> None:
    result = check('resource "demo_thing" "a" {\n  name  = "x"\n  color = "red"\n}\n')
    (error,) = result.errors
    assert (error.line, error.column, error.end_line, error.end_column) == (3, 3, 3, 8)
    assert (error.summary, error.address, error.source) == (
        "Unsupported argument",
        "demo_thing.a",
        "terraform",
    )


def test_what_only_the_provider_sets_is_reported_as_the_providers(check: Check) -> None:
    text = (
        'resource "demo_thing" "a" {\n  name = "x"\n  id = "i"\n'
        '  disk {\n    path = "/"\n    serial = "s"\n  }\n  options = {\n    arn = "a"\n  }\n}\n'
    )
    result = check(text)
    assert {(one.line, one.source) for one in result.errors} == {
        (3, "provider"),
        (6, "provider"),
        (8, "provider"),
    }


def test_errors_that_others_hide_are_found_in_one_run(check: Check) -> None:
    result = check(
        'resource "demo_thing" "a" {\n  nmae = "x"\n}\n'
        'resource "demo_thing" "b" {\n  name = demo_thing.a.id\n  colour = 1\n}\n'
        'resource "demo_thing" "c" {\n  provider = demo.east\n  name = demo_thing.b.nothing\n}\n'
        'resource "demo_thing" "c" {\n  name = var.absent\n}\n'
    )
    assert {(line, summary.split(' "')[0]) for _, line, _, summary in said(result)} == {
        (1, "Missing required argument"),
        (2, "Unsupported argument"),
        (6, "Unsupported argument"),
        (9, "Provider configuration not present"),
        (10, "Unsupported attribute"),
        (12, "Duplicate resource"),
        (13, "Reference to undeclared input variable"),
    }


def test_a_missing_argument_is_found_in_every_object_of_its_type(check: Check) -> None:
    result = check(
        'resource "demo_thing" "a" {\n  size = 1\n}\n'
        'resource "demo_thing" "b" {\n  size = demo_thing.a.size\n}\n'
    )
    assert [(line, column) for _, line, column, _ in said(result)] == [(1, 27), (4, 27)]


def test_a_missing_argument_of_a_call_does_not_hide_what_is_in_the_module(check: Check) -> None:
    child = 'variable "name" {}\nresource "demo_thing" "a" {\n  name = var.name\n  nope = 1\n}\n'
    result = check('module "c" {\n  source = "./c"\n}\n', c__main=REQUIRED + child)
    assert [(line, summary) for _, line, _, summary in said(result)] == [
        (11, "Unsupported argument"),
        (1, "Missing required argument"),
    ]


def test_a_missing_argument_of_a_nested_block_does_not_hide_what_depends_on_it(check: Check) -> None:
    result = check(
        'resource "demo_thing" "a" {\n  name = "x"\n  disk {}\n}\n'
        'resource "demo_thing" "b" {\n  name = demo_thing.a.id\n  nope = 1\n}\n'
    )
    assert {line for _, line, _, _ in said(result)} == {3, 7}


def test_a_type_that_there_is_not_does_not_hide_what_refers_to_it(check: Check) -> None:
    result = check(
        'resource "demo_thnig" "a" {\n  name = "x"\n}\n'
        'resource "demo_thing" "b" {\n  name = demo_thnig.a.whatever\n  nope = 1\n}\n'
    )
    assert [(line, summary) for _, line, _, summary in said(result)] == [
        (1, "Invalid resource type"),
        (6, "Unsupported argument"),
    ]
    assert 'Did you mean "demo_thing"?' in result.errors[0].detail


def test_a_remote_module_that_is_not_on_disk_is_skipped(check: Check) -> None:
    result = check(
        'module "net" {\n  source  = "acme/network/demo"\n  version = "~> 3.0"\n  cidr = "10/8"\n'
        "  providers = {\n    demo.hub = demo\n  }\n}\n"
        'module "many" {\n  source = "git::https://example.org/x.git"\n  count = 2\n}\n'
        'resource "demo_thing" "a" {\n  name = module.net.subnets["a"].name\n'
        "  size = module.many[0].size\n}\n"
        'output "all" {\n  value = [for one in module.many : one.anything]\n}\n'
        'resource "demo_thing" "b" {\n  name = module.net.id\n  nope = 1\n}\n'
    )
    assert said(result) == [("main.tf", 22, 3, "Unsupported argument")]
    assert [line.split(" (")[0] for line in result.skipped] == ['module "net"', 'module "many"']


def test_a_remote_module_that_init_put_on_disk_is_read(
    validator: Validator, write: Callable[..., Path]
) -> None:
    listing = '{"Modules":[{"Key":"net","Source":"x","Dir":".terraform/modules/net"}]}'
    module = write(
        {
            "main.tf": 'module "net" {\n  source = "acme/network/demo"\n  typo = 1\n}\n',
            ".terraform/modules/modules.json": listing,
            ".terraform/modules/net/main.tf": 'output "x" {\n  value = 1\n}\n',
        }
    )
    result = validator.validate(module)
    assert said(result) == [("main.tf", 3, 3, "Unsupported argument")]
    assert result.skipped == ()


def test_a_provider_without_schemas_is_skipped(check: Check) -> None:
    result = check(
        'resource "other_box" "a" {\n  anything = 1\n  part {\n    x = 1\n  }\n'
        '  dynamic "more" {\n    for_each = [1]\n    content {\n      y = more.value\n    }\n  }\n}\n'
        'data "other_box" "all" {\n  for_each = toset(["a"])\n}\n'
        'resource "demo_thing" "b" {\n  name = other_box.a.part[0].deep\n'
        "  size = other_box.a.size\n  nope = 1\n}\n"
        'output "o" {\n  value = { for k, v in data.other_box.all : k => v.version }\n}\n'
        'provider "other" {\n  token = "t"\n  nest {\n    a = 1\n  }\n}\n'
    )
    assert said(result) == [("main.tf", 19, 3, "Unsupported argument")]
    assert result.skipped == ("provider hashicorp/other: its schema is not known",)


def test_a_type_without_a_schema_is_skipped(check: Check) -> None:
    result = check(
        'resource "demo_puzzle" "a" {\n  piece {\n    x = 1\n  }\n}\n'
        'output "o" {\n  value = demo_puzzle.a.y\n}\n'
    )
    assert result.is_valid
    assert result.skipped == ("resource demo_puzzle: its schema is not known",)


def test_errors_against_a_version_that_is_not_asked_for_are_warnings(
    validator: Validator, write: Callable[..., Path]
) -> None:
    required = REQUIRED.replace('"acme/demo"', '"acme/demo"\n      version = "~> 4.0"')
    result = validator.validate(write({"main.tf": required + 'resource "demo_thing" "a" {\n  old = 1\n}\n'}))
    assert result.is_valid
    assert {one.summary for one in result.diagnostics} == {
        "Unsupported argument",
        "Missing required argument",
    }
    assert all("acme/demo 2.1.0, the nearest known to ~> 4.0" in one.note for one in result.diagnostics)


def test_the_constraints_of_all_modules_choose_the_version(
    validator: Validator, write: Callable[..., Path]
) -> None:
    old = REQUIRED.replace('"acme/demo"', '"acme/demo"\n      version = "< 2.0"')
    module = write({"main.tf": REQUIRED + 'module "c" {\n  source = "./c"\n}\n', "c/main.tf": old})
    (choice,) = validator.validate(module).provider_versions
    assert (choice.version, choice.admitted) == ("1.5.0", True)


def test_what_a_caller_would_pass_is_supplied_to_a_module_made_to_be_called(
    validator: Validator, write: Callable[..., Path]
) -> None:
    aliased = REQUIRED.replace('"acme/demo"', '"acme/demo"\n      configuration_aliases = [demo.east]')
    text = 'resource "demo_thing" "a" {\n  provider = demo.east\n  name = var.n\n}\n'
    called = validator.validate(write({"main.tf": aliased + text + 'variable "n" {}\n'}))
    assert called.diagnostics == ()
    root = validator.validate(write({"main.tf": aliased + text.replace("var.n", '"n"')}))
    assert [one.summary for one in root.errors] == ["Provider configuration not present"]


def test_a_call_that_does_not_pass_a_provider_hides_nothing(
    validator: Validator, write: Callable[..., Path]
) -> None:
    aliased = REQUIRED.replace('"acme/demo"', '"acme/demo"\n      configuration_aliases = [demo.east]')
    child = aliased + 'resource "demo_thing" "a" {\n  provider = demo.east\n  name = "n"\n  nope = 1\n}\n'
    module = write({"main.tf": REQUIRED + 'module "c" {\n  source = "./c"\n}\n', "c/main.tf": child})
    result = validator.validate(module)
    assert [(one.line, one.summary, one.address) for one in result.errors] == [
        (12, "Unsupported argument", "module.c.demo_thing.a"),
        (8, "Missing required provider configuration", "module.c"),
    ]


def test_a_local_module_that_is_not_there_is_one_error(check: Check) -> None:
    result = check('module "c" {\n  source = "./c"\n  a = 1\n}\noutput "o" {\n  value = module.c.x\n}\n')
    assert said(result) == [("main.tf", 2, 12, "Unreadable module directory")]


def test_a_module_that_calls_itself_ends(check: Check) -> None:
    result = check('module "c" {\n  source = "./"\n}\n')
    assert said(result) == [("main.tf", 2, 12, "Unreadable module directory")]


def test_files_outside_of_the_module_are_found(validator: Validator, write: Callable[..., Path]) -> None:
    top = write({".git/HEAD": "", "shared/policy.json": '{"a": 1}', "live/app/t.tftpl": "${x}"})
    text = (
        'locals {\n  a = jsondecode(file("${path.module}/../../shared/policy.json")).a\n'
        '  b = templatefile("${path.module}/t.tftpl", { x = 1 })\n}\n'
    )
    (top / "live/app/main.tf").write_text(text)
    assert validator.validate(top / "live/app").diagnostics == ()


def test_places_hold_in_text_beyond_ascii_and_with_carriage_returns(check: Check) -> None:
    result = check(
        '# ü € 😀\r\nresource "demo_thing" "a" {\r\n  name = "ö${var.gone}é"\r\n'
        '  tags = { "ñ" = local.gone }\r\n}\r\n'
    )
    assert said(result) == [
        ("main.tf", 3, 14, "Reference to undeclared input variable"),
        ("main.tf", 4, 18, "Reference to undeclared local value"),
    ]


def test_json_configuration_is_read(validator: Validator, write: Callable[..., Path]) -> None:
    text = (
        '{"module": {"m": {"source": "acme/network/demo", "version": "1.0.0", "a": 1}},\n'
        '"resource": {"demo_thing": {"a": {"name": "${module.m.name}", "colour": 1}},\n'
        '"other_box": {"b": {"x": 1}}}}'
    )
    result = validator.validate(write({"versions.tf": REQUIRED, "main.tf.json": text}))
    assert [one.detail for one in result.errors] == ['No argument or block type is named "colour".']
    assert len(result.skipped) == 2


def test_a_syntax_error_is_terraforms_to_report(check: Check) -> None:
    result = check('resource "demo_thing" "a" {\n  name = \n}\n')
    assert [(name, line) for name, line, _, _ in said(result)] == [("main.tf", 2)]


def test_functions_of_providers_give_no_error(check: Check) -> None:
    result = check('output "a" {\n  value = provider::demo::shout("x")\n}\n')
    assert result.is_valid


def test_a_required_version_that_is_not_met_is_told_and_passed_over(check: Check) -> None:
    result = check('terraform {\n  required_version = "~> 0.12.0"\n}\nlocals {\n  a = local.b\n}\n')
    assert [(line, summary) for _, line, _, summary in said(result)] == [
        (5, "Reference to undeclared local value")
    ]
    assert result.skipped[0].startswith("requires Terraform ~> 0.12.0, checked with ")


@pytest.mark.parametrize("count", [6])
def test_several_at_once_do_not_mix(validator: Validator, tmp_path: Path, count: int) -> None:
    modules = []
    for number in range(count):
        module = tmp_path / str(number)
        module.mkdir()
        wrong = f"  wrong{number} = 1\n"
        (module / "main.tf").write_text(REQUIRED + f'resource "demo_thing" "a" {{\n  name = "x"\n{wrong}}}\n')
        modules.append(module)
    with ThreadPoolExecutor(3) as pool:
        results = list(pool.map(validator.validate, modules))
    assert [one.module for one in results] == modules
    assert [f'"wrong{n}"' in one.errors[0].detail for n, one in enumerate(results)] == [True] * count


@pytest.mark.parametrize("host", ["registry.opentofu.org/", "registry.terraform.io/", "example.com/"])
def test_a_provider_is_served_by_whatever_host_its_source_has(
    validator: Validator, write: Callable[..., Path], host: str
) -> None:
    required = REQUIRED.replace('"acme/demo"', f'"{host}acme/demo"')
    result = validator.validate(write({"main.tf": required + 'resource "demo_thing" "a" {\n  nope = 1\n}\n'}))
    known = host != "example.com/"
    assert {one.summary for one in result.errors} == (
        {"Unsupported argument", "Missing required argument"} if known else set()
    )


def test_the_lock_file_chooses_the_version(validator: Validator, write: Callable[..., Path]) -> None:
    lock = 'provider "registry.opentofu.org/acme/demo" {\n  # } version = "9.9.9"\n  version = "1.5.0"\n}\n'
    module = write({"main.tf": REQUIRED, ".terraform.lock.hcl": lock})
    (choice,) = validator.validate(module).provider_versions
    assert (choice.version, choice.locked) == ("1.5.0", "1.5.0")


def test_what_is_in_comments_of_requirements_and_calls_does_not_count(check: Check) -> None:
    required = REQUIRED.replace('"acme/demo"', '"acme/demo"\n      # source = "acme/other"')
    call = 'module "c" {\n  source = "./c"\n  providers = {\n    demo = demo # ghost = ghost\n  }\n}\n'
    result = check(call, versions=required, c__main=required)
    assert result.diagnostics == ()
    assert [one.address for one in result.provider_versions] == ["acme/demo"]


def test_aliases_that_json_declares_are_supplied(validator: Validator, write: Callable[..., Path]) -> None:
    required = '{"demo": {"source": "acme/demo", "configuration_aliases": ["demo.east"]}}'
    text = 'variable "n" {}\nresource "demo_thing" "a" {\n  provider = demo.east\n  name = var.n\n}\n'
    versions = f'{{"terraform": {{"required_providers": {required}}}}}'
    assert validator.validate(write({"main.tf": text, "versions.tf.json": versions})).diagnostics == ()


def test_what_is_said_of_json_is_as_certain_as_its_provider_version(
    validator: Validator, write: Callable[..., Path]
) -> None:
    required = REQUIRED.replace('"acme/demo"', '"acme/demo"\n      version = "~> 4.0"')
    text = '{"resource": {"demo_thing": {"a": {"name": "n",\n"colour": 1}}}}'
    result = validator.validate(write({"versions.tf": required, "main.tf.json": text}))
    (one,) = result.diagnostics
    assert (one.severity, one.line, one.address) == ("warning", 2, "demo_thing.a")
    assert "the nearest known to ~> 4.0" in one.note


def test_a_missing_argument_in_json_does_not_hide_what_depends_on_it(
    validator: Validator, write: Callable[..., Path]
) -> None:
    text = (
        '{"resource": {"demo_thing": {"a": {"size": 1},\n"b": {"name": "${demo_thing.a.name}",\n"nope": 1}}}}'
    )
    result = validator.validate(write({"versions.tf": REQUIRED, "main.tf.json": text}))
    assert [(one.line, one.summary, one.address) for one in result.errors] == [
        (1, "Missing required argument", "demo_thing.a"),
        (3, "Extraneous JSON object property", "demo_thing.b"),
    ]


def test_only_the_source_of_a_call_in_json_is_replaced(
    validator: Validator, write: Callable[..., Path]
) -> None:
    text = (
        '{"locals": {"a": "acme/network/demo", "version" : "1.0.0"},\n'
        '"module": {"m": {"version" : "1.0.0", "source":"acme/network/demo"}},\n'
        '"output": {"o": {"value": "${local.a.b}${module.m.x}"}}}'
    )
    result = validator.validate(write({"main.tf.json": text}))
    assert [(one.line, one.summary) for one in result.errors] == [(3, "Unsupported attribute")]
    assert [line.split(" (")[0] for line in result.skipped] == ['module "m"']


def test_a_syntax_error_does_not_hide_what_else_is_wrong(check: Check) -> None:
    result = check(
        'locals {\n  a = 1 +\n  b = "n"\n}\n'
        'resource "demo_thing" "a" {\n  name = local.b\n  nope = [1 2]\n  size = local.none\n}\n'
    )
    assert {(line, summary) for _, line, _, summary in said(result)} >= {
        (7, "Missing item separator"),
        (8, "Reference to undeclared local value"),
    }


def test_a_module_that_expects_configurations_and_has_an_empty_one_is_called_by_others(
    validator: Validator, write: Callable[..., Path]
) -> None:
    aliased = REQUIRED.replace('"acme/demo"', '"acme/demo"\n      configuration_aliases = [demo.east]')
    text = 'provider "other" {}\nvariable "n" {}\n'
    text += 'resource "demo_thing" "a" {\n  provider = demo.east\n  name = var.n\n}\n'
    assert validator.validate(write({"main.tf": aliased + text})).diagnostics == ()


def test_with_one_round_what_others_hide_is_not_looked_for(
    validator: Validator, write: Callable[..., Path]
) -> None:
    text = (
        'resource "demo_thing" "a" {\n  nmae = "x"\n}\nresource "demo_thing" "a" {\n  name = var.absent\n}\n'
    )
    module = write({"versions.tf": REQUIRED, "main.tf": text})
    assert said(validator.validate(module, rounds=1)) == [
        ("main.tf", 4, 1, 'Duplicate resource "demo_thing" configuration')
    ]
    assert len(validator.validate(module).errors) == 4
