"""HCL expressions as Python: the way back from a view's values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import libcst as cst

from ...hcl import nodes
from ...hcl.nodes import quote
from ...hcl.parser import parse_expression
from .. import Refused
from .reading import HOLE, OPAQUE, Reader
from .sequences import Bracketed
from .source import Edit, Source

Reference = Callable[[nodes.Traversal], str]
"""How a place in a program writes a reference. Raises Refused where it cannot."""


_JSON = parse_expression("jsonencode.function")
assert isinstance(_JSON, nodes.Traversal)
JSON = _JSON
"""Stands for the function that gives JSON; places know what it is called."""


def python(node: nodes.Expression, reference: Reference, quotes: str = '"') -> str:
    """The Python source of an expression. Raises Refused for what has no counterpart."""
    match node:
        case nodes.Literal():
            text = {True: "True", False: "False", None: "None"}
            value = node.value
            return text[value] if value is None or isinstance(value, bool) else node.text
        case nodes.Template(is_heredoc=False):
            return string(node, reference, quotes)
        case nodes.Traversal():
            return reference(node)
        case nodes.Tuple():
            return f"[{', '.join(python(item, reference, quotes) for item in node.items)}]"
        case nodes.Object():
            return _dictionary(node, reference, quotes)
        case nodes.Parentheses():
            return python(node.inner, reference, quotes)
        case nodes.Unary(operator="-", operand=nodes.Literal()):
            return node.text
        case nodes.Call(name=name) if name == OPAQUE:
            return _opaque(node, reference, quotes)
        case nodes.Call(name="jsonencode", arguments=(inner,)):
            return f"{reference(JSON)}({python(inner, reference, quotes)})"
    raise Refused(f"'{_short(node.text)}' has no counterpart in this program")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."


def _dictionary(node: nodes.Object, reference: Reference, quotes: str) -> str:
    items = []
    for item in node.items:
        if item.name is None:
            raise Refused(f"the key '{_short(item.key.text)}' is not a plain name")
        items.append(f"{quoted(item.name, quotes)}: {python(item.value, reference, quotes)}")
    return f"{{{', '.join(items)}}}"


def _opaque(node: nodes.Call, reference: Reference, quotes: str) -> str:
    """The source that an opaque value shows, its holes filled."""
    template, *arguments = node.arguments
    text = template.literal if isinstance(template, nodes.Template) else None
    if text is None:
        raise Refused("the program computes this value")
    filled = [python(argument, reference, quotes) for argument in arguments]
    return HOLE.sub(lambda match: filled[int(match[1]) - 1], text)


# -- layout ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Layout:
    """How long texts are broken: at what width, with what step of indentation."""

    newline: str
    step: str
    width: int = 100

    def text(
        self, head: str, node: nodes.Expression, write: Callable[[nodes.Expression], str], indent: str
    ) -> str:
        """``head`` and a value, on several lines if one would be too long."""
        line = head + write(node)
        if len(indent) + len(line) < self.width:
            return line
        match node:
            case nodes.Call(name="jsonencode", arguments=(inner,)):
                function = write(node).partition("(")[0]
                return f"{self.text(f'{head}{function}(', inner, write, indent)})"
            case nodes.Tuple() if node.items:
                lines = [self.text("", item, write, indent + self.step) for item in node.items]
                return self._broken(f"{head}[", lines, "]", indent)
            case nodes.Object() if node.items:
                lines = [
                    self.text(f"{write(_key(item))}: ", item.value, write, indent + self.step)
                    for item in node.items
                ]
                return self._broken(f"{head}{{", lines, "}", indent)
        return line

    def _broken(self, opening: str, lines: list[str], closing: str, indent: str) -> str:
        inner = "".join(f"{indent}{self.step}{line},{self.newline}" for line in lines)
        return f"{opening}{self.newline}{inner}{indent}{closing}"


def _key(item: nodes.ObjectItem) -> nodes.Expression:
    """The key of an object's item as a string."""
    if item.name is None:
        raise Refused(f"the key '{_short(item.key.text)}' is not a plain name")
    return parse_expression(quote(item.name))


# -- strings ---------------------------------------------------------------------------------------------


def quoted(text: str, quotes: str = '"') -> str:
    """A string literal."""
    return f"{quotes}{_escaped(text, quotes)}{quotes}"


def _escaped(text: str, quotes: str) -> str:
    text = text.replace("\\", "\\\\").replace("\r", "\\r").replace("\t", "\\t")
    if len(quotes) == 1:
        return text.replace("\n", "\\n").replace(quotes, f"\\{quotes}")
    text = text.replace(quotes, f"\\{quotes}")
    return text[:-1] + f"\\{quotes[0]}" if text.endswith(quotes[0]) else text


def string(node: nodes.Template, reference: Reference, quotes: str = '"') -> str:
    """A template as a string literal, or an f-string where something is put in."""
    if node.literal is not None:
        return quoted(node.literal, quotes)
    parts = list(node.parts)
    if len(parts) == 1 and isinstance(parts[0], nodes.Interpolation):
        return python(parts[0].expression, reference, quotes)
    inner = [_inserted(part, reference, quotes) for part in parts]
    if any(quotes[0] in text or "\\" in text or "\n" in text for text, is_code in inner if is_code):
        other = "'" if quotes[0] == '"' else '"'
        if any(other in text or "\\" in text or "\n" in text for text, is_code in inner if is_code):
            raise Refused("what is put into the text needs quotes of its own")
        quotes = other * len(quotes)
    texts = (f"{{{text}}}" if is_code else _doubled(_escaped(text, quotes)) for text, is_code in inner)
    return f"f{quotes}{''.join(texts)}{quotes}"


