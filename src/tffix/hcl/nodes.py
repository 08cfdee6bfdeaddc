"""The nodes of HCL expressions.

A node is a view of a piece of its expression's text: it knows that text (``source``) and where in it it
stands, never where in a file. So equal texts share one tree, printing a node is slicing, and white space
and comments are nowhere lost. Nodes are not changed: an edit makes a new text (``Attribute.replace``).

Names follow the HCL native syntax specification.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from .encoding import is_broken

E = TypeVar("E", bound="Expression")


class Expression:
    """Any node. ``children`` are the nodes directly inside, in the order of the text.

    The constructors below do not call this one: nodes are made by the hundred thousand.
    """

    __slots__ = ("end", "source", "start")

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end

    @property
    def text(self) -> str:
        return self.source[self.start : self.end]

    @property
    def children(self) -> tuple[Expression, ...]:
        return ()

    def walk(self) -> Iterator[Expression]:
        """This node and all below it, outermost first, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def find(self, kind: type[E], where: Callable[[E], bool] = lambda _: True) -> Iterator[E]:
        """The nodes of a kind, this one included, for which ``where`` holds."""
        for node in self.walk():
            if isinstance(node, kind) and where(node):
                yield node

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text!r})"


class Literal(Expression):
    """A number, ``true``, ``false`` or ``null``, with its Python value."""

    __slots__ = ("value",)

    def __init__(self, source: str, start: int, end: int, value: int | float | bool | None) -> None:
        self.source, self.start, self.end = source, start, end
        self.value = value


class Unread(Expression):
    """Text that is no expression: only what `parse_leniently` reads has it."""

    __slots__ = ()


class TemplateLiteral(Expression):
    """Literal text of a template; ``value`` has its escapes resolved."""

    __slots__ = ("quoted",)

    def __init__(self, source: str, start: int, end: int, quoted: bool) -> None:
        self.source, self.start, self.end = source, start, end
        self.quoted = quoted

    @property
    def value(self) -> str:
        return unescape(self.text, self.quoted)


class Interpolation(Expression):
    """``${ … }`` in a template. ``trims`` tells of ``~`` at its beginning and end."""

    __slots__ = ("expression", "trims")

    def __init__(
        self, source: str, start: int, end: int, expression: Expression, trims: tuple[bool, bool]
    ) -> None:
        self.source, self.start, self.end = source, start, end
        self.expression = expression
        self.trims = trims

    @property
    def children(self) -> tuple[Expression, ...]:
        return (self.expression,)


class IfDirective(Expression):
    """``%{ if … } … %{ else } … %{ endif }``. ``trims`` tells of ``~`` at both ends of each sequence."""

    __slots__ = ("condition", "no", "trims", "yes")

    def __init__(
        self,
        source: str,
        start: int,
        end: int,
        condition: Expression,
        yes: tuple[Expression, ...],
        no: tuple[Expression, ...],
        trims: tuple[tuple[bool, bool], ...],
    ) -> None:
        self.source, self.start, self.end = source, start, end
        self.condition = condition
        self.yes = yes
        self.no = no
        self.trims = trims

    @property
    def children(self) -> tuple[Expression, ...]:
        return (self.condition, *self.yes, *self.no)


class ForDirective(Expression):
    """``%{ for KEY, VALUE in COLLECTION } … %{ endfor }``; ``key`` may be None. ``trims`` as above."""

    __slots__ = ("collection", "key", "parts", "trims", "value")

    def __init__(
        self,
        source: str,
        start: int,
        end: int,
        key: str | None,
        value: str,
        collection: Expression,
        parts: tuple[Expression, ...],
        trims: tuple[tuple[bool, bool], ...],
    ) -> None:
        self.source, self.start, self.end = source, start, end
        self.key = key
        self.value = value
        self.collection = collection
        self.parts = parts
        self.trims = trims

    @property
    def children(self) -> tuple[Expression, ...]:
        return (self.collection, *self.parts)


class Template(Expression):
    """A quoted string or a heredoc, with or without sequences in it."""

    __slots__ = ("marker", "parts")

    def __init__(
        self, source: str, start: int, end: int, parts: tuple[Expression, ...], marker: str | None
    ) -> None:
        self.source, self.start, self.end = source, start, end
        self.parts = parts
        self.marker = marker

    @property
    def children(self) -> tuple[Expression, ...]:
        return self.parts

    @property
    def is_heredoc(self) -> bool:
        return self.marker is not None

    @property
    def is_flush(self) -> bool:
        return self.marker is not None and self.source.startswith("<<-", self.start)

    @property
    def literal(self) -> str | None:
        """The text that it stands for, or None where a sequence or a byte that is not UTF-8 is in it."""
        if any(not isinstance(part, TemplateLiteral) for part in self.parts):
            return None
        if self.is_flush:
            from .templates import literal_texts  # which is made of these nodes

            value = "".join(literal_texts(self).values())
        else:
            value = "".join(part.value for part in self.parts if isinstance(part, TemplateLiteral))
        return None if is_broken(value) else value


