"""The ``tag`` blocks of an Auto Scaling group for the ``tags`` that every other resource has.

Facts: the AWS provider's documentation of `aws_autoscaling_group`; its version 5 dropped `tags`.
"""

from __future__ import annotations

from tffix import Attribute, Block, Module, NotWrittenOut, as_blocks, nodes, schemas

_ON_INSTANCES = "propagate_at_launch = true\n"


def tag_blocks(attribute: Attribute, site: schemas.Site, module: Module) -> list[str] | None:
    """The source texts of the blocks; None if that is another argument or its value's kind is not known."""
    tag = site.block("tag")
    is_tags = site.judged.type == "aws_autoscaling_group" and not site.path and attribute.name == "tags"
    if not is_tags or tag is None or any(schemas.content_of(one)[0] == "tag" for one in site.body.blocks()):
        return None
    node = nodes.inside(attribute.expression)
    try:
        if isinstance(node, nodes.Tuple) and node.items:
            return as_blocks("tag", node, tag.block, False)
    except NotWrittenOut:
        return None
    if not _is_map(node, module):
        return None
    content = f"key = tag.key\nvalue = tag.value\n{_ON_INSTANCES}"
    return [f'dynamic "tag" {{\nfor_each = {attribute.source}\n\ncontent {{\n{content}}}\n}}']


def _is_map(node: nodes.Expression, module: Module) -> bool:
    node = nodes.inside(node)
    if isinstance(node, nodes.Object):
        return True
    if isinstance(node, nodes.For):
        return node.key is not None
    if isinstance(node, nodes.Call):
        return node.name in ("merge", "tomap", "zipmap")
    if not isinstance(node, nodes.Traversal) or len(node.names) != 2 or len(node.steps) != 1:
        return False
    declared = module.get(".".join(node.names))
    if isinstance(declared, Attribute):
        return _is_map(declared.expression, module)
    type_ = declared.get("type") if isinstance(declared, Block) and declared.type == "variable" else None
    return type_ is not None and type_.source.startswith(("map(", "object("))
