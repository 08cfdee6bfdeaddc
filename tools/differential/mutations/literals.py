"""What must be written literally and is not, and arguments of Terraform's own with wrong values."""

from __future__ import annotations

from differential.scene import Scene, add
from tffix import Block


def _not_literal(scene: Scene) -> str:
    return scene.pick((scene.reference(), "path.module", '"${terraform.workspace}"'))


def source_not_literal(scene: Scene) -> None:
    block = scene.block("module")
    block.body.set("source", _not_literal(scene))


def version_of_local_module(scene: Scene) -> None:
    add(_local_call(scene).body, 'version = "1.0.0"')


def _lifecycle(scene: Scene, argument: str) -> None:
    block = scene.block("resource", where=lambda one: not any(one.blocks("lifecycle")))
    add(block.body, f"lifecycle {{\n    {argument}\n  }}\n")


def prevent_destroy_not_literal(scene: Scene) -> None:
    value = scene.pick((scene.reference(), "path.module", 'tobool("true")', '"maybe"', "null == null"))
    _lifecycle(scene, f"prevent_destroy = {value}")


def create_before_destroy_not_literal(scene: Scene) -> None:
    value = scene.pick((scene.reference(), "[true]", '"yes"', "1 == 1 ? true : false"))
    _lifecycle(scene, f"create_before_destroy = {value}")


def ignore_changes_invalid(scene: Scene) -> None:
    value = scene.pick(("[tolist()]", "tags", '"all the rest"', "[all, tags]", "[fresh_argument]", "[1]"))
    _lifecycle(scene, f"ignore_changes = {value}")


def replace_triggered_by_invalid(scene: Scene) -> None:
    value = scene.pick((f"[{scene.reference()}]", "[path.module]", '["x"]', "null", "[each.key]"))
    _lifecycle(scene, f"replace_triggered_by = {value}")


def precondition_invalid(scene: Scene) -> None:
    text = scene.pick(
        (
            "condition = true",
            'error_message = "It must be so."',
            'condition     = "maybe"\n      error_message = "It must be so."',
            'condition     = each.value\n      error_message = "It must be so."',
            'condition     = length(5) > 0\n      error_message = "It must be so."',
            'condition     = self.id != ""\n      error_message = "It must be so."',
        )
    )
    _lifecycle(scene, f"precondition {{\n      {text}\n    }}")


def depends_on_invalid(scene: Scene) -> None:
    block = scene.block(
        "resource", "data", "module", "output", where=lambda one: one.get("depends_on") is None
    )
    value = scene.pick(
        ('[format("x")]', "[terraform_data.fresh_name]", "[1]", "[path.module]", "[each.key]",
         "[terraform_data]", '"terraform_data.x"', f"[{scene.reference()}]", "[module.fresh_name]")
    )  # fmt: skip
    add(block.body, f"depends_on = {value}")


def alias_not_literal(scene: Scene) -> None:
    block = scene.block("provider", where=lambda one: one.get("alias") is None)
    value = scene.pick((scene.reference(), "5", "[east]", 'format("east")', '"1 east"'))
    add(block.body, f"alias = {value}")


def provider_version_invalid(scene: Scene) -> None:
    block = scene.block("provider", where=lambda one: one.get("version") is None)
    value = scene.pick(('"newest"', scene.reference(), "[1]"))
    add(block.body, f"version = {value}")


def provider_argument_invalid(scene: Scene) -> None:
    """`provider` of a resource that names no configuration, or nothing that could be one."""
    block = scene.block("resource", "data", where=lambda one: one.get("provider") is None)
    kind = block.labels[0].partition("_")[0]
    value = scene.pick(
        (f"{kind}.fresh_name", f"{kind}.a.b", f"{kind}[0]", scene.reference(), "5", f"{kind}.*")
    )
    add(block.body, f"provider = {value}")


def count_and_for_each(scene: Scene) -> None:
    block = scene.block("resource", "data", "module", where=_is_single)
    add(block.body, "count = 1")
    add(block.body, 'for_each = toset(["a"])')


def count_invalid(scene: Scene) -> None:
    block = scene.block("resource", "data", "module", where=_is_single)
    value = scene.pick(('"two"', "-1", "null", "[1]", "1.5", "true", "count.index", "{}", "sensitive(1)"))
    add(block.body, f"count = {value}")


def for_each_invalid(scene: Scene) -> None:
    block = scene.block("resource", "data", "module", where=_is_single)
    value = scene.pick(
        ('["a", "b"]', "toset([1, 2])", "null", '"a"', "5", "each.key", 'sensitive(toset(["a"]))',
         "toset([null])", 'tolist(["a"])', "[for one in [1, 2] : one]", "true", "toset([[]])",
         'concat(["a"], ["b"])', 'keys({ a = 1 })', 'split(",", "a,b")')
    )  # fmt: skip
    add(block.body, f"for_each = {value}")


def required_version_not_literal(scene: Scene) -> None:
    scene.append(f"terraform {{\n  required_version = {scene.reference()}\n}}\n")


def _is_single(block: Block) -> bool:
    return block.get("count") is None and block.get("for_each") is None


def _local_call(scene: Scene) -> Block:
    return scene.block(
        "module", where=lambda one: one.labels[0] in scene.module.children and one.get("version") is None
    )
