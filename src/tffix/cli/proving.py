"""Gives `apply --prove` and `diff --prove` the plan of a module against what it was."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import local

from ..engine.proof import Proof, Prove
from ..engine.results import Found
from ..plan import Deployment, NotPlanned, Planner, Tree
from ..plan.proving import Announcement, prove
from .planning import planner


@contextmanager
def proofs_of_modules(program: str | None = None) -> Iterator[Prove]:
    """What proves the fixes of a root module, for the time of a run."""
    with planner(program) as made:
        latest = _Latest(made)

        def proof(directory: str, contents: Mapping[str, bytes], fixed: Sequence[Found]) -> Proof:
            given = {Path(os.path.abspath(path)): data for path, data in contents.items()}
            fixes = [
                Announcement(Path(os.path.abspath(os.path.dirname(one.path))), one.address, one.impact.value)
                for one in fixed
            ]
            try:
                deployment = latest.of(directory)
            except NotPlanned as error:
                return Proof(not_proved=str(error))
            return Proof(*prove(deployment, given, fixes))

        yield proof


class _Latest(local):
    """The latest deployment of each thread: a module is planned again and again to find a fix to blame."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        self.directory = ""
        self.open: AbstractContextManager[Deployment] | None = None
        self.deployment: Deployment | None = None

    def of(self, directory: str) -> Deployment:
        """The simulated deployment of a module as it is on the disk. Raises NotPlanned."""
        directory = os.path.abspath(directory)
        if self.deployment is None or self.directory != directory:
            if self.open is not None:
                self.open.__exit__(None, None, None)
            self.open, self.deployment = None, None
            opened = self.planner.deployed(Tree(Path(directory)))
            self.deployment = opened.__enter__()
            self.open, self.directory = opened, directory
        return self.deployment
