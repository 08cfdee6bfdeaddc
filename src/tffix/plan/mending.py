"""Supplies what a plan lacked, where that is a matter of made-up values, so that it can be tried again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tffix.hcl import nodes
from tffix.hcl.errors import SyntaxFault
from tffix.plan.provider import PlanningProvider
from tffix.validate.configuration import blank
from tffix.validate.mend import Located
from tffix.validate.source_files import NOWHERE
from tffix.validate.workspace import Workspace

_NEEDS_VALUES: Final = ("Invalid for_each argument", "Invalid count argument")
_KNOWN_LATER: Final = "Provider produced inconsistent final plan"
"""What is said where made-up values were known before the data that they depend on were read."""
_NOT_YET: Final = "cannot be determined until apply"
_NO_FILE: Final = re.compile(r'\bopen ([^"\n]+?): no such\s+file|no file exists\s+at "([^"\n]+)"')
_NO_ELEMENT: Final = "Invalid index"
_MADE_UP: Final = "c2FtcGxl"  # which base64decode takes too


@dataclass(slots=True)
class PlanMender:
    """Mends the copy of one project. `bent` are the texts of expressions that got a made-up value: those of a
    module as it was, and no others, are bent in what it is to be, so that no change is hidden."""

    workspace: Workspace
    providers: Iterable[PlanningProvider]
    notes: list[str]
    bent: set[str]
    may_bend: bool

    def mend(self, errors: Iterable[Located]) -> bool:
        """Whether anything was done about any of these errors."""
        # From the last to the first, so that what is mended moves none that is still to be.
        mended = [self._mend(one) for one in sorted(errors, key=lambda one: -one.start)]
        for module in self.workspace.project.modules.values():
            for file in module.files:
                if file.changed:
                    file.replace(file.text)
        self.workspace.update({})
        return any(mended)

    def _mend(self, error: Located) -> bool:
        summary, detail = error.diagnostic.summary, error.diagnostic.detail
        if summary in _NEEDS_VALUES and _NOT_YET in " ".join(detail.split()):
            return self._know_early() or self._forget_order()
        if summary == _KNOWN_LATER:
            return self._forget_order()
        missing = _NO_FILE.search(detail)
        if missing and self.workspace.supply_empty(missing[1] or missing[2]):
            self.notes.append(f"{missing[1] or missing[2]} does not exist: planned with an empty file")
            return True
        return summary == _NO_ELEMENT and self._bend(error)

    def _know_early(self) -> bool:
        waiting = [one for one in self.providers if not one.is_eager]
        for provider in waiting:
            provider.is_eager = True
        if waiting:
            self.notes.append("planned as if what is known only after an apply were known")
        return bool(waiting)

    def _forget_order(self) -> bool:
        """Takes out the order in which data are read: Terraform reads nothing that depends on what is yet to
        be made, and to a simulation the order is all the same."""
        changed = False
        for module in self.workspace.project.modules.values():
            for file in module.files:
                blocks = file.tree.blocks() if file.tree and not file.is_json else ()
                found = [
                    given
                    for block in blocks
                    if block.type in ("module", "data") and (given := block.get("depends_on"))
                ]
                text = file.text
                for given in found:
                    text = blank(text, file.start(given), file.end(given))
                if found:
                    file.replace(text)
                    changed = True
        if changed:
            self.notes.append("planned without the depends_on of modules and data sources")
        return changed

    def _bend(self, error: Located) -> bool:
        """Gives a value to an expression whose index made-up data do not have."""
        file, argument = error.file, error.argument
        if file is None or argument is None or file.is_json or error.start == NOWHERE:
            return False
        value = file.value(argument)
        try:
            node = _innermost(argument.expression, error.start - value)
        except SyntaxFault:
            return False
        if node is None or (not self.may_bend and node.text not in self.bent):
            return False
        self.bent.add(node.text)
        start, end = value + node.start, value + node.end
        if file.text[start:end] != node.text:
            return True  # mended already: several instances have the same error
        others = "".join(f"{one}, " for one in _other_elements(node, error.start - value))
        text = f'try({node.text}, {others}"{_MADE_UP}")'
        file.text, file.changed = file.text[:start] + text + file.text[end:], True
        self.notes.append(f"{node.text} has no such element: planned with another one, or a made-up value")
        return True


def _other_elements(node: nodes.Traversal, offset: int) -> tuple[str, ...]:
    """What stands for the element that is asked for at a place: the first of a map, or of a list."""
    for step in node.steps:
        if isinstance(step, nodes.Index) and step.start <= offset < step.end:
            base, rest = step.source[node.start : step.start], step.source[step.end : node.end]
            return f"values({base})[0]{rest}", f"{base}[0]{rest}"
    return ()


def _innermost(expression: nodes.Expression, offset: int) -> nodes.Traversal | None:
    """The smallest reference around a place."""
    around = [one for one in expression.find(nodes.Traversal) if one.start <= offset < one.end]
    return min(around, key=lambda one: one.end - one.start, default=None)
