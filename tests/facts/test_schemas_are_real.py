"""The embedded schemas agree with what Terraform itself says of the providers."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REAL = Path(os.environ.get("TFFIX_REAL_SCHEMAS", ROOT.parent / "shared/schemas"))

if not REAL.is_dir():
    pytest.skip("no real schemas: neither TFFIX_REAL_SCHEMAS nor ../shared/schemas", allow_module_level=True)

sys.path.insert(0, str(ROOT / "tools"))

from check_schemas import Comparison, compare_all  # noqa: E402


@pytest.fixture(scope="module")
def comparisons() -> list[Comparison]:
    return list(compare_all(REAL))


def test_three_major_versions_of_aws_are_compared(comparisons: list[Comparison]) -> None:
    aws = [found for found in comparisons if found.provider == "hashicorp/aws"]
    assert [found.embedded.split(".")[0] for found in aws] == ["4", "5", "6"]
    assert all(found.members > 30_000 for found in aws)


def test_attributes_and_blocks_are_told_apart_and_required_where_they_are(
    comparisons: list[Comparison],
) -> None:
    for found in comparisons:
        assert found.agreement("kind", "required") >= 0.999, found.provider


def test_nearly_all_that_a_provider_has_is_known(comparisons: list[Comparison]) -> None:
    for found in comparisons:
        # What the real schema of aws 4 has of WAF is younger than that version: it must be of another.
        unknown = [
            where
            for what, where, how in found.differences
            if what == "existence" and how == "only real" and "aws_wafv2_" not in where
        ]
        # Two of the 34 members of the template provider are missing from its bindings.
        assert len(unknown) <= max(2, found.members * 0.001), (found.provider, unknown[:10])


def test_the_same_version_agrees_wholly_but_for_blocks_too_deep(comparisons: list[Comparison]) -> None:
    same = [found for found in comparisons if found.real == found.embedded]
    assert len(same) >= 8
    for found in same:
        wrong = [
            difference for difference in found.differences if difference[0] in ("kind", "required", "nesting")
        ]
        assert wrong == [], found.provider
