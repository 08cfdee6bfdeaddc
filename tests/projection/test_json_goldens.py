"""The golden cases with their modules in Terraform's JSON syntax: the rules find and fix the same there."""

import contextlib
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tffix import HclSyntaxError
from tffix.engine.golden import Case, find_cases
from tffix.engine.policy import Policy
from tffix.engine.results import Result
from tffix.engine.runner import repair
from tffix.hcl.json_text import Document
from tffix.hcl.structure import Structure
from tffix.projection import Refused, read
from tffix.projection.json.edits import meaning_of
from tffix.projection.json.viewing import View
from tffix.rules.registry import select
from tffix.terraform.discovery import CONFIGURATION
from tffix.terraform.project import read_project

OTHERWISE = {
    "terraform-comment-slashes": "JSON has no comments",
    "terraform-declaration-misplaced": "files in JSON keep their blocks",
    "terraform-interpolation-only": "a string with one interpolation is how JSON writes an expression",
    "terraform-provider-blocks-misplaced": "files in JSON keep their blocks",
    "terraform-reference-quoted": "JSON has references in strings only",
    "terraform-type-quoted": "JSON has types in strings only",
}
"""Rules that are about how HCL is written."""
OTHERWISE_HERE = {
    "aws-availability-zones-filtered-by-name/order-and-duplicates": "keeps a comment in a list",
    "aws-iam-policy-without-version/every-way": "a heredoc has lines, a string has none",
    "aws-ssm-parameter-without-description/from-comments": "arguments have no comments",
    "schema-block-expected/attributes-as-blocks": "JSON takes it for an argument",
    "terraform-declared-twice/contradicting-constraints": "files in JSON keep their blocks",
    "terraform-declared-twice/required-in-two-files": "files in JSON keep their blocks",
    "terraform-declared-twice/two-required-providers-blocks": "files in JSON keep their blocks",
    "terraform-declared-twice/two-sources-for-one-name": "files in JSON keep their blocks",
    "terraform-reference-expected/aliases-in-quotes": "JSON has references in strings only",
    "terraform-reference-expected/computed": "JSON has references in strings only",
    "terraform-reference-expected/iterators": "JSON has references in strings only",
    "terraform-reference-expected/strings-and-stars": "JSON has references in strings only",
    "terraform-refactoring-invalid/in-quotes": "JSON has addresses in strings only",
    "terraform-type-invalid/words-of-other-languages": "JSON has types in strings only",
    "terraform-variable-without-description/headings": "comments in JSON have no rules of # and no boxes",
    "terraform-label-convention-mixed/named-elsewhere": "a quoted reference is one in JSON",
}
CASES = [
    case
    for case in find_cases(Path(__file__).parents[2] / "golden")
    if case.rules is not None
    and not set(case.rules) & set(OTHERWISE)
    and case.name not in OTHERWISE_HERE
    and not any(case.input.rglob("*.py"))
]


@pytest.mark.parametrize("rule", sorted({case.folder.parent.name for case in CASES}))
def test_rule(rule: str, tmp_path: Path) -> None:
    done = 0
    for case in (one for one in CASES if one.folder.parent.name == rule):
        folder = tmp_path / case.folder.name
        shutil.copytree(case.input, folder)
        try:
            for path in [path for path in folder.rglob("*") if path.name.endswith((".tf", ".tofu"))]:
                path.with_name(f"{path.name}.json").write_bytes(in_json(path.read_bytes()))
                path.unlink()
        except (Refused, HclSyntaxError):
            continue  # blocks that JSON takes for arguments, or no HCL
        wanted, found = repaired(case, case.input), repaired(case, folder)
        assert told(found) == told(wanted)
        assert meanings(found, folder) == meanings(wanted, case.input)
        done += 1
    if not done:
        pytest.skip("no case of this rule can be written in JSON")


def in_json(data: bytes) -> bytes:
    read(data, "main.tf")  # raises for what is not HCL
    empty = read(b"{}\n", "main.tf.json")
    assert empty is not None and empty.projection is not None
    return empty.projection.put_back(data.decode("utf-8-sig").replace("\r\n", "\n")).data or b"{}\n"


def repaired(case: Case, folder: Path) -> Result:
    with contextlib.chdir(folder):
        rules = select(case.rules, (), case.options)
        return repair(read_project(["."], alone=True), rules, Policy(case.allow_replace))


def told(result: Result) -> tuple[Any, ...]:
    left = Counter(
        (one.rule, in_hcl(one.message), re.sub(r"\.tf(\.json)?:\d+", ".tf", one.reason), one.fixable)
        for one in result.found
    )
    return left, Counter((one.rule, in_hcl(one.message)) for one in result.fixed), result.defects


def in_hcl(message: str) -> str:
    """A message with the names that files in HCL have."""
    return message.replace(".tf.json", ".tf")


def meanings(result: Result, folder: Path) -> dict[str, list[str]]:
    """What the blocks of each directory say after a repair."""
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.name.endswith(CONFIGURATION)
    }
    files |= {change.path: change.new for change in result.changes}
    view = View(Document("{}"))
    found: dict[str, list[str]] = {}
    for name, data in files.items():
        if not data.strip():
            continue
        file = read(data, name)
        assert file is not None
        _, blocks = meaning_of(Structure(file.source).parse(), view.body.shape, view)
        found.setdefault(str(Path(name).parent), []).extend(map(repr, blocks))
    return {directory: sorted(blocks) for directory, blocks in found.items() if blocks}
