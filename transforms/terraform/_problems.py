"""Findings for what an abstract evaluation of a module finds to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tffix import Attribute, Finding, Module, inference

Fix = Callable[[], object]


def findings(
    module: Module,
    kind: inference.Kind,
    fix: Callable[[Attribute, inference.Problem], Fix | None] = lambda attribute, problem: None,
) -> Iterator[Finding]:
    """The findings for problems of a kind, with the fix that there is for one."""
    for attribute, problem in inference.problems(module):
        if problem.kind is kind:
            advice = f"did you mean '{problem.near}'?" if problem.near else ""
            yield Finding(attribute, problem.message, fix(attribute, problem), advice, within=problem.node)
