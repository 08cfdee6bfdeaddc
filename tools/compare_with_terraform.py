"""Compares what tffix and `terraform fmt` accept, file by file.

    python tools/compare_with_terraform.py FOLDER... [--mutate N]

Takes every .tf, .hcl and .tfvars file below the folders, and Go fuzzing corpora (files that begin with
`go test fuzz v1`). With --mutate, each file is also tried N times with a random small damage, made from
a fixed seed. Prints every disagreement; exits with 1 if there is one.
"""

from __future__ import annotations

import argparse
import codecs
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tffix import HclSyntaxError, parse

FRAGMENTS = [
    *"{}[]()\"\n,=.:?*-+/#$%<>!|&~'`;\\\r\t 0a",
    "${", "%{", "%{ if ", "%{ endif }", "~}", "<<EOT\n", "EOT\n", "...", "=>", "[*]", ".*", ".0", "/*", "*/",
    "for ", "in ", "if ", "true", "null", "::", "f(", "\ufeff", "é", "١", "”", "\\u00e9", "1e5", "1.2.3",
]  # fmt: skip
BROKEN = [
    *(bytes((number,)) for number in (0x00, 0x80, 0xC3, 0xE9, 0xFE, 0xFF)),
    *(b"\xc0\x80", b"\xe2\x82", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"),
]
"""Bytes that are not UTF-8: alone, cut off, overlong, half of a surrogate pair, beyond Unicode; and NUL."""
PIECES = [*(fragment.encode() for fragment in FRAGMENTS), *BROKEN]


def inputs(folders: list[Path]) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            if path.suffix in (".tf", ".hcl", ".tfvars"):
                found.append((str(path), path.read_bytes()))
            elif "fuzz" in path.parts:
                data = path.read_bytes()
                match = re.fullmatch(rb'go test fuzz v1\n\[\]byte\((".*")\)\n?', data, re.DOTALL)
                found.append((str(path), _go_bytes(match.group(1)) if match else data))
    return found


def _go_bytes(literal: bytes) -> bytes:
    return codecs.escape_decode(literal[1:-1])[0]


def damaged(data: bytes, source: random.Random) -> bytes:
    for _ in range(source.choice((1, 1, 2))):
        at = source.randrange(len(data) + 1)
        if source.random() < 0.5:
            data = data[:at] + source.choice(PIECES) + data[at:]
        else:
            data = data[:at] + data[at + source.choice((1, 1, 1, 2, 5)) :]
    return data


def rejected_by_terraform(samples: list[bytes], batch: int = 500) -> set[int]:
    """The numbers of the samples that `terraform fmt` reports an error for."""
    rejected: set[int] = set()
    for first in range(0, len(samples), batch):
        with tempfile.TemporaryDirectory() as folder:
            for number, data in enumerate(samples[first : first + batch], first):
                (Path(folder) / f"n{number}.tf").write_bytes(data)
            run = subprocess.run(
                ["terraform", "fmt", "-check", "-no-color", "-list=false", folder],
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
            rejected.update(int(n) for n in re.findall(r"\bon (?:\S*/)?n(\d+)\.tf line", run.stderr))
    return rejected


def rejected_by_tffix(data: bytes) -> str | None:
    try:
        tree = parse(data, "input")
    except HclSyntaxError as error:
        return str(error)
    assert bytes(tree) == data, "not lossless"
    return None


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--mutate", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--keep", type=Path, help="write the inputs that disagree into this folder")
    given = arguments.parse_args()
    source = random.Random(given.seed)
    samples = inputs(given.folders)
    if given.mutate:
        samples += [
            (f"{name} (damaged {number})", damaged(data, source))
            for name, data in samples
            if len(data) < 20000
            for number in range(given.mutate)
        ]
    rejected = rejected_by_terraform([data for _, data in samples])
    disagreements = both = 0
    for number, (name, data) in enumerate(samples):
        reason = rejected_by_tffix(data)
        both += reason is not None and number in rejected
        if (reason is not None) != (number in rejected):
            disagreements += 1
            print(f"{name}: terraform {'rejects' if number in rejected else 'accepts'}; tffix: {reason}")
            if given.keep:
                (given.keep / f"{number}.tf").write_bytes(data)
    print(f"{len(samples)} inputs, {both} rejected by both, {disagreements} disagreements")
    return 1 if disagreements else 0


if __name__ == "__main__":
    sys.exit(main())
