"""Options of rules as they are written on a command line."""

from __future__ import annotations

from typing import ClassVar

import pytest

from tffix.rules.options import OptionError, Options, merged, read_options
from tffix.rules.registry import UnknownRuleError
from tffix.rules.transform import Impact, Transform


class Everything(Transform):
    """It has an option of each type."""

    name = "has-options"
    impact = Impact.NONE
    options: ClassVar[dict[str, object]] = {
        "text": "",
        "whole": 1,
        "real": 1.5,
        "on": False,
        "list-of": ["a"],
        "table": {},
    }


SCRIPT = {"has-options": Everything}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("text=30", "30"),
        ("text=a = b.c", "a = b.c"),
        ("text=", ""),
        ("whole=30", 30),
        ("real=2.5", 2.5),
        ("on=true", True),
        ("list-of=a, b,22", ["a", "b", 22]),
        ('list-of=["22", "b,c"]', ["22", "b,c"]),
        ("list-of=", []),
        ('table={a = "b"}', {"a": "b"}),
    ],
)
def test_a_value_has_the_type_that_the_rule_declares(text: str, value: object) -> None:
    key = text.partition("=")[0]
    assert read_options([f"has-options.{text}"], SCRIPT) == {"has-options": {key: value}}


def test_the_last_one_counts_and_wins_over_others() -> None:
    given = read_options(["has-options.whole=1", "has-options.whole=2", "has-options.on=true"], SCRIPT)
    assert given == {"has-options": {"whole": 2, "on": True}}
    before: Options = {"has-options": {"whole": 5, "text": "x"}, "other": {"a": 1}}
    assert merged(before, given) == {
        "has-options": {"whole": 2, "on": True, "text": "x"},
        "other": {"a": 1},
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("has-options", "--option has-options: write it as RULE.KEY=VALUE"),
        ("has-options=1", "--option has-options=1: write it as RULE.KEY=VALUE"),
        (".whole=1", "--option .whole=1: write it as RULE.KEY=VALUE"),
        ("has-options.whole=x", "'whole' of rule has-options must be a number"),
        ("has-options.whole=1.5", "must be a number"),
        ("has-options.whole=1\nb = 2", "must be a number"),
        ("has-options.whole=" + "9" * 10_000, "must be a number"),
        ("has-options.real=1", "must be a number with a decimal point"),
        ("has-options.on=yes", "must be true or false"),
        ("has-options.list-of=[a", "must be a list"),
        ("has-options.list-of=" + "[" * 100_000, "must be a list"),
        ("has-options.table=1", "must be a table"),
        ("has-options.hwole=1", "has no option 'hwole' (it has: list-of, on, real, table, text, whole)"),
    ],
)
def test_what_cannot_be_set(text: str, message: str) -> None:
    with pytest.raises(OptionError) as error:
        read_options([text], SCRIPT)
    assert message in str(error.value)


def test_an_unknown_rule() -> None:
    with pytest.raises(UnknownRuleError, match="did you mean 'has-options'"):
        read_options(["has-option.whole=1"], SCRIPT)
