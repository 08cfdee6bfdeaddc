"""Reports of a campaign for machines, spreadsheets, terminals and pull requests; the files that hold them."""

from __future__ import annotations

import csv
import io
import json
import re
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from rich.console import Console

from tffix.bulk.records import Diff, Phase, Record, State, Step
from tffix.bulk.report import Tally, file_stem, write_all
from tffix.bulk.report.markdown import block, code, plain
from tffix.bulk.report.pull_request import LIMIT, body
from tffix.bulk.report.standing import Standing, standing
from tffix.bulk.report.table import FINDING_COLUMNS, REPOSITORY_COLUMNS
from tffix.bulk.report.terminal import show
from tffix.rules.registry import transforms
from tffix.rules.transform import Tier

from .examples import SUMMARY, campaign, changed, failed, found

DOCUMENTED = (Path(__file__).parents[2] / "docs" / "migration-reports.md").read_text("utf-8")


def steps(**states: State) -> dict[Phase, Step]:
    return {Phase(name): Step(Phase(name), state) for name, state in states.items()}


@pytest.mark.parametrize(
    ("phases", "expected"),
    [
        ({}, Standing.WAITING),
        ({"plan": State.DONE}, Standing.PLANNED),
        ({"plan": State.NOTHING}, Standing.NOTHING),
        ({"plan": State.DONE, "apply": State.HELD}, Standing.HELD),
        ({"plan": State.DONE, "apply": State.DONE, "validate": State.NOTHING}, Standing.APPLIED),
        ({"plan": State.DONE, "apply": State.DONE, "validate": State.FAILED}, Standing.FAILED),
        ({"plan": State.DONE, "apply": State.RUNNING}, Standing.INTERRUPTED),
        ({"plan": State.DONE, "apply": State.DONE, "undo": State.DONE}, Standing.UNDONE),
    ],
)
def test_a_repository_stands_where_its_latest_phase_left_it(
    phases: dict[str, State], expected: Standing
) -> None:
    assert standing(Record("a", "/a", steps(**phases))) is expected


def test_the_states_are_documented() -> None:
    table = DOCUMENTED.split("## States")[1].split("## The page")[0]
    assert re.findall(r"^\| ([a-z ]+) \| (?!what)", table, re.MULTILINE) == list(Standing)


# The JSON document


def keys(value: object, prefix: str = "") -> set[str]:
    if isinstance(value, list):
        return {key for one in value for key in keys(one, prefix)}
    if isinstance(value, dict):
        inner = {key for name, one in value.items() for key in keys(one, f"{prefix}{name}.")}
        return {f"{prefix}{name}" for name in value} | inner
    return set()


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    write_all(tmp_path, SUMMARY, campaign)
    return tmp_path


def test_json_is_one_document_with_the_keys_that_are_documented(reports: Path) -> None:
    text = (reports / "report.json").read_text("utf-8")
    document = json.loads(text)
    documented = set(re.findall(r"^\| `([a-z_.]+)` \|", DOCUMENTED.split("## The JSON")[1], re.MULTILINE))
    assert documented == keys(document)
    assert document["campaign"]["started"] == "2026-11-23T18:00:00Z"
    assert document["totals"]["repositories"] == len(document["repositories"]) == 6
    assert len([line for line in text.splitlines() if '"diffs"' in line]) == 6


def test_json_of_an_empty_campaign_is_a_document(tmp_path: Path) -> None:
    write_all(tmp_path, SUMMARY, lambda: ())
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["repositories"] == []


def test_no_report_tells_a_password(reports: Path) -> None:
    texts = [path.read_text("utf-8") for path in reports.rglob("*") if path.is_file()]
    assert any("git.example.com/team/network.git" in text for text in texts)
    assert [text for text in texts if "hunter2" in text] == []


# Tables


