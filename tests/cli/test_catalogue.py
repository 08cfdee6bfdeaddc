"""The rules that are installed, and what is said of one."""

import json


def test_rules_are_listed(tffix):
    lines = tffix("rules").out.splitlines()
    row = next(line for line in lines if line.startswith("test-old-name"))
    assert " none " in row
    assert row.endswith("An argument has the name that it had long ago.")


def test_rules_as_json(tffix):
    rules = {one["name"]: one for one in json.loads(tffix("rules", "--output", "json").out)}
    rule = rules["test-old-name"]
    assert rule["name"] == "test-old-name"
    assert rule["impact"] == "none"
    assert rule["summary"] == "An argument has the name that it had long ago."
    assert rule["options"] == {"becomes": "new"}


def test_explain(tffix):
    ran = tffix("explain", "test-old-name")
    assert ran.code == 0
    assert (
        ran.out
        == """test-old-name

An argument has the name that it had long ago.

Usual impact: none (no resource changes)
Usual tier: safe
Works on: HCL, JSON

What:
  Renames `old` to the name that the option says.

Why:
  Names change.

Example:
    resource "example_thing" "a" {
      old = 1
    }

Becomes:
    resource "example_thing" "a" {
      new = 1
    }

Impact:
  None.

Limits:
  - The first of the limits, which is long enough to be wrapped when it is
    printed in a terminal.
  - The second.

Source:
  Nowhere.

Options (in tffix.toml, [rules.test-old-name], or by --option test-old-name.KEY=VALUE):
  becomes = "new"
"""
    )
