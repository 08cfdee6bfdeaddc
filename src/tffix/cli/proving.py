"""Gives `apply --prove` and `diff --prove` the plan of a module against what it was."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..engine.proof import Proof, Prove
from ..engine.results import Found
from ..plan.proving import Announcement, prove
from .planning import planner


@contextmanager
def proofs_of_modules(program: str | None = None) -> Iterator[Prove]:
    """What proves the fixes of a root module, for the time of a run."""
    with planner(program) as made:

        def proof(directory: str, contents: Mapping[str, bytes], fixed: Sequence[Found]) -> Proof:
            given = {Path(os.path.abspath(path)): data for path, data in contents.items()}
            fixes = [
                Announcement(Path(os.path.abspath(os.path.dirname(one.path))), one.address, one.impact.value)
                for one in fixed
            ]
            return Proof(*prove(made, Path(directory), given, fixes))

        yield proof
