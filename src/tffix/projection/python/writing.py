"""Turns the difference between a view and its edited form into edits of the program."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import libcst as cst

from ...hcl import nodes, parse
from ...hcl.tree import Block
from .. import Refused
from . import names
from .bodies import Bodies
from .constructs import Construct, Suite
from .expressions import JSON, Reference
from .importing import Imports
from .making import Making
from .placing import free_name, write
from .planning import Plan
from .removing import check_unused, removal
from .sequences import hanging
from .source import Edit
from .structs import Structs
from .viewing import ShownBody, View

_KINDS = frozenset(("resource", "data", "provider", "output", "locals"))
Key = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Change:
    """A block of the edited view that the program has, with its form before."""

    made: Construct
    body: ShownBody
    old: Block
    new: Block


class Writing:
    """The edits of one program."""

    def __init__(self, view: View, text: str, others: str = "") -> None:
        self.view = view
        self.others = others
        self.program = view.program
        self.source = view.source
        self.imports = Imports(self.program)
        self.edits: list[Edit] = []
        self.before = keyed(view.hcl, self.source.path)
        self.after = keyed(text, self.source.path)
        self.removed = [view.shown[key][0] for key in self.before if key not in self.after]
        self.added = {key: block for key, block in self.after.items() if key not in self.before}
        self.named: dict[int, str] = {}  # constructs that get a variable
        self.plan = Plan(self)

    def run(self) -> list[Edit]:
        self._check()
        changes = [
            Change(*self.view.shown[key], self.before[key], block)
            for key, block in self.after.items()
            if key in self.before and key[0] != "terraform" and self.before[key].text != block.text
        ]
        structs = Structs(self)
        self.plan.make(changes)
        for one in changes:
            reference = self.reference(one.made.suite, self.source.start(one.made.statement))
            Bodies(self, structs, one.made, reference).change(one.body, one.old.body, one.new.body)
        Making(self, self.plan, structs).write()
        self.edits += [removal(m, self.source) for m in self.removed if not self.plan.replaces(m)]
        self.edits += self.imports.edits()
        for made in self.removed:
            check_unused(made, self.edits, self.program, self.others)
        return self.edits

    def _check(self) -> None:
        for block in self.added.values():
            if block.type not in _KINDS:
                raise Refused(f"a '{block.type}' block has no counterpart in this program")
        for key, block in self.after.items():
            if key[0] == "terraform" and key in self.before and _other_settings(self.before[key], block):
                raise Refused("the settings of Terraform are not in this program")
        if any(key[0] == "terraform" and key not in self.after for key in self.before):
            raise Refused("the settings of Terraform are not in this program")

    # -- references --------------------------------------------------------------------------------------

    def reference(self, suite: Suite, start: int) -> Reference:
        """How references are written at a place: in a suite, from an offset on."""

        def text(node: nodes.Traversal) -> str:
            return self._reference(node, suite, start)

        return text

    def _reference(self, node: nodes.Traversal, suite: Suite, start: int) -> str:
        if node is JSON:
            return self._json()
        if node.root == "local" and len(node.names) > 1:
            return self.plan.local(node.names[1], suite, start) + _steps(node.steps[1:])
        length = 3 if node.root == "data" else 2
        key = node.names[:length] if node.root == "data" else ("resource", *node.names[:length])
        rest = node.steps[length - 1 :]
        base = self.plan.variable(key, suite, start)
        if base is None:
            if key not in self.view.shown:
                raise Refused(f"'{node.text}' is not known in this program")
            base = self._existing(self.view.shown[key][0], suite, start)
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
        library = self.library()
        element = f"{self.imports.name(library, 'Fn')}.element({text}, {step.key.text})"
        return f"{self.imports.name(library, 'Token')}.as_string({element})"

    def _existing(self, made: Construct, suite: Suite, start: int) -> str:
        if made.target is None and id(made) not in self.named:
            self._assign(made)
        if id(made) in self.named:
            own = self.source.start(made.statement)
            if made.suite not in suite.chain or made.suite.frame is not suite.frame or own >= start:
                raise Refused(f"'{made.label}' is not known where it is to be used")
            return self.named[id(made)]
        return write(made, self.program, suite, start)

    def _assign(self, made: Construct) -> None:
        """Gives a construct that is made and forgotten a variable."""
        statement = made.statement
        small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
        if not isinstance(small, cst.Expr) or small.value is not made.call:
            raise Refused(f"'{made.label}' has no name to refer to it by")
        self.named[id(made)] = name = free_name(made.label, self.program, self.plan.taken)
        at = self.source.start(statement)
        self.edits.append(Edit(at, at, f"{name} = "))
        self.edits += hanging(made.call, len(name) + 3, self.source)

    def _json(self) -> str:
        """The function that gives JSON: Python's if the program has it, else Terraform's."""
        known = self.program.bindings.name_of("json.dumps")
        return known or f"{self.imports.name(self.library(), 'Fn')}.jsonencode"

    def library(self) -> str:
        """``cdktf`` or ``cdktn``, whichever the program imports."""
        found = Counter(path.partition(".")[0] for path in self.program.bindings.names.values())
        return "cdktn" if found["cdktn"] > found["cdktf"] else "cdktf"


def keyed(hcl: str, path: str) -> dict[Key, Block]:
    """The blocks of a view by type and labels; those that have them in common are told apart by order."""
    found: dict[Key, Block] = {}
    for block in parse(hcl.encode("utf-8"), path).body.blocks():
        key: Key = (block.type, *block.labels)
        while key in found:
            key = (*key, "")
        found[key] = block
    return found


def _other_settings(old: Block, new: Block) -> bool:
    """Whether more has changed than that providers were added to those required."""
    before, after = list(old.blocks()), list(new.blocks())
    if [one.type for one in before] != [one.type for one in after] or list(new.body.attributes):
        return True
    kept = {a.name: a for one in after for a in one.body.attributes}
    return any(
        kept.get(a.name) is None or kept[a.name].source.split() != a.source.split()
        for one in before
        for a in one.body.attributes
    )


def _steps(steps: tuple[nodes.Step, ...]) -> str:
    texts = []
    for step in steps:
        if not isinstance(step, nodes.Index) or not isinstance(step.key, nodes.Literal):
            raise Refused("a part of a value has no counterpart in this program")
        texts.append(f"[{step.key.text}]")
    return "".join(texts)


__all__ = ["Writing"]
