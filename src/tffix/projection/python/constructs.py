"""A construct of a program, and the statements around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import libcst as cst

from ...facts.schemas import Kind
from .bindings import Bound, dotted
from .source import Source


@dataclass(slots=True, eq=False)
class Suite:
    """Statements that run together: the body of the module, a class, a function, a loop or a branch."""

    kind: str  # module, class, function, loop or branch
    node: cst.CSTNode
    parent: Suite | None = None
    statements: list[cst.BaseStatement] = field(default_factory=list)

    @property
    def chain(self) -> list[Suite]:
        """This suite and those around it, from the inside."""
        found: list[Suite] = []
        here: Suite | None = self
        while here is not None:
            found.append(here)
            here = here.parent
        return found

    def around(self, kind: str) -> Suite | None:
        """The innermost suite of a kind that this one is or lies in."""
        return next((one for one in self.chain if one.kind == kind), None)

    @property
    def frame(self) -> Suite:
        """The function, or else the module, whose local names its statements see."""
        return next(one for one in self.chain if one.kind in ("function", "class", "module"))

    @property
    def repeats(self) -> bool:
        """Whether its statements may run more than once in a run of their function."""
        for one in self.chain:
            if one.kind == "loop":
                return True
            if one.kind in ("function", "module"):
                return False
        return False


@dataclass(slots=True, eq=False)
class Construct:
    """A call that makes a construct. ``target`` is the name that it is assigned to, ``self.role`` or
    ``role``; ``label`` its label in the view; ``id_literal`` its id if that is written out; ``reason`` tells
    why the view leaves it out."""

    kind: Kind | str  # a kind of Terraform type, or output or variable
    type: str
    provider: str
    bound: Bound | None
    call: cst.Call
    statement: cst.CSTNode
    suite: Suite
    is_repeated: bool
    scope: cst.BaseExpression | None
    arguments: dict[str, cst.Arg]
    id_literal: str | None = None
    target: str | None = None
    label: str = ""
    reason: str = ""

    @property
    def is_in_stack(self) -> bool:
        """Whether it is a stack that makes it, and not a part of one."""
        around = self.suite.around("class")
        return around is not None and isinstance(around.node, cst.ClassDef) and is_stack(around.node)

    @property
    def is_made_once(self) -> bool:
        """Whether nothing else of the id that it has is made in its scope by the same call: the id is
        written out, or the construct is made where another one begins."""
        function = self.suite.around("function")
        node = function.node if function is not None else None
        is_first = isinstance(node, cst.FunctionDef) and node.name.value == "__init__"
        own = self.scope is not None and dotted(self.scope) == "self"
        return self.id_literal is not None or (is_first and own)


def is_stack(statement: cst.ClassDef) -> bool:
    """Whether a class is a stack, by the names of its bases."""
    return any(dotted(base.value).endswith("Stack") for base in statement.bases)


def sort_arguments(made: Construct) -> None:
    """Sorts the arguments of a call: the scope and id from the keywords."""
    positional: list[cst.Arg] = []
    for one in made.call.args:
        if one.star:
            made.reason = "some of its arguments are not written out"
        elif one.keyword is None:
            positional.append(one)
        elif one.keyword.value in made.arguments:
            made.reason = "an argument occurs twice"
        else:
            made.arguments[one.keyword.value] = one
    if len(positional) > 2:
        made.reason = "it has too many positional arguments"
    values = [one.value for one in positional]
    scope = made.arguments.pop("scope", None) if not values else None
    own = None
    if len(values) < 2:
        own = made.arguments.pop("id_", None) or made.arguments.pop("id", None)
    made.scope = values[0] if values else scope.value if scope is not None else None
    id_ = values[1] if len(values) > 1 else own.value if own is not None else None
    made.id_literal = literal(id_)
    if made.scope is None or id_ is None:
        made.reason = made.reason or "its scope and id are not known"


def literal(node: cst.CSTNode | None) -> str | None:
    """The value of a plain string."""
    if isinstance(node, cst.SimpleString | cst.ConcatenatedString):
        try:
            value = node.evaluated_value
            # What is no text, such as half of a surrogate pair, has no place in HCL.
            return value if isinstance(value, str) and value.encode("utf-8") is not None else None
        except (SyntaxError, ValueError):
            return None
    return None


def mentions(made: Construct, source: Source) -> Iterator[cst.CSTNode]:
    """Where the target of a construct is named in the function or class that knows it, its assignment and
    parts of other names aside."""
    assert made.target is not None
    holder = made.suite.around("class") if made.target.startswith("self.") else made.suite.frame
    definition = source.start(made.statement)
    stack: list[cst.CSTNode] = [holder.node if holder is not None else source.tree]
    while stack:
        node = stack.pop()
        if isinstance(node, cst.Attribute | cst.Name) and dotted(node) == made.target:
            if source.start(node) != definition:
                yield node
            continue
        if isinstance(node, cst.Attribute | cst.Arg):
            stack.append(node.value)
        else:
            stack.extend(node.children)
