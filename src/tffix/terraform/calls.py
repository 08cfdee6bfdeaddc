"""References to module calls and resources: which output or attribute of them they use."""

from __future__ import annotations

from ..hcl.nodes import GetAttribute, Index, LegacyIndex, Splat
from .references import Reference


def output_of(reference: Reference) -> str | None:
    """The output that a reference to a module call names, after indexes and splats of calls with ``count`` or
    ``for_each``; None where the call as a whole is meant, as in ``depends_on``."""
    step = _selecting_step(reference)
    return step.name if step is not None else None


def with_output(reference: Reference, name: str) -> str:
    """The source text of a reference that names an output, with another output in the place of that one."""
    node, step = reference.node, _selecting_step(reference)
    if step is None:
        raise ValueError(f"{node.text} names no output")
    return f"{node.source[node.start : step.start]}.{name}{node.source[step.end : node.end]}"


def attribute_of(reference: Reference) -> str | None:
    """The attribute that a reference to a resource or data source names, as ``output_of`` has it for calls.
    What an expression selects of a collection (``[for q in aws_sqs_queue.all : q.name]``) is for
    ``selections``."""
    return output_of(reference)


def with_attribute(reference: Reference, name: str) -> str:
    """The source text of a reference that names an attribute, with another one in the place of that one."""
    if _selecting_step(reference) is None:
        raise ValueError(f"{reference.node.text} names no attribute")
    return with_output(reference, name)


def _selecting_step(reference: Reference) -> GetAttribute | None:
    steps = reference.node.steps[reference.mention.length - 1 :]
    first = next((step for step in steps if not isinstance(step, Index | LegacyIndex | Splat)), None)
    return first if isinstance(first, GetAttribute) else None


__all__ = ["attribute_of", "output_of", "with_attribute", "with_output"]
