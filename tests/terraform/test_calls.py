"""References to module calls: the outputs that they use."""

import pytest

from tffix import Module, output_of, parse, with_output

TEXT = """
locals {
  plain    = module.a.id
  indexed  = module.a[0].id[1]
  keyed    = "${module.a["x"].id.name}!"
  splat    = module.a[*].id
  whole    = module.a
  instance = module.a["x"]
}

resource "example_thing" "b" {
  depends_on = [module.a]
}
"""


@pytest.fixture
def module() -> Module:
    return Module(".", {"main.tf": parse(TEXT.encode(), "main.tf")})


def test_the_output_that_a_reference_uses(module: Module) -> None:
    found = {one.attribute.name: output_of(one) for one in module.references_to("module.a")}
    assert found == {
        "plain": "id",
        "indexed": "id",
        "keyed": "id",
        "splat": "id",
        "whole": None,
        "instance": None,
        "depends_on": None,
    }


def test_another_output_in_its_place(module: Module) -> None:
    uses = [one for one in module.references_to("module.a") if output_of(one)]
    module.redirect(uses, lambda one: with_output(one, "name"))
    assert [module.locals[name].source for name in ("plain", "indexed", "keyed", "splat")] == [
        "module.a.name",
        "module.a[0].name[1]",
        '"${module.a["x"].name.name}!"',
        "module.a[*].name",
    ]
    whole = next(one for one in module.references_to("module.a") if output_of(one) is None)
    with pytest.raises(ValueError, match="names no output"):
        with_output(whole, "name")
