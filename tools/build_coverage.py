"""Writes docs/forms.md: for each known failure, the forms that are found and those that are left alone.

python tools/build_coverage.py

The failures and their rules are those of docs/coverage.md; every form is a golden case of one of the rules.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tffix.engine.golden import Case, find_cases

ROOT = Path(__file__).resolve().parent.parent
COVERAGE = ROOT / "docs" / "coverage.md"
TARGET = ROOT / "docs" / "forms.md"

_HEAD = """# The forms of known failures

For each failure of [coverage.md](coverage.md): the forms in which it is found, and the near-misses that
are left alone. Each is a golden case, a module before and after, in the folder that the link leads to. What
is only reported is marked; the other forms are fixed. This page is written by `tools/build_coverage.py`.
"""


def failures() -> dict[str, list[str]]:
    """The failures with their rules, in the order of docs/coverage.md."""
    found: dict[str, list[str]] = {}
    for line, rules in re.findall(r"^\| (.+?) \| (.+) \|$", COVERAGE.read_text("utf-8"), re.MULTILINE):
        if line not in ("line", "---"):
            known = found.setdefault(line, [])
            known += [one for one in re.findall(r"`([a-z0-9-]+)`", rules) if one not in known]
    return found


def cases_by_rule() -> dict[str, list[Case]]:
    """The golden cases of each rule."""
    found: dict[str, list[Case]] = {}
    for case in find_cases(ROOT / "golden"):
        found.setdefault(case.folder.parent.name, []).append(case)
    return found


def finds(case: Case) -> bool:
    """Whether a case shows something that is found."""
    return (case.folder / "expected").is_dir() or bool(case.findings)


def page() -> str:
    """The text of the page."""
    cases, parts = cases_by_rule(), [_HEAD]
    for line, rules in failures().items():
        parts.append(f"\n## {line}\n\n| rule | found | left alone |\n| --- | --- | --- |\n")
        for rule in rules:
            own = cases.get(rule, [])
            found = [_told(rule, one) for one in own if finds(one)]
            left = [_told(rule, one) for one in own if not finds(one)]
            parts.append(f"| [{rule}](rules/{rule}.md) | {', '.join(found)} | {', '.join(left)} |\n")
    return "".join(parts)


def _told(rule: str, case: Case) -> str:
    name = case.folder.name
    words = name.removeprefix("trap-").replace("-", " ")
    is_reported = finds(case) and not (case.folder / "expected").is_dir()
    return f"[{words}](../golden/{rule}/{name}){' (reported)' if is_reported else ''}"


def main() -> int:
    TARGET.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
