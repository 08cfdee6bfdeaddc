"""Compiles expression.lark with lark to the LALR table that the parser runs on.

    python tools/build_expression_table.py [--check]

The table is kept with the source so that starting tffix costs neither the compilation nor lark's import.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from lark import Lark
from lark.parsers.lalr_analysis import Reduce

HCL = Path(__file__).resolve().parent.parent / "src" / "tffix" / "hcl"


def build() -> str:
    """The table as JSON: ``rules`` of [symbol, length, action], the action null where a rule just passes on
    its one part; and for every state what each symbol does: a number from 0 up is the state to go to, a
    negative one, inverted, the rule to reduce by. State 0 is the first, ``end`` the last."""
    grammar = (HCL / "expression.lark").read_text(encoding="utf-8")
    lark = Lark(grammar, parser="lalr", lexer="basic")
    table: Any = lark.parser.parser._parse_table
    literals = {t.name: t.pattern.value for t in lark.terminals if t.pattern.type == "str"}
    start, end = table.start_states["start"], table.end_states["start"]
    # lark numbers states as it meets them in sets: number them anew so that every build gives one text.
    order = [start]
    for state in order:
        for _, (action, target) in _sorted_row(table.states[state]):
            if action is not Reduce and target not in order:
                order.append(target)
    state_number = {state: number for number, state in enumerate(order)}
    rules: list[list[object]] = []
    rule_number: dict[object, int] = {}
    rows: list[dict[str, int]] = []
    for state in order:
        row: dict[str, int] = {}
        for symbol, (action, target) in _sorted_row(table.states[state]):
            name = symbol if isinstance(symbol, str) else symbol.name
            if action is not Reduce:
                row[literals.get(name, name)] = state_number[target]
                continue
            if target not in rule_number:
                rule_number[target] = len(rules)
                rules.append([target.origin.name, len(target.expansion), _action(target)])
            row[literals.get(name, name)] = ~rule_number[target]
        rows.append(row)
    head = f'"end": {state_number[end]},\n"rules": {json.dumps(rules)}'
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    return "{" + head + ',\n"states": [\n' + lines + "\n]}\n"


def _action(rule: Any) -> str | None:
    if rule.alias or len(rule.expansion) > 1:
        return str(rule.alias or rule.origin.name)
    return None


def _sorted_row(row: dict[Any, Any]) -> list[tuple[Any, Any]]:
    return sorted(row.items(), key=lambda entry: str(getattr(entry[0], "name", entry[0])))


def main() -> int:
    target = HCL / "expression_table.json"
    text = build()
    if "--check" in sys.argv:
        return 0 if target.read_text(encoding="utf-8") == text else 1
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
