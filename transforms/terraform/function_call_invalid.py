"""Calls of functions that do not exist, or with arguments that they do not take."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from functools import partial

from tffix import Attribute, Finding, Impact, Module, Transform, inference, nodes

from ._problems import findings


class FunctionCallInvalid(Transform):
    """A function does not exist, or does not take the arguments that it is called with.

    What:
        Looks up every function that is called, and compares the number, the types and, where they are known,
        the values of its arguments with what Terraform says of the function. A name with one wrong, missing
        or swapped letter is corrected.

    Why:
        Terraform stops with "Call to unknown function", "Invalid function argument" or "Error in function
        call".

    Example:
        locals {
          count = lenght(var.names)
        }

    Becomes:
        locals {
          count = length(var.names)
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Other names are reported with the one that is nearest. What depends on a value that is known only
        when Terraform runs is not judged, nor is what stands in a branch that may not be taken, unless the
        types alone make it wrong. Functions of providers and those that only OpenTofu has are not judged.

    Source:
        `terraform metadata functions -json`, for the number and types of arguments.
    """

    name = "terraform-function-call-invalid"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        yield from findings(module, inference.Kind.FUNCTION, _fix)


def _fix(attribute: Attribute, problem: inference.Problem) -> Callable[[], object] | None:
    node = problem.node
    if not problem.near or not isinstance(node, nodes.Call) or not _is_slip(node.name, problem.near):
        return None
    return partial(_correct, attribute, node.name, problem.near)


def _is_slip(name: str, near: str) -> bool:
    """Whether one name is another with one letter too many, missing or wrong, or two swapped."""
    if len(name) < 4:
        return False
    changes = [
        change for change in difflib.SequenceMatcher(None, name, near).get_opcodes() if change[0] != "equal"
    ]
    size = sum(max(end - start, last - first) for _, start, end, first, last in changes)
    return size == 1 or (size == 2 and sorted(name) == sorted(near))


def _correct(attribute: Attribute, name: str, near: str) -> None:
    def wrong(call: nodes.Call) -> bool:
        return call.name == name

    while (call := next(attribute.expression.find(nodes.Call, wrong), None)) is not None:
        attribute.replace({call: near + call.text[len(name) :]})
