"""The embedded facts have the tables that the builder makes, and each is asked for something."""

from __future__ import annotations

import re
from pathlib import Path

from tffix.facts.database import connection, sources

ROOT = Path(__file__).parents[2]


def test_the_tables_are_those_of_the_builder() -> None:
    builders = [*ROOT.glob("tools/build_*.py"), ROOT / "src/tffix/facts/tables.py"]
    made = {name for path in builders for name in re.findall(r"CREATE TABLE (\w+)", path.read_text())}
    rows = connection().execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    assert {name for (name,) in rows} == made


def test_every_table_is_read() -> None:
    code = "".join(path.read_text() for path in (ROOT / "src/tffix/facts").glob("*.py"))
    read = set(re.findall(r"\b(?:FROM|JOIN) (\w+)", code))
    rows = connection().execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    assert [name for (name,) in rows if name not in read] == []


def test_sources_name_what_the_builder_says() -> None:
    written = "".join(path.read_text() for path in ROOT.glob("tools/build_*.py"))
    plain = [one.holds for one in sources() if not one.holds.startswith("schema of ")]
    assert plain
    assert [holds for holds in plain if f'"{holds}"' not in written and f"'{holds}'" not in written] == []
