"""Measures reading of .tf files in MB/s: tffix beside tree-sitter-hcl and python-hcl2, in one run.

    python benchmarks/parse.py FOLDER... [--seconds 10] [--rounds 3]

Scan cuts tokens, structure finds blocks and attributes, parse also makes the nodes of every expression.
The slow ones (python-hcl2, and tree-sitter if it is one) read a sample for the given time; their ratios
are to the parse of that sample. Only files that Terraform accepts are read; one that another reader gives up
on counts for it all the same.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tffix import HclSyntaxError, parse
from tffix.hcl import parse_structure
from tffix.hcl.parser import parse_expression
from tffix.hcl.scanner import scan
from tffix.terraform.discovery import SKIPPED_FOLDERS

Reader = Callable[[bytes], object]


def files(folders: Sequence[Path]) -> list[bytes]:
    found = [
        path.read_bytes()
        for folder in folders
        for path in sorted(folder.rglob("*.tf"))
        if path.is_file() and not SKIPPED_FOLDERS & set(path.parts)
    ]
    return [data for data in found if _is_hcl(data)]


def _is_hcl(data: bytes) -> bool:
    try:
        return bool(parse(data))
    except HclSyntaxError:
        return False


def hcl2_reader() -> Reader | None:
    try:
        import hcl2
    except ImportError:
        return None
    return lambda data: hcl2.loads(data.decode())


def tree_sitter_reader() -> Reader | None:
    try:
        import tree_sitter
        import tree_sitter_hcl
    except ImportError:
        return None
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_hcl.language()))
    return lambda data: parser.parse(data)


def read_all(reader: Reader, sample: Sequence[bytes], seconds: float = float("inf")) -> tuple[float, int]:
    """The processor time that a reader takes, and how many files it got through before the time was up."""
    parse_expression.cache_clear()
    start = time.process_time()
    for number, data in enumerate(sample):
        try:
            reader(data)
        except Exception as error:  # python-hcl2 raises lark's errors and others
            if reader is parse:
                raise error
        if time.process_time() - start > seconds:
            return time.process_time() - start, number + 1
    return time.process_time() - start, len(sample)


def megabytes(sample: Sequence[bytes]) -> float:
    return sum(map(len, sample)) / 1e6


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--seconds", type=float, default=10, help="for each of the slow ones")
    arguments.add_argument("--rounds", type=int, default=3, help="of ours; the median counts")
    given = arguments.parse_args()
    sample = files(given.folders)
    random.Random(1).shuffle(sample)
    print(f"{len(sample)} files, {megabytes(sample):.1f} MB")
    ours: dict[str, Reader] = {
        "tffix scan": lambda data: scan(data.decode("utf-8-sig")),
        "tffix structure": parse_structure,
        "tffix parse": parse,
    }
    for name, reader in ours.items():
        times = [read_all(reader, sample)[0] for _ in range(given.rounds)]
        print(f"{name:18} {megabytes(sample) / statistics.median(times):8.2f} MB/s")
    for name, theirs in (("tree-sitter-hcl", tree_sitter_reader()), ("python-hcl2", hcl2_reader())):
        if theirs is None:
            print(f"{name:18} is not installed")
            continue
        took, count = read_all(theirs, sample, given.seconds)
        read = sample[:count]
        parsed = read_all(parse, read)[0]
        print(
            f"{name:18} {megabytes(read) / took:8.2f} MB/s over {count} files;"
            f" tffix parse takes 1/{took / parsed:.2f} of its time for them"
        )


if __name__ == "__main__":
    main()
