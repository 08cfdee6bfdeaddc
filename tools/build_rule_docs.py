"""Writes docs/rules/: a page for every shipped rule, of its docstring and its golden cases, and an index.

python tools/build_rule_docs.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tffix.engine import like_rules
from tffix.engine.golden import Case, find_cases
from tffix.rules.codemod import Codemod
from tffix.rules.registry import transforms
from tffix.rules.transform import Documentation, Profile, Transform

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "rules"
_CODE = ("Example", "Becomes")
_PROFILES = {
    Profile.DEPLOY: "what breaks an apply; these run unless you choose another profile",
    Profile.SECURITY: "IAM, network and compliance: `--profile security`",
    Profile.BEST_PRACTICE: "style, cost, performance and monitoring: `--profile best-practice`",
    Profile.PEDANTIC: "what few want to hear of; these run only if you name them: `--select RULE`",
    Profile.MIGRATION: "to another library or tool; these run only if you name them: `--select RULE`",
}


def pages() -> dict[str, str]:
    """The text of every page by its file name."""
    cases: dict[str, list[Case]] = {}
    for case in find_cases(ROOT / "golden"):
        cases.setdefault(case.folder.parent.name, []).append(case)
    rules = [one for one in transforms().values() if one.__module__.startswith("tffix_transforms.")]
    found = {f"{rule.name}.md": page(rule, cases.get(rule.name, [])) for rule in rules}
    return {"README.md": index(rules, cases), **found}


def is_fixable(cases: list[Case]) -> bool:
    """Whether a golden case shows a fix."""
    return any((case.folder / "expected").is_dir() for case in cases)


def page(rule: type[Transform], cases: list[Case]) -> str:
    parts = Documentation.of(rule)
    lines = [f"# {rule.name}", "", parts.text, ""]
    fixes = (
        f"yes; usual impact: {rule.impact.value}; usual tier: {rule.usual_tier().value}"
        if is_fixable(cases)
        else "no, only reported"
    )
    lines += [f"Profile: {rule.profile.value}. Fixed: {fixes}. Works on: {rule.works_on()}."]
    language = "python" if issubclass(rule, Codemod) else "hcl"
    for title, body in parts.sections.items():
        code = title in _CODE
        lines += ["", f"## {title}", "", *([f"```{language}", body, "```"] if code else [body])]
    if rule.options:
        lines += ["", "## Options", "", "```toml", f"[rules.{rule.name}]"]
        lines += [f"{name} = {json.dumps(value)}" for name, value in rule.options.items()]
        lines += ["```"]
    if alike := like_rules.alike(rule.name):
        lines += ["", "## Also suppressed by", ""]
        lines += [f"- {tool}: {', '.join(f'`{one}`' for one in ids)}" for tool, ids in alike.items()]
    lines += ["", "## Golden cases", ""]
    lines += [f"- [{case.folder.name}](../../golden/{case.name}){_told(case)}" for case in cases]
    return "\n".join(lines).rstrip() + "\n"


def _told(case: Case) -> str:
    if (case.folder / "expected").is_dir():
        return ": fixed"
    return ": reported" if case.findings else ": left alone"


def index(rules: list[type[Transform]], cases: dict[str, list[Case]]) -> str:
    lines = [
        "# The rules",
        "",
        f"{len(rules)} rules come with tffix. `tffix explain RULE` prints these pages.",
    ]
    for profile, told in _PROFILES.items():
        own = [rule for rule in rules if rule.profile is profile]
        lines += ["", f"## {profile.value}", "", f"{told[0].upper()}{told[1:]}.", ""]
        lines += ["| rule | finds | fixes | impact | tier |", "| --- | --- | --- | --- | --- |"]
        lines += [_row(rule, is_fixable(cases.get(rule.name, []))) for rule in own]
    return "\n".join(lines) + "\n"


def _row(rule: type[Transform], fixable: bool) -> str:
    summary = rule.summary().replace("|", "\\|")
    does = f"{rule.impact.value} | {rule.usual_tier().value if fixable else ''}"
    return f"| [{rule.name}]({rule.name}.md) | {summary} | {'yes' if fixable else ''} | {does} |"


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in TARGET.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (TARGET / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
