"""Reads the statements of policy documents: JSON in a heredoc, `jsonencode`, and aws_iam_policy_document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tffix import Address, Attribute, Block, Finding, Module, evaluate, expressions, nodes, read

from ._arguments import nested
from ._dependencies import uses

DATA = "aws_iam_policy_document"
_ELEMENTS = {
    "sid": "Sid",
    "effect": "Effect",
    "actions": "Action",
    "not_actions": "NotAction",
    "resources": "Resource",
    "not_resources": "NotResource",
}
_MAX_DEPTH = 20
_BLOCKS = {"principals": "Principal", "not_principals": "NotPrincipal", "condition": "Condition"}


@dataclass(frozen=True, slots=True)
class Element:
    """The value of an element of a statement: its attribute, node and data; ``home`` is the attribute and
    node where it is written, if that is a local value."""

    attribute: Attribute
    node: nodes.Expression
    value: Any
    home: tuple[Attribute, nodes.Expression]

    @property
    def strings(self) -> list[str]:
        """The literal strings in it, at its top."""
        values = self.value if isinstance(self.value, list) else [self.value]
        return [value for value in values if isinstance(value, str)]

    @property
    def parts(self) -> list[tuple[Any, nodes.Expression]]:
        """The values at its top, each with the node that is written for it; none of a list that is not."""
        if not isinstance(self.value, list):
            return [(self.value, self.home[1])]
        node = self.home[1]
        written = node.items if isinstance(node, nodes.Tuple) else ()
        return list(zip(self.value, getattr(self.value, "nodes", written), strict=False))


@dataclass(frozen=True, slots=True)
class Principal:
    """One principal: ``AWS``, ``Service``… (``*`` where it is everybody outright) and its identifier."""

    type: str
    identifier: Any
    attribute: Attribute
    node: nodes.Expression


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement. ``at`` is what stands for it; ``elements`` are those known, by their names in JSON, and
    ``present`` the names of all, ``certain`` of those that are there whatever the values of variables;
    ``is_complete`` is False where more may be in it."""

    block: Block
    at: Block | Attribute
    node: nodes.Expression | None
    elements: Mapping[str, Element]
    present: frozenset[str]
    certain: frozenset[str]
    principals: tuple[Principal, ...]
    is_complete: bool

    @property
    def allows(self) -> bool:
        effect = self.elements.get("Effect")
        return self.is_data if effect is None else str(effect.value).lower() == "allow"

    @property
    def is_data(self) -> bool:
        return isinstance(self.at, Block)

    def strings(self, name: str) -> list[str]:
        element = self.elements.get(name)
        return element.strings if element else []


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A policy document. ``attribute`` holds its JSON and ``data`` is that; for a data source both are
    None."""

    block: Block
    attribute: Attribute | None
    data: Any
    statements: tuple[Statement, ...]


def documents(module: Module) -> list[Document]:
    """The policy documents of a module, in the order of its files."""
    return module.recall(_documents)


def documents_for(holder: Block, module: Module, argument: str | None = None) -> list[Document]:
    """The documents that a resource takes in an argument, or in any."""
    known = module.recall(_documents_by_user).get(holder, [])
    return list(dict.fromkeys(document for name, document in known if argument in (name, None)))


def _documents_by_user(module: Module) -> dict[Block, list[tuple[str, Document]]]:
    found: dict[Block, list[tuple[str, Document]]] = {}
    for document in documents(module):
        for user, name in users(document, module):
            found.setdefault(user, []).append((name, document))
    return found


def _documents(module: Module) -> list[Document]:
    return list(_read_documents(module))


def _read_documents(module: Module) -> Iterator[Document]:
    for file in module.files.values():
        for block in module.accepted(file):
            if block.type == "data" and block.labels[:1] == (DATA,):
                found = tuple(_of_block(block, one, module) for one in nested(block, "statement"))
                yield Document(block, None, None, found)
            elif block.type in ("resource", "locals", "module"):
                yield from _json_documents(block, module)


def _json_documents(block: Block, module: Module) -> Iterator[Document]:
    for attribute, _ in expressions(block):
        if "Statement" not in attribute.source:
            continue
        data = read(attribute.expression)
        if isinstance(data, dict) and "Statement" in data and _is_json(attribute, block, module):
            found = _statements(attribute, data.nodes["Statement"], data["Statement"], module)  # type: ignore[attr-defined]
            yield Document(
                block, attribute, data, tuple(_of_json(block, holder, one, module) for holder, one in found)
            )


def _is_json(attribute: Attribute, block: Block, module: Module) -> bool:
    """Whether a value is a policy as text, or in `jsonencode`, rather than an object; a local value may be
    that in all its uses."""
    if block.type != "locals" or not isinstance(attribute.expression, nodes.Object):
        return isinstance(attribute.expression, nodes.Template | nodes.Call)
    used = uses(module, Address(("local", attribute.name)))
    return bool(used) and all(
        any(call.arguments[0].text == f"local.{attribute.name}" for call in _encoding(one.attribute))
        for one in used
    )


def _encoding(attribute: Attribute) -> Iterator[nodes.Call]:
    is_encoding = lambda call: call.name == "jsonencode" and len(call.arguments) == 1  # noqa: E731
    return attribute.expression.find(nodes.Call, is_encoding)


def _statements(
    attribute: Attribute, node: nodes.Expression, data: Any, module: Module, depth: int = 0
) -> Iterator[tuple[Attribute, Any]]:
    """The statements that are written in a value, or in local values that it names, each with its holder."""
    if isinstance(data, list):
        for one, item in zip(data, data.nodes, strict=True):  # type: ignore[attr-defined]
            yield from _statements(attribute, item, one, module, depth + 1)
    elif isinstance(data, dict):
        yield attribute, data
    elif isinstance(data, nodes.Call) and data.name in ("concat", "flatten"):
        for argument in data.arguments:
            yield from _statements(attribute, argument, read(argument), module, depth + 1)
    elif depth < _MAX_DEPTH:
        holder, written = _followed(attribute, data if isinstance(data, nodes.Traversal) else node, module)
        if holder is not attribute:
            yield from _statements(holder, written, read(written), module, depth + 1)


def _followed(
    attribute: Attribute, node: nodes.Expression, module: Module
) -> tuple[Attribute, nodes.Expression]:
    """Where the value of an expression is written: in the local value that it names, if it does."""
    for _ in range(_MAX_DEPTH):
        names = node.names if isinstance(node, nodes.Traversal) else ()
        local = module.locals.get(names[1]) if names[:1] == ("local",) and len(names) == 2 else None
        if local is None or not isinstance(node, nodes.Traversal) or len(node.steps) != 1:
            break
        attribute, node = local, local.expression
    return attribute, node


def _element(attribute: Attribute, node: nodes.Expression, found: Any, module: Module) -> Element:
    """An element of a statement, which may be written in a local value."""
    holder, written = _followed(attribute, found if isinstance(found, nodes.Traversal) else node, module)
    value = found if holder is attribute else read(written)
    return Element(attribute, node, value, (holder, written))


def _of_json(block: Block, attribute: Attribute, data: Any, module: Module) -> Statement:
    elements = {name: _element(attribute, data.nodes[name], found, module) for name, found in data.items()}
    principal = elements.get("Principal")
    return Statement(
        block,
        attribute,
        data.node,
        elements,
        frozenset(elements),
        frozenset(elements),
        tuple(_json_principals(principal)) if principal else (),
        data.complete,
    )


def _json_principals(principal: Element) -> Iterator[Principal]:
    attribute, found = principal.home[0], principal.value
    if not isinstance(found, dict):
        yield Principal("*" if found == "*" else "", found, attribute, principal.home[1])
        return
    for type_, identifiers in found.items():
        listed = isinstance(identifiers, list)
        for number, one in enumerate(identifiers if listed else [identifiers]):
            node = identifiers.nodes[number] if listed else found.nodes[type_]  # type: ignore[attr-defined]
            yield Principal(type_, one, attribute, node)


def _of_block(block: Block, statement: Block, module: Module) -> Statement:
    elements = {}
    for attribute in statement.body.attributes:
        name = _ELEMENTS.get(attribute.name)
        if name is not None:
            found = evaluate(attribute.expression, module, partial=True)
            home = _followed(attribute, attribute.expression, module)
            elements[name] = Element(attribute, attribute.expression, found, home)
    blocks = {name for word, name in _BLOCKS.items() if next(nested(statement, word), None) is not None}
    principals = tuple(
        found for one in nested(statement, "principals") for found in _block_principals(one, module)
    )
    written = {name for word, name in _BLOCKS.items() if next(statement.blocks(word), None) is not None}
    written |= {name for name, one in elements.items() if isinstance(one.node, nodes.Tuple)}
    present = frozenset(elements) | blocks | {"Effect"}
    certain = frozenset(written) if statement.type == "statement" else frozenset()
    return Statement(block, statement, None, elements, present, certain, principals, True)


def _block_principals(block: Block, module: Module) -> Iterator[Principal]:
    type_, identifiers = block.get("type"), block.get("identifiers")
    kind = None if type_ is None else evaluate(type_.expression, module)
    if not isinstance(kind, str) or identifiers is None:
        return
    holder, node = _followed(identifiers, identifiers.expression, module)
    for item in node.items if isinstance(node, nodes.Tuple) else (node,):
        yield Principal(kind, evaluate(item, module), holder, item)


def once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings less those that are there already: policies share statements by local values."""
    seen: set[tuple[object, ...]] = set()
    for one in findings:
        key = (id(one.at), one.message, one.within and (one.within.start, one.within.end))
        if key not in seen:
            seen.add(key)
            yield one


def users(document: Document, module: Module) -> list[tuple[Block, str]]:
    """The resources that a document is for, each with the argument that takes it: for a data source and a
    local value those that refer to it."""
    if document.attribute is not None and document.block.type == "resource":
        return [(document.block, document.attribute.name)]
    if document.attribute is None:
        address = Address.of(document.block)
    elif document.block.type == "locals":
        address = Address(("local", document.attribute.name))
    else:
        return [(document.block, document.attribute.name)]
    found = uses(module, address) if address else []
    return [(one.block, one.attribute.name) for one in found]


def is_of_aws(block: Block) -> bool:
    """Whether a block is a resource or data source of AWS."""
    return (
        block.type in ("resource", "data") and block.labels[:1] != () and block.labels[0].startswith("aws_")
    )
