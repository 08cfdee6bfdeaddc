"""The Terraform JSON of programs before and after a migration, made by the real packages.

Set TFFIX_SYNTH to a folder for them, which tools/compare_synth.py fills (half a gigabyte, some minutes).
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from tffix.cdktn import is_read, migrate

STACKS = Path(__file__).with_name("stacks")
TOOL = Path(__file__).parents[2] / "tools" / "compare_synth.py"

of_every_stack = pytest.mark.parametrize("stack", sorted(STACKS.iterdir()), ids=lambda stack: stack.name)


@of_every_stack
def test_a_program_is_migrated_whole(stack: Path) -> None:
    files = {path.name: path.read_bytes() for path in stack.iterdir() if is_read(path.name)}
    done = migrate(files)
    assert done.notes == []
    assert set(done.files) == set(files)
    for name, data in done.files.items():
        assert b"cdktf" not in data
        if name.endswith(".py"):
            compile(data, name, "exec")


def test_what_a_synth_gives_is_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    folder = os.environ.get("TFFIX_SYNTH")
    if not folder:
        pytest.skip("TFFIX_SYNTH names no folder with the packages: see tools/compare_synth.py")
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    assert _tool().main(Path(folder), []) == 0, capsys.readouterr().out


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compare_synth", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
