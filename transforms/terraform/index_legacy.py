"""Indexes and splats written as attributes: `list.0`, `list.*.id`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Finding, Impact, Module, Profile, Transform, nodes

from ._syntax import attributes, found, rewrite_all


class IndexLegacy(Transform):
    """An index or a splat is written like an attribute: `list.0`, `list.*.id`.

    What:
        Writes `list[0]` and `list[*].id`.

    Why:
        Terraform keeps the old forms only for configurations from before 0.12. They mean something else than
        they seem to: in `list.*.id[0]` the index applies to the result, in `list.*.id.0` to every element.

    Example:
        output "first_subnet_id" {
          value = aws_subnet.private.0.id
        }

    Becomes:
        output "first_subnet_id" {
          value = aws_subnet.private[0].id
        }

    Impact:
        None: both forms give the same.

    Limits:
        `list.*.id[0]` stays: with `[*]` it would mean another thing. Silent for modules that ask for
        Terraform 0.11.

    Source:
        Terraform language documentation, "Splat Expressions", Legacy (Attribute-only) Splat Expressions;
        HCL native syntax specification.
    """

    name = "terraform-index-legacy"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for attribute in attributes(module):
            changes = found(attribute, _modern)
            if changes:
                node = min(changes, key=lambda node: node.start)
                message = f"'{node.text}' is the old way to write '{changes[node]}'"
                fix = partial(rewrite_all, attribute, _modern, module)
                yield Finding(attribute, message, fix, within=node)


def _modern(node: nodes.Expression, parent: nodes.Expression | None) -> str | None:
    if not isinstance(node, nodes.Traversal | nodes.Access):
        return None
    pieces: list[str] = []
    end = node.start
    for number, step in enumerate(node.steps):
        source = _step(step, node.steps[number + 1 :])
        if source is None and isinstance(step, nodes.Splat) and not step.full:
            break
        if source is not None:
            pieces += (node.source[end : step.start], source)
            end = step.end
    return "".join((*pieces, node.source[end : node.end])) if pieces else None


def _step(step: nodes.Step, after: tuple[nodes.Step, ...]) -> str | None:
    if isinstance(step, nodes.LegacyIndex):
        return f"[{step.number}]"
    if not isinstance(step, nodes.Splat) or step.full:
        return None
    goes_on = any(isinstance(one, nodes.Index | nodes.Splat) for one in after)
    return None if goes_on else "[*]"
