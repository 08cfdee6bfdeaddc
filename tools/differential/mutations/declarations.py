"""Declarations that are there twice, have wrong names, or are no declarations."""

from __future__ import annotations

from differential.scene import NoSiteError, Scene, add


def duplicate_variable(scene: Scene) -> None:
    scene.duplicate(scene.block("variable"))


def duplicate_output(scene: Scene) -> None:
    scene.duplicate(scene.block("output"))


def duplicate_resource(scene: Scene) -> None:
    scene.duplicate(scene.block("resource"))


def duplicate_data(scene: Scene) -> None:
    scene.duplicate(scene.block("data"))


def duplicate_module(scene: Scene) -> None:
    scene.duplicate(scene.block("module"))


def duplicate_provider(scene: Scene) -> None:
    scene.duplicate(scene.block("provider"))


def duplicate_local(scene: Scene) -> None:
    name = scene.pick(scene.locals()).name
    scene.append(f'locals {{\n  {name} = "again"\n}}\n')


def duplicate_required_providers_over_files(scene: Scene) -> None:
    scene.block("terraform", where=lambda one: any(one.blocks("required_providers")))
    scene.append("terraform {\n  required_providers {}\n}\n")


def duplicate_backend_over_files(scene: Scene) -> None:
    scene.block("terraform", where=lambda one: any(one.blocks("backend")))
    scene.append('terraform {\n  backend "local" {}\n}\n')


def duplicate_nested(scene: Scene) -> None:
    """A block that may be there once."""
    block, inner = scene.pick(
        (block, inner)
        for block in scene.blocks("resource", "data", "module", "variable", "terraform")
        for inner in block.blocks()
        if inner.type in ("lifecycle", "connection", "required_providers", "backend", "timeouts")
    )
    block.body.append(inner.copy())


def argument_unknown_in_language(scene: Scene) -> None:
    """An argument that a block of Terraform's own does not have."""
    block = scene.block("variable", "output", "terraform", "check", "moved", "import", "removed")
    add(block.body, f"{scene.pick(('descripton', 'defualt', 'sensitve', 'typ', 'count'))} = true")


def block_unknown_in_language(scene: Scene) -> None:
    block = scene.block("variable", "output", "module")
    add(block.body, f"{scene.pick(('validate', 'lifecycles', 'meta', 'timeouts'))} {{\n    x = 1\n  }}\n")


def meta_argument_misplaced(scene: Scene) -> None:
    block = scene.block("variable", "output", "provider", "locals", "terraform")
    name = scene.pick(("count = 1", "for_each = toset([])", "lifecycle {\n  }\n", "provider = aws"))
    if block.type == "provider" or (block.type == "locals" and " = " in name):
        name = "lifecycle {\n  }\n"  # a provider may have arguments of any name, and a local any name
    add(block.body, name)


def resource_meta_unknown(scene: Scene) -> None:
    """A lifecycle argument that there is none of, or not in this kind of block."""
    block = scene.block("resource", "data")
    if any(block.blocks("lifecycle")):
        raise NoSiteError
    arguments = ["prevent_destruction = true", "ignore_change = [tags]", 'x = "y"']
    if block.type == "data":
        arguments = ["prevent_destroy = true", "ignore_changes = all", "create_before_destroy = true"]
    add(block.body, f"lifecycle {{\n    {scene.pick(arguments)}\n  }}\n")


def provisioner_invalid(scene: Scene) -> None:
    block = scene.block("resource")
    text = scene.pick(
        (
            'provisioner "local-exec" {\n  }\n',
            'provisioner "locale-exec" {\n    command = "true"\n  }\n',
            'provisioner "local-exec" {\n    command = "true"\n    when    = "destroy it"\n  }\n',
            'provisioner "local-exec" {\n    command    = "true"\n    on_failure = retry\n  }\n',
            'provisioner "local-exec" {\n    command = "true"\n    host    = "x"\n  }\n',
            'provisioner "local-exec" {\n    when    = destroy\n    command = path.module\n  }\n',
            'provisioner {\n    command = "true"\n  }\n',
        )
    )
    add(block.body, text)
