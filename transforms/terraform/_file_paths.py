"""The paths of files that functions read, where they are known before Terraform runs."""

from __future__ import annotations

from tffix import Module, evaluate, nodes


def path_read(node: nodes.Expression, module: Module) -> str | None:
    """The path of a file from the module's directory, where it is known."""
    node = nodes.inside(node)
    first = node.parts[0] if isinstance(node, nodes.Template) and len(node.parts) > 1 else None
    if isinstance(first, nodes.Interpolation) and first.expression.text in ("path.module", "path.root"):
        if first.expression.text == "path.root" and not module.is_root:
            return None
        rest = [_text(part, module) for part in node.children[1:]]
        return None if None in rest else "".join(map(str, rest)).lstrip("/")
    value = evaluate(node, module)
    return value if isinstance(value, str) and module.is_root else None


def _text(part: nodes.Expression, module: Module) -> str | None:
    if isinstance(part, nodes.TemplateLiteral):
        return part.value
    value = evaluate(part.expression, module) if isinstance(part, nodes.Interpolation) else None
    return value if isinstance(value, str) else None
