"""Strings that hold one interpolation and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import Finding, Impact, Module, Profile, Transform, nodes

from ._syntax import attributes, found, is_operation, rewrite_all

_WRAPPING = re.compile(r'"\$\{~?\s*|\s*~?\}"')


class InterpolationOnly(Transform):
    """A string contains nothing but one interpolation, `"${var.name}"`.

    What:
        Writes the expression itself. As the key of an object it gets parentheses, without which it would be
        a name.

    Why:
        Terraform 0.11 needed the quotes. Since 0.12 they only hide that the value keeps its type: it looks
        like a string and may be a list. Terraform has warned of it ("Interpolation-only expressions are
        deprecated").

    Example:
        resource "aws_subnet" "public" {
          vpc_id     = "${aws_vpc.main.id}"
          cidr_block = "10.0.1.0/24"
        }

    Becomes:
        resource "aws_subnet" "public" {
          vpc_id     = aws_vpc.main.id
          cidr_block = "10.0.1.0/24"
        }

    Impact:
        None: a string of one interpolation is the value of what it holds, type included.

    Limits:
        Left alone: an interpolation with comments in it. Silent for modules that ask for Terraform 0.11.

    Source:
        Terraform language documentation, "Strings and Templates"; Terraform 0.12 upgrade guide.
    """

    name = "terraform-interpolation-only"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for attribute in attributes(module):
            if '"${' not in attribute.source:
                continue
            changes = found(attribute, _unwrapped)
            if changes:
                node = min(changes, key=lambda node: node.start)
                message = f"{_short(node.text)} is nothing but an interpolation"
                fix = partial(rewrite_all, attribute, _unwrapped, module)
                yield Finding(attribute, message, fix, within=node)


def _unwrapped(node: nodes.Expression, parent: nodes.Expression | None) -> str | None:
    if not isinstance(node, nodes.Template) or node.is_heredoc or len(node.parts) != 1:
        return None
    part = node.parts[0]
    if not isinstance(part, nodes.Interpolation) or "<<" in node.text:
        return None
    inner = part.expression
    if _WRAPPING.sub("", node.text) != _WRAPPING.sub("", inner.text):
        return None  # there are comments beside the expression
    is_key = isinstance(parent, nodes.ObjectItem) and node is parent.key
    breaks = "\n" in inner.text and (is_operation(inner) or isinstance(inner, nodes.Traversal | nodes.Access))
    return (
        f"({inner.text})"
        if is_key or breaks or (is_operation(inner) and is_operation(parent))
        else inner.text
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 and "\n" not in text else text.split("\n")[0][:50] + "…"
