"""Keeps the schemas that the person running the tests may have cached out of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tffix.facts import schemas


@pytest.fixture(autouse=True)
def user_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    schemas.forget()
    yield tmp_path / "cache"
    schemas.forget()
