"""Calls of `list` and `map`, which Terraform has no more."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Finding, Impact, Module, Transform, nodes

from ._syntax import attributes, found, rewrite_all


class FunctionRemoved(Transform):
    """`list(…)` or `map(…)` is called, which Terraform has removed.

    What:
        Writes `tolist([…])` and `tomap({…})`, as Terraform's own message advises.

    Why:
        Terraform stops with "the "list" function was deprecated in Terraform v0.12 and is no longer
        available".

    Example:
        locals {
          zones = list("eu-west-1a", "eu-west-1b")
          tags  = map("Name", var.name)
        }

    Becomes:
        locals {
          zones = tolist(["eu-west-1a", "eu-west-1b"])
          tags  = tomap({ "Name" = var.name })
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Only reported: `map` with an odd number of arguments, or with expanded ones. Silent for modules that
        ask for Terraform 0.11.

    Source:
        Terraform language documentation, "list Function" and "map Function".
    """

    name = "terraform-function-removed"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for attribute in attributes(module):
            for name in ("list", "map"):
                if f"{name}(" in attribute.source:
                    yield from _findings(attribute, name, module)


def _findings(attribute: Attribute, name: str, module: Module) -> Iterator[Finding]:
    call = next(attribute.expression.find(nodes.Call, lambda one: one.name == name), None)
    if call is None:
        return
    rewrite = partial(_rewritten, name)
    fix = partial(rewrite_all, attribute, rewrite, module) if found(attribute, rewrite) else None
    message = f"Terraform has no function '{name}' any more"
    yield Finding(attribute, message, fix, f"call 'to{name}'", within=call)


def _rewritten(name: str, node: nodes.Expression, parent: nodes.Expression | None) -> str | None:
    if not isinstance(node, nodes.Call) or node.name != name:
        return None
    if name == "list":
        inner = node.text[node.text.index("(") + 1 : -1]
        return f"tolist([{inner}])"
    if node.expanded or len(node.arguments) % 2 or "\n" in node.text:
        return _map_over_lines(node)
    pairs = zip(node.arguments[::2], node.arguments[1::2], strict=True)
    inner = ", ".join(f"{_key(key)} = {value.text}" for key, value in pairs)
    return f"tomap({{ {inner} }})" if inner else "tomap({})"


def _map_over_lines(node: nodes.Call) -> str | None:
    has_comments = any(sign in node.text for sign in ("#", "//", "/*", "<<"))
    if node.expanded or len(node.arguments) % 2 or has_comments:
        return None
    pairs = zip(node.arguments[::2], node.arguments[1::2], strict=True)
    return "tomap({\n" + "".join(f"{_key(key)} = {value.text}\n" for key, value in pairs) + "})"


def _key(node: nodes.Expression) -> str:
    is_string = isinstance(node, nodes.Template) and not node.is_heredoc
    return node.text if is_string else f"({node.text})"
