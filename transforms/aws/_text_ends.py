"""How a text ends whose beginning is not known before Terraform runs."""

from __future__ import annotations

from tffix import Attribute, Module, inference, nodes


def known_end(node: nodes.Expression, module: Module, depth: int = 0) -> str:
    """The part at the end of a text that is known whatever variables are; empty if none is."""
    node = nodes.inside(node)
    if isinstance(node, nodes.Template) and not node.is_heredoc:
        found = ""
        for part in reversed(node.parts):
            if isinstance(part, nodes.TemplateLiteral):
                found = part.value + found
                continue
            value = (
                inference.infer_part(part.expression, module)
                if isinstance(part, nodes.Interpolation)
                else None
            )
            if value is None or not isinstance(value.value, str):
                return found
            found = value.value + found
        return found
    attribute = _local(node, module)
    return known_end(attribute.expression, module, depth + 1) if attribute is not None and depth < 8 else ""


def _local(node: nodes.Expression, module: Module) -> Attribute | None:
    """The local value that an expression is."""
    if isinstance(node, nodes.Traversal) and node.root == "local" and len(node.steps) == 1:
        step = node.steps[0]
        return module.locals.get(step.name) if isinstance(step, nodes.GetAttribute) else None
    return None
