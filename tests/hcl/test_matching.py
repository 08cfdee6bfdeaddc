"""Which lines of a text are still there in an edited form of it."""

import pytest

from tffix.hcl import matching


@pytest.fixture(params=[0, 2000], ids=["in parts", "whole"])
def any_size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_LARGE", request.param)


@pytest.mark.usefixtures("any_size")
def test_lines_that_stay_are_matched_in_order() -> None:
    old = [line for n in range(50) for line in (f"block {n} {{", "  x = 1", "}", "")]
    new = [
        line for n in range(50) for line in (f"block {n} {{", f"  y = {n}" if n % 2 else "  x = 1", "}", "")
    ]
    pairs = matching.matching_lines(old, new)
    assert all(old[one] == new[other] for one, other in pairs)
    assert pairs == sorted(pairs) and len({one for one, _ in pairs}) == len(pairs) == 175


@pytest.mark.usefixtures("any_size")
def test_a_line_that_moves_is_matched_at_one_place_only() -> None:
    old = ["a", "b", "c", "d", "e"]
    assert matching.matching_lines(old, ["a", "e", "b", "c", "x", "d"]) == [(0, 0), (1, 2), (2, 3), (3, 5)]
