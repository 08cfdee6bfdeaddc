"""What findings give to paste can be pasted: it parses, and the module is as valid with it as without."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tffix import Address, parse
from tffix.cli.validating import errors_of_modules
from tffix.engine.golden import Case, files_below, find_cases, write_result
from tffix.engine.policy import Policy
from tffix.engine.results import Found
from tffix.engine.runner import check
from tffix.rules.codemod import codemods
from tffix.rules.registry import select
from tffix.terraform.project import read_project

GOLDEN = Path(__file__).parents[1] / "golden"
TOP = ("check", "data", "import", "locals", "moved", "output", "provider", "resource", "variable")
INNER = ("access_logs", "default_action", "default_tags", "egress", "lifecycle", "statement", "validation")
_BLOCK = re.compile(r'^([a-z_]+)(?: "[^"\n]*")* \{(?:\}$|\n(?:.*\n)*?\})', re.MULTILINE)


def pasted(found: Found) -> Iterator[tuple[str, str]]:
    """The blocks in a finding's advice: their types and their texts."""
    if "\n" in found.advice:
        for match in _BLOCK.finditer(found.advice):
            yield match[1], match[0]


def findings(case: Case) -> list[Found]:
    rules = [one for one in select(case.rules, (), case.options) if one not in codemods([one])]
    with contextlib.chdir(case.input):
        return check(read_project(["."], alone=True), rules, Policy()).found


def cases() -> list[tuple[Case, list[Found]]]:
    """The golden cases in HCL, each with those of its findings that have something to paste."""
    hcl = [one for one in find_cases(GOLDEN) if all(name.endswith(".tf") for name in files_below(one.input))]
    found = [(case, [one for one in findings(case) if any(pasted(one))]) for case in hcl]
    return [(case, left) for case, left in found if left]


CASES = cases()


def test_there_is_much_to_paste() -> None:
    rules = {found.rule for _, left in CASES for found in left}
    assert len(rules) >= 15
    assert "aws-s3-plain-http-allowed" in rules


@pytest.mark.parametrize(("case", "left"), CASES, ids=[case.name for case, _ in CASES])
def test_it_parses(case: Case, left: list[Found]) -> None:
    for found in left:
        for type_, text in pasted(found):
            (block,) = parse(f"{text}\n".encode(), "pasted.tf").blocks()
            assert block.type == type_


def test_it_validates(tmp_path: Path) -> None:
    pytest.importorskip("grpc", reason="grpcio is not installed: pip install 'tffix[validate]'")
    if not (shutil.which("terraform") or shutil.which("tofu")):
        pytest.skip("terraform is not installed")
    worse = []
    with errors_of_modules() as errors:
        for number, (case, left) in enumerate(CASES):
            before = files_below(case.input)
            for index, found in enumerate(left):
                after = _with_blocks(found, before)
                if after is None:
                    continue
                folder = Path(found.path).parent
                old, new = tmp_path / f"old-{number}", tmp_path / f"new-{number}-{index}"
                write_result(case, after, new)
                if not old.exists():
                    write_result(case, before, old)
                brought = errors(str(new / folder), {})
                brought = brought - errors(str(old / folder), {}) if brought else brought
                worse += [f"{case.name}: {found.message}: {message}" for message in sorted(brought)]
    assert worse == []


def _with_blocks(found: Found, files: dict[str, bytes]) -> dict[str, bytes] | None:
    """The files of a case with what a finding gives to paste; None if that is a file of its own."""
    blocks = list(pasted(found))
    if any(type_ not in (*TOP, *INNER) for type_, _ in blocks):
        return None
    top = [text for type_, text in blocks if type_ in TOP]
    inner = [text for type_, text in blocks if type_ not in TOP]
    after = dict(files)
    if inner and inner[0].startswith("statement "):
        repeated = "count = 1\n" if "count.index" in inner[0] else ""
        repeated = "for_each = toset([])\n" if "each.key" in inner[0] else repeated
        top.append(f'data "aws_iam_policy_document" "pasted" {{\n{repeated}' + "\n".join(inner) + "\n}")
    elif inner and inner[0].startswith("default_tags "):
        if any(b'provider "aws"' in text for text in files.values()):
            return None
        top.append('provider "aws" {\n' + "\n".join(inner) + "\n}")
    elif inner:
        tree = parse(files[found.path], found.path)
        (block,) = [one for one in tree.blocks() if str(Address.of(one)) == found.address]
        for text in inner:
            block.body.append(next(parse(f"{text}\n".encode(), "pasted.tf").blocks()).remove())
        after[found.path] = tree.text.encode()
    if top:
        after[str(Path(found.path).parent / "pasted.tf")] = "\n".join(top).encode()
    return after
