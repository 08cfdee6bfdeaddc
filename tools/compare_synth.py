"""Compares what CDK for Terraform programs synthesize before and after cdktf-to-cdktn.

    python tools/compare_synth.py FOLDER [STACK ...]

Every program below tests/cdktn/stacks is copied to FOLDER/NAME/before, migrated to FOLDER/NAME/after, and
both are run with the packages that their own requirements ask for, which are installed from the package
index into the environments FOLDER/before and FOLDER/after (half a gigabyte). Needs Node. The Terraform JSON
must be the same but for comments (`//`), and the versions of providers must be of the same major version.
"""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tffix.cdktn import is_read, migrate

STACKS = Path(__file__).parents[1] / "tests" / "cdktn" / "stacks"
SIDES = ("before", "after")
_QUIET = {
    "JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION": "1",
    "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1",
    "CHECKPOINT_DISABLE": "1",
}


def prepare(stack: Path, folder: Path) -> None:
    """Lays a program out as it is and as it is migrated."""
    files = {
        str(path.relative_to(stack)): path.read_bytes()
        for path in sorted(stack.rglob("*"))
        if path.is_file() and is_read(path.name)
    }
    done = migrate(files)
    assert not done.held, [note for note in done.notes if note.holds]
    for side, content in zip(SIDES, (files, files | done.files), strict=True):
        target = folder / stack.name / side
        shutil.rmtree(target, ignore_errors=True)
        for name, data in content.items():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(data)


def requirements(project: Path) -> Iterator[str]:
    """What the requirement files of a project ask for."""
    for file in project.glob("requirements*.txt"):
        yield from (line for line in file.read_text().splitlines() if line.strip())
    for file in project.glob("pyproject.toml"):
        yield from tomllib.loads(file.read_text())["project"]["dependencies"]


def install(environment: Path, projects: list[Path]) -> None:
    """Installs what the projects ask for, all together, unless it is there."""
    wanted = [one for project in projects for one in requirements(project)]
    stamp = environment / "installed.txt"
    if stamp.is_file() and stamp.read_text() == "\n".join(wanted):
        return
    venv.create(environment, with_pip=True)
    subprocess.run([environment / "bin" / "pip", "install", "--quiet", *wanted], check=True)
    stamp.write_text("\n".join(wanted))


def synthesize(environment: Path, project: Path) -> dict[str, Any]:
    """The Terraform JSON of each stack of a program, which is run in the same folder on either side: the path
    of local state is in it."""
    folder = project.parent / "run"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(project, folder)
    command: list[str | Path] = [environment.absolute() / "bin" / "python", "main.py"]
    run = subprocess.run(
        command, cwd=folder, env={**os.environ, **_QUIET}, capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise RuntimeError(f"{project}: {run.stderr[-2000:]}")
    found = sorted(folder.glob("cdktf.out/stacks/*/cdk.tf.json"))
    return {path.parent.name: json.loads(path.read_text()) for path in found}


def plain(value: Any) -> Any:
    """Terraform JSON without its comments."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key != "//"}
    return [plain(one) for one in value] if isinstance(value, list) else value


def provider_versions(stack: Any) -> dict[str, str]:
    """Takes the versions of the providers out of a stack, and writes their sources in full: `aws` and
    `hashicorp/aws` are the same to Terraform, and the bindings for CDK Terrain say the latter."""
    required = stack["terraform"]["required_providers"]
    for entry in required.values():
        entry["source"] = entry["source"] if "/" in entry["source"] else f"hashicorp/{entry['source']}"
    return {name: entry.pop("version") for name, entry in required.items()}


def differences(before: dict[str, Any], after: dict[str, Any], versions: dict[str, str]) -> Iterator[str]:
    """What the stacks of a program differ in; ``versions`` is told the versions of providers."""
    if before.keys() != after.keys():
        yield f"other stacks: {sorted(before)}, {sorted(after)}"
    for name in before.keys() & after.keys():
        old, new = plain(before[name]), plain(after[name])
        required = provider_versions(old), provider_versions(new)
        for provider, version in required[0].items():
            other = required[1].get(provider, "")
            versions[provider] = f"{version} -> {other}"
            if version.split(".")[0] != other.split(".")[0]:
                yield f"{name}: provider {provider} {version}, {other}"
        if old != new:
            yield f"{name}: {_first_difference(old, new)}"


def _first_difference(old: Any, new: Any, path: str = "") -> str:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted({*old, *new}):
            if old.get(key) != new.get(key):
                return _first_difference(old.get(key), new.get(key), f"{path}.{key}")
    return f"{path}: {old!r} became {new!r}"


def main(folder: Path, wanted: list[str]) -> int:
    stacks = [path for path in sorted(STACKS.iterdir()) if not wanted or path.name in wanted]
    for stack in stacks:
        prepare(stack, folder)
    for side in SIDES:
        install(folder / side, [folder / stack.name / side for stack in stacks])
    failed = 0
    for stack in stacks:
        try:
            before, after = (synthesize(folder / side, folder / stack.name / side) for side in SIDES)
        except RuntimeError as error:
            print(f"{stack.name}: {error}", flush=True)
            failed += 1
            continue
        versions: dict[str, str] = {}
        found = list(differences(before, after, versions))
        failed += bool(found)
        size = sum(len(json.dumps(plain(one))) for one in before.values())
        said = "; ".join(found) or f"the same but for {versions}"
        print(f"{stack.name}: {len(before)} stacks, {size:,} bytes of JSON: {said}", flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
