"""Writes the names of AWS managed policies that older releases of moto carry and the facts no longer do.

python tools/build_withdrawn_policies.py, after build_facts.py; the wheels are read as archives.
"""

from __future__ import annotations

import ast
import json
import tempfile
import zipfile
from pathlib import Path

from tffix.facts import managed_policies
from wheels import fetch

RELEASES = ("1.3.16", "2.3.2", "3.1.18", "4.1.14", "4.2.14", "5.0.28")
"""One of each year or so, the oldest first."""
TARGET = Path(managed_policies.__file__).with_name("withdrawn_policies.txt")
HEADER = """\
# AWS managed policies that AWS has withdrawn: the path and name, and the last release of moto looked at that
# carries it (its file moto/iam/aws_managed_policies.py). Written by tools/build_withdrawn_policies.py.
"""
_MODULE, _VARIABLE = "moto/iam/aws_managed_policies.py", "aws_managed_policies_data"


def policies(wheel: Path) -> dict[str, str]:
    """The paths of the managed policies in a release of moto, by name."""
    with zipfile.ZipFile(wheel) as archive:
        tree = ast.parse(archive.read(_MODULE))
    values = (one.value for one in tree.body if isinstance(one, ast.Assign) and _is_data(one))
    text = ast.literal_eval(next(values))
    return {name: policy["Path"] for name, policy in json.loads(text).items()}


def _is_data(statement: ast.Assign) -> bool:
    return any(isinstance(one, ast.Name) and one.id == _VARIABLE for one in statement.targets)


def main() -> None:
    known, lines = managed_policies.names(), dict[str, str]()
    with tempfile.TemporaryDirectory() as downloads:
        for release in RELEASES:
            for name, path in policies(fetch(f"moto=={release}", Path(downloads))).items():
                if name not in known:
                    lines[name] = f"{path.removeprefix('/')}{name} moto-{release}\n"
    TARGET.write_text(HEADER + "".join(line for _, line in sorted(lines.items())), "utf-8")


if __name__ == "__main__":
    main()
