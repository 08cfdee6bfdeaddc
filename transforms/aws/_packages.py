"""Where the packages of Lambda functions come from: paths, and the archives that are made of them."""

from __future__ import annotations

import posixpath

from tffix import Attribute, Block, Module, evaluate, nodes

ARCHIVE = "archive_file"


def archive_of(attribute: Attribute, module: Module) -> Block | None:
    """The one archive that writes the file that an argument names by its path."""
    path = path_of(attribute, module)
    known = module.recall(_archives).get(path, []) if path is not None else []
    return known[0] if len(known) == 1 else None


def _archives(module: Module) -> dict[tuple[str, str] | None, list[Block]]:
    """The archives by the paths that they write."""
    found: dict[tuple[str, str] | None, list[Block]] = {}
    for block in module.blocks("data", ARCHIVE):
        output = block.get("output_path")
        found.setdefault(path_of(output, module) if output is not None else None, []).append(block)
    return found


def path_of(attribute: Attribute, module: Module) -> tuple[str, str] | None:
    """Where a path begins (``module``, ``root`` or nowhere) and the rest of it, if it is literal."""
    node = attribute.expression
    start = ""
    if isinstance(node, nodes.Template) and node.parts and isinstance(node.parts[0], nodes.Interpolation):
        inner = node.parts[0].expression
        rest = node.parts[1:]
        if inner.text not in ("path.module", "path.root") or not all(
            isinstance(part, nodes.TemplateLiteral) for part in rest
        ):
            return None
        start = inner.text.partition(".")[2]
        value: object = "".join(
            part.value for part in rest if isinstance(part, nodes.TemplateLiteral)
        ).lstrip("/")
    else:
        value = evaluate(node, module)
    if not isinstance(value, str) or not value or value.startswith(("/", "~")):
        return None
    return start, posixpath.normpath(value)
