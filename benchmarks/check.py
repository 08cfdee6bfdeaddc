"""Measures `tffix check` as a whole process, beside `terraform fmt -check -recursive` and checkov.

    python benchmarks/check.py FOLDER... [--rounds 5]

Each folder is read by each program as often as told, in turns and after one run that does not count (so
that Python's bytecode is there), and the medians of the wall times and of the processor times are given,
with the ratios of the wall times to tffix. Programs that are not installed are left out; `--checkov PATH`
names one that is not on the PATH. Terraform's own check is of syntax and layout only; checkov's of its
policies.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path


def commands(folder: Path, checkov: str) -> dict[str, list[str]]:
    tffix = Path(sys.executable).with_name("tffix")
    return {
        "tffix check": [str(tffix), "check", str(folder)],
        "terraform fmt -check": ["terraform", "fmt", "-check", "-recursive", "-list=false", str(folder)],
        "checkov": [checkov, "--directory", str(folder), "--framework", "terraform", "--quiet", "--compact"],
    }


def run_time(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """The wall time and the processor time of one run."""
    start, before = time.perf_counter(), os.times()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment
    )
    wall, after = time.perf_counter() - start, os.times()
    return wall, sum(after[2:4]) - sum(before[2:4])  # those of its children


def quiet(bytecode: str) -> dict[str, str]:
    """The environment of the runs: no colours, no requests, Python's bytecode kept in a folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_COLOR": "1", "CHECKPOINT_DISABLE": "1", "PYTHONPYCACHEPREFIX": bytecode}


def measure(folder: Path, rounds: int, checkov: str, slow_rounds: int) -> None:
    count = sum(1 for _ in folder.rglob("*.tf"))
    print(f"{folder}: {count} .tf files")
    found = {name: line for name, line in commands(folder, checkov).items() if shutil.which(line[0])}
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in found}
    with tempfile.TemporaryDirectory() as bytecode:
        environment = quiet(bytecode)
        for number in range(rounds + 1):
            for name, command in found.items():
                if name != "checkov" or number <= slow_rounds:
                    times[name].append(run_time(command, environment))
    ours = statistics.median(wall for wall, _ in times["tffix check"][1:])
    for name, runs in times.items():
        wall, processor = (statistics.median(column) for column in zip(*runs[1:], strict=True))
        print(
            f"  {name:22} {wall:7.2f} s {processor:7.2f} s of processor {wall / ours:7.2f} times tffix check"
        )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--checkov", default="checkov", help="the program")
    arguments.add_argument("--checkov-rounds", type=int, default=1)
    given = arguments.parse_args()
    for folder in given.folders:
        measure(folder, given.rounds, given.checkov, given.checkov_rounds)


if __name__ == "__main__":
    main()
