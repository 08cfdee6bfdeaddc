"""`moved`, `removed`, `import`, `ephemeral` and `dynamic` blocks."""

from __future__ import annotations

from differential.scene import NoSiteError, Scene, add
from tffix import parse


def moved_twice(scene: Scene) -> None:
    """Two `moved` blocks from the same address."""
    kind = scene.block("resource").labels
    for name in ("one", "two"):
        scene.append(f"moved {{\n  from = {kind[0]}.fresh_name\n  to   = {kind[0]}.{name}\n}}\n")


def moved_from_what_is_there(scene: Scene) -> None:
    first = scene.block("resource")
    scene.append(f"moved {{\n  from = {'.'.join(first.labels)}\n  to   = {first.labels[0]}.fresh_name\n}}\n")


def moved_to_another_type(scene: Scene) -> None:
    first = scene.block("resource")
    second = scene.block("resource", where=lambda one: one.labels[0] != first.labels[0])
    scene.append(f"moved {{\n  from = {second.labels[0]}.fresh_name\n  to   = {'.'.join(first.labels)}\n}}\n")


def removed_but_there(scene: Scene) -> None:
    block = scene.block("resource")
    scene.append(
        f"removed {{\n  from = {'.'.join(block.labels)}\n\n  lifecycle {{\n    destroy = false\n  }}\n}}\n"
    )


def import_twice(scene: Scene) -> None:
    block = scene.block("resource")
    for name in ("a", "b"):
        scene.append(f'import {{\n  to = {".".join(block.labels)}\n  id = "{name}"\n}}\n')


def import_key_wrong(scene: Scene) -> None:
    block = scene.block(
        "resource", where=lambda one: one.get("count") is None and one.get("for_each") is None
    )
    scene.append(f'import {{\n  to = {".".join(block.labels)}[0]\n  id = "a"\n}}\n')


def check_refers_to_nothing(scene: Scene) -> None:
    condition = scene.pick(
        ("var.fresh_name", "data.fresh_type.x.id != null", "each.key != null", "length(5) > 1")
    )
    asserted = f'assert {{\n    condition     = {condition}\n    error_message = "No."\n  }}'
    scene.append(f'check "fresh_check" {{\n  {asserted}\n}}\n')


def dynamic_invalid(scene: Scene) -> None:
    block, inner = scene.pick(
        (block, inner)
        for block in scene.blocks("resource", "data")
        for inner in block.blocks()
        if inner.type not in ("dynamic", "lifecycle", "provisioner", "connection", "timeouts")
    )
    content = "content {}"
    text = scene.pick(
        (
            f'dynamic "{inner.type}" {{\n    for_each = [1]\n  }}\n',
            f'dynamic "{inner.type}" {{\n    {content}\n  }}\n',
            f'dynamic "{inner.type}" {{\n    for_each = 5\n    {content}\n  }}\n',
            f'dynamic "{inner.type}" {{\n    for_each = null\n    {content}\n  }}\n',
            f'dynamic "{inner.type}" {{\n    for_each = [1]\n    iterators = x\n    {content}\n  }}\n',
            f'dynamic "{inner.type}" {{\n    for_each = [1]\n    iterator = "x"\n    {content}\n  }}\n',
            f'dynamic "{inner.type}s_of_it" {{\n    for_each = [1]\n    {content}\n  }}\n',
            f"dynamic {{\n    for_each = [1]\n    {content}\n  }}\n",
            'dynamic "lifecycle" {\n    for_each = [1]\n    content {}\n  }\n',
            f'dynamic "{inner.type}" {{\n    for_each = [1]\n    {content}\n    labels = ["a"]\n  }}\n',
            f'dynamic "{inner.type}" {{\n    for_each = [1]\n    content {{ x = {inner.type}.x }}\n  }}\n',
        )
    )
    add(block.body, text)


def iterator_wrong(scene: Scene) -> None:
    """The content of a `dynamic` block refers to another iterator."""
    inner = scene.pick(
        inner
        for block in scene.blocks("resource", "data")
        for inner in block.blocks("dynamic")
        if inner.get("iterator") is None
    )
    inner.body.set("iterator", "fresh_iterator")
    inner.body.set("for_each", '["a"]')  # else nothing is made of its content


def override_of_nothing(scene: Scene) -> None:
    """An override file that overrides what is not declared."""
    if "override.tf" in scene.module.files:
        raise NoSiteError
    text = scene.pick(
        (
            'resource "terraform_data" "fresh_name" {\n  input = 1\n}\n',
            'variable "fresh_name" {\n  default = 1\n}\n',
            'output "fresh_name" {\n  value = 1\n}\n',
            'module "fresh_name" {\n  source = "./x"\n}\n',
            "locals {\n  fresh_name = 1\n}\n",
            'provider "fresh_name" {}\n',
        )
    )
    scene.module.add("override.tf", parse(text.encode(), scene.module.path_of("override.tf")))
