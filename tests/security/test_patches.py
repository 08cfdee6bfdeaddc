"""Diffs are patches: `git apply` and `patch` make of them what `tffix apply` writes."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tffix.engine.results import Change
from tffix.engine.writing import Writer
from tffix.report.difference import patch

NAMES = st.one_of(
    st.sampled_from(
        (
            *(
                "main.tf",
                "a/main.tf",
                "b/a/b/x.tf",
                "with space.tf",
                " leading",
                "trailing ",
                "two  spaces/x y",
            ),
            *('quote".tf', "back\\slash.tf", "tab\t.tf", "größe.tf", "\u202egnp.tf", "-dash.tf", "a -> b.tf"),
            *("bytes\udcff.tf", "esc\x1b[31m.tf", "x\t2020-01-01.tf", "'single'.tf", "dev/null", "$(id).tf"),
        )
    ),
    st.text(st.characters(exclude_characters="/\0\n", exclude_categories=["Cs"]), min_size=1, max_size=12),
)
LINES = st.lists(
    st.sampled_from(
        (b"a", b"b", b"", b"-- x", b"++ y", b"@@ -1 +1 @@", b"\\ No newline", b"c\r", b"\xff", b"\t")
    )
)
TEXTS = st.builds(lambda lines, end: b"\n".join(lines) + end, LINES, st.sampled_from((b"", b"\n", b"\r\n")))


def is_usable(name: str) -> bool:
    return name not in (".", "..", ".git") and not name.endswith("/") and len(os.fsencode(name)) < 200


def apply(tool: list[str], folder: Path, diff: bytes) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CEILING_DIRECTORIES": str(folder.parent),
    }
    done = subprocess.run(tool, cwd=folder, input=diff, capture_output=True, check=False, env=environment)
    assert done.returncode == 0, (done.stdout, done.stderr, diff)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def hold(folder: Path, change: Change) -> None:
    """Writes a change by itself, by git and by patch, and compares."""
    places = [folder / name for name in ("tffix", "git", "patch")]
    for place in places:
        shutil.rmtree(place, ignore_errors=True)
        path = place / change.path
        place.mkdir()
        if change.old is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(change.old)
            path.chmod(0o755)
    written = Writer.below([str(places[0])]).write(
        [Change(str(places[0] / change.path), change.old, change.new)]
    )
    assert not written.errors
    diff = patch(change).encode("utf-8", "surrogateescape")
    if not diff:
        assert change.old == change.new
        return
    apply(["git", "apply", "--whitespace=nowarn", "-"], places[1], diff)
    assert files(places[1]) == files(places[0])
    if "\n" not in change.path:
        apply(["patch", "-p1", "--binary", "--force", "--silent"], places[2], diff)
        assert files(places[2]) == files(places[0])
    for place in places[1:]:
        if change.old is not None and not change.deletes and (place / change.path).exists():
            assert (place / change.path).stat().st_mode & 0o777 == 0o755


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES.filter(is_usable), st.one_of(st.none(), TEXTS), TEXTS)
@example("main.tf", None, b"")
@example("new file.tf", None, b"")
@example("main.tf", None, b"a\n")
@example("main.tf", b"a", b"")
@example("main.tf", b"", b"a")
@example("main.tf", b"\n", b"")
@example("with space.tf", b"a\r\nb\r\n", b"a\r\nc\r\n")
def test_git_and_patch_make_of_a_diff_what_apply_writes(
    tmp_path: Path, name: str, old: bytes | None, new: bytes
) -> None:
    hold(tmp_path, Change(name, old, new))


@pytest.mark.parametrize("name", ["line\nbreak.tf", "a\n+++ b/other.tf", "\n"])
def test_git_takes_names_with_line_breaks(tmp_path: Path, name: str) -> None:
    hold(tmp_path, Change(name, b"a\n", b"b\n"))
    hold(tmp_path, Change(name, None, b"b\n"))
    hold(tmp_path, Change(name, b"a\n", b""))
