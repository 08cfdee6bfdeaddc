"""Variables and outputs: types, defaults, validations, marks."""

from __future__ import annotations

from differential.scene import NoSiteError, Scene, add
from tffix import Block

_WRONG = {
    "string": ('["a"]', "{ a = 1 }", "[]"),
    "number": ('"many"', "[1]", "true", "{}"),
    "bool": ('"maybe"', "1", "[true]", '"yes"'),
    "list": ('"a"', "{ a = 1 }", "1"),
    "set": ('"a"', "5", "{ a = 1 }"),
    "map": ('["a"]', '"a"', "true"),
    "object": ('"a"', "[]", "5"),
    "tuple": ('"a"', "{ a = 1 }"),
}


def _typed(scene: Scene) -> tuple[Block, str]:
    """A variable, and the first word of its type."""
    found = []
    for block in scene.blocks("variable"):
        type_ = block.get("type")
        word = type_.source.partition("(")[0].strip() if type_ is not None else ""
        if word in _WRONG:
            found.append((block, word))
    return scene.pick(found)


def default_does_not_fit(scene: Scene) -> None:
    block, word = _typed(scene)
    block.body.set("default", scene.pick(_WRONG[word]), after="type")


def default_element_does_not_fit(scene: Scene) -> None:
    """A default whose elements do not fit a collection's element type."""
    block, word = _typed(scene)
    type_ = block.get("type")
    element = type_.source.partition("(")[2].strip(" )") if type_ is not None else ""
    if word not in ("list", "set", "map") or element not in ("string", "number", "bool"):
        raise NoSiteError
    wrong = scene.pick(_WRONG[element])
    block.body.set("default", f"{{ a = {wrong} }}" if word == "map" else f"[{wrong}]", after="type")


def default_attribute_missing(scene: Scene) -> None:
    block, word = _typed(scene)
    if word != "object" or "optional(" in block.text:
        raise NoSiteError
    block.body.set("default", "{}", after="type")


def default_not_constant(scene: Scene) -> None:
    block = scene.block("variable")
    value = scene.pick(
        (scene.reference(), "terraform.workspace", '"${path.module}/x"', 'format("x")', "[timestamp()]")
    )
    block.body.set("default", value)


def default_null_not_nullable(scene: Scene) -> None:
    block = scene.block("variable", where=lambda one: one.get("nullable") is None)
    add(block.body, "nullable = false")
    block.body.set("default", "null")


def type_invalid(scene: Scene) -> None:
    block = scene.block("variable")
    value = scene.pick(
        (
            *(
                "strng",
                "list(strings)",
                "object()",
                "object({ a = text })",
                "map(string, string)",
                "list",
                "set()",
            ),
            *(
                '"number"',
                "tuple(string)",
                "optional(string)",
                "object({ a = optional(string, []) })",
                "null",
            ),
            *(scene.reference(), "any(string)", "list(optional(string))", "[string]", "{ a = string }"),
            *("object([string])", "string()", "integer", "map", "any"),
        )
    )
    block.body.set("type", value)


def flag_not_literal(scene: Scene) -> None:
    block = scene.block("variable", "output")
    name = scene.pick(("sensitive", "nullable", "ephemeral") if block.type == "variable" else ("sensitive",))
    block.body.set(name, scene.pick((scene.reference(), '"maybe"', "[true]", "path.module", "null")))


def description_not_literal(scene: Scene) -> None:
    block = scene.block("variable", "output")
    block.body.set("description", scene.pick((scene.reference(), '"${path.module}"', "[1]", "{ a = 1 }")))


def validation_invalid(scene: Scene) -> None:
    block = scene.block("variable")
    own = f"var.{block.labels[0]}"
    text = scene.pick(
        (
            f"condition = {own} != null",
            'error_message = "It must be so."',
            'condition     = true\n    error_message = "It must be so."',
            f'condition     = {own} != null ? "maybe" : "no"\n    error_message = "It must be so."',
            f'condition     = {own} != var.fresh_name\n    error_message = "It must be so."',
            f'condition     = {own} != each.key\n    error_message = "It must be so."',
            f'condition     = {own} != self.id\n    error_message = "It must be so."',
            f"condition     = {own} != null\n    error_message = [1, {{}}]",
            f'condition     = {own} != null\n    message       = "It must be so."',
            f'condition     = [{own}]\n    error_message = "It must be so."',
        )
    )
    add(block.body, f"validation {{\n    {text}\n  }}\n")


def output_sensitive_not_marked(scene: Scene) -> None:
    """A sensitive value in an output of a root module. In a child nothing is wrong with it."""
    block = scene.block("output", where=lambda one: one.get("sensitive") is None)
    value = block.get("value")
    if value is None or "<<" in value.source:
        raise NoSiteError
    value.set(f"sensitive({value.source})")


def variable_becomes_sensitive(scene: Scene) -> None:
    block = scene.block("variable", where=lambda one: one.get("sensitive") is None)
    add(block.body, "sensitive = true")


def variable_becomes_ephemeral(scene: Scene) -> None:
    block = scene.block("variable", where=lambda one: one.get("ephemeral") is None)
    add(block.body, "ephemeral = true")


def output_ephemeral(scene: Scene) -> None:
    block = scene.block("output", where=lambda one: one.get("ephemeral") is None)
    add(block.body, "ephemeral = true")


def nonsensitive_of_what_is_not(scene: Scene) -> None:
    """Accepted since Terraform 1.8."""
    scene.wrap("nonsensitive(@)")


def variable_loses_its_type(scene: Scene) -> None:
    """Accepted, as long as the default fits what is made of it."""
    block = scene.block("variable", where=lambda one: one.get("type") is not None)
    type_ = block.get("type")
    assert type_ is not None
    type_.remove()


def variable_gets_another_type(scene: Scene) -> None:
    """Wrong where its default, callers or uses do not fit."""
    block, word = _typed(scene)
    others = ("string", "number", "bool", "list(string)", "map(string)", "object({ fresh = string })")
    block.body.set("type", scene.pick(one for one in others if not one.startswith(word)))
