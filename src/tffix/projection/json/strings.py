"""Templates and other texts: as JSON strings hold them, and as HCL writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...hcl.canonical import unwrapped
from ...hcl.errors import SyntaxFault
from ...hcl.nodes import Expression, ForDirective, IfDirective, Parentheses, Template, TemplateLiteral, quote
from ...hcl.parser import parse_expression
from ...hcl.scanner import IDENTIFIER
from ...hcl.templates import literal_texts
from .shapes import Reading

_KEYWORDS = frozenset(("for", "true", "false", "null"))
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def pieces(text: str) -> list[tuple[int, int, bool]]:
    """The parts of a template's text: start, end and whether it is literal. Raises SyntaxFault, with an
    offset in the text, for a template that Terraform rejects."""
    marker = "END"
    while marker in text:
        marker += "_"
    opening = f"<<{marker}\n"
    try:
        template = parse_expression(f"{opening}{text}\n{marker}")
    except SyntaxFault as fault:
        raise SyntaxFault(fault.message, min(max(fault.offset - len(opening), 0), len(text))) from None
    assert isinstance(template, Template)
    found: list[tuple[int, int, bool]] = []
    position = 0
    for literal in _literals(template.parts):
        start, end = literal.start - len(opening), min(literal.end - len(opening), len(text))
        if position < start:
            found.append((position, start, False))
        if start < end:
            found.append((start, end, True))
        position = end
    if position < len(text):
        found.append((position, len(text), False))
    return found


def escaped(text: str) -> str:
    """Literal text of a template as it stands between quotes in HCL; ``$${`` stays what it is."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    return "".join(_SHORT.get(one) or (one if one >= " " else f"\\u{ord(one):04x}") for one in text)


def has_sequence(text: str) -> bool:
    """Whether a template's text is not just what it stands for."""
    return "${" in text or "%{" in text


def template_text(template: Template) -> str:
    """The text of a template as JSON holds it: no escapes but those of sequences."""
    if template.literal is not None:
        return literal_text(template.literal)
    texts = literal_texts(template) if template.is_flush else {}
    parts, position = [], template.parts[0].start
    for literal in _literals(template.parts):
        parts.append(template.source[position : literal.start])
        value = texts.get(literal, literal.value)
        parts.append(literal_text(value))
        position = literal.end
    parts.append(template.source[position : template.parts[-1].end])
    return "".join(parts)


def literal_text(value: str) -> str:
    """A template's text that stands for a value."""
    return value.replace("${", "$${").replace("%{", "%%{")


def literal_source(value: str) -> str:
    """The quoted string that stands for a value."""
    return quote(value) if value.isprintable() else f'"{escaped(literal_text(value))}"'


def key_source(name: str, reading: Reading, offset: int) -> str:
    """The key of an object in HCL."""
    if IDENTIFIER.fullmatch(name) and name not in _KEYWORDS:
        return name
    if reading is Reading.EXPRESSION and is_expression(name):
        return name
    if reading is not Reading.TEMPLATE or not has_sequence(name):
        return literal_source(name)
    try:
        found = pieces(name)
    except SyntaxFault as fault:
        raise SyntaxFault(fault.message, offset) from None
    source = '"' + "".join(escaped(name[a:b]) if literal else name[a:b] for a, b, literal in found) + '"'
    inner = bare(source)
    if inner == source or isinstance(parse_expression(inner), Parentheses):
        return inner
    return f"({inner})"


def bare(source: str) -> str:
    """``"${x}"`` as ``x``, in parentheses only where it has line breaks outside of brackets."""
    found = unwrapped(source)
    inner = found[1:-1]
    return inner if found != source and found.startswith("(") and is_expression(inner) else found


def is_expression(text: str) -> bool:
    """Whether a text is an expression that is no string."""
    if text.startswith(('"', "<<")) or text != text.strip():
        return False
    try:
        parse_expression(text)
    except SyntaxFault:
        return False
    return True


def _literals(parts: Sequence[Expression]) -> Iterator[TemplateLiteral]:
    """The literal texts of a template, those in directives too, in order."""
    for part in parts:
        if isinstance(part, TemplateLiteral):
            yield part
        elif isinstance(part, IfDirective):
            yield from _literals((*part.yes, *part.no))
        elif isinstance(part, ForDirective):
            yield from _literals(part.parts)
