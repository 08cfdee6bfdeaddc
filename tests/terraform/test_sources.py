"""Source files of packages are read as text: from folders, files and archives, and regular files only."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from tffix.terraform.sources import MAX_SIZE, source_texts


def test_a_folder_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "index.js").write_text("1")
    (tmp_path / "lib" / "a.py").write_text("2")
    (tmp_path / "data.bin").write_bytes(b"\0")
    assert dict(source_texts(str(tmp_path))) == {"index.js": "1", "lib/a.py": "2"}


def test_a_file_alone(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"x = '\xff'")
    assert dict(source_texts(str(tmp_path / "a.py"))) == {"a.py": "x = '\ufffd'"}


def test_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("lib/a.py", "import imp")
        archive.writestr("large.py", "x" * (MAX_SIZE + 1))
    assert dict(source_texts(str(tmp_path / "a.zip"))) == {"lib/a.py": "import imp"}


@pytest.mark.parametrize("name", ["absent.py", "absent.zip", "broken.zip", "absent"])
def test_what_is_not_there_or_broken(tmp_path: Path, name: str) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK nothing")
    assert dict(source_texts(str(tmp_path / name))) == {}


def test_a_pipe_and_what_is_too_large(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    os.mkfifo(tmp_path / "pipe.zip")
    (tmp_path / "large.py").write_text("x" * (MAX_SIZE + 1))
    assert dict(source_texts(str(tmp_path))) == {}
    assert dict(source_texts(str(tmp_path / "pipe.zip"))) == {}
