"""Files that require packages: the new packages with version ranges that carry the same provider."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..hcl.errors import position
from ..rules.codemod import Note
from . import names
from .mentions import Mention, is_toml, mentions
from .outcome import Outcome
from .ranges import allows, is_readable, translated
from .toml_values import differs_only, fault
from .upgrade import Upgrade


@dataclass(frozen=True, slots=True)
class _Edit:
    at: int
    old: str
    new: str


def read_mentions(data: bytes, path: str) -> list[Mention]:
    """The packages that a file requires, as far as they matter here; none if it cannot be read."""
    try:
        found = list(mentions(data.decode("utf-8-sig"), path))
    except (SyntaxError, ValueError):
        return []
    return [one for one in found if _is_ours(one.name) or names.normal(one.name) in names.BESIDE]


def _is_ours(name: str) -> bool:
    return names.normal(name).split("-")[0] in (names.OLD_LIBRARY, names.NEW_LIBRARY)


def migrate_manifest(data: bytes, path: str, upgrade: Upgrade) -> Outcome:
    """The file with new packages. What cannot be translated is told; a file with hashes is left alone."""
    outcome = Outcome(data)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        text = data.decode("utf-8-sig")
        found = list(mentions(text, path))
    except UnicodeDecodeError:
        outcome.notes.append(Note(path, 1, 1, "is not UTF-8 text", holds=True))
        return outcome
    except SyntaxError as error:
        where = (error.lineno or 1, error.offset or 1)
        outcome.notes.append(Note(path, *where, f"cannot be parsed as Python: {error.msg}", holds=True))
        return outcome
    broken = fault(text) if is_toml(path) else None
    if broken:
        message = f"cannot be parsed as TOML: {broken.message}"
        outcome.notes.append(Note(path, broken.line, broken.column, message, holds=True))
        return outcome
    old = [one for one in found if names.normal(one.name).split("-")[0] == names.OLD_LIBRARY]
    if any(one.unclear == "--hash" for one in old):
        place = position(text, next(one.at for one in old if one.unclear == "--hash"))
        message = "requirements with hashes must be compiled anew for the packages of CDK Terrain"
        outcome.notes.append(Note(path, *place, message, "Run the tool that wrote this file again."))
        return outcome
    edits: dict[int, _Edit] = {}
    for one in old:
        place = position(text, one.at)
        problem = _problem(one, upgrade)
        target = upgrade.of(one.name)
        if problem or target is None:
            outcome.notes.append(Note(path, *place, f"'{one.name}': {problem}", holds=True))
            continue
        new, span = str(names.new_package(one.name)), translated(one.range, target)
        edits[one.at] = _Edit(one.at, one.name, new)
        edits[one.range_at] = _Edit(one.range_at, one.range, span)
        what = f"'{one.name}{_spaced(one.range)}' is replaced by '{new}{_spaced(span)}'"
        outcome.edits.append(Note(path, *place, what))
    if old:
        for edit, note in _beside(found, upgrade, path, text):
            if edit is None:
                outcome.notes.append(note)
            else:
                edits[edit.at] = edit
                outcome.edits.append(note)
    new_text = _edited(text, edits)
    changed = {edit.old for edit in edits.values() if edit.old}
    if is_toml(path) and not differs_only(text, new_text, changed):
        message = "the packages cannot be replaced here without changing something else"
        advice = (
            "Replace them yourself: a table may have the new package too, or several keys of the old one."
        )
        return Outcome(data, notes=[*outcome.notes, Note(path, 1, 1, message, advice, holds=True)])
    outcome.data = mark + new_text.encode("utf-8")
    return outcome


def _problem(one: Mention, upgrade: Upgrade) -> str:
    """Why a requirement cannot be replaced, or nothing."""
    if names.new_package(one.name) is None:
        if names.provider_of(one.name):
            return (
                "no bindings of this provider are published for CDK Terrain; generate them with `cdktn get`"
            )
        return "this package is made for cdktf, and its like for CDK Terrain is not known"
    if upgrade.of(one.name) is None:
        return "no version of CDK Terrain has bindings of all the providers that are used"
    if one.unclear:
        return f"what it is taken from is not an index ({one.unclear})"
    return "" if is_readable(one.range) else f"the version range '{one.range.strip()}' cannot be translated"


def _beside(
    found: list[Mention], upgrade: Upgrade, path: str, text: str
) -> Iterator[tuple[_Edit | None, Note]]:
    """Pins of packages of which the new bindings need another version."""
    for one in found:
        for need in upgrade.needs(names.normal(one.name)):
            if not is_readable(one.range) or one.unclear or _meet(one.range, need):
                continue
            place = position(text, one.at)
            pinned = re.fullmatch(r"\s*(==\s*)?v?\d+(\.\d+){1,2}\s*", one.range)
            if not pinned or one.range.strip().startswith(("^", "~", ">", "<")):
                message = (
                    f"'{one.name}{_spaced(one.range)}' does not allow what the new bindings need: {need}"
                )
                yield None, Note(path, *place, message)
                continue
            least = re.search(r"(?:>=|==|~=)\s*([\d.]+)", need)
            new = re.sub(r"v?\d+(\.\d+)*", least[1], one.range, count=1) if least else one.range
            message = (
                f"'{one.name}{one.range}' is replaced by '{one.name}{new}': the new bindings need {need}"
            )
            yield _Edit(one.range_at, one.range, new), Note(path, *place, message)


def _meet(given: str, need: str) -> bool:
    versions = re.findall(r"\d+(?:\.\d+)+", f"{given} {need}")
    lines = [(*names.ordered(one), 0, 0)[:3] for one in versions]
    return not versions or any(allows(given, line) and allows(need, line) for line in lines)


def _edited(text: str, edits: dict[int, _Edit]) -> str:
    for edit in sorted(edits.values(), key=lambda one: one.at, reverse=True):
        assert text.startswith(edit.old, edit.at)
        text = text[: edit.at] + edit.new + text[edit.at + len(edit.old) :]
    return text


def _spaced(text: str) -> str:
    text = text.strip()
    return f" {text}" if text[:1].isdigit() else text


__all__ = ["migrate_manifest", "read_mentions"]
