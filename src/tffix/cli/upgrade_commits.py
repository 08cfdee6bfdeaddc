"""Upgrades that are committed a major at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from ..bulk.git import Git, GitError
from ..engine.results import Result
from ..upgrade.request import Upgrades
from ..user_error import UserError
from .revisions import repository_of

Run = Callable[[Upgrades], Result]


def commit_each(upgrades: Upgrades, paths: tuple[str, ...], run: Run) -> Result:
    """Makes upgrades one major after the other, and commits each with what it changed. Raises UserError where
    something there is not committed yet, or git refuses."""
    git = Git(repository_of(Path(paths[0])))
    try:
        _must_be_clean(git, paths)
        whole = Result()
        for step in _steps(upgrades):
            result = run(step)
            if result.changes:
                changed = sorted(os.path.abspath(one.path) for one in result.changes)
                git.run("add", "--", *changed)
                git.run("commit", "-q", "-m", f"Upgrade to {step.told}", "--", *changed)
            whole.fixed += result.fixed
            whole.changes += result.changes
            whole.found, whole.errors, whole.defects = result.found, result.errors, result.defects
            if result.errors or result.defects:
                break
    except GitError as error:
        raise UserError(str(error)) from error
    return whole


def _must_be_clean(git: Git, paths: tuple[str, ...]) -> None:
    changed = git.line("status", "--porcelain", "--", *map(os.path.abspath, paths))
    if changed:
        raise UserError(f"{paths[0]}: there are changes that are not committed: commit or stash them first")


def _steps(upgrades: Upgrades) -> Iterator[Upgrades]:
    """Each major by itself, in order."""
    for tables in upgrades.tables:
        for number in range(1, len(tables) + 1):
            yield Upgrades((tables[:number],), upgrades.answers)
