"""No rule fails at a module of odd structure, and one that fails hides nothing that others find."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise, zip_longest
from pathlib import Path
from random import Random

import pytest
from engine.helpers import look, project, renames, rule, texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tffix import HclSyntaxError, parse
from tffix.engine.policy import Policy
from tffix.engine.runner import check, repair
from tffix.hcl.scanner import scan
from tffix.rules.registry import in_profile, select
from tffix.terraform.module import Module

from .odd_modules import GOLDEN, SEEDS, odd

RULES = select(in_profile("all"), (), {})
TEXTS = ("literal", "heredoc_literal", "string")
SECRET = 'resource "aws_db_instance" "main" {\n  password = "hunter2hunter2"\n}\n'


def findings(text: str) -> tuple[set[str], list[str]]:
    """The rules that find something in a file, and what failed."""
    result = check(project({"main.tf": text}), RULES, Policy())
    return {one.rule for one in result.found}, [one.message for one in result.defects]


def hold(files: dict[str, str]) -> None:
    """No rule fails, and a second run changes nothing."""
    result = repair(project(files), RULES, Policy())
    assert not result.defects
    deleted = {change.path for change in result.changes if change.deletes}
    after = {path: text for path, text in {**files, **texts(result)}.items() if path not in deleted}
    again = repair(project(after), RULES, Policy())
    assert not again.defects
    assert not again.changes


# The same modules each time: to look for new faults is what tools/fuzz.py is for.
@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
def test_no_rule_fails_at_an_odd_module(folder: Path, random: Random) -> None:
    hold(odd(folder, random))


def with_bytes(kind: str, token: str) -> str:
    """A token with an overlong character in it."""
    at = {"string": 1, "comment": 2}.get(kind, 0)
    return token[:at] + "\udcc0\udc80" + token[at:]


SPOILT: dict[str, tuple[tuple[str, ...], Callable[[str, str], str]]] = {
    "bytes": ((*TEXTS, "comment"), with_bytes),
    "bytes in comments": (("comment",), with_bytes),
    "many digits": (("number",), lambda kind, token: "9" * 5000),
    "large numbers": (("number",), lambda kind, token: "1e400"),
    "fractions": (("number",), lambda kind, token: f"{token}.{'3' * 5000}"),
    "many digits in texts": (TEXTS, lambda kind, token: re.sub("[0-9]+", "9" * 5000, token)),
    "no digits in texts": (TEXTS, lambda kind, token: re.sub("[0-9]", "\N{SUPERSCRIPT TWO}", token)),
}


@pytest.mark.parametrize("case", SPOILT)
@pytest.mark.parametrize("folder", SEEDS, ids=lambda folder: "/".join(folder.parts[-3:-1]))
def test_no_rule_fails_where_all_of_a_kind_is_spoilt(folder: Path, case: str) -> None:
    kinds, change = SPOILT[case]
    texts = {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*.tf")}
    made = {path: spoilt(text, kinds, change) for path, text in texts.items() if parses(text)}
    hold({path: text for path, text in made.items() if parses(text)})


def parses(text: str) -> bool:
    try:
        parse(text.encode("utf-8", "surrogateescape"))
    except HclSyntaxError:
        return False
    return True


def spoilt(text: str, kinds: tuple[str, ...], change: Callable[[str, str], str]) -> str:
    """A text with each token of some kinds changed."""
    tokens = scan(text)
    pieces = [text[start:end] for start, end in pairwise((*tokens.starts, len(text)))]
    return "".join(
        change(kind, piece) if kind in kinds else piece
        for kind, piece in zip_longest(tokens.kinds, pieces, fillvalue="")
    )


@pytest.mark.parametrize(
    "odd_block",
    [
        'variable {\n  default = "hunter2hunter2"\n}\n',
        'variable "a" "b" {\n}\n',
        'resource {\n  password = "x"\n}\n',
        'resource "aws_db_instance" {\n  password = "x"\n}\n',
        'resource "aws_db_instance" "a b" {\n  password = "hunter2hunter2"\n}\n',
        'resource "aws_db_instance" "a" "b" {\n  password = "hunter2hunter2"\n}\n',
        'data "aws_iam_policy_document" {\n  statement {\n  }\n}\n',
        "output {\n  value = 1\n}\n",
        'output "a b" {\n  value = aws_db_instance.main.id\n}\n',
        'module {\n  source = "./x"\n}\n',
        'provider {\n  secret_key = "x"\n}\n',
        'terraform "x" {\n  required_providers {\n    aws = "~> 5.0"\n  }\n}\n',
        'terraform {\n  required_providers {\n    version = var.x\n    source  = "hashicorp/aws"\n  }\n}\n',
        "terraform {\n  required_providers {\n    aws = var.x\n    helm = { version = var.x }\n  }\n}\n",
        2 * "terraform {\n  required_providers {\n    aws = {}\n  }\n}\n",
        'locals "x" {\n  a = 1\n}\n',
        "resource {\n}\nresource {\n}\n",
        'resource "aws_vpc" "a.b" {\n}\n',
        'resource "aws_vpc" "1" {\n}\n',
        'resource "" "" {\n}\n',
        'resource "aws_s3_bucket" "b" {\n  server_side_encryption_configuration {\n'
        '    bucket = "x"\n  }\n}\n',
        'resource "aws_s3_bucket" "b" {\n  logging {\n    bucket = "x"\n  }\n}\n',
    ],
)
def test_a_secret_is_found_beside_a_block_that_is_none(odd_block: str) -> None:
    for text in (odd_block + SECRET, SECRET + odd_block):
        rules, defects = findings(text)
        assert defects == []
        assert "aws-password-hard-coded" in rules
        hold({"main.tf": text})


def test_what_a_block_that_is_none_mentions_is_used() -> None:
    variable = f'{SECRET}variable "x" {{\n  type = string\n}}\n'
    assert "terraform-declaration-unused" in findings(variable)[0]
    assert "terraform-declaration-unused" not in findings(f"{variable}output {{\n  value = var.x\n}}\n")[0]


def test_a_rule_that_fails_hides_no_other_rule_and_no_other_module() -> None:
    def visit(block, module: Module):
        if block.get("fails") is not None:
            raise ValueError("on purpose")
        return renames("fails", "old", "new").find(module)

    files = {
        "a/main.tf": 'resource "x" "a" {\n  old   = 1\n  fails = 1\n}\n',
        "b/main.tf": 'resource "x" "b" {\n  old = 1\n}\n',
    }
    rules = [rule("fails", visit), renames("works", "old", "newer")]
    for order in (rules, rules[::-1]):
        result = look(files, *order)
        assert [(one.path, one.rule) for one in result.found] == [
            ("a/main.tf", "works"),
            ("b/main.tf", "fails"),
            ("b/main.tf", "works"),
        ]
        assert [(one.rule, one.path, one.message) for one in result.defects] == [
            ("fails", "a", "failed: ValueError: on purpose")
        ]


def test_a_rule_that_fails_in_repair_leaves_the_fixes_of_others() -> None:
    def visit(block, module: Module):
        raise KeyError("x")
        yield

    result = repair(
        project({"main.tf": 'resource "x" "a" {\n  old = 1\n}\n'}),
        [rule("fails", visit), renames("works", "old", "new")],
        Policy(),
    )
    assert texts(result) == {"main.tf": 'resource "x" "a" {\n  new = 1\n}\n'}
    assert [one.rule for one in result.defects] == ["fails"]


@pytest.mark.parametrize(
    ("case", "argument", "old"),
    [
        (
            "aws-iam-managed-policy-unknown/quoted-dependencies",
            "s3_bucket_name",
            "aws_s3_bucket.prod_config_bucket.bucket",
        ),
        ("aws-cloudtrail-bucket-policy-missing/no-policy", "s3_key_prefix", None),
        ("aws-iam-name-not-unique/count-and-keys", "name", None),
    ],
)
def test_heredocs_where_a_text_is_built_of_a_value(case: str, argument: str, old: str | None) -> None:
    folder = GOLDEN / case / "input"
    files = {one.name: one.read_text() for one in folder.glob("*.tf")}
    for name, text in files.items():
        file = parse(text.encode())
        for body in file.body.walk():
            attribute = body.get(argument)
            if attribute is not None and old in (None, attribute.source):
                attribute.set("<<EOT\nodd\nEOT")
            elif argument == "s3_key_prefix" and body.owner and body.owner.labels[:1] == ("aws_cloudtrail",):
                body.set(argument, "<<EOT\nodd\nEOT")
        files[name] = file.text
    assert any("EOT" in text for text in files.values())
    hold(files)
