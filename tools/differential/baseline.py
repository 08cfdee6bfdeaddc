"""What has changed since an earlier report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

LISTS = ("false-alarms", "missed", "elsewhere")


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """In lines: the disagreements that are new, and how many are gone."""
    for name in LISTS:
        before, after = _by_key(old[name]), _by_key(new[name])
        gone = before.keys() - after.keys()
        yield f"{name}: {len(before)} before, {len(after)} now, {len(gone)} gone"
        for key in sorted(after.keys() - before.keys()):
            one = after[key]
            yield f"  new: {one['kind']} {one['path']}:{one['line']}: {one['said']}"


def _by_key(entries: list[dict[str, Any]]) -> dict[tuple[str, str, int, str], dict[str, Any]]:
    return {(one["kind"], one["path"], one["line"], one["said"]): one for one in entries}
