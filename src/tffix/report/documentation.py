"""A rule's documentation, laid out for the terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from ..rules.transform import Documentation, Transform
from .colour import Palette
from .text import IMPACTS, NO_IMPACT

_CODE = ("Example", "Becomes")
_LIST_ITEM = re.compile(r"(?:[-*]|\d+\.) ")


def documentation(rule: type[Transform], palette: Palette, width: int) -> str:
    """Name, summary, sections and options of a rule."""
    parts = Documentation.of(rule)
    does = IMPACTS[rule.impact] or NO_IMPACT
    lines = [palette.bold(rule.name), "", *_prose(parts.text, width, "")]
    lines += ["", f"{palette.bold('Usual impact:')} {rule.impact.value} ({does})"]
    lines += [f"{palette.bold('Usual tier:')} {rule.usual_tier().value}"]
    lines += [f"{palette.bold('Works on:')} {rule.works_on()}"]
    for title, body in parts.sections.items():
        lines += ["", palette.bold(f"{title}:")]
        if title in _CODE:
            colour = palette.red if title == "Example" else palette.green
            lines += [f"    {colour(line)}".rstrip() for line in body.split("\n")]
        else:
            lines += _prose(body, width, "  ")
    if rule.options:
        lines += [
            "",
            palette.bold("Options")
            + f" (in tffix.toml, [rules.{rule.name}], or by --option {rule.name}.KEY=VALUE):",
        ]
        lines += [f"  {name} = {_value(value)}" for name, value in rule.options.items()]
    return "".join(f"{line}\n" for line in lines)


def _prose(text: str, width: int, indent: str) -> Iterator[str]:
    """Paragraphs and lists, wrapped anew; indented text is code and stays as it is."""
    for number, paragraph in enumerate(re.split(r"\n[ \t]*\n", text)):
        if number:
            yield ""
        for item in _items(paragraph):
            if item.startswith("  "):
                yield indent + item
                continue
            marker = _LIST_ITEM.match(item)
            hanging = indent + " " * (marker.end() if marker else 0)
            yield from textwrap.wrap(
                item, width, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False
            )


def _items(paragraph: str) -> Iterator[str]:
    """The parts of a paragraph that begin a line of their own."""
    item = ""
    for line in paragraph.split("\n"):
        if _LIST_ITEM.match(line) or (line.startswith("  ") and not _LIST_ITEM.match(item)):
            if item:
                yield item
            item = line
        else:
            item = f"{item} {line.strip()}" if item else line
    if item:
        yield item


def _value(value: object) -> str:
    import json

    return json.dumps(value)
