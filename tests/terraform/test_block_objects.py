"""Copies of blocks, blocks as objects and back, nested objects in JSON as blocks."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from engine.helpers import rule, run

from tffix import (
    Block,
    Finding,
    Module,
    Refused,
    block_of,
    nested_blocks,
    object_of,
    parse,
    parse_block,
    parse_expression,
    set_nested_blocks,
)
from tffix.hcl.layout import formatted

TEXT = """# what it is
resource "a_b" "c" { # here
  # about x
  x = 1 # one

  # apart

  nested "label" {
    y = {
      z = 2
    }
  } # end
}
"""


def test_a_copy_is_the_same_and_apart() -> None:
    file = parse(TEXT.encode())
    (block,) = file.blocks()
    copy = block.copy()
    assert copy.text == block.text == TEXT
    assert copy.parent is None
    inner = next(copy.blocks("nested"))
    inner.body.set("y", "3")
    copy.relabel("a_b", "d")
    assert file.text == TEXT
    file.body.append(copy)
    assert file.text == TEXT + "\n" + copy.text
    assert inner.parent is copy.body
    attribute = block.body.get("x")
    assert attribute is not None
    again = attribute.copy()
    assert (again.text, again.parent, again.offset) == (attribute.text, None, None)
    assert again.text.endswith("  x = 1 # one\n")


@pytest.mark.parametrize(
    ("block", "single", "text"),
    [
        ("b {\n}", (), "{}"),
        ("b {\n  # why\n  x = 1 # one\n\n  y = [2]\n}", (), "{\n  # why\n  x = 1 # one\n\n  y = [2]\n}"),
        ("b {\n  c {\n    x = 1\n  }\n}", (), "{\n  c = [{\n    x = 1\n  }]\n}"),
        ("b {\n  c {\n    x = 1\n  }\n}", ("c",), "{\n  c = {\n    x = 1\n  }\n}"),
        (
            "b {\n  c {\n    x = 1\n  }\n  c {\n  }\n}",
            (),
            "{\n  c = [\n    {\n      x = 1\n    },\n    {},\n  ]\n}",
        ),
    ],
)
def test_a_block_as_an_object_and_back(block: str, single: tuple[str, ...], text: str) -> None:
    made = parse_block(block)
    source = object_of(made, single)
    assert formatted(f"x = {source}\n") == f"x = {text}\n"
    back = block_of("b", parse_expression(source), ("c",))
    assert formatted(back.text) == formatted(made.text)


@pytest.mark.parametrize(
    "block", ['b {\n  c "l" {\n  }\n}', 'b {\n  dynamic "c" {\n    for_each = []\n  }\n}']
)
def test_a_block_that_is_no_object(block: str) -> None:
    with pytest.raises(Refused):
        object_of(parse_block(block))


@pytest.mark.parametrize("source", ["var.x", "[1]", '{ "a b" = 1 }', "{ (var.k) = 1 }"])
def test_a_value_that_is_no_block(source: str) -> None:
    with pytest.raises(Refused):
        block_of("b", parse_expression(source), ("c",))


def test_nested_blocks_of_a_provider_that_is_not_known_in_json() -> None:
    def visit(block: Block, module: Module) -> Iterator[Finding]:
        found = nested_blocks(block, "rule")
        old = [one for one in found if one.get("port") is None]

        def fix() -> None:
            for one in old:
                one.body.set("port", "80")
            set_nested_blocks(block, "rule", found)

        if old:
            yield Finding(block, "a rule has no port", fix)

    document = {"resource": {"acme_wall": {"w": {"rule": [{"name": "a"}, {"name": "b", "port": 1}], "x": 1}}}}
    text = json.dumps(document, indent=2) + "\n"
    result = run({"main.tf.json": text}, rule("ports", visit))
    assert not result.defects
    assert not result.found
    wanted = json.loads(text)
    wanted["resource"]["acme_wall"]["w"]["rule"][0]["port"] = 80
    assert json.loads(result.changes[0].new) == wanted

    document["resource"]["acme_wall"]["w"]["rule"] = {"name": "${var.a}"}
    result = run({"main.tf.json": json.dumps(document)}, rule("ports", visit))
    assert json.loads(result.changes[0].new)["resource"]["acme_wall"]["w"]["rule"] == {
        "name": "${var.a}",
        "port": 80,
    }
    hcl = 'resource "acme_wall" "w" {\n  rule {\n    name = "a"\n  }\n}\n'
    result = run({"main.tf": hcl}, rule("ports", visit))
    assert result.changes[0].new.decode() == hcl.replace('"a"\n', '"a"\n    port = 80\n')
