"""Comments that tell tffix to leave something alone."""

import pytest

from tffix import Finding

from .helpers import look, renames, rule

FINDS = 'resource "a" "b" {\n  one = 1\n}\n'


@pytest.mark.parametrize(
    "source",
    [
        "# tffix: ignore[r]\n" + FINDS,
        "// tffix:ignore[r] because\n" + FINDS,
        "/* tffix: ignore[r] */\n" + FINDS,
        "# tffix: ignore[other, r]\n" + FINDS,
        "# tffix: ignore\n" + FINDS,
        "# first\n# tffix: ignore[r]\n# last\n" + FINDS,
        FINDS.replace("one = 1", "one = 1 # tffix: ignore[r]"),
        FINDS.replace("  one", "  # tffix: ignore[r]\n  one"),
        FINDS.replace(" {\n", " { # tffix: ignore[r]\n"),
        FINDS.replace("}\n", "} # tffix: ignore[r]\n"),
        "# tffix: ignore[r]\n\nlocals {\n}\n\n" + FINDS,
        "# Licence\n\n# tffix: ignore[r]\n\nlocals {\n}\n\n" + FINDS,
        FINDS.replace("one = 1", "x = 2\n\n  # tffix: ignore[r]\n  one = 1"),
    ],
)
def test_heeded(source):
    assert look({"main.tf": source}, renames("r", "one", "two")).found == []


@pytest.mark.parametrize(
    "source",
    [
        "# tffix: ignore[other]\n" + FINDS,
        "# tffix: ignore[]\n" + FINDS,
        "# tffix: ignores this\n" + FINDS,
        "# tffix: ignore[r\n" + FINDS,
        "# tffix: ignore[r]\nlocals {\n}\n" + FINDS,
        "locals {\n}\n# tffix: ignore[r]\n\n" + FINDS,
        FINDS + "# tffix: ignore[r]\n",
        FINDS.replace("one = 1", "# tffix: ignore[r]\n\n  one = 1"),
        FINDS.replace("one = 1", "x = 2 # tffix: ignore[r]\n  one = 1"),
        FINDS.replace("one = 1", 'x = "# tffix: ignore[r]"\n  one = 1'),
    ],
)
def test_of_something_else(source):
    assert len(look({"main.tf": source}, renames("r", "one", "two")).found) == 1


def test_on_the_line_of_the_part_that_a_finding_is_about():
    source = 'resource "a" "b" {\n  list = [\n    1, # tffix: ignore[r]\n    2,\n  ]\n}\n'

    def items(block, module):
        attribute = block.get("list")
        for item in attribute.expression.items:
            yield Finding(attribute, f"item {item.text}", within=item)

    found = look({"main.tf": source}, rule("r", items)).found
    assert [(one.message, one.line, one.column) for one in found] == [("item 2", 4, 5)]
