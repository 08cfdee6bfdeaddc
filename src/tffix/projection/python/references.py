"""How a program refers to what its view names."""

from __future__ import annotations

import libcst as cst

from ...hcl import nodes
from .. import Refused
from . import names
from .constructs import Construct, Suite
from .draft import Draft
from .expressions import JSON, Reference
from .placing import free_name, write
from .planning import NewStatements
from .sequences import hanging
from .source import Edit


class References:
    """Writes references in one program. A construct that is made and forgotten gets a variable for it."""

    def __init__(self, draft: Draft, plan: NewStatements) -> None:
        self.draft = draft
        self.plan = plan
        self.named: dict[Construct, str] = {}  # constructs that get a variable

    def at(self, suite: Suite, start: int) -> Reference:
        """How references are written at a place: in a suite, from an offset on."""

        def text(node: nodes.Traversal) -> str:
            return self._written(node, suite, start)

        return text

    def _written(self, node: nodes.Traversal, suite: Suite, start: int) -> str:
        if node is JSON:
            return self._json()
        if node.root == "local" and len(node.names) > 1:
            return self.plan.local(node.names[1], suite, start) + _steps(node.steps[1:])
        length = 3 if node.root == "data" else 2
        key = node.names[:length] if node.root == "data" else ("resource", *node.names[:length])
        rest = node.steps[length - 1 :]
        base = self.plan.variable(key, suite, start)
        if base is None:
            if key not in self.draft.view.shown:
                raise Refused(f"'{node.text}' is not known in this program")
            base = self._existing(self.draft.view.shown[key][0], suite, start)
        if not rest:
            return base
        first = rest[0]
        if not isinstance(first, nodes.GetAttribute):
            raise Refused(f"'{node.text}' has no counterpart in this program")
        text = f"{base}.{names.keyword_of(first.name)}"
        if len(rest) == 1:
            return text
        step = rest[1]
        if len(rest) > 2 or not isinstance(step, nodes.Index) or not isinstance(step.key, nodes.Literal):
            raise Refused(f"'{node.text}' has no counterpart in this program")
        library = self.draft.library()
        element = f"{self.draft.imports.name(library, 'Fn')}.element({text}, {step.key.text})"
        return f"{self.draft.imports.name(library, 'Token')}.as_string({element})"

    def _existing(self, made: Construct, suite: Suite, start: int) -> str:
        if made.target is None and made not in self.named:
            self._assign(made)
        if made in self.named:
            own = self.draft.source.start(made.statement)
            if made.suite not in suite.chain or made.suite.frame is not suite.frame or own >= start:
                raise Refused(f"'{made.label}' is not known where it is to be used")
            return self.named[made]
        return write(made, self.draft.program, suite, start)

    def _assign(self, made: Construct) -> None:
        """Gives a construct that is made and forgotten a variable."""
        statement = made.statement
        small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
        if not isinstance(small, cst.Expr) or small.value is not made.call:
            raise Refused(f"'{made.label}' has no name to refer to it by")
        self.named[made] = name = free_name(made.label, self.draft.program, self.plan.taken)
        at = self.draft.source.start(statement)
        self.draft.edits.append(Edit(at, at, f"{name} = "))
        self.draft.edits += hanging(made.call, len(name) + 3, self.draft.source)

    def _json(self) -> str:
        """The function that gives JSON: Python's if the program has it, else Terraform's."""
        known = self.draft.program.bindings.name_of("json.dumps")
        return known or f"{self.draft.imports.name(self.draft.library(), 'Fn')}.jsonencode"


def _steps(steps: tuple[nodes.Step, ...]) -> str:
    texts = []
    for step in steps:
        if not isinstance(step, nodes.Index) or not isinstance(step.key, nodes.Literal):
            raise Refused("a part of a value has no counterpart in this program")
        texts.append(f"[{step.key.text}]")
    return "".join(texts)
