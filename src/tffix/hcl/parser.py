"""Parses the text of one expression: an LALR run over lark's table that builds nodes.

`parse_expression` remembers what it parsed: in real repositories most expressions occur many times.

Run by hand: lark makes the table (expression_table.json) when tffix is developed, and its own run would lex
the text a second time, be loaded at every start and make a tree that is then made into ours.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from . import nodes
from .errors import SyntaxFault
from .faults import explain
from .scanner import scan
from .terminals import Terminals, terminals

_MOST_DIGITS = 4000
"""From this many on, Python makes no int of a text."""
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?")


@lru_cache(maxsize=100_000)
def parse_expression(text: str) -> nodes.Expression:
    """The tree of an expression's text. Raises SyntaxFault with an offset into ``text``."""
    # The marker that closes a heredoc counts only with the newline after it, which is not the value's.
    node = _Run(text, terminals(scan(text + "\n" if "<<" in text else text))).parse()
    assert isinstance(node, nodes.Expression)
    return node


def _overflows(word: str) -> bool:
    """Whether a number with an exponent is too large or small for Terraform, whose binary exponents are of
    32 bits."""
    mantissa, _, exponent = word.lower().partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    if not digits or len(exponent) < 9:
        return False
    bits = int(digits).bit_length() if len(digits) < 1000 else 3 * len(digits)
    return len(exponent) > 20 or not -(2**31) <= bits - len(fraction) + int(exponent) < 2**31


class Table:
    """lark's LALR table, as tools/build_expression_table.py writes it.

    ``rules`` are symbol, length and the method of _Run that makes the value; None where a rule has one part
    and its value is that part's.
    """

    def __init__(self) -> None:
        raw = json.loads(Path(__file__).with_name("expression_table.json").read_text("utf-8"))
        self.end: int = raw["end"]
        self.states: list[dict[str, int]] = raw["states"]
        self.rules: list[tuple[str, int, Callable[..., Any] | None]] = [
            (symbol, length, getattr(_Run, action) if action else None)
            for symbol, length, action in raw["rules"]
        ]
        self.gotos = [
            {symbol: _Goto(self, row, symbol) for symbol in row if symbol.islower()} for row in self.states
        ]


class _Goto(dict[str, int]):
    """The state to go to from a state after a symbol, by the terminal that follows.

    Rules that only rename their part, as each level of precedence does, are followed here to the end, once.
    """

    def __init__(self, table: Table, row: dict[str, int], symbol: str) -> None:
        super().__init__()
        self.table = table
        self.row = row
        self.symbol = symbol

    def __missing__(self, kind: str) -> int:
        symbol = self.symbol
        while True:
            state = self.row[symbol]
            action = self.table.states[state].get(kind, 0)
            if action >= 0 or self.table.rules[~action][2] is not None:
                self[kind] = state
                return state
            symbol = self.table.rules[~action][0]


@cache
def table() -> Table:
    """The table of the expression grammar, made once."""
    return Table()


