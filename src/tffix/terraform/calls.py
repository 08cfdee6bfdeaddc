"""References to module calls: which output of the called module they use."""

from __future__ import annotations

from ..hcl.nodes import GetAttribute, Index, Splat
from .module import Reference


def output_of(reference: Reference) -> str | None:
    """The output that a reference to a module call names, after indexes and splats of calls with ``count`` or
    ``for_each``; None where the call as a whole is meant, as in ``depends_on``."""
    step = _output_step(reference)
    return step.name if step is not None else None


def with_output(reference: Reference, name: str) -> str:
    """The source text of a reference that names an output, with another output in the place of that one."""
    node, step = reference.node, _output_step(reference)
    if step is None:
        raise ValueError(f"{node.text} names no output")
    return f"{node.source[node.start : step.start]}.{name}{node.source[step.end : node.end]}"


def _output_step(reference: Reference) -> GetAttribute | None:
    steps = (step for step in reference.node.steps[1:] if not isinstance(step, Index | Splat))
    first = next(steps, None)
    return first if isinstance(first, GetAttribute) else None


__all__ = ["output_of", "with_output"]