class Step(Expression):
    """One step of a traversal: GetAttribute, Index, LegacyIndex or Splat."""

    __slots__ = ()


class GetAttribute(Step):
    """``.name``."""

    __slots__ = ("name",)

    def __init__(self, source: str, start: int, end: int, name: str) -> None:
        self.source, self.start, self.end = source, start, end
        self.name = name


class Index(Step):
    """``[key]``."""

    __slots__ = ("key",)

    def __init__(self, source: str, start: int, end: int, key: Expression) -> None:
        self.source, self.start, self.end = source, start, end
        self.key = key

    @property
    def children(self) -> tuple[Expression, ...]:
        return (self.key,)


class LegacyIndex(Step):
    """``.0``, the way to write ``[0]`` before Terraform 0.12."""

    __slots__ = ("number",)

    def __init__(self, source: str, start: int, end: int, number: int) -> None:
        self.source, self.start, self.end = source, start, end
        self.number = number


class Splat(Step):
    """``[*]``, or ``.*`` where ``full`` is False."""

    __slots__ = ("full",)

    def __init__(self, source: str, start: int, end: int, full: bool) -> None:
        self.source, self.start, self.end = source, start, end
        self.full = full


class Traversal(Expression):
    """A name and the steps that follow it: ``aws_vpc.main.id``, ``var.names[0]``, ``local.x[*].id``."""

    __slots__ = ("root", "steps")

    def __init__(self, source: str, start: int, end: int, root: str, steps: tuple[Step, ...]) -> None:
        self.source, self.start, self.end = source, start, end
        self.root = root
        self.steps = steps

    @property
    def children(self) -> tuple[Expression, ...]:
        return self.steps

    @property
    def names(self) -> tuple[str, ...]:
        """The root and the attribute names that follow it up to the first other step."""
        names = [self.root]
        for step in self.steps:
            if not isinstance(step, GetAttribute):
                break
            names.append(step.name)
        return tuple(names)

    def head(self, names: int) -> str:
        """The text up to the end of the ``names``-th name, as written."""
        return self.source[self.start : self.steps[names - 2].end] if names > 1 else self.root

    def tail(self, names: int) -> str:
        """The text after the ``names``-th name, as written."""
        after = self.steps[names - 2].end if names > 1 else self.start + len(self.root)
        return self.source[after : self.end]


class Access(Expression):
    """Steps after something that is not a plain name: ``f(x).id``, ``(a)[0]``."""

    __slots__ = ("base", "steps")

    def __init__(self, source: str, start: int, end: int, base: Expression, steps: tuple[Step, ...]) -> None:
        self.source, self.start, self.end = source, start, end
        self.base = base
        self.steps = steps

    @property
    def children(self) -> tuple[Expression, ...]:
        return (self.base, *self.steps)


class Call(Expression):
    """``name(arguments)``; ``expanded`` if the last argument is followed by ``...``."""

    __slots__ = ("arguments", "expanded", "name")

    def __init__(
        self,
        source: str,
        start: int,
        end: int,
        name: str,
        arguments: tuple[Expression, ...],
        expanded: bool,
    ) -> None:
        self.source, self.start, self.end = source, start, end
        self.name = name
        self.arguments = arguments
        self.expanded = expanded

    @property
    def children(self) -> tuple[Expression, ...]:
        return self.arguments


class Conditional(Expression):
    """``condition ? yes : no``."""

    __slots__ = ("condition", "no", "yes")

    def __init__(
        self, source: str, start: int, end: int, condition: Expression, yes: Expression, no: Expression
    ) -> None:
        self.source, self.start, self.end = source, start, end
        self.condition = condition
        self.yes = yes
        self.no = no

    @property
    def children(self) -> tuple[Expression, ...]:
        return (self.condition, self.yes, self.no)


