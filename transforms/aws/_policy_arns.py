"""The ARNs of managed policies that an argument has in its instances, and where they are written."""

from __future__ import annotations

from dataclasses import dataclass

from tffix import Attribute, Block, Module, nodes, quote

from ..terraform._contexts import values_of
from ..terraform._texts_behind import texts_behind

_POLICY = ":policy/"
_MADE_UP = "aws"
"""The partition that stands for the one that a data source looks up."""


@dataclass(frozen=True, slots=True)
class Written:
    """Where an ARN, or the end of it, is written: the text that is to change there, and who uses it too."""

    attribute: Attribute
    node: nodes.Template
    end: str

    def corrected(self, arn: str, meant: str) -> str:
        """The source of the text with another ARN in it; nothing if that does not fit."""
        kept = arn.removesuffix(self.end)
        if not meant.startswith(kept) or self.node.text.count(self.end) != 1:
            return ""
        return self.node.text.replace(self.end, quote(meant.removeprefix(kept))[1:-1])


def arns_of_instances(attribute: Attribute, block: Block, module: Module) -> list[str]:
    """All values that are known: by `for_each` and `count`, locals, variables' defaults and the partition
    that a data source looks up, which counts as `aws`."""
    found: dict[str, None] = {}
    for value in values_of(attribute, block, module):
        items = value if isinstance(value, list) else [value]
        found.update(dict.fromkeys(item for item in items if isinstance(item, str)))
    return list(found)


def arns_with_partition(attribute: Attribute, block: Block, module: Module) -> list[str]:
    """The ARNs behind an argument that have the partition in them that a data source looks up."""
    return [arn for _, node in texts_behind(attribute, block, module) if (arn := _with_partition(node))]


def where_written(arn: str, attribute: Attribute, block: Block, module: Module) -> Written | None:
    """The one place where the text of an ARN is: in the argument, the `for_each`, a local value or the
    default of a variable. The last part of it counts where the argument puts something before that."""
    behind = list(texts_behind(attribute, block, module))
    whole = [
        Written(holder, node, arn.partition(_POLICY)[2])
        for holder, node in behind
        if arn in (node.literal, _with_partition(node))
    ]
    ends = [
        Written(holder, node, node.literal)
        for holder, node in behind
        if node.literal and len(node.literal) > 1 and _takes_end(attribute) and _ends_with(arn, node.literal)
    ]
    found = whole or ends
    return found[0] if len(found) == 1 else None


def _takes_end(attribute: Attribute) -> bool:
    """Whether an argument ends with the value of something."""
    parts = attribute.expression.parts if isinstance(attribute.expression, nodes.Template) else ()
    return bool(parts) and isinstance(parts[-1], nodes.Interpolation)


def _ends_with(arn: str, end: str) -> bool:
    return arn.endswith((f"/{end}", f":{end}"))


def _with_partition(node: nodes.Template) -> str:
    """The ARN that a text with the partition of a data source in it is; nothing if it is none."""
    texts = []
    for part in node.parts:
        if isinstance(part, nodes.TemplateLiteral):
            texts.append(part.value)
        elif isinstance(part, nodes.Interpolation) and _is_partition(part.expression):
            texts.append(_MADE_UP)
        else:
            return ""
    arn = "".join(texts)
    return arn if arn.startswith("arn:") and len(node.parts) > 1 else ""


def _is_partition(node: nodes.Expression) -> bool:
    names = node.names if isinstance(node, nodes.Traversal) else ()
    return names[:2] == ("data", "aws_partition") and names[3:] == ("partition",)
