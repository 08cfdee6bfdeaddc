"""Damages files at random and looks for what tffix must never do.

    python tools/fuzz.py FOLDER... [--count 30000] [--seed 1] [--jobs 1] [--keep FOLDER]

Takes the .tf, .tf.json, .tfvars and Python files below the folders (the inputs of the golden cases, say) that
are not larger than 20 kB, damages each one a few times, and puts what comes out through every rule of every
profile. It is a fault if

- anything but HclSyntaxError is raised, or that without a line and a column;
- a file that is read does not print as the bytes that it was;
- a rule fails, or a fix fails (both are told as defects);
- the result of the fixes does not parse, or a second run over it changes something.

Everything is made from a fixed seed. Prints each fault, keeps its input with --keep, prints the figures after
every thousand inputs and at the end, also if it is stopped (SIGINT, SIGTERM), and exits with 1 if there was a
fault, with 2 if it was stopped.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from compare_with_terraform import FRAGMENTS
from tffix import HclSyntaxError, parse
from tffix.engine.policy import Policy
from tffix.engine.results import Result
from tffix.engine.runner import repair
from tffix.projection import read
from tffix.rules.registry import transforms
from tffix.terraform.project import read_project

LARGEST = 20_000
STEP = 50
"""How many inputs a process makes before it says what came of them."""
_WORD = re.compile(rb'"[^"\n]*"|[\w.-]+')
_TEXT = re.compile(rb'"[^"\n]*"|#[^\n]*\n')
FORMED = [b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"]
KINDS = (".tf", ".tf.json", ".tfvars", ".py")
BYTES = [fragment.encode() for fragment in FRAGMENTS]
BYTES += [
    *(bytes((number,)) for number in (0, 1, 0x1B, 0x7F, 0x80, 0xC3, 0xE9, 0xFE, 0xFF)),
    b"\xc0\x80", b"\xed\xa0\x80", b"\xe2\x82", b"\xf4\x90\x80\x80", "\u202e".encode(), "\u2028".encode(),
    b"dynamic \"x\" {\n", b"count = 2\n", b"for_each = ", b"jsonencode(", b"local.", b"var.", b"each.key",
    b"resource \"aws_s3_bucket\" \"b\" {\n", b"# tffix: ignore\n", b"null", b"[" * 300, b"-" * 400,
    b"lambda: ", b"f\"{", b"'''", b"\\N{x}", b"\\ud800", b"1e999", b"0" * 5000, b"async ", b"def f():\n",
]  # fmt: skip


def samples(folders: Sequence[Path]) -> list[tuple[str, bytes]]:
    """The names and contents of the files to damage."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            kind = next((kind for kind in KINDS if path.name.endswith(kind)), None)
            if kind and path.is_file() and path.stat().st_size <= LARGEST:
                found.append((f"main{kind}", path.read_bytes()))
    return found


def damaged(data: bytes, others: Sequence[tuple[str, bytes]], source: random.Random) -> bytes:
    """Some data with one to four accidents."""
    for _ in range(source.choice((1, 1, 1, 2, 3))):
        at = source.randrange(len(data) + 1)
        to = min(len(data), at + source.choice((1, 1, 2, 5, 20, 200)))
        accident = source.randrange(13)
        if accident <= 1:
            data = data[:at] + source.choice(BYTES) + data[at:]
        elif accident == 2:
            data = data[:at] + data[to:]
        elif accident == 3:
            data = data[:at] + data[at:to] * 2 + data[to:]
        elif accident == 4:
            other = source.choice(others)[1]
            start = source.randrange(len(other) + 1)
            data = data[:at] + other[start : start + source.choice((5, 50, 500))] + data[at:]
        elif accident == 5:
            data = data[:at] + bytes((source.randrange(256),)) + data[at + 1 :]
        elif accident <= 7:
            lines = data.split(b"\n")
            first, second = source.randrange(len(lines)), source.randrange(len(lines))
            lines[first], lines[second] = lines[second], lines[first] if accident == 6 else lines[second]
            data = b"\n".join(lines)
        elif accident <= 11:
            data = with_other_word(data, source.choice(others)[1] if accident < 10 else data, source)
        else:
            data = with_bytes_in_text(data, source)
    return data


def with_other_word(data: bytes, other: bytes, source: random.Random) -> bytes:
    """Some data in which another word or string stands in the place of one."""
    here, there = list(_WORD.finditer(data)), _WORD.findall(other)
    if not here or not there:
        return data
    word = source.choice(here)
    chosen: bytes = source.choice(there)
    return data[: word.start()] + chosen + data[word.end() :]


