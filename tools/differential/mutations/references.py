"""References to what is not there, or not in this way."""

from __future__ import annotations

from collections.abc import Iterator

from differential.scene import NoSiteError, Scene, replace
from tffix import Attribute, Block, nodes


def variable_misspelt(scene: Scene) -> None:
    _misspell(scene, "var", 1)


def local_misspelt(scene: Scene) -> None:
    _misspell(scene, "local", 1)


def module_misspelt(scene: Scene) -> None:
    _misspell(scene, "module", 1)


def resource_misspelt(scene: Scene) -> None:
    value, node, _ = scene.pick(_resources(scene))
    _rename(value, node, 1)


def data_misspelt(scene: Scene) -> None:
    _misspell(scene, "data", 2)


def attribute_misspelt(scene: Scene) -> None:
    """An attribute that a resource or data source does not have."""
    value, node, block = scene.pick(_resources(scene, "resource", "data"))
    at = next((n for n, step in enumerate(node.steps) if n >= _names(block) - 1 and _is_name(step)), None)
    if at is None:
        raise NoSiteError
    step = node.steps[at]
    replace(value, node, f"{node.source[node.start : step.end]}_of_it{node.source[step.end : node.end]}")


def attribute_nested_unknown(scene: Scene) -> None:
    """An attribute of what has none, or another one."""
    value, node, block = scene.pick(_resources(scene, "resource", "data"))
    if len(node.names) <= _names(block):
        raise NoSiteError
    replace(value, node, f"{node.text}.fresh_attribute")


def attribute_of_variable(scene: Scene) -> None:
    value, node = scene.pick((v, n) for v, n in scene.traversals("var") if len(n.steps) == 1)
    replace(value, node, f"{node.text}.fresh_attribute")


def attribute_of_local(scene: Scene) -> None:
    value, node = scene.pick((v, n) for v, n in scene.traversals("local") if len(n.steps) == 1)
    replace(value, node, f"{node.text}.fresh_attribute")


def attribute_of_object_misspelt(scene: Scene) -> None:
    """An attribute of an object that a variable or local value is."""
    value, node = scene.pick((v, n) for v, n in scene.traversals("var", "local") if len(n.names) > 2)
    replace(value, node, f"{node.head(3)}_of_it{node.tail(3)}")


def index_of_local(scene: Scene) -> None:
    """An index that a list does not have, or a key for a list, or an index of a map."""
    value, node = scene.pick((v, n) for v, n in scene.traversals("local", "var") if len(n.steps) == 1)
    key = scene.pick(("99", '"fresh_key"', "-1", "1.5", "null", "[]", "true"))
    replace(value, node, f"{node.text}[{key}]")


def instance_key_missing(scene: Scene) -> None:
    """The key of an instance is left out where there are several."""
    value, node, block = scene.pick(_resources(scene, "resource", "data", repeated=True))
    at = _names(block) - 1
    if len(node.steps) <= at + 1 or not isinstance(node.steps[at], nodes.Index):
        raise NoSiteError
    replace(value, node, node.head(at + 1) + node.source[node.steps[at].end : node.end])


def instance_key_superfluous(scene: Scene) -> None:
    value, node, block = scene.pick(_resources(scene, "resource", "data", repeated=False))
    count = _names(block)
    if len(node.names) <= count:
        raise NoSiteError
    key = scene.pick(("0", '"a"'))
    replace(value, node, f"{node.head(count)}[{key}]{node.tail(count)}")


def instance_key_of_wrong_kind(scene: Scene) -> None:
    value, node, block = scene.pick(_resources(scene, "resource", "data", repeated=True))
    at = _names(block) - 1
    if len(node.steps) <= at or not isinstance(node.steps[at], nodes.Index):
        raise NoSiteError
    key = '"fresh_key"' if block.get("count") else "0"
    replace(value, node, f"{node.head(at + 1)}[{key}]{node.source[node.steps[at].end : node.end]}")


