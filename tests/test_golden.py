"""Golden cases, and what they show together: of layout, of the rules' documentation, of their order."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tffix import parse
from tffix.cli.proving import proofs_of_modules
from tffix.cli.validating import errors_of_modules
from tffix.engine.golden import Case, files_below, find_cases
from tffix.engine.golden_laws import run_case, run_fixes
from tffix.engine.golden_planning import Fixed, plan_cases
from tffix.engine.golden_validation import is_to_validate, validate_cases
from tffix.engine.policy import Policy
from tffix.engine.results import Result
from tffix.engine.rewriting import run_codemods
from tffix.engine.runner import check, repair
from tffix.projection import read
from tffix.rules.codemod import codemods
from tffix.rules.registry import select, transforms
from tffix.rules.transform import Documentation, Profile, Transform
from tffix.terraform.project import read_project

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = find_cases(GOLDEN)
SHIPPED = [one for one in transforms().values() if one.__module__.startswith("tffix_transforms.")]
SECTIONS = ("What", "Why", "Example", "Becomes", "Impact", "Limits", "Source")
LEAST_CASES = 4
MISSION = {
    "aws-argument-not-applicable",
    "aws-availability-zones-filtered-by-name",
    "aws-iam-managed-policy-unknown",
    "aws-iam-name-not-unique",
    "terraform-output-missing",
    "terraform-provider-blocks-misplaced",
}
LEAST_CASES_OF_THE_MISSION = 6

of_every_rule = pytest.mark.parametrize("rule", SHIPPED, ids=lambda rule: rule.name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    failures, _ = run_case(case)
    assert not failures, "\n".join(f"{one.law}:\n{one.detail}" for one in failures)


def test_terraform_finds_every_expected_result_formatted(tmp_path: Path) -> None:
    if shutil.which("terraform") is None:
        pytest.skip("terraform is not installed: tffix's own layout is what the cases are held to")
    for case in CASES:
        if case.formatted:
            shutil.copytree(case.expected, tmp_path / case.name.replace("/", "+"))
    done = subprocess.run(
        ["terraform", "fmt", "-check", "-recursive", "-diff", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0


def test_no_expected_result_validates_worse_than_its_input() -> None:
    pytest.importorskip("grpc", reason="grpcio is not installed: pip install 'tffix[validate]'")
    if not (shutil.which("terraform") or shutil.which("tofu")):
        pytest.skip("terraform is not installed")
    results = [(case, files_below(case.expected)) for case in CASES]
    wanted = [(case, after) for case, after in results if is_to_validate(case, after)]
    with errors_of_modules() as errors:
        failures = list(validate_cases(wanted, errors))
    assert not failures, "\n".join(f"{one.case}:\n{one.detail}" for one in failures)


def test_every_expected_result_does_only_what_its_findings_announce() -> None:
    pytest.importorskip("grpc", reason="grpcio is not installed: pip install 'tffix[validate]'")
    if not (shutil.which("terraform") or shutil.which("tofu")):
        pytest.skip("terraform is not installed")
    wanted = [one for case in CASES if (one := Fixed(case, *run_fixes(case)[1:])).is_to_plan]
    with proofs_of_modules() as prove:
        planned = list(plan_cases(wanted, prove))
    broken = [one for _, failures, _ in planned for one in failures]
    assert not broken, "\n".join(f"{one.case}:\n{one.detail}" for one in broken)
    # Inputs that Terraform rejects cannot be deployed: those of rules about exactly that.
    assert sum(not why for _, _, why in planned) >= len(wanted) / 2


@of_every_rule
def test_a_rule_has_enough_cases_and_one_that_changes_something(rule: type[Transform]) -> None:
    own = own_cases(rule)
    assert len(own) >= (LEAST_CASES_OF_THE_MISSION if rule.name in MISSION else LEAST_CASES)
    assert any(not (case.folder / "expected").is_dir() for case in own), "no case in which nothing may change"


@of_every_rule
def test_a_rule_says_all_that_there_is_to_say(rule: type[Transform]) -> None:
    documentation = Documentation.of(rule)
    missing = [name for name in SECTIONS if not documentation.sections.get(name, "").strip()]
    if not fixes_something(rule):
        missing = [name for name in missing if name != "Becomes"]
    assert not missing
    assert documentation.sections["Example"] != documentation.sections.get("Becomes")
    assert documentation.text.endswith(".")


@of_every_rule
def test_the_example_of_a_rule_triggers_it_and_becomes_what_is_said(rule: type[Transform]) -> None:
    sections = Documentation.of(rule).sections
    before = files(sections["Example"])
    plain = applied(before, rule.name, {})
    assert plain.fixed or plain.found
    assert not plain.defects
    if fixes_something(rule):
        wanted = files(sections["Becomes"])
        others = [case.options[rule.name] for case in own_cases(rule) if rule.name in case.options]
        outcomes = [changed(plain), *(changed(applied(before, rule.name, one)) for one in others)]
        # What becomes of the example is shown whole, or only what changes.
        shown = [form for outcome in outcomes for form in (outcome, {**before, **outcome})]
        assert any(is_so(form, wanted) for form in shown), outcomes[0]


def is_so(changed: dict[str, str], wanted: dict[str, str]) -> bool:
    """Whether changed files are the wanted ones; taken together, where these are not told apart."""
    if list(wanted) == ["main.tf"]:
        together = sum((structure(name, text) for name, text in changed.items()), Counter())
        return together == structure("main.tf", wanted["main.tf"])
    return all(
        structure(name, changed.get(name, "")) == structure(name, text) for name, text in wanted.items()
    )


def structure(name: str, text: str) -> Counter[tuple[str, ...]]:
    """What is in a file, in any order: its blocks with all that is in them, in order, and the comments
    between. A file of another language is one whole."""
    if not name.endswith((".tf", ".hcl")):
        return Counter([lines(text)])
    return Counter(filter(None, (lines(item.text) for item in parse(text.encode()).body.items)))


def changed(result: Result) -> dict[str, str]:
    """The changed files of a result."""
    return {change.path: change.new.decode() for change in result.changes}


def own_cases(rule: type[Transform]) -> list[Case]:
    """The golden cases of a rule."""
    return [case for case in CASES if case.folder.parent.name == rule.name]


ENDINGS = r"tf|tf\.json|tfvars|tftest\.hcl|lock\.hcl|py|txt"


def files(text: str) -> dict[str, str]:
    """The files of an example: each begins with a comment of its name, where there are several."""
    parts = re.split(rf"^# ([\w./-]+\.(?:{ENDINGS}))\n", text, flags=re.MULTILINE)
    named = dict(zip(parts[1::2], parts[2::2], strict=True))
    return {name: part.rstrip() + "\n" for name, part in (named or {"main.tf": text}).items()}


def fixes_something(rule: type[Transform]) -> bool:
    """Whether a rule has a fix: a golden case shows it."""
    return any((case.folder / "expected").is_dir() for case in own_cases(rule))


def applied(files: dict[str, str], name: str, options: Mapping[str, object]) -> Result:
    """What a rule makes of a root module, or a codemod of the files."""
    rules = select([name], (), {name: options})
    if codemods(rules):
        content = {path: text.encode() for path, text in files.items()}
        return run_codemods(rules, lambda _: content, Policy(), repair=True)
    with TemporaryDirectory() as folder, chdir(folder):
        for path, text in files.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text)
        project = read_project(["."], alone=True)
        return repair(project, rules, Policy(allow_replace=True, named=frozenset({name})))


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text, without blank ones and white space around."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rules_come_to_the_same_end_in_any_order(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.folder / "input")
    names = tuple(one.name for one in SHIPPED if one.profile is Profile.DEPLOY)
    options = {name: values for name, values in case.options.items() if name in names}
    rules = select(names, (), options)
    half = len(rules) // 2
    outcomes = [repaired(order) for order in (rules, rules[::-1], rules[half:] + rules[:half])]
    assert not any(one.defects for one in outcomes)
    assert blocks(outcomes[0]) == blocks(outcomes[1]) == blocks(outcomes[2])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_rules_undo_each_other(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    # Rules of style do not come to the same end in any order: what an output is named for may be renamed.
    monkeypatch.chdir(case.folder / "input")
    result = repaired(select([one.name for one in SHIPPED], (), case.options))
    assert not result.defects


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_output_that_is_added_silences_no_finding(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.folder / "input")
    added = repaired(select(["terraform-output-missing"], (), {}))
    if not added.changes:
        return
    rules = select([one.name for one in SHIPPED], ["terraform-output-missing"], {})
    before, after = read_project(["."], alone=True), read_project(["."], alone=True)
    repair(after, select(["terraform-output-missing"], (), {}), Policy())
    told, left = (
        Counter((one.rule, one.address, one.message) for one in check(project, rules, Policy()).found)
        for project in (before, after)
    )
    assert told - left == Counter()


def repaired(rules: list[Transform]) -> Result:
    """What rules in an order give of the module in the current directory."""
    return repair(read_project(["."], alone=True), rules, Policy(allow_replace=True))


def blocks(result: Result) -> dict[str, list[str]]:
    """What a result's changed files hold, whatever the order of it; that of ``depends_on`` means nothing."""
    found = {change.path: read(change.new, change.path) for change in result.changes if not change.deletes}
    return {
        path: sorted(DEPENDENCIES.sub(in_order, item.text) for item in file.body.items)
        for path, file in found.items()
        if file
    }


DEPENDENCIES = re.compile(r"(?<=depends_on = )\[[^\[\]]*\]")


def in_order(found: re.Match[str]) -> str:
    return " ".join(sorted(re.split(r"[\s,\[\]]+", found[0])))