def with_bytes_in_text(data: bytes, source: random.Random) -> bytes:
    """Some data with bytes that are not UTF-8 in a string or comment, as Terraform accepts them there."""
    texts = list(_TEXT.finditer(data))
    if not texts:
        return data
    text = source.choice(texts)
    at = source.randrange(text.start() + 1, text.end())
    return data[:at] + source.choice(FORMED) + data[at:]


class Fault(Exception):  # noqa: N818 - what the search is for
    """Something that must never happen."""


def examine(name: str, data: bytes, folder: Path) -> str:
    """Tries one input; tells what came of it. Raises Fault, or whatever tffix raises."""
    path = folder / name
    try:
        tree = parse(data, name) if name.endswith((".tf", ".tfvars")) else read(data, name)
    except HclSyntaxError as error:
        if error.line < 1 or error.column < 1:
            raise Fault(f"no place: {error}") from error
        tree = None
    if tree is not None and tree.original != data:
        raise Fault("the tree does not print as what was read")
    if tree is not None and tree.projection is None and bytes(tree) != data:
        raise Fault("the tree does not print as what was read")
    path.write_bytes(data)
    try:
        result = repaired(folder)
        by_name = {Path(change.path).name: change.new for change in result.changes}
        for changed, new in by_name.items():
            (folder / changed).write_bytes(new)
        again = repaired(folder) if by_name else result
        if by_name and (again.errors or again.changes):
            raise Fault(f"a second run: {again.errors or [change.path for change in again.changes]}")
        if tree is None and not result.errors and name.endswith((".tf", ".tf.json")):
            raise Fault("a file that does not parse is not reported")
    finally:
        for file in folder.iterdir():
            file.unlink()
    return "rejected" if tree is None else "changed" if by_name else "left alone"


def repaired(folder: Path) -> Result:
    rules = [one() for one in transforms().values() if one.profile.value != "migration"]
    project = read_project([str(folder)], alone=True)
    result = repair(project, rules, Policy(allow_replace=True))
    if result.defects:
        raise Fault(f"{result.defects[0].rule}: {result.defects[0].message}")
    return result


Task = tuple[Sequence[tuple[str, bytes]], int, int]
"""The files to damage, the seed and how many inputs to make."""


def run(task: Task) -> tuple[Counter[str], list[tuple[str, bytes, str]]]:
    """Tries a number of inputs made from a seed; the figures and the faults with their inputs."""
    inputs, seed, count = task
    source, figures, faults = random.Random(seed), Counter[str](), []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(count):
            name, data = source.choice(inputs)
            data = damaged(data, inputs, source)
            try:
                figures[examine(name, data, Path(folder))] += 1
            except Exception as error:
                figures["faults"] += 1
                where = traceback.extract_tb(error.__traceback__)[-1]
                faults.append((name, data, f"{type(error).__name__}: {error} ({where.name}:{where.lineno})"))
    return figures, faults


def runs(inputs: Sequence[tuple[str, bytes]], seed: int, count: int) -> Iterator[Task]:
    for number in range(0, count, STEP):
        yield inputs, seed * 1_000_000 + number, min(STEP, count - number)


def told(figures: Counter[str]) -> str:
    counts = ", ".join(f"{figures[one]} {one}" for one in ("left alone", "changed", "rejected", "faults"))
    return f"{figures.total()} inputs: {counts}"


def search(inputs: Sequence[tuple[str, bytes]], given: argparse.Namespace, figures: Counter[str]) -> None:
    """Adds to the figures what comes of each run, and prints faults and progress."""
    with ProcessPoolExecutor(
        given.jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    ) as pool:
        try:
            for counted, faults in pool.map(run, runs(inputs, given.seed, given.count)):
                figures += counted
                for number, (name, data, fault) in enumerate(faults):
                    print(f"{name}: {fault}", flush=True)
                    if given.keep:
                        given.keep.mkdir(exist_ok=True)
                        (given.keep / f"{os.getpid()}-{figures.total()}-{number}-{name}").write_bytes(data)
                if figures.total() % 1000 == 0:
                    print(told(figures), file=sys.stderr, flush=True)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--count", type=int, default=30_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--jobs", type=int, default=1)
    arguments.add_argument("--keep", type=Path, help="write the inputs of faults into this folder")
    given = arguments.parse_args()
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.default_int_handler)
    inputs, figures = samples(given.folders), Counter[str]()
    try:
        search(inputs, given, figures)
    except KeyboardInterrupt:
        print("stopped")
        return 2
    except BrokenProcessPool:
        figures["faults"] += 1
        print(f"a process died in one of the {given.jobs * STEP} inputs after these")
    finally:
        print(f"{told(figures)}, made of {len(inputs)} files")
    return 1 if figures["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
