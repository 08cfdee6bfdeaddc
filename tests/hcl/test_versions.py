"""Every edit gives a new version to the body that it is made in, and to all around it."""

from random import Random

import pytest

from tffix import Attribute, Block, File, Gap, parse, parse_block
from tffix.hcl.tree import Body, edits

from .random_edits import edit

SOURCE = b"""# About it.
resource "a" "b" {
  one = 1 # first

  inner {
    two = var.x
  }
}

output "o" {
  value = a.b.id
}
"""


def versions(file: File) -> dict[Body, int]:
    return {body: body.version for body in file.body.walk()}


def test_reading_is_no_edit() -> None:
    before = edits()
    file = parse(SOURCE)
    assert file.text.encode() == SOURCE and edits() == before


def test_an_edit_changes_the_versions_of_what_it_is_in_and_no_others() -> None:
    file = parse(SOURCE)
    resource, output = file.blocks()
    inner = next(resource.blocks())
    known = versions(file)
    found = inner.get("two")
    assert found is not None
    found.set("var.y")
    changed = {body for body, version in versions(file).items() if version != known[body]}
    assert changed == {inner.body, resource.body, file.body} and output.body not in changed


@pytest.mark.parametrize("field", ["leading", "name", "equals", "source", "trailing"])
def test_setting_any_field_of_an_attribute_is_an_edit(field: str) -> None:
    file = parse(SOURCE)
    attribute = next(file.blocks("output")).get("value")
    assert isinstance(attribute, Attribute)
    before = file.body.version
    setattr(attribute, field, "x")
    assert file.body.version != before


@pytest.mark.parametrize("field", ["leading", "type", "labels", "opening", "closing", "trailing"])
def test_setting_any_field_of_a_block_is_an_edit_of_its_body(field: str) -> None:
    file = parse(SOURCE)
    block = next(file.blocks("output"))
    before = file.body.version, block.body.version
    setattr(block, field, ("x",) if field == "labels" else "x")
    assert file.body.version != before[0] and block.body.version != before[1]


def test_a_comment_set_off_is_part_of_its_body() -> None:
    file = parse(b"# one\n\na = 1\n")
    gap = file.body.items[0]
    assert isinstance(gap, Gap)
    before = file.body.version
    gap.text = "# two\n"
    assert file.body.version != before


def test_a_block_that_moves_changes_both_files() -> None:
    one, other = parse(SOURCE), parse(b"")
    before = one.body.version, other.body.version
    other.body.append(next(one.blocks("output")).remove())
    assert one.body.version != before[0] and other.body.version != before[1]


def test_splice_puts_items_as_they_are() -> None:
    file = parse(b"a = 1\nb = 2\n")
    taken = file.body.items[1]
    before = file.body.version
    file.body.splice(1, 2, [Gap("\n"), parse_block("c {}\n")])
    assert file.text == "a = 1\n\nc {}\n"
    assert taken.parent is None and all(item.parent is file.body for item in file.body.items)
    assert file.body.version != before


@pytest.mark.parametrize("seed", range(300))
def test_no_edit_that_changes_the_text_goes_unnoticed(seed: int) -> None:
    r = Random(seed)
    file = parse(SOURCE)
    for _ in range(5):
        text, version = file.text, file.body.version
        edit(r, file)
        assert (file.text == text) or file.body.version != version


def test_versions_are_those_of_all_trees() -> None:
    one, other = parse(SOURCE), parse(SOURCE)
    block: Block = next(one.blocks())
    block.relabel("a", "c")
    first = one.body.version
    next(other.blocks()).relabel("a", "c")
    assert other.body.version > first == one.body.version
