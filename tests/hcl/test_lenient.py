"""What can be read of a text that is not all HCL."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tffix.hcl import HclSyntaxError, parse, parse_leniently
from tffix.hcl.nodes import Unread
from tffix.hcl.tree import Attribute, Block, Body

FILES = sorted(Path(__file__).parents[2].glob("golden/*/*/input/*.tf"))


def shape(body: Body) -> list[object]:
    return [
        (item.type, item.labels, shape(item.body)) if isinstance(item, Block) else (item.name, item.source)
        for item in body.items
        if isinstance(item, Attribute | Block)
    ]


def seen(text: str) -> list[object]:
    file = parse_leniently(text.encode())
    assert bytes(file) == text.encode()
    return shape(file.body)


def test_what_parses_is_the_same_tree() -> None:
    compared = 0
    for path in FILES:
        try:
            strict = parse(path.read_bytes())
        except HclSyntaxError:
            continue
        assert shape(parse_leniently(path.read_bytes()).body) == shape(strict.body), path
        compared += 1
    assert compared > 500


def test_every_byte_is_kept_whatever_the_faults() -> None:
    chance = random.Random(12)
    faults = 0
    for path in FILES[::7]:
        data = path.read_bytes()
        for _ in range(10):
            at = chance.randrange(len(data) + 1)
            broken = data[:at] + chance.choice(
                (b"", b'"', b"}", b"{", b"\n", b"/*", b"${", b"<<A\n", b"\xff")
            )
            broken += data[at + chance.randrange(4) :]
            assert bytes(parse_leniently(broken)) == broken
            try:
                parse(broken)
            except HclSyntaxError:
                faults += 1
    assert faults > 500


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a {\n  b = \n  c = 1\n}\nd = 2\n", [("a", (), [("b", ""), ("c", "1")]), ("d", "2")]),
        ("a {\n  b = 1\n  b = 2\n}\n", [("a", (), [("b", "1"), ("b", "2")])]),
        ('a {\n  b = "x\n  c = 1\n}\n', [("a", (), [("b", '"x'), ("c", "1")])]),
        (
            "a {\n  b = {\n    x = 1 2\n  }\n  c = 1\n}\n",
            [("a", (), [("b", "{\n    x = 1 2\n  }"), ("c", "1")])],
        ),
        (
            'a {\n  b = f(\n    "x,\n    y\n  )\n  c = 1\n}\n',
            [("a", (), [("b", 'f(\n    "x,\n    y\n  )'), ("c", "1")])],
        ),
        ("a {\n  b = 1\n", [("a", (), [("b", "1")])]),
        ("} x\na = 1\n", [("a", "1")]),
        ('v "x" { a = 1, b = 2 }\nc = 1\n', [("v", ("x",), [("a", "1, b = 2")]), ("c", "1")]),
        ('v "x" { a { } }\nc = 1\n', [("v", ("x",), []), ("c", "1")]),
        ("a {\n  b = 1\n} c\nd = 1\n", [("a", (), [("b", "1")]), ("d", "1")]),
        ("/* a = 1\n", []),
    ],
)
def test_a_fault_costs_no_more_than_its_item(text: str, tree: list[object]) -> None:
    assert seen(text) == tree


def test_a_value_that_is_no_expression_is_unread() -> None:
    attribute, other = parse_leniently(b"a = 1 +\nb = 2\n").body.attributes
    assert isinstance(attribute.expression, Unread)
    assert (attribute.string, attribute.number, other.number) == (None, None, 2)
