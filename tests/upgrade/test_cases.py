"""Modules before and after an upgrade: cases/PROVIDER-MAJOR/CASE/{input,expected,case.toml}.

`case.toml` has the upgrade, and what is to decide as [[decide]] with `file`, `line` (a part of that line of
the result) and `message` (a part of it).
"""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tffix.cli.upgrade import ANSWERS
from tffix.engine.results import Result
from tffix.engine.running import repair
from tffix.engine.settings import Settings
from tffix.upgrade.request import asked_upgrades, read_answers

HERE = Path(__file__).with_name("cases")
CASES = sorted(path.parent for path in HERE.glob("*/*/case.toml"))


def upgraded(top: Path, names: list[str]) -> Result:
    upgrades = asked_upgrades(names, (), read_answers(str(top / ANSWERS)))
    return repair((str(top),), Settings(select=tuple(upgrades.transforms), script=upgrades), write=True)


def texts(top: Path) -> dict[str, str]:
    return {
        str(path.relative_to(top)): path.read_text("utf-8")
        for path in sorted(top.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("case", CASES, ids=[f"{one.parent.name}-{one.name}" for one in CASES])
def test_a_case(case: Path, tmp_path: Path) -> None:
    about: dict[str, Any] = tomllib.loads((case / "case.toml").read_text("utf-8"))
    top = tmp_path / "module"
    shutil.copytree(case / "input", top)
    names = about["upgrade"] if isinstance(about["upgrade"], list) else [about["upgrade"]]
    result = upgraded(top, names)
    assert not result.errors and not result.defects
    assert texts(top) == texts(case / "expected")
    wanted = about.get("decide", [])
    assert len(result.found) == len(wanted), result.found
    for one in wanted:
        lines = (top / one["file"]).read_text("utf-8").split("\n")
        places = [
            found
            for found in result.found
            if found.path.endswith(one["file"])
            and one["line"] in lines[found.line - 1]
            and one["message"] in found.message
        ]
        assert places, one
    again = upgraded(top, names)
    assert not again.changes