def _inserted(part: nodes.Expression, reference: Reference, quotes: str) -> tuple[str, bool]:
    if isinstance(part, nodes.TemplateLiteral):
        return part.value, False
    if not isinstance(part, nodes.Interpolation):
        raise Refused("a directive in a template has no counterpart in this program")
    return python(part.expression, reference, quotes), True


def _doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


# -- changes ---------------------------------------------------------------------------------------------


def changed(
    value: cst.BaseExpression, old: str, new: str, reader: Reader, reference: Reference
) -> list[Edit]:
    """The edits that make a value, shown as ``old``, what ``new`` says. Raises Refused."""
    return list(_changed(value, parse_expression(old), parse_expression(new), reader, reference))


def _changed(
    value: cst.BaseExpression,
    old: nodes.Expression,
    new: nodes.Expression,
    reader: Reader,
    reference: Reference,
) -> Iterable[Edit]:
    if _canonical(old) == _canonical(new):
        return
    source = reader.source
    match old, new, value:
        case nodes.Tuple(), nodes.Tuple(), cst.List() if len(old.items) == len(value.elements):
            yield from _list(value, old, new, reader, reference)
        case nodes.Object(), nodes.Object(), cst.Dict() if len(old.items) == len(value.elements):
            yield from _members(value, old, new, reader, reference)
        case nodes.Call(name="jsonencode"), nodes.Call(name="jsonencode"), cst.Call() if reader.is_json(
            value
        ):
            inner = value.args[0].value
            yield from _changed(inner, old.arguments[0], new.arguments[0], reader, reference)
        case _:
            text = _in_place(value, old, new, source) or python(new, reference, _quotes(value, source))
            yield Edit(source.start(value), source.end(value), text)


def _canonical(node: nodes.Expression) -> str:
    """A text that is equal for expressions that differ in layout only."""
    if not node.children:
        return "".join(node.text.split()) if not isinstance(node, nodes.TemplateLiteral) else node.text
    if isinstance(node, nodes.ObjectItem):
        return f"{node.name or _canonical(node.key)}={_canonical(node.value)}"
    inner = ",".join(map(_canonical, node.children))
    if isinstance(node, nodes.Traversal):
        return "".join(node.text.split()) if '"' not in node.text else f"{node.root}:{inner}"
    name = node.name if isinstance(node, nodes.Call) else getattr(node, "operator", "")
    return f"{type(node).__name__}{name}({inner})"


def _list(
    value: cst.List, old: nodes.Tuple, new: nodes.Tuple, reader: Reader, reference: Reference
) -> Iterable[Edit]:
    before, after = [_canonical(one) for one in old.items], [_canonical(one) for one in new.items]
    if len(before) == len(after):
        for element, one, other in zip(value.elements, old.items, new.items, strict=True):
            yield from _changed(element.value, one, other, reader, reference)
        return
    removed, kept = set(range(len(before))), -1
    inserted: dict[int, list[str]] = {}
    for text, item in zip(after, new.items, strict=True):
        found = next((index for index in range(kept + 1, len(before)) if before[index] == text), None)
        if found is None:
            inserted.setdefault(kept, []).append(python(item, reference, _quotes(value, reader.source)))
        else:
            removed.discard(found)
            kept = found
    yield from Bracketed.of(value, reader.source).change(removed, inserted)


def _members(
    value: cst.Dict, old: nodes.Object, new: nodes.Object, reader: Reader, reference: Reference
) -> Iterable[Edit]:
    names = [item.name for item in old.items]
    wanted = [item.name for item in new.items]
    removed = {index for index, name in enumerate(names) if name not in wanted}
    inserted: dict[int, list[str]] = {}
    kept, quotes = -1, _quotes(value, reader.source)
    for item in new.items:
        if item.name is None:
            raise Refused(f"the key '{_short(item.key.text)}' is not a plain name")
        if item.name in names:
            kept = names.index(item.name)
            element = value.elements[kept]
            yield from _changed(element.value, old.items[kept].value, item.value, reader, reference)
            continue
        renamed = kept + 1
        if renamed in removed and _canonical(old.items[renamed].value) == _canonical(item.value):
            key = value.elements[renamed]
            assert isinstance(key, cst.DictElement)
            source = reader.source
            yield Edit(
                source.start(key.key), source.end(key.key), quoted(item.name, _quotes(key.key, source))
            )
            removed.discard(renamed)
            kept = renamed
            continue
        text = f"{quoted(item.name, quotes)}: {python(item.value, reference, quotes)}"
        inserted.setdefault(kept, []).append(text)
    yield from Bracketed.of(value, reader.source).change(removed, inserted)


def _in_place(
    value: cst.BaseExpression, old: nodes.Expression, new: nodes.Expression, source: Source
) -> str | None:
    """A changed plain string in the way that the old one is written."""
    if not isinstance(value, cst.SimpleString) or not isinstance(new, nodes.Template):
        return None
    text = new.literal
    raw = value.raw_value.replace("\r\n", "\n")
    if text is None or raw != value.evaluated_value or "\\" in text or value.quote in text:
        return None
    if len(value.quote) == 1 and "\n" in text:
        return None
    return f"{value.prefix}{value.quote}{text.replace(chr(10), source.newline)}{value.quote}"


def _quotes(value: cst.CSTNode, source: Source) -> str:
    """The quotes in which a value is written, or those that the file prefers."""
    if isinstance(value, cst.SimpleString):
        return value.quote
    if isinstance(value, cst.FormattedString):
        return value.end
    return source.quotes


__all__ = ["Reference", "changed", "python", "quoted", "string"]
