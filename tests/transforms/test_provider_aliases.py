"""Aliases of providers that nothing configures."""

from __future__ import annotations

from pathlib import Path

from tffix.engine.running import check
from tffix.engine.settings import Settings

GOLDEN = Path(__file__).parents[2] / "golden" / "terraform-provider-alias-unconfigured"


def test_every_use_of_an_alias_is_found() -> None:
    settings = Settings(select=("terraform-provider-alias-unconfigured",))
    result = check([str(GOLDEN / "each-use" / "input")], settings)
    assert [one.line for one in result.found] == [6, 11]
