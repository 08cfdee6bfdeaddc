"""`migrate undo` takes nothing back that was merged at the remote meanwhile, in any of the ways to merge."""

from __future__ import annotations

import pytest
from bulk.conftest import AFTER, BEFORE, Field, git


def merge(migrate: Field, bare, way: str) -> None:
    """What somebody does with the pushed branch."""
    other = migrate.folder / "other"
    git(migrate.folder, "clone", "--quiet", str(bare), str(other))
    if way == "merge":
        git(other, "merge", "--quiet", "--no-ff", "-m", "Merge", "origin/tffix/test")
    elif way == "fast-forward":
        git(other, "merge", "--quiet", "--ff-only", "origin/tffix/test")
    elif way == "squash":
        git(other, "merge", "--quiet", "--squash", "origin/tffix/test")
        git(other, "commit", "--quiet", "-m", "Squashed")
    migrate.commit(other, {"later.txt": "x"})
    git(other, "push", "--quiet", "origin", "main")


@pytest.mark.parametrize("way", ["merge", "fast-forward", "squash", "not at all"])
@pytest.mark.parametrize("is_local", [True, False])
def test_undo_asks_the_remote_whether_it_was_merged(migrate, way, is_local):
    bare = migrate.remote("origin", {"main.tf": BEFORE, "other.tf": BEFORE})
    if is_local:
        git(migrate.folder, "clone", "--quiet", str(bare), "repos/one")
    where = {"paths": ["repos/*"]} if is_local else {"urls": [bare.as_uri()]}
    migrate.campaign(repositories=where)
    assert [migrate(phase).code for phase in ("plan", "apply", "push")] == [1, 0, 0]
    pushed = migrate.branch(bare)
    merge(migrate, bare, way)
    ran = migrate("undo")
    if way == "not at all":
        assert (ran.code, migrate.branch(bare)) == (0, None)
        return
    assert ran.code == 2
    assert "tffix/test has been merged into main at its remote; left as it is: revert it there" in ran.err
    assert migrate.branch(bare) == pushed
    assert git(bare, "show", "main:main.tf") == AFTER.strip()