def test_csv_has_a_row_for_every_repository(reports: Path) -> None:
    with (reports / "repositories.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == REPOSITORY_COLUMNS
    first = rows[0]
    assert (first["repository"], first["state"], first["fixed"], first["added"]) == (
        "team/network",
        "validated",
        "2",
        "3",
    )
    for column in (*REPOSITORY_COLUMNS, *FINDING_COLUMNS):
        assert f"`{column}`" in DOCUMENTED.split("## The CSV files")[1]


def test_csv_of_findings_has_what_is_fixed_left_and_unreadable(reports: Path) -> None:
    with (reports / "findings.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == FINDING_COLUMNS
    assert {row["state"] for row in rows} == {"fixed", "left", "unreadable"}
    assert {row["advice"] for row in rows if row["advice"]} >= {"Say who owns it:\n\n  tags = {}"}


def test_csv_holds_no_formula(reports: Path) -> None:
    for name in ("repositories.csv", "findings.csv"):
        with (reports / name).open(encoding="utf-8", newline="") as stream:
            assert [cell for row in csv.reader(stream) for cell in row if cell.startswith("=")] == []


def terminal(records: list[Record], width: int = 120) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=False)
    show(console, SUMMARY, Tally.of(records), records)
    return out.getvalue()


def test_the_terminal_shows_states_rules_and_reasons() -> None:
    text = terminal(list(campaign()))
    assert re.search(r"^ +failed +1 *$", text, re.MULTILINE)
    assert re.search(r"^ +aws-iam-name-not-unique +1 +1 +1 *$", text, re.MULTILINE)
    assert "apply: 3 changes are more than the limit of 2" in text
    assert text.rstrip().endswith(
        "3 of 6 repositories changed: 3 fixes in 3 files (+6 −2). 2 findings left to you. 1 failed."
    )


def test_the_terminal_obeys_nothing_that_a_repository_says() -> None:
    text = terminal([replace(failed(), name="[red]a[/red]\x1b]0;title\x07")])
    assert "[red]a[/red]" in text
    assert "\x1b" not in text


def test_the_terminal_names_few_of_many() -> None:
    text = terminal([replace(failed(), name=f"r{number}") for number in range(100)])
    assert text.count("plan: git") == 20
    assert "… and 80 more that need attention" in text


# SARIF and pull requests


def test_sarif_of_a_repository_holds_what_is_left(reports: Path) -> None:
    (path,) = (reports / "repositories").glob("team-network-*.sarif")
    run = json.loads(path.read_text("utf-8"))["runs"][0]
    assert [one["ruleId"] for one in run["results"]] == ["aws-iam-name-not-unique"]


def test_a_pull_request_says_what_changes_why_and_how_to_undo_it() -> None:
    text = body(SUMMARY, changed())
    assert "makes 2 fixes in 1 file of this repository (+3 −1 lines)" in text
    why = plain(transforms()["aws-iam-name-not-unique"].summary())
    assert f"| `aws-iam-name-not-unique` | 1 | {why} |" in text
    assert "| `rename-bucket` | 1 | Renames the bucket. |" in text
    assert "- ⚠️ Replaces resources (1 fix): `aws_iam_role.deploy`" in text
    assert "- [ ] `iam.tf:9` It is shared. (`aws-iam-name-not-unique` at `aws_iam_role.deploy`)" in text
    assert "\n      ```\n      Say who owns it:\n" in text
    assert "`git revert bbbbbbbbbbbb aaaaaaaaaaaa`" in text
    assert "none has an error that it did not have before" in text
    plans = text[text.index("### The plan of each module") : text.index("### Left to you")]
    assert (
        "- `infra/app`: 1 to add (random\\_id.suffix), 1 to replace (aws\\_iam\\_role.deploy: name)" in plans
    )
    assert "- ⚠️ `infra/old`: not proved: main.tf:3: Unsupported argument" in plans
    assert "No fix announces: `destroy aws_kms_key.a`" in plans
    assert "Not seen: what data sources really return" in plans
    assert "The plan of each module" not in body(SUMMARY, replace(changed(), plans=()))


def test_a_pull_request_is_never_longer_than_github_takes() -> None:
    many = tuple(found(f"rule-{n}", message="*" * 300, advice="`x`\n" * 30) for n in range(2000))
    text = body(SUMMARY, replace(changed(), found=many, fixed=many, diffs=changed().diffs * 3000))
    assert len(text) <= LIMIT
    assert len(text) > LIMIT * 0.8
    assert re.search(r"… and [\d,]+ more: the campaign's report lists them all", text)
    assert "### How to undo it" in text


@pytest.mark.parametrize(
    "text",
    [
        "a_b_ *c* `d` <b> [x](y) # ! | ~~s~~ &amp; $x$ \\",
        "- item",
        "1. item",
        "<!-- c -->",
        "https://x.example",
    ],
)
def test_markdown_shows_texts_as_they_are(text: str) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    inline = parser.parseInline(plain(text))[0].children or []
    assert "".join(one.content for one in inline) == text
    assert {one.type for one in inline} <= {"text", "text_special"}
    (span,) = parser.parseInline(code(text))[0].children or []
    assert (span.type, span.content) == ("code_inline", text)
    (fence,) = parser.parse(block(f"```\n{text}\n```"))
    assert (fence.type, fence.content) == ("fence", f"```\n{text}\n```\n")


def test_markdown_notifies_nobody() -> None:
    assert not re.search(r"@\w|#\d|GH-\d", plain("ask @octocat about #12 or GH-12"))


# Files


def test_every_file_is_written_and_named(tmp_path: Path) -> None:
    paths = write_all(tmp_path, SUMMARY, campaign)
    assert [path.name for path in paths[:4]] == [
        "report.html",
        "report.json",
        "repositories.csv",
        "findings.csv",
    ]
    assert len(paths) == 4 + 2 * 6
    assert sorted(paths) == sorted(path for path in tmp_path.rglob("*") if path.is_file())


def test_a_report_that_fails_leaves_the_earlier_one(tmp_path: Path) -> None:
    write_all(tmp_path, SUMMARY, campaign)
    before = (tmp_path / "report.html").read_bytes()
    calls = 0

    def breaking() -> Iterator[Record]:
        nonlocal calls
        calls += 1
        yield changed()
        if calls > 1:
            raise OSError("the journal is gone")

    with pytest.raises(OSError, match="journal"):
        write_all(tmp_path, SUMMARY, breaking)
    assert (tmp_path / "report.html").read_bytes() == before
    assert list(tmp_path.glob(".*")) == []


def test_file_names_of_repositories_are_plain_and_differ() -> None:
    taken: set[str] = set()
    names = ["network", "Network", "a/b", "a-b", "../../etc/passwd", "..", "", "x" * 300, "c:\\d", "日本"]
    stems = [file_stem(name, taken) for name in names]
    assert stems[0] == "network"
    assert stems[3] == "a-b"
    assert len({stem.casefold() for stem in stems}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9._-]{1,100}", stem) and ".." not in stem for stem in stems)


def test_reports_hold_one_repository_at_a_time(tmp_path: Path) -> None:
    long = replace(changed(), diffs=(Diff("main.tf", "@@ -1 +1 @@\n" + "+long line\n" * 20_000, 20_000, 0),))

    def many() -> Iterator[Record]:
        for number in range(60):
            diffs = (replace(long.diffs[0], text=long.diffs[0].text + f"+{number}\n"),)
            yield replace(long, name=f"r{number}", diffs=diffs)

    tracemalloc.start()
    write_all(tmp_path, SUMMARY, many)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (tmp_path / "report.html").stat().st_size > 13_000_000
    assert peak < 6_000_000


def test_a_module_that_was_invalid_and_has_other_errors_is_not_called_valid() -> None:
    others = "invalid before, and now with other errors: live"
    done = steps(plan=State.DONE, apply=State.DONE)
    record = replace(changed(), steps={**done, Phase.VALIDATE: Step(Phase.VALIDATE, State.DONE, others)})
    assert standing(record) is Standing.INVALID
    text = body(SUMMARY, record)
    assert f"The changed modules were validated: {others}." in text
    assert "none has an error" not in text


def test_what_is_held_back_is_told_with_its_tier_and_what_releases_it() -> None:
    held = replace(
        found("r"),
        tier=Tier.DEPLOYED,
        is_held=True,
        reason="it is live",
        release="limits.allow-replace = true",
    )
    text = body(SUMMARY, replace(changed(), found=(held,)))
    assert "1 fix is held back (tier deployed): it is live." in text
    assert "Use limits.allow-replace = true to make it." in text
    assert "Fixes by tier: 2 safe." in text
    assert "Held back (tier deployed): it is live" in text
