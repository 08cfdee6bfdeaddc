"""Runs codemods: over files that are at hand, or over those below some paths."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ..files import read_file
from ..rules.codemod import Codemod, Note, Rewriting, codemods
from ..rules.transform import Transform
from ..terraform.discovery import find_files
from ..terraform.secrets import secrets_in
from .places import file_error
from .policy import Policy
from .results import Change, Defect, FileError, Found, Result
from .runner import Decide


def rewrite_below(
    transforms: Sequence[Transform],
    paths: Sequence[str],
    excluded: Callable[[str], bool],
    policy: Policy,
    repair: bool,
    result: Result,
    decide: Decide | None = None,
) -> None:
    """Adds to a result what codemods find or change; they see what the other transforms have changed."""
    before = {change.path: change for change in result.changes}

    def read(codemod: Codemod) -> dict[str, bytes]:
        errors: list[OSError] = []
        files = {}
        for path in find_files(paths, codemod.reads, excluded, errors):
            try:
                files[path] = before[path].new if path in before else read_file(path)
            except OSError as error:
                errors.append(error)
        result.errors += map(file_error, errors)
        return files

    done = run_codemods(transforms, read, policy, repair, decide)
    rewritten = {change.path for change in done.changes}
    result.changes = [change for change in result.changes if change.path not in rewritten]
    done.changes = [
        replace(change, old=before[change.path].old) if change.path in before else change
        for change in done.changes
    ]
    result.merge(done)


def run_codemods(
    transforms: Sequence[Transform],
    read: Callable[[Codemod], Mapping[str, bytes]],
    policy: Policy,
    repair: bool,
    decide: Decide | None = None,
) -> Result:
    """What the codemods among some transforms find, or change; ``read`` gives the files that one asks for."""
    total = Result()
    for codemod in codemods(transforms):
        files = {path: data for path, data in read(codemod).items() if not policy.ignores(codemod.name, path)}
        if files:
            total.merge(_repair(codemod, files, policy, decide) if repair else _check(codemod, files))
    return total


def _check(codemod: Codemod, files: Mapping[str, bytes]) -> Result:
    done, result = _rewrite(codemod, files)
    _report(codemod, done, result, result.found)
    return result


def _repair(codemod: Codemod, files: Mapping[str, bytes], policy: Policy, decide: Decide | None) -> Result:
    done, result = _rewrite(codemod, files)
    new = done.files
    secrets = {path: secrets_in(files[path].decode("utf-8", "replace")) for path in new}
    result.secrets = {path: known for path, known in secrets.items() if known}
    if not new:
        _report(codemod, done, result, result.found)
        return result
    unwritable = {path: reason for path in new if (reason := policy.unwritable(path))}
    result.errors += [FileError(path, 0, 0, reason) for path, reason in unwritable.items()]
    together = min(new)
    changes = [Change(path, files[path], data, together, secrets=secrets[path]) for path, data in new.items()]
    asked = _found(codemod, done.edits[0], done, is_edit=True) if done.edits else None
    unwanted = asked is not None and decide is not None and not decide(asked, changes)
    if unwritable or unwanted:
        why = "not wanted" if unwanted else "a file of it cannot be written"
        done = replace(done, files={}, held=done.held | dict.fromkeys(files, why))
        _report(codemod, done, result, result.found)
        return result
    _report(codemod, replace(done, notes=[]), result, result.fixed)
    result.found = [one for one in result.fixed if not one.fixable]
    result.fixed = [one for one in result.fixed if one.fixable]
    after, again = _rewrite(codemod, {**files, **new})
    if after.files:
        message = "a second run changes it again; nothing was changed"
        again.defects.append(Defect(codemod.name, min(after.files), message))
    if again.defects:
        result.defects += again.defects
        result.fixed = []
        return result
    result.changes = changes
    # What a second run does not tell again, as it is of the step itself, is told at its old place.
    told = {(note.path, note.message) for note in after.notes}
    notes = after.notes + [note for note in done.notes if (note.path, note.message) not in told]
    _report(codemod, Rewriting(notes=notes), result, result.found)
    return result


def _rewrite(codemod: Codemod, files: Mapping[str, bytes]) -> tuple[Rewriting, Result]:
    result = Result(files=len(files))
    try:
        return codemod.rewrite(files), result
    except Exception as error:
        if os.environ.get("TFFIX_DEBUG"):
            raise
        message = f"failed: {type(error).__name__}: {error}"
        result.defects.append(Defect(codemod.name, min(files), message))
        return Rewriting(), result


def _report(codemod: Codemod, done: Rewriting, result: Result, found: list[Found]) -> None:
    found += [_found(codemod, note, done, is_edit=True) for note in done.edits]
    found += [_found(codemod, note, done) for note in done.notes]
    result.sort()


def _found(codemod: Codemod, note: Note, done: Rewriting, is_edit: bool = False) -> Found:
    reason = done.held.get(note.path, "") if is_edit else ""
    return Found(
        codemod.name,
        note.message,
        note.path,
        note.line,
        note.column,
        "",
        codemod.impact,
        note.advice,
        fixable=is_edit and not reason,
        reason=reason,
    )


__all__ = ["rewrite_below", "run_codemods"]
