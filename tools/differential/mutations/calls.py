"""Calls of modules that are there."""

from __future__ import annotations

from differential.scene import META, NoSiteError, Scene, add, replace
from tffix import Block, Module, nodes


def _call(scene: Scene) -> tuple[Block, Module]:
    children = scene.module.children
    block = scene.block("module", where=lambda one: one.labels[0] in children)
    return block, children[block.labels[0]]


def module_argument_missing(scene: Scene) -> None:
    block, child = _call(scene)
    required = [one.labels[0] for one in child.blocks("variable") if one.get("default") is None]
    argument = block.get(scene.pick(name for name in required if block.get(name) is not None))
    assert argument is not None
    argument.remove()


def module_argument_unknown(scene: Scene) -> None:
    block, _ = _call(scene)
    add(block.body, f"{scene.fresh('fresh_argument')} = 1")


def module_argument_misspelt(scene: Scene) -> None:
    block, _ = _call(scene)
    argument = scene.pick(one for one in block.body.attributes if one.name not in META)
    argument.rename(argument.name + scene.pick(("s", "_id", "_name")))


def module_argument_wrong_type(scene: Scene) -> None:
    block, child = _call(scene)
    types = {one.labels[0]: type_.source for one in child.blocks("variable") if (type_ := one.get("type"))}
    argument = scene.pick(one for one in block.body.attributes if one.name in types)
    word = types[argument.name].partition("(")[0].strip()
    wrong = {
        "string": ("[]", "{ a = 1 }", '["a"]'),
        "number": ('"many"', "[]", "true"),
        "bool": ('"maybe"', "[]", "7"),
        "list": ('"a"', "true", "{ a = 1 }"),
        "set": ('"a"', "5"),
        "map": ('"a"', '["a"]'),
        "object": ('"a"', "[]"),
    }
    argument.set(scene.pick(wrong.get(word, ())))


def module_block(scene: Scene) -> None:
    block, _ = _call(scene)
    add(block.body, 'tags {\n    name = "x"\n  }\n')


def module_output_unknown(scene: Scene) -> None:
    value, node = scene.pick(
        (value, node) for value, node in scene.traversals("module") if len(node.names) > 2
    )
    if node.names[1] not in scene.module.children:
        raise NoSiteError
    replace(value, node, ".".join((*node.names[:2], scene.fresh(node.names[2] + "_of_it"))))


def module_output_removed(scene: Scene) -> None:
    """An output that a caller uses is gone."""
    wanted = {
        node.names[2]
        for caller, call in scene.module.callers
        for value in Scene(caller, scene.random).values()
        for node in value.expression.find(nodes.Traversal, lambda one: one.root == "module")
        if len(node.names) > 2 and node.names[1] == call.labels[0]
    }
    scene.block("output", where=lambda one: one.labels[0] in wanted).remove()


def module_variable_added(scene: Scene) -> None:
    """A new required variable that no caller sets. In a root module nothing is wrong with it."""
    scene.append(f'variable "{scene.fresh("fresh_variable")}" {{\n  type = string\n}}\n')


def module_variable_removed(scene: Scene) -> None:
    scene.block("variable").remove()


def module_source_folder_without_dots(scene: Scene) -> None:
    block, _ = _call(scene)
    source = block.get("source")
    literal = source.string if source is not None else None
    if source is None or literal is None or not literal.startswith("./"):
        raise NoSiteError
    source.set('"' + literal.removeprefix("./") + '"')


def module_source_missing_folder(scene: Scene) -> None:
    block, _ = _call(scene)
    block.body.set("source", '"./no/such/folder"')


def module_calls_itself(scene: Scene) -> None:
    scene.append(f'module "{scene.fresh("fresh_module")}" {{\n  source = "./"\n}}\n')


def module_with_provider_repeated(scene: Scene) -> None:
    """`count`, `for_each` or `depends_on` for a module that configures a provider itself."""
    block, child = _call(scene)
    name = scene.pick(("count = 1", 'for_each = toset(["a"])', "depends_on = []"))
    if any(block.get(one) for one in ("count", "for_each", "depends_on")):
        raise NoSiteError
    add(block.body, name)
    if not child.blocks("provider"):
        file = scene.pick(Scene(child, scene.random).files)
        used = scene.pick(one.labels[0].partition("_")[0] for one in child.resources() if one.labels)
        add(file.body, f'provider "{used}" {{}}\n')


def module_providers_wrong(scene: Scene) -> None:
    block, _ = _call(scene)
    value = scene.pick(
        ("{ aws = aws.fresh_alias }", "{ aws.fresh_alias = aws }", '{ aws = "aws.x" }',
         "{ aws = var.fresh_name }", "[aws]", "{ fresh_provider = fresh_provider }",
         '{ "aws" = aws, aws = aws }')
    )  # fmt: skip
    block.body.set("providers", value)
