"""Python values as HCL expressions: literals, templates and references; anything else as it is written.

What HCL has no counterpart for is shown as ``python("source", references…)``, a call that nobody can
evaluate. Constructs that the source refers to stand beside it as arguments, and in it as ``⟨1⟩``.
"""

from __future__ import annotations

import ast
import math
import re

import libcst as cst

from ...hcl.nodes import quote
from .constructs import Construct, Suite, literal
from .program import Program
from .shapes import TERRAFORM, Shape, shape_of

OPAQUE = "python"
HOLE = re.compile(r"⟨(\d+)⟩")
_SEQUENCE = re.compile(r"[$%]\{")


class Reader:
    """Reads the values of one program."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.source = program.source

    # -- constructs --------------------------------------------------------------------------------------

    def address(self, made: Construct) -> str | None:
        """The address that a construct has in the view; None if it has none."""
        if made.reason or made.kind not in ("resource", "data"):
            return None
        prefix = "data." if made.kind == "data" else ""
        return f"{prefix}{made.type}.{made.label}"

    def reference(self, node: cst.BaseExpression, suite: Suite) -> str | None:
        """An attribute of a construct as a traversal."""
        if not isinstance(node, cst.Attribute):
            return None
        made = self.program.named(node.value, suite)
        if made is None:
            return None
        if made.kind == "variable" and not made.reason and node.attr.value.endswith("value"):
            return f"var.{made.label}"
        address = self.address(made)
        shape = shape_of(made.provider, made.kind, made.type) if address else Shape()
        name = shape.argument(node.attr.value)
        is_id = name == "id" and made.kind == "resource"
        return f"{address}.{name}" if address and (shape.has_attribute(name) or is_id) else None

    # -- values ------------------------------------------------------------------------------------------

    def value(self, node: cst.BaseExpression, suite: Suite, shape: Shape = TERRAFORM) -> str:
        """The HCL source of a value. ``shape`` names what is inside of an object."""
        plain = self._plain(node)
        if plain is not None:
            return plain
        if isinstance(node, cst.FormattedString):
            return self._template(node, suite) or self.opaque(node, suite)
        if isinstance(node, cst.List | cst.Tuple):
            if any(isinstance(one, cst.StarredElement) for one in node.elements):
                return self.opaque(node, suite)
            return f"[{', '.join(self.value(one.value, suite, shape) for one in node.elements)}]"
        if isinstance(node, cst.Dict):
            items = [item for one in node.elements if (item := self._item(one, suite)) is not None]
            return _object(items) if len(items) == len(node.elements) else self.opaque(node, suite)
        if isinstance(node, cst.Call):
            return self._call(node, suite) or self.opaque(node, suite)
        return self.reference(node, suite) or self.opaque(node, suite)

    def _plain(self, node: cst.BaseExpression) -> str | None:
        if isinstance(node, cst.Name) and node.value in ("True", "False", "None"):
            return {"True": "true", "False": "false", "None": "null"}[node.value]
        if isinstance(node, cst.Integer | cst.Float):
            return _number(node)
        if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
            inner = self._plain(node.expression)
            return f"-{inner}" if inner is not None and inner[0].isdigit() else None
        text = literal(node)
        # Terraform, not Python, fills in what stands in ${ }.
        return quote(text) if text is not None and not _SEQUENCE.search(text) else None

    def _template(self, node: cst.FormattedString, suite: Suite) -> str | None:
        parts: list[str] = []
        for part in node.parts:
            if isinstance(part, cst.FormattedStringText):
                text = _unescaped(part.value, node)
                if text is None or _SEQUENCE.search(text) or text.endswith(("$", "%")):
                    return None
                parts.append(quote(text)[1:-1])
            elif (
                isinstance(part, cst.FormattedStringExpression)
                and part.conversion is None
                and part.format_spec is None
                and part.equal is None
            ):
                parts.append(f"${{{self.value(part.expression, suite)}}}")
            else:
                return None
        return f'"{"".join(parts)}"'

    def _item(self, element: cst.BaseDictElement, suite: Suite) -> tuple[str, str] | None:
        if not isinstance(element, cst.DictElement):
            return None
        key = literal(element.key)
        if key is None or _SEQUENCE.search(key):
            return None
        return quote(key), self.value(element.value, suite)

    def _call(self, node: cst.Call, suite: Suite) -> str | None:
        if self.is_json(node):
            return f"jsonencode({self.value(node.args[0].value, suite)})"
        bound = self.program.bindings.bound(node.func)
        if bound is None or any(one.star or one.keyword is None for one in node.args):
            return None
        items = [(quote(one.keyword.value), self.value(one.value, suite)) for one in node.args if one.keyword]
        return _object(items)

    def is_json(self, node: cst.BaseExpression) -> bool:
        """Whether a call gives its first argument as JSON."""
        if not isinstance(node, cst.Call) or not node.args or node.args[0].keyword or node.args[0].star:
            return False
        if any(one.star for one in node.args):
            return False
        bindings = self.program.bindings
        return bindings.dotted(node.func) == "json.dumps" or (
            isinstance(node.func, cst.Attribute)
            and bindings.library(node.func.value) == "Fn"
            and node.func.attr.value == "jsonencode"
        )

    def opaque(self, node: cst.BaseExpression, suite: Suite) -> str:
        """A value as Python source, with holes for the references in it."""
        text = self.source.text(node)
        if "⟨" in text:
            return f"{OPAQUE}({quote(text)})"
        parts: list[str] = []
        found: list[str] = []
        at = self.source.start(node)
        stack: list[cst.CSTNode] = [node]
        while stack:
            here = stack.pop()
            reference = self.reference(here, suite) if isinstance(here, cst.Attribute) else None
            if reference is None:
                stack.extend(reversed(here.children))
                continue
            found.append(reference)
            parts += (self.source.slice(at, self.source.start(here)), f"⟨{len(found)}⟩")
            at = self.source.end(here)
        text = "".join((*parts, self.source.slice(at, self.source.end(node))))
        return f"{OPAQUE}({', '.join((quote(text), *found))})"


def _object(items: list[tuple[str, str]]) -> str:
    if not items:
        return "{}"
    return "{ " + ", ".join(f"{key} = {value}" for key, value in items) + " }"


def _unescaped(text: str, string: cst.FormattedString) -> str | None:
    """What a piece of literal text in an f-string stands for."""
    text = text.replace("{{", "{").replace("}}", "}")
    if "\\" not in text or "r" in string.start.lower():
        return text
    quotes = string.end
    try:
        value = str(ast.literal_eval(f"{quotes}{text}{quotes}"))
        value.encode("utf-8")  # half of a surrogate pair is no text
    except (SyntaxError, ValueError):
        return None
    return value


def _number(node: cst.Integer | cst.Float) -> str | None:
    """A number as HCL writes it; None for one that is too large for Python."""
    try:
        value = node.evaluated_value
        return repr(value) if math.isfinite(value) else None
    except (SyntaxError, ValueError, OverflowError):
        return None


__all__ = ["HOLE", "OPAQUE", "Reader"]
