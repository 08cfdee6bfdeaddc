"""Arguments and blocks that the schema of a provider rejects."""

from __future__ import annotations

from collections.abc import Iterator

from differential.scene import META, Scene, add, static_bodies
from tffix import Attribute, facts, schemas

_WRONG: dict[str, tuple[str, ...]] = {
    "string": ("[]", "{ a = 1 }", '["a"]'),
    "number": ('"many"', "[]", "true"),
    "bool": ('"maybe"', "[]", "7"),
    "map": ('"a"', '["a"]'),
}


def _sites(scene: Scene) -> Iterator[schemas.Site]:
    """The bodies whose schemas are known, nested ones included, but not those in `dynamic` blocks: at these
    Terraform only looks when it knows how many there are."""
    for block in scene.blocks("resource", "data"):
        if block.labels[0].startswith("terraform_"):
            continue  # Terraform itself accepts more of these than providers do
        static = set(static_bodies(block))
        for site in schemas.sites(block, scene.module):
            if site.schema.complete and site.body in static:
                yield site


def argument_unknown(scene: Scene) -> None:
    add(scene.pick(_sites(scene)).body, "fresh_argument = 1")


def argument_misspelt(scene: Scene) -> None:
    attribute = scene.pick(
        one for site in _sites(scene) for one in site.body.attributes if one.name in site.schema.attributes
    )
    attribute.rename(attribute.name + scene.pick(("s", "_id", "x")))


def required_argument_missing(scene: Scene) -> None:
    scene.pick(one for one, spec in _arguments(scene) if spec.required).remove()


def required_block_missing(scene: Scene) -> None:
    site, name = scene.pick(
        (site, name)
        for site in _sites(scene)
        for name, spec in site.schema.blocks.items()
        if spec.required and any(site.owner.blocks(name))
    )
    for block in list(site.owner.blocks(name)):
        block.remove()


def argument_of_wrong_type(scene: Scene) -> None:
    one, spec = scene.pick((one, spec) for one, spec in _arguments(scene) if not spec.nested)
    word = spec.type if isinstance(spec.type, str) else str(spec.type[0])
    one.set(scene.pick(_WRONG.get(word, ('"a"', "{ a = 1 }", "true"))))


def argument_computed_set(scene: Scene) -> None:
    site, name = scene.pick(
        (site, name)
        for site in _sites(scene)
        for name, spec in site.schema.attributes.items()
        if spec.computed and not spec.optional and not spec.required and site.body.get(name) is None
    )
    add(site.body, f'{name} = "a"')


def block_unknown(scene: Scene) -> None:
    add(scene.pick(_sites(scene)).body, "fresh_block {\n    x = 1\n  }\n")


def block_twice(scene: Scene) -> None:
    """A block that may be there once is there twice."""
    site, block = scene.pick(
        (site, block)
        for site in _sites(scene)
        for block in site.owner.blocks()
        if (spec := site.schema.blocks.get(block.type)) is not None and spec.max_items == 1
    )
    site.body.append(block.copy())


def block_as_argument(scene: Scene) -> None:
    site, block = scene.pick(
        (site, block)
        for site in _sites(scene)
        for block in site.owner.blocks()
        if block.type in site.schema.blocks
    )
    name = block.type
    for one in list(site.owner.blocks(name)):
        one.remove()
    add(site.body, f"{name} = {scene.pick(('[]', '{}', 'null', '5'))}")


def argument_as_block(scene: Scene) -> None:
    one = scene.pick(one for one, spec in _arguments(scene) if not isinstance(spec.type, str))
    body = one.parent
    assert body is not None
    one.remove()
    add(body, f'{one.name} {{\n    a = "b"\n  }}\n')


def block_with_label(scene: Scene) -> None:
    block = scene.pick(
        block for site in _sites(scene) for block in site.owner.blocks() if block.type in site.schema.blocks
    )
    block.relabel("fresh_label")


def type_unknown(scene: Scene) -> None:
    block = scene.block("resource", "data")
    block.relabel(block.labels[0] + scene.pick(("s", "_of_it", "x")), block.labels[1])


def type_of_another_kind(scene: Scene) -> None:
    """A resource type as data source, or the other way round."""
    block = scene.block("data")
    scene.append(f'resource "{block.labels[0]}" "fresh_name" {{}}\n')


def provider_argument_unknown(scene: Scene) -> None:
    used = {one.labels[0].partition("_")[0] for one in scene.module.resources()}  # only these are validated
    block = scene.block("provider", where=lambda one: one.labels[0] in used and one.get("alias") is None)
    add(block.body, f"{scene.pick(('fresh_argument', 'regions', 'profil'))} = 1")


def ignore_changes_of_nothing(scene: Scene) -> None:
    block = scene.block("resource", where=lambda one: not any(one.blocks("lifecycle")))
    add(block.body, "lifecycle {\n    ignore_changes = [fresh_argument]\n  }\n")


def _arguments(scene: Scene) -> Iterator[tuple[Attribute, facts.schemas.Attribute]]:
    """The arguments that are set and known, with their schemas."""
    for site in _sites(scene):
        for one in site.body.attributes:
            spec = site.schema.attributes.get(one.name)
            if spec is not None and (one.name not in META or site.path):
                yield one, spec
