"""The data source template_file, whose provider is retired: templatefile(), or a template in its place.

Facts: Terraform language documentation, "templatefile Function"; template provider documentation,
"template_file": `vars` are the only names in a template, and its own sequences begin with `$${`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.nodes import (
    Call,
    Expression,
    GetAttribute,
    Interpolation,
    Object,
    Template,
    TemplateLiteral,
    Traversal,
    inside,
)
from ...hcl.source import parse_block
from ...hcl.tree import Block
from ...projection import Refused
from ...terraform.address import Address, object_items
from ...terraform.module import Module
from ...terraform.references import Reference
from ..places import tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide
from .reading import put

_REPEATED = ("count", "for_each", "depends_on", "provider", "filename")
_OWN_NAMES = {"count", "data", "each", "local", "module", "path", "self", "terraform", "var"}
_ADVICE = "write it as templatefile(…), or templatestring(…) since Terraform 1.9"


def template(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes what a template renders where it is read: once there, else as a local value of its name."""
    for block in tops(entry, table.provider, module):
        address = Address.of(block)
        if address is None:
            continue
        references = module.references_to(address)
        source = _source(block)
        why = next((f"it has '{one}'" for one in _REPEATED if block.get(one) is not None), "")
        if source is None or why or not all(map(_is_rendered, references)):
            told = why or ("its template is not written out" if source is None else "it is not only rendered")
            yield to_decide(block, f"{entry.told} is retired: {told}", _ADVICE)
            continue
        message = f"{entry.told} is retired: what it renders is written out"
        if (
            len(references) == 1
            and not _comments(block)
            and (not source.startswith("<<") or _is_whole(references[0]))
        ):
            found = references[0]
            fix = partial(put, found.attribute, found.node, source)
            yield Hit(Outcome.DONE, found.attribute, message, fix, within=found.node)
        elif not references:
            yield Hit(Outcome.DONE, block, f"{entry.told} is retired, and nothing reads it", block.remove)
        elif _has_local(module, block.labels[1]):
            yield to_decide(block, f"{message}, and there is a local value of that name", _ADVICE)
        else:
            yield Hit(Outcome.DONE, block, message, partial(_as_local, block, source, references, module))


def _is_rendered(found: Reference) -> bool:
    rest = found.node.steps[found.mention.length - 1 :]
    return len(rest) == 1 and isinstance(rest[0], GetAttribute) and rest[0].name == "rendered"


def _is_whole(found: Reference) -> bool:
    return inside(found.attribute.expression) is found.node


def _has_local(module: Module, name: str) -> bool:
    return any(block.get(name) is not None for block in module.blocks("locals"))


def _comments(block: Block) -> list[str]:
    """The comments on lines of their own in a block."""
    lines = (line.strip() for one in block.body.attributes for line in one.leading.split("\n"))
    return [line for line in lines if line.startswith(("#", "//"))]


def _as_local(block: Block, source: str, references: list[Reference], module: Module) -> None:
    if block.parent is None:
        raise Refused("it is no longer there")
    name = block.labels[1]
    comments = "".join(f"  {one}\n" for one in _comments(block))
    module.redirect(references, lambda one: f"local.{name}")
    block.parent.replace(block, [parse_block(f"locals {{\n{comments}  {name} = {source}\n}}\n")])


def _source(block: Block) -> str | None:
    """The source of an expression that renders the same; None where that is not certain."""
    given, variables = block.get("template"), block.get("vars")
    if given is None:
        return None
    vars_node = inside(variables.expression) if variables is not None else None
    node = inside(given.expression)
    file = _file(node)
    if file is not None:
        text = variables.source.strip() if variables is not None else "{}"
        return f"templatefile({file.arguments[0].text}, {text})"
    if not isinstance(node, Template) or not (vars_node is None or isinstance(vars_node, Object)):
        return None
    values: dict[str, str] = {}
    if variables is not None:
        items = object_items(variables.expression)
        if vars_node is None or len(items) != len(vars_node.items):
            return None
        values = {name: item.value.text for name, item in items.items()}
    return _rendered(node, values)


def _file(node: Expression) -> Call | None:
    """The call of file() that is a template, bare or in quotes."""
    if isinstance(node, Template) and len(node.parts) == 1 and isinstance(node.parts[0], Interpolation):
        node = node.parts[0].expression
    is_file = isinstance(node, Call) and node.name == "file" and len(node.arguments) == 1
    return node if is_file and isinstance(node, Call) else None


def _rendered(node: Template, values: dict[str, str]) -> str | None:
    """A template's text with the values in the places of their names."""
    if _OWN_NAMES & values.keys():
        return None
    parts = [
        one.text.replace("$${", "${").replace("%%{", "%{") if isinstance(one, TemplateLiteral) else one.text
        for one in node.parts
    ]
    if not node.parts:
        return node.text
    start = node.text[: node.parts[0].start - node.start]
    end = node.text[node.parts[-1].end - node.start :]
    made = parse_block(f"x {{\n  y = {start}{''.join(parts)}{end}\n}}\n").get("y")
    assert made is not None
    names = [one for one in made.expression.find(Traversal) if len(one.names) == 1 and not one.steps]
    if any(one.root not in values for one in names):
        return None
    made.replace({one: values[one.root] for one in names})
    return made.source.strip()
