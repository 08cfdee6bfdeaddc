"""Failures that a test expects and that cannot happen."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tffix import Attribute, Block, Finding, Impact, Module, Transform, nodes, test_files

from ._test_shapes import runs, tests

_NOT_CHECKABLE = frozenset(("local", "module", "each", "count", "self", "path", "terraform", "run"))
_CONDITIONS = {"var": "validation", "output": "precondition", "check": "assert"}
_BLOCKS = {"var": "variable", "output": "output", "check": "check"}


class TestFailureImpossible(Transform):
    """A test expects a failure of something that has no condition to fail, or that does not exist.

    What:
        Looks up what `expect_failures` of a test lists: variables need a `validation`, outputs, resources and
        data sources a `precondition` or `postcondition`. Local values and modules cannot be listed.

    Why:
        Terraform stops with "Invalid expect_failures reference", or the test fails with "Missing expected
        failure", whatever the module does.

    Example:
        # main.tftest.hcl
        run "refuses_a_name" {
          command         = plan
          expect_failures = [local.name]
        }
        # main.tf
        locals {
          name = "web"
        }

    Impact:
        None: tests change nothing.

    Limits:
        Reported only. Silent about what a module from a registry declares, and about modules with files that
        cannot be read.

    Source:
        Terraform language documentation, "Tests", section "Expecting Failures".
    """

    name = "terraform-test-failure-impossible"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for _, file in tests(module):
            for run in runs(file):
                listed = run.get("expect_failures")
                if listed is not None:
                    yield from _findings(listed, test_files.about(run, module))


def _findings(listed: Attribute, about: Module | None) -> Iterator[Finding]:
    node = listed.expression
    if not isinstance(node, nodes.Tuple):
        yield Finding(listed, "'expect_failures' must be a list, written out", advice="write [ … ]")
        return
    for item in node.items:
        names = _names(item)
        if not names:
            continue
        if names[0] in _NOT_CHECKABLE:
            message = f"a test cannot expect {item.text} to fail, which has no conditions"
            advice = "list a variable, an output, a check, a resource or a data source"
            yield Finding(listed, message, advice=advice, within=item)
        elif about is not None and not about.unreadable:
            yield from _of_declared(names, listed, item, about)


def _names(node: nodes.Expression) -> list[str]:
    """The names that an item consists of; none if it is in quotes, or no reference."""
    if not isinstance(node, nodes.Traversal):
        return []
    names = (step.name for step in node.steps if isinstance(step, nodes.GetAttribute))
    return [node.root, *names]


def _of_declared(
    names: list[str], listed: Attribute, item: nodes.Expression, about: Module
) -> Iterator[Finding]:
    size = {"var": 2, "output": 2, "check": 2, "data": 3, "ephemeral": 3}.get(names[0], 2)
    if len(names) < size:
        return
    header = _header(names[:size])
    blocks = about.blocks(*header)
    text = ".".join(names[:size])
    if not blocks:
        known = sorted({one.labels[-1] for one in about.blocks(*header[:-1]) if one.labels})
        near = get_close_matches(names[size - 1], known, 1)
        advice = f"did you mean '{near[0]}'?" if near else ""
        yield Finding(
            listed, f"{text}, which the test expects to fail, is not declared", None, advice, within=item
        )
    elif not any(_has_condition(one, names[0]) for one in blocks):
        wanted = _CONDITIONS.get(names[0], "precondition or postcondition")
        yield Finding(listed, f"{text}, which the test expects to fail, has no {wanted}", within=item)


def _header(names: list[str]) -> tuple[str, ...]:
    """The type and labels of the block that an address declares."""
    if names[0] in _BLOCKS:
        return (_BLOCKS[names[0]], names[1])
    return tuple(names) if names[0] in ("data", "ephemeral") else ("resource", *names)


def _has_condition(block: Block, kind: str) -> bool:
    if kind in _CONDITIONS:
        return any(block.blocks(_CONDITIONS[kind]))
    inner = [one.type for lifecycle in block.blocks("lifecycle") for one in lifecycle.blocks()]
    return "precondition" in inner or "postcondition" in inner
