"""Reports for people: findings, what was fixed, diffs, and a closing line on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from ..rules.results import Found, Result
from ..rules.transform import Impact
from .colour import Palette, is_wanted
from .difference import shown_patches
from .shown import presentable

IMPACTS = {
    Impact.NONE: "",
    Impact.UPDATE: "updates in place",
    Impact.CREATE: "creates resources",
    Impact.REPLACE: "replaces resources",
}
"""What a fix does to what is deployed, where it does something."""


def text(command: str, result: Result, colour: bool | None) -> str:
    """The report of a command. The closing line is left out where the output goes to another program."""
    palette = Palette(is_wanted(colour))
    if command == "diff":
        report = shown_patches(result.changes, palette)
    elif command == "apply":
        report = applied(presentable(result), palette)
    else:
        report = findings(presentable(result).found, palette)
    if sys.stdout.isatty():
        report += palette.bold(closing(command, result)) + "\n"
    return report


def findings(found: Iterable[Found], palette: Palette) -> str:
    """Findings, a line each, with what there is to be said of their fixes below."""
    return "".join(f"{line}\n" for one in found for line in _finding(one, palette))


def _finding(one: Found, palette: Palette) -> Iterator[str]:
    does = f", {IMPACTS[one.impact]}" if IMPACTS[one.impact] else ""
    fix = palette.dim(f" (fixable{does})") if one.fixable else ""
    place = palette.bold(one.path) + palette.dim(f":{one.line}:{one.column}:")
    yield f"{place} {one.message} {palette.yellow(f'[{one.rule}]')}{fix}"
    if one.reason:
        yield f"    not fixed: {one.reason}"
    for line in one.advice.splitlines():
        yield f"    {line}".rstrip()


def applied(result: Result, palette: Palette) -> str:
    """What was fixed, by file and rule, and what is left to a person."""
    note = {change.path: " (new)" for change in result.changes if change.old is None}
    note |= {change.path: " (deleted: nothing is left in it)" for change in result.changes if change.deletes}
    files = sorted({one.path for one in result.fixed} | {change.path for change in result.changes})
    lines = [line for path in files for line in _fixed_in(path, note.get(path, ""), result.fixed, palette)]
    report = "".join(f"{line}\n" for line in lines)
    if result.found:
        report += ("\n" if report else "") + palette.bold("Left to you:") + "\n"
        report += findings(result.found, palette)
    return report


def _fixed_in(path: str, note: str, fixed: list[Found], palette: Palette) -> Iterator[str]:
    here = sorted(
        (one for one in fixed if one.path == path), key=lambda one: (one.rule, one.impact.value, one.line)
    )
    yield palette.bold(path) + (note or ("" if here else " (changed by the fixes above and below)"))
    for (rule, impact), group in groupby(here, key=lambda one: (one.rule, one.impact)):
        does = f" ({IMPACTS[impact]})" if IMPACTS[impact] else ""
        yield f"  {palette.green(rule)}{does}"
        for one in group:
            yield f"    {one.line}: {one.message}"


def closing(command: str, result: Result) -> str:
    """The line that sums up."""
    fixable = sum(one.fixable for one in result.found)
    left = len(result.found) - fixable
    if command == "validate":
        return f"{count(len(result.found), 'problem')} in {count(result.modules, 'module')}."
    if command == "check":
        if not result.found:
            return f"Nothing found in {count(result.files, 'file')}."
        found = f"{count(len(result.found), 'finding')} in {count(_files(result.found), 'file')}"
        return f"{found}: 'tffix apply' fixes {fixable or 'none'}, {left or 'none'} left to you."
    fixed, files = count(len(result.fixed), "finding"), count(len(result.changes), "file")
    rest = f" {count(len(result.found), 'finding')} left to you." if result.found else ""
    if command == "diff":
        if not result.changes:
            return f"Nothing to apply in {count(result.files, 'file')}.{rest}"
        return f"'tffix apply' would fix {fixed} in {files}.{rest} Nothing was written."
    if not result.changes:
        return f"Nothing to fix in {count(result.files, 'file')}.{rest}"
    return f"Fixed {fixed} in {files}.{rest}"


def _files(found: Iterable[Found]) -> int:
    return len({one.path for one in found})


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
