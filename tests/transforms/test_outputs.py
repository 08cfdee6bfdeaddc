"""What outputs show are attributes that the provider's resources have."""

from __future__ import annotations

import re

import pytest
from tffix_transforms.terraform._outputs import TABLE, Output

from tffix.facts import schemas


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.type}.{row.attribute or row.word}")
def test_an_output_shows_what_there_is(row: Output) -> None:
    provider = f"hashicorp/{row.type.partition('_')[0]}"
    name = re.split(r"[.\[]", row.attribute or row.word)[0]
    assert schemas.existed_in(provider, "resource", row.type, name)


@pytest.mark.parametrize("provider", ["aws", "azurerm", "google"])
def test_there_are_outputs_for_at_least_twelve_types_of_a_provider(provider: str) -> None:
    assert len({row.type for row in TABLE if row.type.startswith(f"{provider}_")}) >= 12
