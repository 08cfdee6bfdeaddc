"""Reports for machines: JSON, SARIF and GitHub's workflow commands; colours."""

import json
import re
from pathlib import Path

THING = 'resource "example_thing" "a" {\n  old = 1\n}\n'
PERSON = 'resource "example_thing" "p" {\n  todo = 1\n}\n'
DOCUMENTED = Path(__file__).parents[2] / "docs" / "configuration.md"


def keys(value, prefix=""):
    """All keys of a document, those of lists and objects with what they are in."""
    if isinstance(value, list):
        return {key for one in value for key in keys(one, prefix)}
    if isinstance(value, dict):
        return {f"{prefix}{key}" for key in value} | {
            inner for key, one in value.items() for inner in keys(one, f"{prefix}{key}.")
        }
    return set()


def test_json_is_one_document_with_the_keys_that_are_documented(tffix, write):
    write("a.tf", "resource {{\n")
    write("main.tf", THING + "\n" + PERSON + '\nresource "example_thing" "e" {\n  explode = 1\n}\n')
    write("live/main.tf", 'terraform {\n  backend "s3" {}\n}\n\n' + THING.replace("old = 1", 'name = "bad"'))
    ran = tffix("apply", "--output", "json")
    document = json.loads(ran.out)
    assert ran.code == 2
    assert document["version"] == 1
    assert [one["rule"] for one in document["findings"]] == ["test-replaces", "test-person", "test-raises"]
    assert document["held_back"] == [
        {
            "tier": "deployed",
            "fixes": 1,
            "reasons": ["live/main.tf:2 names the backend 's3', so it is not known what is deployed"],
            "release": "--allow-replace",
        }
    ]
    assert document["fixed"][0] == {
        "rule": "test-old-name",
        "message": "'old' is an old name",
        "path": "main.tf",
        "line": 2,
        "column": 3,
        "address": "example_thing.a",
        "impact": "none",
        "tier": "safe",
        "fixable": True,
        "held_back": False,
        "reason": "",
        "advice": "",
    }
    assert document["changes"][0]["path"] == "main.tf"
    assert document["changes"][0]["written"] is True
    assert document["changes"][0]["diff"].startswith("--- a/main.tf\n+++ b/main.tf\n")
    assert document["errors"][0]["path"] == "a.tf"
    assert document["defects"][0]["rule"] == "test-raises"
    documented = set(re.findall(r"^\| `([a-z._]+)` \|", DOCUMENTED.read_text(), re.MULTILINE))
    assert documented == keys(document)


def test_json_of_a_clean_tree_has_empty_lists(tffix, write):
    write("main.tf", "")
    document = json.loads(tffix("check", "--output", "json").out)
    assert (document["findings"], document["changes"], document["files"]) == ([], [], 1)


def test_json_of_diff_writes_nothing(tffix, write):
    path = write("main.tf", THING)
    document = json.loads(tffix("diff", "--output", "json").out)
    assert document["changes"][0]["written"] is False
    assert path.read_text() == THING


def test_sarif(tffix, write):
    write("a.tf", "resource {{\n")
    write("my module/main.tf", PERSON)
    log = json.loads(tffix("check", "--output", "sarif").out)
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["test-person"]
    found, broken = run["results"]
    location = found["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "my%20module/main.tf"
    assert location["region"] == {"startLine": 2, "startColumn": 3}
    assert (broken["ruleId"], broken["level"]) == ("syntax-error", "error")


def test_github(tffix, write):
    write("main.tf", PERSON)
    assert tffix("check", "--output", "github").out == (
        "::warning file=main.tf,line=2,col=3,title=test-person"
        "::there is something to do%0Ado it:%0A  really = true\n"
    )


def test_colours_only_where_they_are_wanted(tffix, write):
    write("main.tf", THING)
    assert "\x1b[" not in tffix("diff").out
    assert "\x1b[31m-  old = 1\x1b[0m\n" in tffix("diff", "--color").out
    assert "\x1b[32m+  new = 1\x1b[0m\n" in tffix("diff", FORCE_COLOR="1").out
    assert "\x1b[" not in tffix("diff", NO_COLOR="1", FORCE_COLOR="1").out
    assert "\x1b[" not in tffix("diff", "--no-color", FORCE_COLOR="1").out
    assert "\x1b[" in tffix("check", "--color", NO_COLOR="1").out