def module_key_superfluous(scene: Scene) -> None:
    value, node = scene.pick((v, n) for v, n in scene.traversals("module") if len(n.names) > 2)
    key = scene.pick(("0", '"a"'))
    replace(value, node, f"{node.head(2)}[{key}]{node.tail(2)}")


def block_gets_count(scene: Scene) -> None:
    """A resource that others refer to without a key gets `count` or `for_each`."""
    _, _, block = scene.pick(_resources(scene, "resource", "data", repeated=False))
    block.body.set(*scene.pick((("count", "2"), ("for_each", 'toset(["a"])'))))


def block_loses_count(scene: Scene) -> None:
    """A resource that uses its key, or that others refer to with one, loses `count` or `for_each`."""
    block = scene.block("resource", "data", "module", where=_is_repeated)
    argument = block.get("count") or block.get("for_each")
    assert argument is not None
    argument.remove()


def count_and_each_exchanged(scene: Scene) -> None:
    value, node = scene.pick(scene.traversals("each", "count"))
    replace(value, node, "count.index" if node.root == "each" else "each.key")


def self_reference(scene: Scene) -> None:
    """A resource that refers to itself, or a local value."""
    block = scene.block("resource", "data", where=lambda one: any(one.body.attributes))
    value = scene.pick(a for a in block.body.attributes if a.name not in ("count", "for_each", "provider"))
    start = "data." if block.type == "data" else ""
    value.set(f"{start}{'.'.join(block.labels)}.id")


def cycle_of_locals(scene: Scene) -> None:
    first, second = scene.pick(scene.locals()), scene.pick(scene.locals())
    first.set(f"local.{second.name}")
    second.set(f"local.{first.name}")


def cycle_of_resources(scene: Scene) -> None:
    blocks = [one for one in scene.blocks("resource") if one.get("depends_on") is None]
    first = scene.pick(blocks)
    second = scene.pick(one for one in blocks if one is not first)
    first.body.set("depends_on", f"[{'.'.join(second.labels)}]")
    second.body.set("depends_on", f"[{'.'.join(first.labels)}]")


def variable_of_for_outside(scene: Scene) -> None:
    """The variable of a for-expression is used outside it."""
    value, node = scene.pick(scene.inner(nodes.For))
    replace(value, node, f"[{node.text}, {node.names[0]}]")


def declaration_removed(scene: Scene) -> None:
    """A resource, data source or module that others refer to is gone."""
    _, _, block = scene.pick(_resources(scene, "resource", "data"))
    block.remove()


def local_removed(scene: Scene) -> None:
    names = {node.names[1] for _, node in scene.traversals("local") if len(node.names) > 1}
    scene.pick(one for one in scene.locals() if one.name in names).remove()


# -- finding references ----------------------------------------------------------------------------------


def _resources(
    scene: Scene, *types: str, repeated: bool | None = None
) -> Iterator[tuple[Attribute, nodes.Traversal, Block]]:
    """References to resources or data sources of the module, with the block that each is to."""
    declared = {
        ("data", *block.labels) if block.type == "data" else block.labels: block
        for block in scene.blocks(*(types or ("resource",)))
        if repeated is None or _is_repeated(block) is repeated
    }
    for value in scene.values():
        for node in value.expression.find(nodes.Traversal):
            block = declared.get(node.names[: 3 if node.root == "data" else 2])
            if block is not None:
                yield value, node, block


def _is_repeated(block: Block) -> bool:
    return block.get("count") is not None or block.get("for_each") is not None


def _names(block: Block) -> int:
    """How many names the address of a block has."""
    return 3 if block.type == "data" else 2


def _is_name(step: nodes.Step) -> bool:
    return isinstance(step, nodes.GetAttribute)


def _misspell(scene: Scene, root: str, at: int) -> None:
    value, node = scene.pick((v, n) for v, n in scene.traversals(root) if len(n.names) > at)
    _rename(value, node, at)


def _rename(value: Attribute, node: nodes.Traversal, at: int) -> None:
    """Gives one name of a reference another ending."""
    replace(value, node, f"{node.head(at + 1)}_of_it{node.tail(at + 1)}")
