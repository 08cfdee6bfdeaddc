"""A validation writes nothing to the user's directories and leaves no process and no file behind."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tffix.validate import TerraformNotFound, ValidateError, Validator, find_modules, validate
from tffix.validate.terraform import Runner

from .conftest import REQUIRED, DemoSchemas, needs_terraform

pytestmark = needs_terraform


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def _children() -> set[str]:
    """The processes that this one started."""
    tasks = Path(f"/proc/{os.getpid()}/task")
    if not tasks.exists():
        pytest.skip("no /proc to look for processes in")
    return {child for task in tasks.iterdir() for child in (task / "children").read_text().split()}


def test_the_users_directory_is_as_it_was(write: Callable[..., Path], temporary: Path) -> None:
    module = write({"main.tf": REQUIRED + 'module "m" {\n  source = "a/b/c"\n}\n', "sub/x.txt": "x"})
    for path in (module, module / "sub"):
        path.chmod(0o555)
    before = {path: path.read_bytes() for path in module.rglob("*") if path.is_file()}
    try:
        validate([module], DemoSchemas())
    finally:
        for path in (module, module / "sub"):
            path.chmod(0o755)
    assert {path: path.read_bytes() for path in module.rglob("*") if path.is_file()} == before
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_an_interrupted_run_leaves_nothing(
    write: Callable[..., Path],
    temporary: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: type[BaseException],
) -> None:
    module = write({"main.tf": REQUIRED})
    before = _children()

    def interrupt(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("subprocess.Popen.communicate", interrupt)
    with pytest.raises((error, ValidateError)), Validator(DemoSchemas()) as validator:
        validator.validate(module)
    assert list(temporary.iterdir()) == []
    assert _children() <= before


def test_closing_ends_what_runs(temporary: Path, tmp_path: Path) -> None:
    with Validator(DemoSchemas()) as validator:
        runner = Runner(validator.program)
    runner.close()
    with pytest.raises(ValidateError, match="was ended"):
        runner.validate(tmp_path, {})


def test_no_terraform_is_one_clear_message(temporary: Path) -> None:
    with pytest.raises(TerraformNotFound, match="no-such-terraform not found"):
        Validator(DemoSchemas(), "no-such-terraform")
    assert list(temporary.iterdir()) == []


def test_the_users_terraform_settings_have_no_say(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"TF_CLI_ARGS": "-bogus", "TF_DATA_DIR": "/nowhere", "TF_LOG": "trace"}.items():
        monkeypatch.setenv(name, value)
    (result,) = validate([write({"main.tf": REQUIRED})], DemoSchemas())
    assert result.diagnostics == ()


def test_modules_that_others_call_are_not_validated_on_their_own(write: Callable[..., Path]) -> None:
    top = write(
        {
            "live/a/main.tf": 'module "m" {\n  source = "../../modules/m"\n}\n',
            "modules/m/main.tf": "",
            "modules/alone/main.tf": "",
            ".terraform/modules/x/main.tf": "",
        }
    )
    found = find_modules([top])
    assert [str(path.relative_to(top)) for path in found] == ["live/a", "modules/alone"]
    assert find_modules([top / "modules/m/main.tf"]) == [top / "modules/m"]
