"""Builds the embedded facts from registry packages; runs in a venv that has requirements.txt."""

import argparse
import sqlite3
import tempfile
from pathlib import Path

import build_managed_policies

ROOT = Path(__file__).resolve().parent.parent
FACTS = ROOT / "src/tffix/facts/facts.sqlite"

SOURCE = """
CREATE TABLE source (
    package TEXT NOT NULL,
    version TEXT NOT NULL,
    holds TEXT NOT NULL,
    PRIMARY KEY (package, version, holds)
) WITHOUT ROWID
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=FACTS)
    output: Path = parser.parse_args().output
    with tempfile.TemporaryDirectory(dir=output.parent) as scratch:
        new = Path(scratch) / "facts.sqlite"
        facts = sqlite3.connect(new, isolation_level=None)
        facts.execute("BEGIN")
        facts.execute(SOURCE)
        build_managed_policies.build(facts)
        facts.execute("COMMIT")
        facts.execute("VACUUM")
        facts.close()
        # Readers of the old file keep it: the new one takes its name in one step.
        new.replace(output)
    print(f"{output.name}: {output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