class Binary(Expression):
    """``left operator right``."""

    __slots__ = ("left", "operator", "right")

    def __init__(self, left: Expression, operator: str, right: Expression) -> None:
        self.source, self.start, self.end = left.source, left.start, right.end
        self.left = left
        self.operator = operator
        self.right = right

    @property
    def children(self) -> tuple[Expression, ...]:
        return (self.left, self.right)


class Unary(Expression):
    """``-operand`` or ``!operand``."""

    __slots__ = ("operand", "operator")

    def __init__(self, source: str, start: int, end: int, operator: str, operand: Expression) -> None:
        self.source, self.start, self.end = source, start, end
        self.operator = operator
        self.operand = operand

    @property
    def children(self) -> tuple[Expression, ...]:
        return (self.operand,)


class Parentheses(Expression):
    """``(inner)``."""

    __slots__ = ("inner",)

    def __init__(self, source: str, start: int, end: int, inner: Expression) -> None:
        self.source, self.start, self.end = source, start, end
        self.inner = inner

    @property
    def children(self) -> tuple[Expression, ...]:
        return (self.inner,)


class Tuple(Expression):
    """``[items]``."""

    __slots__ = ("items",)

    def __init__(self, source: str, start: int, end: int, items: tuple[Expression, ...]) -> None:
        self.source, self.start, self.end = source, start, end
        self.items = items

    @property
    def children(self) -> tuple[Expression, ...]:
        return self.items


class ObjectItem(Expression):
    """``key = value`` in an object. ``name`` is the key where it is a bare name or a literal string."""

    __slots__ = ("key", "value")

    def __init__(self, source: str, start: int, end: int, key: Expression, value: Expression) -> None:
        self.source, self.start, self.end = source, start, end
        self.key = key
        self.value = value

    @property
    def children(self) -> tuple[Expression, ...]:
        # A bare name as key is a literal, not a reference.
        if isinstance(self.key, Traversal) and not self.key.steps:
            return (self.value,)
        return (self.key, self.value)

    @property
    def name(self) -> str | None:
        if isinstance(self.key, Traversal) and not self.key.steps:
            return self.key.root
        if isinstance(self.key, Template):
            return self.key.literal
        return self.key.text if isinstance(self.key, Literal) else None


class Object(Expression):
    """``{ items }``."""

    __slots__ = ("items",)

    def __init__(self, source: str, start: int, end: int, items: tuple[ObjectItem, ...]) -> None:
        self.source, self.start, self.end = source, start, end
        self.items = items

    @property
    def children(self) -> tuple[Expression, ...]:
        return self.items

    def get(self, name: str) -> ObjectItem | None:
        """The first item of that name."""
        return next((item for item in self.items if item.name == name), None)


class For(Expression):
    """A for-expression. ``key`` is None in a tuple's; ``names`` are its one or two variables."""

    __slots__ = ("collection", "condition", "grouped", "key", "names", "value")

    def __init__(
        self,
        source: str,
        start: int,
        end: int,
        names: tuple[str, ...],
        collection: Expression,
        key: Expression | None,
        value: Expression,
        grouped: bool,
        condition: Expression | None,
    ) -> None:
        self.source, self.start, self.end = source, start, end
        self.names = names
        self.collection = collection
        self.key = key
        self.value = value
        self.grouped = grouped
        self.condition = condition

    @property
    def children(self) -> tuple[Expression, ...]:
        parts = (self.collection, self.key, self.value, self.condition)
        return tuple(part for part in parts if part is not None)


ESCAPES = re.compile(r'\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([nrt"\\]))|([$%])\4\{')
SEQUENCE_ESCAPES = re.compile(r"([$%])\1\{")
_CONTROL = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}


def unescape(text: str, quoted: bool = True) -> str:
    """The value of literal template text: escapes (quoted only), ``$${`` and ``%%{`` resolved."""
    if "{" not in text and (not quoted or "\\" not in text):
        return text  # the usual case
    if not quoted:
        return SEQUENCE_ESCAPES.sub(r"\1{", text)

    def one(match: re.Match[str]) -> str:
        short, long, control, sequence = match.groups()
        if control:
            return _CONTROL[control]
        return f"{sequence}{{" if sequence else chr(int(short or long, 16))

    return ESCAPES.sub(one, text)


def inside(node: Expression) -> Expression:
    """An expression without the parentheses around it."""
    while isinstance(node, Parentheses):
        node = node.inner
    return node


def quote(value: str) -> str:
    """A value as the HCL quoted string that stands for it."""
    value = value.replace("\\", "\\\\").replace('"', '\\"')
    value = value.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return '"' + value.replace("${", "$${").replace("%{", "%%{") + '"'
