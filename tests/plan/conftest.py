"""What the tests of planning share: a planner, and modules to write."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tffix.plan import Plan, Planner, Tree

needs_terraform = pytest.mark.skipif(
    not shutil.which("terraform") or not importlib.util.find_spec("grpc"),
    reason="terraform or grpcio is not installed",
)


@pytest.fixture(scope="session")
def planner() -> Iterator[Planner]:
    with Planner() as made:
        yield made


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes the files of a module, whose names may lie below it, and gives its directory."""

    def write(files: Mapping[str, str] | str, name: str = "module") -> Path:
        for file, text in ({"main.tf": files} if isinstance(files, str) else files).items():
            path = tmp_path / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return tmp_path / name

    return write


@pytest.fixture
def plan(planner: Planner, write: Callable[..., Path]) -> Callable[..., Plan]:
    """Plans a module from nothing."""
    return lambda files: planner.plan(Tree(write(files)))


@pytest.fixture
def compare(planner: Planner, write: Callable[..., Path]) -> Callable[..., list[str]]:
    """The actions of a plan of a module against the deployment of what it was."""

    def compare(before: Mapping[str, str] | str, after: Mapping[str, str] | str) -> list[str]:
        old, new = write(before, "before"), write(after, "after")
        return [str(one) for one in planner.compare(Tree(old), Tree(new)).actions]

    return compare
