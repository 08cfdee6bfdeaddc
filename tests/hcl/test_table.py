"""The parse table that is kept with the source is the one that the grammar makes."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tffix import hcl

BUILDER = Path(__file__).parents[2] / "tools" / "build_expression_table.py"


@pytest.mark.skipif(not BUILDER.exists(), reason="tools/ is not here")
def test_the_table_is_a_fresh_build() -> None:
    spec = importlib.util.spec_from_file_location("build_expression_table", BUILDER)
    assert spec is not None and spec.loader is not None
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    kept = Path(hcl.__file__).with_name("expression_table.json").read_text("utf-8")
    assert builder.build() == kept
