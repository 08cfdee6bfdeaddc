"""Carries out `tffix facts`: what is known of providers, and how to know more."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from ..facts import schemas
from ..facts.user_cache import update_from
from ..files import read_file, read_text
from ..report.shown import shown
from ..terraform.discovery import LOCK_FILE
from ..terraform.providers import lock_entries
from ..user_error import UserError

_MOST_BYTES = 1 << 30


def list_facts() -> int:
    """Prints the provider versions whose schemas are known, and where they are from."""
    for known in schemas.providers():
        print(shown(f"{known.name:24} {known.version:12} {known.origin}"))
    return 0


def update_facts(path: str, program: str | None) -> int:
    """Keeps the provider schemas of an initialised directory, or of a file with the output of `terraform
    providers schema -json` that lies beside its lock file."""
    place = Path(path)
    if not place.exists():
        raise UserError(f"{path}: no such file or directory")
    directory = place if place.is_dir() else place.parent
    versions = _locked(directory)
    source = _printed(directory, program) if place.is_dir() else read_file(place, _MOST_BYTES)
    try:
        stored = update_from(source, versions)
    except ValueError as error:
        raise UserError(f"{path}: {error}") from error
    for one in stored:
        print(shown(f"{one.name} {one.version}"))
    if not stored:
        raise UserError(f"{path}: has no schema of a provider in {LOCK_FILE}")
    return 0


def _locked(directory: Path) -> dict[str, str]:
    lock = directory / LOCK_FILE
    if not lock.is_file():
        raise UserError(
            f"{lock}: does not exist; run `terraform init` first, which writes the providers' versions"
        )
    return dict(lock_entries(read_text(lock)))


def _printed(directory: Path, program: str | None) -> bytes:
    """What the user's Terraform prints for the schemas of a directory."""
    names = [program] if program else ["terraform", "tofu"]
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        raise UserError(f"{' or '.join(names)} not found: `tffix facts update` needs it to read the schemas")
    run = subprocess.run(
        [found, "providers", "schema", "-json"], cwd=directory, capture_output=True, check=False
    )
    if run.returncode != 0:
        reason = " ".join(run.stderr.decode("utf-8", "replace").split())
        raise UserError(f"{directory}: `{Path(found).name} providers schema -json` failed: {reason}")
    return run.stdout