class _Run:
    """One parse. The methods named as rules of the grammar make the node of that rule of the values of its
    parts: nodes, lists of them, and for a terminal its number in the text."""

    def __init__(self, text: str, found: Terminals) -> None:
        self.text = text
        self.kinds = found.kinds
        self.starts = found.starts
        self.ends = found.ends
        self.start = 0
        self.last = 0

    def parse(self) -> Any:
        grammar = table()
        states, rules, gotos, end = grammar.states, grammar.rules, grammar.gotos, grammar.end
        starts, ends = self.starts, self.ends
        stack = [0]
        values: list[Any] = []
        begins: list[int] = []
        row = states[0]
        for number, kind in enumerate(self.kinds):
            while True:
                action = row.get(kind)
                if action is None:
                    raise explain(self.text, self.kinds, starts, number, frozenset(row))
                if action >= 0:
                    break
                symbol, length, build = rules[~action]
                assert build is not None  # else _Goto has followed the rule
                if length == 1:
                    self.start = begins[-1]
                    values[-1] = build(self, values[-1])
                    stack.pop()
                else:
                    if length:
                        arguments = values[-length:]
                        self.start = begins[-length]
                        del stack[-length:], values[-length:], begins[-length:]
                    else:
                        arguments = []
                        self.start = starts[number]
                    values.append(build(self, *arguments))
                    begins.append(self.start)
                state = gotos[stack[-1]][symbol][kind]
                if state == end:
                    return values[-1]
                stack.append(state)
                row = states[state]
            stack.append(action)
            values.append(number)
            begins.append(starts[number])
            self.last = ends[number]
            row = states[action]
        raise AssertionError("the terminals end with $END")

    def word(self, number: int) -> str:
        return self.text[self.starts[number] : self.ends[number]]

    # -- lists -------------------------------------------------------------------------------------------

    def list_empty(self) -> list[Any]:
        return []

    def list_first(self, first: Any) -> list[Any]:
        return [first]

    def list_more(self, items: list[Any], _: int, item: Any) -> list[Any]:
        items.append(item)
        return items

    def list_append(self, items: list[Any], item: Any) -> list[Any]:
        items.append(item)
        return items

    # -- operations --------------------------------------------------------------------------------------

    def conditional(self, condition: Any, _q: int, yes: Any, _c: int, no: Any) -> nodes.Expression:
        return nodes.Conditional(self.text, self.start, self.last, condition, yes, no)

    def binary(self, left: nodes.Expression, operator: int, right: nodes.Expression) -> nodes.Expression:
        return nodes.Binary(left, self.word(operator), right)

    def unary(self, operator: int, operand: nodes.Expression) -> nodes.Expression:
        return nodes.Unary(self.text, self.start, self.last, self.word(operator), operand)

    # -- terms -------------------------------------------------------------------------------------------

    def number(self, number: int) -> nodes.Expression:
        word = self.word(number)
        if not _NUMBER.fullmatch(word) or ("e" in word.lower() and _overflows(word)):
            raise SyntaxFault(f"{word} is not a number", self.starts[number])
        value = int(word) if word.isdigit() and len(word) < _MOST_DIGITS else float(word)
        return nodes.Literal(self.text, self.start, self.last, value)

    def variable(self, number: int) -> nodes.Expression:
        word = self.word(number)
        if word in ("true", "false", "null"):
            value = None if word == "null" else word == "true"
            return nodes.Literal(self.text, self.start, self.last, value)
        return nodes.Traversal(self.text, self.start, self.last, word, ())

    def traversal(self, base: nodes.Expression, found: list[nodes.Step]) -> nodes.Expression:
        steps = tuple(found)
        self.check_splats(steps)
        if isinstance(base, nodes.Traversal):
            return nodes.Traversal(self.text, self.start, self.last, base.root, steps)
        return nodes.Access(self.text, self.start, self.last, base, steps)

    def check_splats(self, steps: tuple[nodes.Step, ...]) -> None:
        inside = False
        for step in steps:
            if isinstance(step, nodes.Splat) and not step.full:
                if inside:
                    raise SyntaxFault("a splat (.*) cannot be inside another one", step.end - 1)
                inside = True
            elif not isinstance(step, nodes.GetAttribute | nodes.LegacyIndex):
                inside = False

    def get_attribute(self, _dot: int, name: int) -> nodes.Step:
        return nodes.GetAttribute(self.text, self.start, self.last, self.word(name))

    def legacy_index(self, _dot: int, number: int) -> nodes.Step:
        word = self.word(number)
        if "." in word:
            indexes = "".join(f"[{part}]" for part in word.split("."))
            raise SyntaxFault(f"two indexes in a row are written {indexes}, not .{word}", self.starts[number])
        if not word.isdigit():
            raise SyntaxFault(f"{word} is not an index", self.starts[number])
        index = int(word) if len(word) < _MOST_DIGITS else sys.maxsize
        return nodes.LegacyIndex(self.text, self.start, self.last, index)

    def attribute_splat(self, _dot: int, _star: int) -> nodes.Step:
        return nodes.Splat(self.text, self.start, self.last, False)

    def full_splat(self, _o: int, _star: int, _c: int) -> nodes.Step:
        return nodes.Splat(self.text, self.start, self.last, True)

    def index(self, _o: int, key: nodes.Expression, _c: int) -> nodes.Step:
        return nodes.Index(self.text, self.start, self.last, key)

    def parentheses(self, _o: int, inner: nodes.Expression, _c: int) -> nodes.Expression:
        return nodes.Parentheses(self.text, self.start, self.last, inner)

    def function_name(self, name: int) -> str:
        return self.word(name)

    def function_scoped(self, scope: str, _: int, name: int) -> str:
        return f"{scope}::{self.word(name)}"

    def call(self, name: str, _o: int, arguments: Any, _comma: int = 0, _c: int = 0) -> nodes.Expression:
        items = tuple(arguments) if isinstance(arguments, list) else ()
        return nodes.Call(self.text, self.start, self.last, name, items, False)

    def call_expanded(self, name: str, _o: int, arguments: list[Any], _e: int, _c: int) -> nodes.Expression:
        return nodes.Call(self.text, self.start, self.last, name, tuple(arguments), True)

    def tuple_constructor(self, _o: int, items: Any, _comma: int = 0, _c: int = 0) -> nodes.Expression:
        found = tuple(items) if isinstance(items, list) else ()
        return nodes.Tuple(self.text, self.start, self.last, found)

    def object_constructor(self, _o: int, items: Any, _s: int = 0, _c: int = 0) -> nodes.Expression:
        found = tuple(items) if isinstance(items, list) else ()
        return nodes.Object(self.text, self.start, self.last, found)

    def item(self, key: nodes.Expression, _: int, value: nodes.Expression) -> nodes.Expression:
        return nodes.ObjectItem(self.text, self.start, self.last, key, value)

    # -- for-expressions ---------------------------------------------------------------------------------

    def for_intro(self, _for: int, *parts: Any) -> tuple[tuple[str, ...], nodes.Expression]:
        """``for a in xs :`` or ``for a, b in xs :``; the colon is last, the collection before it."""
        names = tuple(self.word(number) for number in parts[:-3:2])
        return names, parts[-2]

    def for_tuple(self, _o: int, intro: Any, value: Any, *rest: Any) -> nodes.Expression:
        condition = rest[1] if len(rest) > 1 else None
        return self.for_node(intro, None, value, False, condition)

    def for_object(self, _o: int, intro: Any, key: Any, _a: int, value: Any, *rest: Any) -> nodes.Expression:
        condition = rest[1] if len(rest) > 1 else None
        return self.for_node(intro, key, value, False, condition)

    def for_object_grouped(
        self, _o: int, intro: Any, key: Any, _a: int, value: Any, _e: int, *rest: Any
    ) -> nodes.Expression:
        condition = rest[1] if len(rest) > 1 else None
        return self.for_node(intro, key, value, True, condition)

    def for_node(self, intro: Any, key: Any, value: Any, grouped: bool, condition: Any) -> nodes.Expression:
        names, collection = intro
        return nodes.For(self.text, self.start, self.last, names, collection, key, value, grouped, condition)

    # -- templates ---------------------------------------------------------------------------------------

    def string(self, number: int) -> nodes.Expression:
        start, end = self.starts[number], self.ends[number]
        parts: tuple[nodes.Expression, ...] = ()
        if end - start > 2:
            parts = (nodes.TemplateLiteral(self.text, start + 1, end - 1, True),)
        return nodes.Template(self.text, start, end, parts, None)

    def template(self, opening: int, parts: list[nodes.Expression], _closing: int) -> nodes.Expression:
        marker = None
        if self.kinds[opening] == "OHEREDOC":
            marker = self.word(opening)[2:].lstrip("-").strip()
        return nodes.Template(self.text, self.start, self.last, tuple(parts), marker)

    def template_literal(self, number: int) -> nodes.Expression:
        start, end = self.starts[number], self.ends[number]
        return nodes.TemplateLiteral(self.text, start, end, self.kinds[number] == "LITERAL")

    def trims(self, opening: int, closing: int) -> tuple[bool, bool]:
        """Whether the template sequence between two terminals trims what precedes and what follows it."""
        return self.text.startswith("~", self.starts[opening] + 2), self.text[self.starts[closing]] == "~"

    def interpolation(self, opening: int, expression: nodes.Expression, closing: int) -> nodes.Expression:
        trims = self.trims(opening, closing)
        return nodes.Interpolation(self.text, self.start, self.last, expression, trims)

    def if_directive(
        self, c: int, _if: int, condition: Any, e: int, yes: Any, c2: int, _endif: int, e2: int
    ) -> Any:
        trims = (self.trims(c, e), self.trims(c2, e2))
        return nodes.IfDirective(self.text, self.start, self.last, condition, tuple(yes), (), trims)

    def if_else_directive(
        self,
        c: int,
        _if: int,
        condition: Any,
        e: int,
        yes: Any,
        c2: int,
        _else: int,
        e2: int,
        no: Any,
        *rest: int,
    ) -> Any:
        trims = (self.trims(c, e), self.trims(c2, e2), self.trims(rest[0], rest[2]))
        return nodes.IfDirective(self.text, self.start, self.last, condition, tuple(yes), tuple(no), trims)

    def for_directive(self, c: int, _for: int, *rest: Any) -> nodes.Expression:
        """``NAME in COLLECTION } parts %{ endfor }``, or with ``KEY,`` first."""
        *names, _in, collection, e, parts, c2, _endfor, e2 = rest
        words = [self.word(number) for number in names[::2]]
        key = words[0] if len(words) > 1 else None
        trims = (self.trims(c, e), self.trims(c2, e2))
        return nodes.ForDirective(
            self.text, self.start, self.last, key, words[-1], collection, tuple(parts), trims
        )
