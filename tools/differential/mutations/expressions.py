"""Expressions that no value can come of: functions, operators, conditionals, templates, for-expressions."""

from __future__ import annotations

from differential.scene import NoSiteError, Scene, replace
from tffix import nodes


def function_misspelt(scene: Scene) -> None:
    value, node = scene.pick(scene.inner(nodes.Call))
    replace(value, node, node.name + "s" + node.text[len(node.name) :])


def argument_removed(scene: Scene) -> None:
    """The last argument of a call is gone."""
    value, node = scene.pick(scene.inner(nodes.Call))
    if not node.arguments:
        raise NoSiteError
    replace(value, node, f"{node.name}({', '.join(one.text for one in node.arguments[:-1])})")


def argument_added(scene: Scene) -> None:
    value, node = scene.pick(scene.inner(nodes.Call))
    if node.expanded:
        raise NoSiteError
    arguments = [*(one.text for one in node.arguments), scene.pick(("[]", "1", '"a"', "{}"))]
    replace(value, node, f"{node.name}({', '.join(arguments)})")


def argument_replaced(scene: Scene) -> None:
    """An argument of a call becomes something of another type."""
    value, node = scene.pick(scene.inner(nodes.Call))
    argument = scene.pick(node.arguments)
    replace(value, argument, scene.pick(('"a"', "5", "[]", "{}", "true", '["a"]', "{ a = 1 }", "null")))


def arguments_exchanged(scene: Scene) -> None:
    value, node = scene.pick(scene.inner(nodes.Call))
    if len(node.arguments) < 2 or node.expanded:
        raise NoSiteError
    first, second, *others = (one.text for one in node.arguments)
    replace(value, node, f"{node.name}({', '.join((second, first, *others))})")


def expansion_of_no_list(scene: Scene) -> None:
    value, node = scene.pick(scene.inner(nodes.Call))
    wrong = scene.pick(('"a"', "5", "{ a = 1 }", "null"))
    replace(value, node, f"{node.name}({wrong}...)")


def operand_replaced(scene: Scene) -> None:
    value, node = scene.pick(scene.inner(nodes.Binary))
    operand = scene.pick((node.left, node.right))
    replace(value, operand, scene.pick(('"a"', "[]", "{}", "null", "true", "5")))


def branch_replaced(scene: Scene) -> None:
    """A branch of a conditional becomes something of another type."""
    value, node = scene.pick(scene.inner(nodes.Conditional))
    branch = scene.pick((node.yes, node.no))
    replace(value, branch, scene.pick(('["a"]', "[]", "{}", '{ a = "b" }', "5", '"a"', "true", "null")))


def condition_replaced(scene: Scene) -> None:
    value, node = scene.pick(scene.inner(nodes.Conditional))
    replace(value, node.condition, scene.pick(('"maybe"', "[]", "5", "null", "{}", '""')))


def interpolation_of_collection(scene: Scene) -> None:
    value, node = scene.pick(scene.inner(nodes.Interpolation))
    templates = value.expression.find(nodes.Template)
    template = next((one for one in templates if any(part is node for part in one.children)), None)
    if template is None or len(template.parts) < 2:  # one in a directive, or alone
        raise NoSiteError
    wrong = scene.pick(("[@]", "{ a = @ }", "toset([@])", "[for one in [@] : one]", 'split(",", @)'))
    replace(value, node.expression, wrong.replace("@", node.expression.text))


def for_over_element(scene: Scene) -> None:
    """A for-expression goes over a string."""
    value, node = scene.pick(scene.inner(nodes.For))
    replace(value, node.collection, scene.pick(('"abc"', "path.module", "5", "true", "null")))


def literal_replaced(scene: Scene) -> None:
    """A literal within an expression becomes one of another type."""
    value, node = scene.pick(scene.inner(nodes.Literal))
    replace(value, node, scene.pick(('"a"', "[]", "{}", "null", "true", "5")))


def value_replaced(scene: Scene) -> None:
    """A whole value becomes one of another type."""
    scene.put(
        scene.pick(('"a"', "[]", "{}", "null", "true", "5", '["a"]', "{ a = 1 }", "[{ a = 1 }]", "[[1]]"))
    )
