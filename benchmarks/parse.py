"""Measures reading of .tf files in MB/s: tffix beside tree-sitter-hcl and python-hcl2, in one run.

    python benchmarks/parse.py FOLDER... [--seconds 10] [--rounds 3]

Scan cuts tokens, structure finds blocks and attributes, parse also makes the nodes of every expression.
The other readers take turns with tffix file by file, for as long as told, so that both see the same
machine; the ratio is of the times for the same files. Only files that Terraform accepts are read; one that
another reader gives up on counts for it all the same. Times are of the processor.
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


def read_all(reader: Reader, sample: Sequence[bytes]) -> float:
    """The time that a reader of ours takes."""
    parse_expression.cache_clear()
    start = time.process_time()
    for data in sample:
        reader(data)
    return time.process_time() - start


def compare(theirs: Reader, sample: Sequence[bytes], seconds: float) -> str:
    """A reader in turns with tffix, until it has taken its time."""
    parse_expression.cache_clear()
    took = ours = size = 0.0
    count = failures = 0
    for data in sample:
        start = time.process_time()
        try:
            theirs(data)
        except Exception:  # python-hcl2 raises lark's errors and others
            failures += 1
        between = time.process_time()
        parse(data)
        took += between - start
        ours += time.process_time() - between
        size += len(data) / 1e6
        count += 1
        if took > seconds:
            break
    return (
        f"{size / took:8.2f} MB/s over {count} files, {failures} of them rejected;"
        f" it takes {took / ours:.2f} times as long as tffix parse"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--seconds", type=float, default=10, help="for each of the others")
    arguments.add_argument("--rounds", type=int, default=3, help="of ours; the median counts")
    given = arguments.parse_args()
    sample = files(given.folders)
    size = sum(map(len, sample)) / 1e6
    random.Random(1).shuffle(sample)
    print(f"{len(sample)} files, {size:.1f} MB")
    ours: dict[str, Reader] = {
        "tffix scan": lambda data: scan(data.decode("utf-8-sig")),
        "tffix structure": parse_structure,
        "tffix parse": parse,
    }
    for name, reader in ours.items():
        times = [read_all(reader, sample) for _ in range(given.rounds)]
        print(f"{name:18} {size / statistics.median(times):8.2f} MB/s")
    for name, theirs in (("tree-sitter-hcl", tree_sitter_reader()), ("python-hcl2", hcl2_reader())):
        print(
            f"{name:18} " + ("is not installed" if theirs is None else compare(theirs, sample, given.seconds))
        )


if __name__ == "__main__":
    main()
