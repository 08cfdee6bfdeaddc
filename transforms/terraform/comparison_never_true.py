"""Comparisons of values that are never equal, since their types differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tffix import Attribute, Finding, Impact, Module, Transform, inference, nodes

from ._problems import findings


class ComparisonNeverTrue(Transform):
    """Two values are compared that are never equal, since they have different types.

    What:
        `var.names == []`, where the variable is a list of strings, becomes `length(var.names) == 0`, and
        `!= []` becomes `length(var.names) != 0`; the same with `{}` for maps. A number that is compared with
        a string, or a bool with either, is reported.

    Why:
        Terraform converts nothing to compare it: `[]` is an empty tuple, which no list is equal to, and `1`
        is not `"1"`. The condition is silently always false, or with `!=` always true.

    Example:
        variable "names" {
          type     = list(string)
          nullable = false
        }

        locals {
          is_empty = var.names == []
        }

    Becomes:
        variable "names" {
          type     = list(string)
          nullable = false
        }

        locals {
          is_empty = length(var.names) == 0
        }

    Impact:
        What depends on the condition changes as it was meant to: a `count` may become another, and resources
        come or go. Where something may be deployed, it takes `--allow-replace`.

    Limits:
        Only reported where the value may be null, of which there is no length; so a variable is mended if it
        is `nullable = false`, or has a default that is not null.

    Source:
        Terraform language documentation, "Arithmetic and Logical Operators", equality operators.
    """

    name = "terraform-comparison-never-true"
    impact = Impact.REPLACE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        yield from findings(module, inference.Kind.COMPARISON, partial(_fix, module))


def _fix(module: Module, attribute: Attribute, problem: inference.Problem) -> Callable[[], object] | None:
    node = problem.node
    if not isinstance(node, nodes.Binary):
        return None
    value, empty = (node.right, node.left) if _is_empty(node.left) else (node.left, node.right)
    if not _is_empty(empty) or not _is_never_null(value, module):
        return None
    return partial(_compare_length, attribute, node.text, f"length({value.text}) {node.operator} 0")


def _is_empty(node: nodes.Expression) -> bool:
    return isinstance(node, nodes.Tuple | nodes.Object) and not node.children


def _is_never_null(node: nodes.Expression, module: Module) -> bool:
    if not isinstance(node, nodes.Traversal) or node.root != "var" or len(node.steps) != 1:
        return isinstance(node, nodes.Call)
    variable = module.variable(node.names[-1])
    if variable is None:
        return False
    nullable, default = variable.get("nullable"), variable.get("default")
    is_set = default is not None and default.source.strip() != "null"
    return is_set or (nullable is not None and nullable.boolean is False)


def _compare_length(attribute: Attribute, old: str, new: str) -> None:
    node = next((one for one in attribute.expression.find(nodes.Binary) if one.text == old), None)
    if node is not None:
        attribute.replace({node: new})
