"""Fetches the packages of wheels.txt: their wheels are read as archives."""

import subprocess
import sys
from pathlib import Path

PINNED = Path(__file__).with_name("wheels.txt")


def pinned(prefix: str) -> list[str]:
    """The pinned requirements, `name==version`, of packages whose names begin so."""
    return [line for line in PINNED.read_text().splitlines() if line.startswith(prefix)]


def version(package: str) -> str:
    """The version of the one pinned package of a name."""
    (requirement,) = pinned(f"{package}==")
    return requirement.partition("==")[2]


def fetch(requirement: str, downloads: Path) -> Path:
    """The wheel of a requirement, in the folder of downloads or put there now."""
    package, _, version = requirement.partition("==")
    pattern = f"{package.replace('-', '_')}-{version}-*.whl"
    if not list(downloads.glob(pattern)):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        subprocess.run([*command, "--dest", str(downloads), requirement], check=True)
    (wheel,) = downloads.glob(pattern)
    return wheel
