"""Version constraints mean what Terraform makes of them for providers."""

import pytest

from tffix.facts.versions import (
    Constraint,
    InvalidConstraintError,
    Version,
    choose,
    contradict,
    intersects,
    newest_first,
)


@pytest.mark.parametrize(
    ("constraint", "admitted", "rejected"),
    [
        ("5.1.0", ["5.1.0"], ["5.1.1", "5.0.9"]),
        ("= 5.1", ["5.1.0"], ["5.1.1"]),
        ("=5", ["5.0.0"], ["5.0.1"]),
        ("!= 5.1.0", ["5.1.1", "1.0.0"], ["5.1.0"]),
        ("> 5.1", ["5.1.1", "6.0.0"], ["5.1.0"]),
        (">=5.1", ["5.1.0"], ["5.0.99"]),
        ("< 5", ["4.99.99"], ["5.0.0"]),
        ("<= 5.1.2", ["5.1.2", "0.0.1"], ["5.1.3"]),
        ("~> 5", ["5.0.0", "5.99.0"], ["6.0.0", "4.9.9"]),
        ("~> 5.1", ["5.1.0", "5.99.0"], ["6.0.0", "5.0.9"]),
        ("~> 5.1.2", ["5.1.2", "5.1.99"], ["5.2.0", "5.1.1"]),
        (">= 4.9, != 4.10.0 ,< 5.0.0", ["4.9.0", "4.10.1"], ["4.10.0", "5.0.0"]),
        ("", ["0.0.1", "99.0.0"], ["5.0.0-beta1"]),
        ("  >=  5  ", ["5.0.0"], ["4.0.0"]),
        ("= 1.0.0+build", ["1.0.0"], ["1.0.1"]),
    ],
)
def test_a_constraint_admits(constraint: str, admitted: list[str], rejected: list[str]) -> None:
    parsed = Constraint.parse(constraint)
    assert [v for v in admitted + rejected if parsed.allows(v)] == admitted


def test_a_prerelease_is_admitted_only_by_name() -> None:
    assert Constraint.parse("6.0.0-beta1").allows("6.0.0-beta1")
    assert Constraint.parse("= 6.0.0-beta1, >= 6.0.0-alpha").allows("6.0.0-beta1")
    assert not Constraint.parse(">= 6.0.0-beta1").allows("6.0.0-beta1")
    assert not Constraint.parse("~> 6.0").allows("6.0.0-beta1")
    assert not Constraint.parse("= 6.0.0-beta1, >= 6.0.0").allows("6.0.0-beta1")
    assert Constraint.parse(">= 6.0.0-beta1").allows("6.0.0")
    assert not Constraint.parse("6.0.0-beta1").allows("6.0.0")


def test_versions_are_ordered_as_semver_orders_them() -> None:
    ascending = [
        "1.0.0-1",
        "1.0.0-2",
        "1.0.0-alpha",
        "1.0.0-alpha.1",
        "1.0.0-beta.2",
        "1.0.0-beta.11",
        "1.0.0",
    ]
    assert newest_first(ascending) == tuple(reversed(ascending))
    assert newest_first(["4.9.0", "4.10.0", "10.0.0"]) == ("10.0.0", "4.10.0", "4.9.0")
    assert str(Version.parse("5.1")) == "5.1.0"
    assert str(Version.parse("5.1.0-rc.1+meta")) == "5.1.0-rc.1"


@pytest.mark.parametrize(
    ("constraint", "reason"),
    [
        ("=> 5.0", "did you mean '>='"),
        ("=< 5.0", "did you mean '<='"),
        ("== 5.0", "no operator '=='"),
        ("5.x", "'5.x' is not a version"),
        ("5.*", "not a version"),
        ("v5.0", 'a "v" prefix should not be used'),
        ("5.0.0.1", "not a version"),
        (">= 5.0 < 6.0", "not one version constraint"),
        (">= 5.0,", "not one version constraint"),
        ("latest", "not a version"),
    ],
)
def test_what_terraform_rejects_is_rejected(constraint: str, reason: str) -> None:
    with pytest.raises(InvalidConstraintError, match=reason.replace("*", r"\*")):
        Constraint.parse(constraint)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("~> 4.0", "~> 5.0"),
        ("~> 4.0", ">= 5"),
        (">= 5.0", "< 5.0"),
        ("5.0.0", "5.0.1"),
        ("5.0.0", "!= 5.0.0"),
        ("> 5.0.0", "< 5.0.1"),
        ("~> 5.1.0", "~> 5.2.0"),
        (">= 5.0.0, <= 5.0.1", "!= 5.0.0, != 5.0.1"),
        (">= 6.0.0-beta1", "< 6.0.0"),
        ("6.0.0-beta1", ">= 6.0.0"),
        ("6.0.0-beta1", "6.0.0-beta2"),
        (">= 2, < 1", ""),
        ("< 0.0.0", ""),
    ],
)
def test_constraints_contradict(a: str, b: str) -> None:
    assert contradict(a, b)
    assert contradict(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("~> 4.0", ">= 4.9"),
        (">= 4.0", ">= 5.0"),
        ("~> 5", "~> 5.99.3"),
        ("<= 5.0.0", ">= 5.0"),
        ("> 5.0.0", "< 5.1.0"),
        ("> 5.0.0, < 5.0.3", "!= 5.0.1"),
        ("!= 5.0.0", "!= 5.0.1"),
        ("6.0.0-beta1", "> 5.0"),
        ("> 6.0.0-beta1", "<= 6.0.0"),
        ("", "~> 5.0"),
    ],
)
def test_constraints_can_be_met_together(a: str, b: str) -> None:
    assert not contradict(a, b)
    assert not contradict(b, a)


def test_three_constraints_can_contradict_where_no_two_do() -> None:
    assert not intersects([">= 5.0.0", "<= 5.0.0", "!= 5.0.0"])
    assert intersects([">= 5.0.0", "<= 5.0.0"])
    assert intersects([])


KNOWN = ("4.67.0", "5.99.1", "6.69.1")


@pytest.mark.parametrize(
    ("constraints", "locked", "chosen"),
    [
        ([], "5.99.1", ("5.99.1", True)),
        ([], "5.3.0", ("5.99.1", False)),
        ([], "3.76.1", ("4.67.0", False)),
        ([], "7.0.0", ("6.69.1", False)),
        (["~> 4.0"], "5.3.0", ("5.99.1", False)),
        ([], None, ("6.69.1", True)),
        ([">= 4.0"], None, ("6.69.1", True)),
        (["~> 5.0"], None, ("5.99.1", True)),
        ([">= 4.0", "< 5"], None, ("4.67.0", True)),
        (["~> 3.0"], None, ("4.67.0", False)),
        (["5.31.0"], None, ("5.99.1", False)),
        (["~> 5.31.0"], None, ("5.99.1", False)),
        ([">= 7"], None, ("6.69.1", False)),
        (["~> 4.0", "~> 6.0"], None, ("6.69.1", False)),
    ],
)
def test_the_version_that_counts(
    constraints: list[str], locked: str | None, chosen: tuple[str, bool]
) -> None:
    assert choose(KNOWN, constraints, locked) == chosen


def test_no_version_counts_for_a_provider_without_schemas() -> None:
    assert choose((), ["~> 1.0"], None) is None
    assert choose((), [], "1.0.0") is None
