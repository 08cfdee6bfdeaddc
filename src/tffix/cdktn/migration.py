"""Moves the files of CDK for Terraform projects in Python to CDK Terrain, from bytes to bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from ..json_data import read_json
from ..rules.codemod import Note, Rewriting
from . import names
from .commands import find_commands, is_told_of
from .manifests import migrate_manifest, read_mentions
from .mentions import is_manifest
from .outcome import Outcome
from .ranges import allows
from .upgrade import Upgrade, make_upgrade

SETTINGS = "cdktf.json"
LOCKS = {"Pipfile.lock", "poetry.lock", "uv.lock", "pdm.lock"}

_LATE = (0, 20)
"""From this version of cdktf on, nothing is different but what it runs on."""

_IN_UTF_16 = tuple(names.OLD_LIBRARY.encode(one) for one in ("utf-16-le", "utf-16-be"))
"""PowerShell writes a requirement file so, and pip reads it."""

_IMPORT = re.compile(rb"(?:^|[;:])[ \t]*((?:from|import)[ \t][^\n#;]*\bcdkt[fn][^\n#;]*)", re.M)
_OWN_IMPORT = re.compile(r"^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n]*)", re.M)
_GENERATED = re.compile(rb"^(?:\w+ = )?jsii\.JSIIAssembly\.load\(", re.M)
_IMPORTS_GENERATED = re.compile(rb"^[ \t]*(?:from|import)[ \t]+imports\b", re.M)
_OF_GENERATED = re.compile(rb"^from \.+_jsii import \*", re.M)


def is_read(path: str) -> bool:
    """Whether a file of this name has a part in a migration."""
    name = PurePosixPath(path).name
    return name.endswith(".py") or name == SETTINGS or name in LOCKS or is_manifest(path) or is_told_of(path)


def migrate(files: Mapping[str, bytes]) -> Rewriting:
    """Migrates all projects among some files, which are given by paths with `/`."""
    result = Rewriting()
    for paths in _projects(files):
        outcomes = _migrate_project({path: files[path] for path in paths})
        edits = [note for outcome in outcomes.values() for note in outcome.edits]
        notes = [note for outcome in outcomes.values() for note in outcome.notes]
        result.edits += edits
        result.notes += notes
        holding = [note for note in notes if note.holds]
        if holding:
            first = min(holding, key=lambda note: (note.path, note.line))
            more = f" (and {len(holding) - 1} more)" if len(holding) > 1 else ""
            reason = f"the project is left alone because of {first.path}:{first.line}{more}"
            result.held |= dict.fromkeys(outcomes, reason)
            continue
        result.files |= {path: one.data for path, one in outcomes.items() if one.data != files[path]}
    for found in (result.edits, result.notes):
        found.sort(key=lambda note: (note.path, note.line, note.column))
    return result


def _projects(files: Mapping[str, bytes]) -> Iterator[list[str]]:
    """The files of each project: a folder with a cdktf.json and what is below. Projects that share packages
    or modules with a folder above them are one."""
    folders = {PurePosixPath(path).parent for path in files if PurePosixPath(path).name == SETTINGS}
    projects: dict[PurePosixPath | None, list[str]] = {}
    for path in sorted(files):
        around = [one for one in PurePosixPath(path).parents if one in folders]
        projects.setdefault(around[-1] if around else None, []).append(path)
    outside = projects.pop(None, [])
    if any(_packages(path, files[path]) for path in outside):
        outside += [path for paths in projects.values() for path in paths]
        projects = {}
    yield from (*projects.values(), outside)


def _packages(path: str, data: bytes) -> set[str]:
    """The packages of either kind that a file requires or imports."""
    if b"cdkt" not in data:
        return set()
    found = [one.name for one in read_mentions(data, path)] if is_manifest(path) else []
    if path.endswith(".py"):
        found += [name for line in _IMPORT.findall(data) for name in _roots(line.decode("utf-8", "replace"))]
    return {name for name in map(names.normal, found) if name.startswith(("cdktf", "cdktn"))}


def _roots(statement: str) -> list[str]:
    """The top modules that an import statement names."""
    keyword, rest = re.split(r"[ \t]+", statement, maxsplit=1)
    modules = rest.split(" import ")[:1] if keyword == "from" else rest.split(",")
    return [found[1] for one in modules if (found := re.match(r"\s*(\w+)", one))]


def _migrate_project(files: dict[str, bytes]) -> dict[str, Outcome]:
    used = {path: _packages(path, data) for path, data in files.items()}
    packages: set[str] = set().union(*used.values())
    if not any(name in (names.OLD_LIBRARY, names.NEW_LIBRARY) or "-provider-" in name for name in packages):
        return {}
    ranges: dict[str, list[str]] = {}
    for path in files:
        for mention in read_mentions(files[path], path) if is_manifest(path) else ():
            ranges.setdefault(names.normal(mention.name), []).append(mention.range)
    upgrade = make_upgrade(ranges, {one for name in packages if (one := names.provider_of(name))})
    library = _library(ranges.get(names.OLD_LIBRARY, []))
    exported = set(_exported(files))
    has_generated = any(
        _IMPORTS_GENERATED.search(data) for path, data in files.items() if path.endswith(".py")
    )
    outcomes = {}
    for path, data in files.items():
        outcomes[path] = _migrate_file(path, data, files, upgrade, library, exported)
    for name in sorted(packages):
        places = [path for path in files if name in used[path]]
        path = next((path for path in places if is_manifest(path)), places[0])
        line, column = _first(files[path], name)
        told = [*_upgrade_notes(name, upgrade, library, is_manifest(path))]
        if name == names.OLD_LIBRARY and has_generated and _is_oldest(library):
            told.append((_OTHER_LAYOUT, "Move to cdktf 0.13 or newer first, with `cdktf get`.", True))
        outcomes[path].notes += (Note(path, line, column, *one) for one in told)
    return outcomes


def _migrate_file(
    path: str, data: bytes, files: Mapping[str, bytes], upgrade: Upgrade, library: str, exported: set[str]
) -> Outcome:
    outcome = Outcome(data)
    name = PurePosixPath(path).name
    if _hides_library(path, files):
        outcome.notes.append(Note(path, 1, 1, "this module has the name of the package 'cdktf'", holds=True))
    if name == SETTINGS:
        outcome.notes += _settings(path, data, files)
    elif name in LOCKS:
        outcome.notes += _lock(path, data)
    elif path.endswith(".py") and b"cdktf" in data and _GENERATED.search(data):
        message = "generated bindings for cdktf; generate them anew with `cdktn get`"
        outcome.notes.append(Note(path, 1, 1, message))
        return outcome
    is_named = b"cdktf" in data
    if is_manifest(path) and (is_named or any(one in data for one in _IN_UTF_16)):
        outcome = migrate_manifest(data, path, upgrade)
    if not is_named or (path.endswith(".py") and _OF_GENERATED.search(data)):
        return outcome
    if path.endswith(".py"):
        from .python import migrate_python  # loads LibCST

        inner = migrate_python(outcome.data, path, upgrade, library, exported)
        outcome = Outcome(inner.data, outcome.edits + inner.edits, outcome.notes + inner.notes)
    elif is_told_of(path):
        outcome.notes += find_commands(outcome.data, path)
    return outcome


def _hides_library(path: str, files: Mapping[str, bytes]) -> bool:
    """Whether a module is found in place of the library by the programs beside it."""
    pure = PurePosixPath(path)
    if pure.name == "__init__.py":
        pure = pure.parent.with_suffix(".py")
    top = pure.parent
    return pure.name == "cdktf.py" and (str(top) == "." or str(top / SETTINGS) in files)


def _library(ranges: Iterable[str]) -> str:
    """The newest minor version of cdktf that some ranges allow."""
    known = sorted(names.library_minors(), key=names.ordered)
    fitting = [one for one in known if all(allows(text, names.ordered(one)) for text in ranges)]
    return (fitting or known[:1])[-1]


def _exported(files: Mapping[str, bytes]) -> Iterator[str]:
    """Package names that a module imports from another one of the project."""
    for path, data in files.items():
        if path.endswith(".py") and b"cdktf" in data:
            for module, imported in _OWN_IMPORT.findall(data.decode("utf-8", "replace")):
                if names.new_module(module.split(".")[0]) is None:
                    yield from re.findall(r"\bcdktf\w*", imported)


_OTHER_LAYOUT = "the bindings that cdktf 0.12 and older generate have another layout than those of cdktn"


def _is_oldest(library: str) -> bool:
    """Whether this is the oldest minor version that is told apart, which stands for all before it."""
    return library == min(names.library_minors(), key=names.ordered)


def _upgrade_notes(
    package: str, upgrade: Upgrade, library: str, is_required: bool
) -> Iterator[tuple[str, str, bool]]:
    """What is to be told of a package: a message, an advice, and whether the project is held back."""
    provider = names.provider_of(package)
    if package == names.OLD_LIBRARY and names.ordered(library) < _LATE:
        older = " or older" if _is_oldest(library) else ""
        message = f"from cdktf {library}{older}, this goes to what cdktf 0.21 was"
        yield message, "Read the upgrade guides between them; compare the output of a synth.", False
    if provider is None or (provider in upgrade.missing and is_required):
        return
    if provider in upgrade.missing:
        message = f"no bindings of the provider '{provider}' are published for CDK Terrain"
        yield message, "Generate them with `cdktn get`.", True
        return
    move = upgrade.moves[provider]
    if move.old is None:
        message = f"which version of the provider '{provider}' the required bindings carry is not known"
        yield message, "Move to the newest bindings for cdktf first.", True
    elif not move.keeps_provider_major:
        old, new = move.old.provider_major, move.new.provider_major
        message = (
            f"the provider '{provider}' goes from {old}.x to {new}.x:"
            f" no bindings for CDK Terrain carry {old}.x"
        )
        unknown = names.differences(provider, old) is None
        yield message, "Read the provider's upgrade guide; plan before you apply.", unknown


def _first(data: bytes, package: str) -> tuple[int, int]:
    """Where a package is named first."""
    pattern = re.compile(package.replace("-", "[-_.]").encode(), re.I)
    for number, line in enumerate(data.splitlines(), 1):
        found = pattern.search(line)
        if found:
            return number, found.start() + 1
    return 1, 1


def _settings(path: str, data: bytes, files: Mapping[str, bytes]) -> Iterator[Note]:
    """cdktf.json keeps its name and its form; bindings that it has generated are for the old library."""
    try:
        settings = read_json(data)
    except ValueError:
        return
    if not isinstance(settings, dict) or settings.get("language") != "python":
        return
    generates = [key for key in ("terraformProviders", "terraformModules") if settings.get(key)]
    folder = str(PurePosixPath(path).parent / str(settings.get("codeMakerOutput", "imports")))
    generated = [one for one in files if one.startswith(f"{folder}/") and _GENERATED.search(files[one])]
    if generates and not any(b"cdktn" in files[one] for one in generated):
        line, column = _first(data, generates[0])
        message = f"the bindings generated in '{settings.get('codeMakerOutput', 'imports')}' are for cdktf"
        yield Note(path, line, column, message, "Remove them and run `cdktn get`.")


def _lock(path: str, data: bytes) -> Iterator[Note]:
    for number, line in enumerate(data.splitlines(), 1):
        if re.search(rb"[\"']cdktf(-cdktf-provider-[\w-]+)?[\"']", line):
            yield Note(
                path, number, 1, "locks packages of cdktf", "Make this file anew with the tool that wrote it."
            )
            return


__all__ = ["SETTINGS", "is_read", "migrate"]
