"""What a module knows of its blocks after edits is what it would know if it were read anew."""

from random import Random

import pytest

from tffix import Module, parse
from tffix.terraform.address import Address

from .random_edits import edit

ADDRESSES = ("a.b", "var.x", "local.a", "var.other", "local.a_longer_name", "a.new_name")
TEXT = """
locals {
  a = var.x
}

resource "a" "b" {
  one = local.a
}

resource "a" "c" {
  two = a.b.id
}

output "o" {
  value = "${a.b.id}-${local.a}"
}
"""


def made_of(texts: dict[str, str]) -> Module:
    return Module(".", {f"{name}.tf": parse(text.encode(), f"{name}.tf") for name, text in texts.items()})


def known(module: Module) -> object:
    """Everything that is looked up by an index, in order."""
    types = ("resource", "output", "locals", "empty", "one")
    return (
        [[block.text for block in module.blocks(type_)] for type_ in types],
        [(one.node.text, one.attribute.name, one.file.path) for one in module.references],
        [[one.attribute.text for one in module.references_to(address)] for address in ADDRESSES],
        [getattr(module.get(address), "text", None) for address in ADDRESSES],
        module.texts,
    )


@pytest.mark.parametrize("seed", range(40))
def test_indexes_follow_edits(seed: int) -> None:
    r = Random(seed)
    module = made_of({"a": TEXT, "b": TEXT.replace("a.b", "a.d").replace('"b"', '"d"')})
    known(module)
    for _ in range(12):
        edit(r, r.choice([*module.files.values()]))
        if r.random() < 0.5:  # several edits may come between two questions
            files = {name: parse(file.text.encode(), file.path) for name, file in module.files.items()}
            assert known(module) == known(Module(".", files))


def test_a_block_that_moves_is_found_in_its_new_place() -> None:
    module = made_of({"a": TEXT})
    first = module.blocks("resource")[0]
    assert first.parent is not None
    body = first.parent
    body.append(first.remove())
    assert [block.labels[1] for block in module.blocks("resource")] == ["c", "b"]
    assert [one.block.labels for one in module.references_to("local.a")] == [("o",), ("a", "b")]
    assert module.references_in(first)[0].address == Address.parse("local.a")


def test_places_have_room_for_any_number_of_insertions_at_one_place() -> None:
    module = made_of({"a": TEXT * 12})
    anchor = module.blocks("output")[3]
    assert anchor.parent is not None
    body = anchor.parent
    for number in range(100):
        made = parse(f'resource "a" "n{number}" {{\n}}\n'.encode())
        block = next(made.blocks()).remove()
        body.insert_before(anchor, block)
        assert [body.places[item] for item in body.items] == sorted(body.places.values())
        assert [one for one in body.items if one in (block, anchor)] == [block, anchor]
    names = [block.labels[1] for block in module.blocks("resource") if block.labels[1].startswith("n")]
    assert names == [f"n{number}" for number in range(100)]
