"""What is found at several places and repaired at one of them for all."""

from __future__ import annotations

from dataclasses import replace

from tffix import Attribute, Finding, nodes


def another(first: Finding, at: Attribute, within: nodes.Expression | None) -> Finding:
    """The finding for another place of what the fix of the first one repairs, if that has one."""
    advice = first.advice if first.fix is None else "the fix of the first of these repairs all of them"
    return replace(first, at=at, within=within, fix=None, advice=advice)
