"""Reports for people: findings, what was fixed, diffs, and a closing line on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from ..engine.results import Found, Result
from ..rules.transform import Impact
from .colour import Palette, is_wanted
from .difference import shown_patches
from .held import held_back
from .shown import presentable, shown

IMPACTS = {
    Impact.NONE: "",
    Impact.UPDATE: "updates in place",
    Impact.CREATE: "creates resources",
    Impact.REPLACE: "replaces resources",
}
"""What a fix does to what is deployed, where it does something."""
NO_IMPACT = "no resource changes"
"""What it does elsewhere. A plan may still name outputs that are new, or what has moved."""
PLAN_LIMITS = (
    "Not seen: what data sources really return, changes made outside of Terraform, and values that only the "
    "provider knows."
)
"""What a plan against a simulated deployment does not cover."""


def text(command: str, result: Result, colour: bool | None) -> str:
    """The report of a command. The closing line is left out where the output goes to another program."""
    palette = Palette(is_wanted(colour))
    if command == "diff":
        report = heading(result) + shown_patches(result.changes, palette) + plans(result, "# ")
    elif command == "apply":
        report = applied(presentable(result), palette) + plans(result)
    else:
        found = presentable(result).found
        report = findings(found, palette) + held(found, palette)
    if sys.stdout.isatty():
        report += palette.bold(closing(command, result)) + "\n"
    return report


def heading(result: Result) -> str:
    """The lines above a diff, which programs that apply it pass over: what is held back."""
    return "".join(f"# {one}\n" for one in held_back(presentable(result).found))


def plans(result: Result, before: str = "") -> str:
    """What the changes do to what is deployed, a line for each root module that was planned."""
    return "".join(
        f"{before}{shown(root)}: plan: {shown(line)}\n" for root, line in sorted(result.plans.items())
    )


def findings(found: Iterable[Found], palette: Palette) -> str:
    """Findings, a line each, with what there is to be said of their fixes below."""
    return "".join(f"{line}\n" for one in found for line in _finding(one, palette))


def held(found: Iterable[Found], palette: Palette) -> str:
    """A line for what is held back of the same tier and released by the same option."""
    lines = [palette.bold(str(one)) for one in held_back(found)]
    return "".join(f"{line}\n" for line in ("", *lines)) if lines else ""


def _finding(one: Found, palette: Palette) -> Iterator[str]:
    does = f", {IMPACTS[one.impact]}" if IMPACTS[one.impact] else ""
    state = "held back" if one.is_held else "fixable"
    fix = palette.dim(f" ({state}, {one.tier.value}{does})") if one.fixable or one.is_held else ""
    place = palette.bold(one.path) + palette.dim(f":{one.line}:{one.column}:")
    yield f"{place} {one.message} {palette.yellow(f'[{one.rule}]')}{fix}"
    if one.reason and not one.is_held:  # what is held back is told together
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
        report += findings(result.found, palette) + held(result.found, palette)
    return report


def _fixed_in(path: str, note: str, fixed: list[Found], palette: Palette) -> Iterator[str]:
    here = sorted(
        (one for one in fixed if one.path == path),
        key=lambda one: (one.rule, one.tier.value, one.impact.value, one.line),
    )
    yield palette.bold(path) + (note or ("" if here else " (changed by the fixes above and below)"))
    for (rule, tier, impact), group in groupby(here, key=lambda one: (one.rule, one.tier, one.impact)):
        does = f", {IMPACTS[impact]}" if IMPACTS[impact] else ""
        yield f"  {palette.green(rule)} ({tier.value}{does})"
        for one in group:
            yield f"    {one.line}: {one.message}"


def closing(command: str, result: Result) -> str:
    """The line that sums up."""
    fixable = sum(one.fixable for one in result.found)
    held = sum(one.is_held for one in result.found)
    left = len(result.found) - fixable - held
    if command == "validate":
        return f"{count(len(result.found), 'problem')} in {count(result.modules, 'module')}."
    if command == "check":
        if not result.found:
            return f"Nothing found in {count(result.files, 'file')}."
        found = f"{count(len(result.found), 'finding')} in {count(_files(result.found), 'file')}"
        back = f"{held} held back, " if held else ""
        return f"{found}: 'tffix apply' fixes {fixable or 'none'}, {back}{left or 'none'} left to you."
    fixed, files = count(len(result.fixed), "finding"), count(len(result.changes), "file")
    rest = f" {count(held, 'fix', 'es')} held back." if held else ""
    rest += f" {count(left + fixable, 'finding')} left to you." if left + fixable else ""
    if command == "diff":
        if not result.changes:
            return f"Nothing to apply in {count(result.files, 'file')}.{rest}"
        return f"'tffix apply' would fix {fixed} in {files}.{rest} Nothing was written."
    if not result.changes:
        return f"Nothing to fix in {count(result.files, 'file')}.{rest}"
    return f"Fixed {fixed} in {files}.{rest}"


def _files(found: Iterable[Found]) -> int:
    return len({one.path for one in found})


def count(number: int, noun: str, plural: str = "s") -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else plural}"
