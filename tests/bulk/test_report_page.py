"""The HTML report: what it is made of, and what a browser makes of it.

The tests with a browser need Playwright, which is among what tests need, and a Chromium: Playwright's own, or
one that is installed (`apt-get install chromium`). They are skipped where either is missing. With
TFFIX_SCREENSHOTS=FOLDER they leave pictures there.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tffix.bulk.records import Commit, Diff, Phase, Record, State, Step, Summary
from tffix.bulk.report import Tally, write_all
from tffix.bulk.report.html import write
from tffix.engine.results import FileError

from .examples import DIFF, HOSTILE, SUMMARY, campaign, changed, found


class Page(HTMLParser):
    """What a browser would make of the page: its elements, and the texts of its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and self.scripts:
            self.scripts[-1] += data


def page(*records: Record, summary: Summary = SUMMARY) -> tuple[str, Page]:
    out = io.StringIO()
    write(out, summary, Tally.of(records), records)
    parsed = Page()
    parsed.feed(out.getvalue())
    return out.getvalue(), parsed


def test_the_page_needs_nothing_else() -> None:
    text, parsed = page(*campaign())
    fetching = {"src", "srcset", "data", "action", "background", "poster"}
    assert [one for one in parsed.elements if fetching & set(one[1])] == []
    assert {tag for tag, _ in parsed.elements}.isdisjoint({"link", "img", "iframe", "base", "object"})
    assert "url(" not in text
    assert "@import" not in text
    (policy,) = (at["content"] for _, at in parsed.elements if at.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_no_other() -> None:
    text, parsed = page(*campaign())
    (policy,) = (at["content"] or "" for _, at in parsed.elements if at.get("http-equiv"))
    for element in ("style", "script"):
        (content,) = re.findall(rf"<{element}>(.*?)</{element}>", text, re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert re.findall(rf"{element}-src ([^;]*);", policy) == [f"'sha256-{digest}'"]


def test_nothing_that_a_repository_says_becomes_an_element() -> None:
    hostile = replace(
        changed(),
        name=HOSTILE,
        location=HOSTILE,
        base_branch=HOSTILE,
        steps={Phase.PLAN: Step(Phase.PLAN, State.FAILED, HOSTILE)},
        fixed=(found(HOSTILE, message=HOSTILE),),
        found=(found(HOSTILE, message=HOSTILE, advice=HOSTILE),),
        errors=(FileError(HOSTILE, 1, 1, HOSTILE),),
        diffs=(Diff(HOSTILE, f"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-{HOSTILE}\n+x\n", 1, 1),),
        commits=(Commit("a" * 40, HOSTILE),),
    )
    _, parsed = page(
        hostile, summary=replace(SUMMARY, name=HOSTILE, branch=HOSTILE, about={HOSTILE: HOSTILE})
    )
    _, other = page(replace(changed(), steps=hostile.steps, found=changed().found, errors=hostile.errors))
    assert {tag for tag, _ in parsed.elements} == {tag for tag, _ in other.elements}
    assert [at for _, at in parsed.elements if any(name.startswith("on") for name in at)] == []
    data, script = parsed.scripts
    assert json.loads(data)["name"] == HOSTILE
    assert json.loads(data)["diffs"][0]["path"] == HOSTILE
    assert not set("<>&") & set(data)
    assert script.strip().startswith('"use strict";')


def test_an_empty_campaign_has_a_page() -> None:
    text, _ = page()
    assert "No rule found anything." in text


def test_totals_and_charts_have_their_numbers_in_words() -> None:
    text, parsed = page(*campaign())
    buttons = {at["data-choose-state"] for _, at in parsed.elements if "data-choose-state" in at}
    assert buttons == {"failed", "held", "planned", "validated", "nothing", "waiting"}
    assert re.search(r"Left to you</dt><dd><strong>2</strong>", text)
    assert "replaces resources</span><b>1</b>" in text


# In a browser

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@dataclass
class Window:
    """A page in a browser, with what it complained of and asked for."""

    page: Any
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def shown(self) -> list[str]:
        texts: list[str] = self.page.locator("#repositories > tbody:visible .fold").all_text_contents()
        return texts

    def wait_for(self, told: str) -> None:
        self.page.locator("#shown").get_by_text(told, exact=True).wait_for()

    def row(self, name: str) -> Any:
        return self.page.locator("#repositories > tbody").filter(
            has=self.page.get_by_role("button", name=name)
        )

    def picture(self, name: str) -> None:
        folder = os.environ.get("TFFIX_SCREENSHOTS")
        if folder:
            self.page.screenshot(path=Path(folder) / f"{name}.png")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as engine:
        own = engine.chromium.executable_path
        path = own if Path(own).exists() else next(filter(None, map(shutil.which, BROWSERS)), None)
        if path is None:
            pytest.skip("Chromium is not installed: apt-get install chromium")
        browser = engine.chromium.launch(executable_path=path)
        yield browser
        browser.close()


def repositories() -> Iterator[Record]:
    yield from campaign()
    other = replace(changed(), location="/checkouts/other")
    diff = Diff("x/</script>.tf", DIFF.replace("# Unique", HOSTILE), 3, 1)
    yield replace(other, name="hostile <b>", found=(found(HOSTILE, HOSTILE, advice=HOSTILE),), diffs=(diff,))
    long = "--- a/x\n+++ b/x\n@@ -0,0 +1,4000 @@\n" + "".join(f"+line {n}\n" for n in range(4000))
    yield replace(other, name="long", diffs=(Diff("long.tf", long, 4000, 0), Diff("next.tf", DIFF, 3, 1)))


@pytest.fixture
def window(browser: Any, tmp_path: Path) -> Iterator[Window]:
    """The report opened from disk, without a network; nothing may be asked for, and nothing complained of."""
    write_all(tmp_path, SUMMARY, repositories)
    context = browser.new_context(offline=True, viewport={"width": 1300, "height": 900}, color_scheme="light")
    window = Window(context.new_page())
    window.page.set_default_timeout(10_000)
    window.page.on("console", lambda message: window.complaints.append(message.text))
    window.page.on("pageerror", lambda error: window.complaints.append(str(error)))
    window.page.on("request", lambda request: window.requests.append(request.url))
    window.page.on("dialog", lambda dialog: window.complaints.append(dialog.message))
    url = (tmp_path / "report.html").as_uri()
    window.page.goto(url)
    yield window
    assert window.complaints == []
    assert window.requests == [url]
    context.close()


def test_it_opens_with_all_repositories_folded(window: Window) -> None:
    assert window.page.title() == "Unique names · tffix migration report"
    assert len(window.shown()) == 8
    assert window.page.locator(".detail").count() == 0
    assert window.page.locator("#shown").inner_text() == "8 repositories"
    window.picture("light")


def test_filters_by_text_state_and_rule(window: Window) -> None:
    page = window.page
    page.keyboard.press("/")
    page.keyboard.type("NETW")
    window.wait_for("1 of 8 repositories")
    assert window.shown() == ["team/network"]
    page.keyboard.press("Escape")
    assert len(window.shown()) == 8
    page.select_option("#state", "failed")
    assert window.shown() == ["x"]
    page.get_by_role("button", name="Clear").click()
    rule = page.locator("[data-choose-rule=another-rule]")
    rule.click()
    assert window.shown() == ["storage"]
    assert rule.get_attribute("aria-pressed") == "true"
    rule.click()
    page.fill("#text", 'no such "text"')
    window.wait_for("0 of 8 repositories")
    assert page.locator("#nothing").is_visible()


@pytest.mark.parametrize(
    ("text", "number"),
    [('name = "deploy-$', 4), ("unique & <stable>", 3), ("line 3999", 1), ("=</SCRIPT>", 1)],
)
def test_filters_by_what_findings_and_diffs_hold(window: Window, text: str, number: int) -> None:
    window.page.check("#deep")
    window.page.fill("#text", text)
    window.wait_for(f"{number} of 8 repositories")


def test_sorts_by_name_and_number(window: Window) -> None:
    heading = window.page.get_by_role("button", name="Repository", exact=True)
    heading.click()
    assert window.shown() == sorted(window.shown(), key=str.casefold)
    assert window.page.locator("[aria-sort=ascending]").inner_text().startswith("Repository")
    heading.click()
    assert window.shown() == sorted(window.shown(), key=str.casefold, reverse=True)
    window.page.locator("[data-sort=lines]").click()
    assert window.shown()[0] == "long"


def test_unfolds_a_repository_with_its_diff(window: Window) -> None:
    row = window.row("team/network")
    row.locator(".fold").focus()
    window.page.keyboard.press("Enter")
    detail = row.locator(".detail")
    assert detail.is_visible()
    assert row.locator(".fold").get_attribute("aria-expanded") == "true"
    lines = detail.locator(".diff span")
    assert lines.all_text_contents()[1:4] == [
        "+# Unique & <stable>.",
        ' resource "aws_iam_role" "deploy" {',
        '-  name = "deploy"',
    ]
    assert [one.strip() for one in lines.evaluate_all("all => all.map((one) => one.dataset.n)")][:5] == [
        "",
        "1",
        "1     2",
        "2",
        "3",
    ]
    assert detail.locator("mark").all_inner_texts() == ["-${random_id.suffix.hex}"]
    told = detail.inner_text()
    for part in ("Say who owns it", "replaces resources", "main at cccccccccc", "validate: done"):
        assert part in told
    window.picture("unfolded")
    window.page.keyboard.press("Enter")
    assert not detail.is_visible()


def test_tells_why_a_repository_failed(window: Window) -> None:
    window.row("x").filter(has_text="failed").locator(".fold").click()
    assert (
        "unable to access 'https://git.example.com/x.git': error 403"
        in window.page.locator(".reason").inner_text()
    )
    window.picture("failed")


def test_shows_a_hostile_repository_as_text(window: Window) -> None:
    row = window.row("hostile <b>")
    row.locator(".fold").click()
    assert "<img src=x onerror=" in row.locator(".diff").inner_text()
    assert "⟨U+202E⟩" in row.locator(".diff").inner_text()
    assert "x/</script>.tf" in row.locator(".file > summary").inner_text()
    assert window.page.locator("img").count() == 0


def test_shows_a_long_diff_bit_by_bit(window: Window) -> None:
    row = window.row("long")
    row.locator(".fold").click()
    first, second = row.locator(".file").all()
    assert first.get_attribute("open") is None
    first.locator("summary").click()
    first.get_by_role("button", name=re.compile("Show 1,500 more")).wait_for()
    assert first.locator(".diff span").count() == 1500
    first.get_by_role("button").click()
    assert first.locator(".diff span").count() == 3000
    second.locator("summary").click()
    assert second.locator(".diff span").last.inner_text() == " }"


def test_arrows_go_from_row_to_row(window: Window) -> None:
    window.page.locator("#text").focus()
    for _ in range(3):
        window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("ArrowUp")
    assert window.page.evaluate("document.activeElement.textContent") == "storage"


def test_an_address_leads_to_a_repository(window: Window) -> None:
    window.page.evaluate("location.hash = encodeURIComponent('team/network')")
    window.row("team/network").locator(".detail").wait_for()


def test_light_and_dark(window: Window) -> None:
    def background() -> str:
        return str(window.page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light = background()
    window.page.get_by_role("button", name="Switch to dark colours").click()
    dark = background()
    assert light != dark
    window.row("team/network").locator(".fold").click()
    window.picture("dark")
    window.page.reload()
    assert background() == dark
    window.requests.pop()
    window.page.get_by_role("button", name="Switch to light colours").click()
    assert background() == light


def test_follows_the_colours_of_the_system(window: Window) -> None:
    before = window.page.evaluate("getComputedStyle(document.body).backgroundColor")
    window.page.emulate_media(color_scheme="dark")
    assert window.page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_fits_a_narrow_window(window: Window) -> None:
    window.page.set_viewport_size({"width": 400, "height": 800})
    window.page.get_by_role("button", name="Unfold all").click()
    assert window.page.locator(".detail").count() == 8
    assert window.page.evaluate("document.documentElement.scrollWidth") <= 400
    window.picture("narrow")
    window.page.get_by_role("button", name="Fold all", exact=True).click()
    assert window.page.locator(".detail:visible").count() == 0


def test_prints_without_its_tools(window: Window) -> None:
    window.page.emulate_media(media="print")
    assert not window.page.locator("#tools").is_visible()
    assert window.row("team/network").is_visible()
