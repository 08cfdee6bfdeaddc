"""`terraform fmt` over many texts in one call, as the judge of what is HCL and how it is laid out."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")

needs_terraform = pytest.mark.skipif(not shutil.which("terraform"), reason="terraform is not installed")


def terraform_fmt(texts: Sequence[str | bytes]) -> list[str | None]:
    """Every text as `terraform fmt` rewrites it; None for one that it rejects."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"n{number}.tf") for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        run = subprocess.run(
            ["terraform", "fmt", "-no-color", "-list=false", folder],
            capture_output=True,
            text=True,
            check=False,
        )
        rejected = {int(number) for number in re.findall(r"\bon (?:\S*/)?n(\d+)\.tf line", run.stderr)}
        return [
            None if number in rejected else path.read_bytes().decode("utf-8", "surrogateescape")
            for number, path in enumerate(paths)
        ]


def samples(strategy: SearchStrategy[T], count: int, *, keep: Callable[[T], bool] = bool) -> list[T]:
    """That many samples of a strategy, the same ones on every run."""
    found: list[T] = []

    @settings(
        max_examples=count,
        database=None,
        derandomize=True,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(sample: T) -> None:
        if keep(sample):
            found.append(sample)

    collect()
    return found
