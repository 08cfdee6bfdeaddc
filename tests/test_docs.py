"""The documentation says what is so: generated pages are up to date, every named rule exists."""

from __future__ import annotations

import importlib.util
import os
import re
from pathlib import Path
from typing import Any

import pytest

from tffix.rules.registry import transforms

ROOT = Path(__file__).parents[1]
COVERAGE = ROOT / "docs" / "coverage.md"
FAILURES = Path(os.environ.get("TFFIX_FAILURES", ROOT.parent / "shared" / "mission" / "failures.md"))


def tool(name: str) -> Any:
    """A program in tools/ as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_the_api_is_up_to_date() -> None:
    there = (ROOT / "docs" / "api.md").read_text("utf-8")
    assert there == tool("build_api_docs").page(), "run tools/build_api_docs.py"


def test_the_pages_of_the_rules_are_up_to_date() -> None:
    wanted = tool("build_rule_docs").pages()
    there = {one.name: one.read_text("utf-8") for one in (ROOT / "docs" / "rules").glob("*.md")}
    assert sorted(there) == sorted(wanted), "run tools/build_rule_docs.py"
    assert [name for name in wanted if there[name] != wanted[name]] == [], "run tools/build_rule_docs.py"


def test_the_page_of_the_forms_is_up_to_date() -> None:
    there = (ROOT / "docs" / "forms.md").read_text("utf-8")
    assert there == tool("build_coverage").page(), "run tools/build_coverage.py"


def test_every_known_failure_has_a_form_that_is_found_and_one_that_is_left_alone() -> None:
    coverage = tool("build_coverage")
    cases = coverage.cases_by_rule()
    for line, rules in coverage.failures().items():
        own = [case for rule in rules for case in cases.get(rule, [])]
        assert any(coverage.finds(case) for case in own), line
        assert not all(coverage.finds(case) for case in own), line


def rows() -> dict[str, set[str]]:
    """The lines that the coverage table names, each with its rules; a line named twice has all of them."""
    found: dict[str, set[str]] = {}
    for line, rules in re.findall(r"^\| (.+?) \| (.+) \|$", COVERAGE.read_text("utf-8"), re.MULTILINE):
        if line not in ("line", "---"):
            found.setdefault(line, set()).update(re.findall(r"`([a-z0-9-]+)`", rules))
    return found


def test_every_line_of_the_coverage_table_has_rules_that_exist() -> None:
    for line, rules in rows().items():
        assert rules, line
        assert rules <= set(transforms()), line


def test_every_rule_of_the_readme_exists() -> None:
    named = re.findall(r"ignore\[([a-z0-9-]+)\]", (ROOT / "README.md").read_text("utf-8"))
    assert named
    assert set(named) <= set(transforms())


def test_every_line_of_the_failures_document_is_covered() -> None:
    if not FAILURES.is_file():
        pytest.skip(f"the failures document is not there: {FAILURES}")
    text = FAILURES.read_text("utf-8")
    # Numbered headings of the critical failures, "- **Line**: …" of the lists, plain "- …" of the last part.
    critical = text[: text.index("## Deployment Failures")]
    lines = [re.sub(r" \(.*\)$", "", one) for one in re.findall(r"^### \d+\. \*\*(.+?)\*\*$", critical, re.M)]
    lines += re.findall(r"^- \*\*(.+?)\*\*:", text, re.MULTILINE)
    lines += re.findall(r"^- ([A-Z][^*\n]+)$", text, re.MULTILINE)
    assert len(lines) > 40
    assert [line for line in lines if line not in rows()] == []
