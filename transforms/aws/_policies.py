"""Reads the statements of policy documents: JSON in a heredoc, `jsonencode`, and aws_iam_policy_document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tffix import Address, Attribute, Block, Module, evaluate, expressions, nodes, read

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
_BLOCKS = {"principals": "Principal", "not_principals": "NotPrincipal", "condition": "Condition"}


@dataclass(frozen=True, slots=True)
class Element:
    """The value of an element of a statement: its attribute, node and data."""

    attribute: Attribute
    node: nodes.Expression
    value: Any

    @property
    def strings(self) -> list[str]:
        """The literal strings in it, at its top."""
        values = self.value if isinstance(self.value, list) else [self.value]
        return [value for value in values if isinstance(value, str)]

    @property
    def parts(self) -> list[tuple[Any, nodes.Expression]]:
        """The values at its top, each with the node that is written for it; none of a list that is not."""
        if not isinstance(self.value, list):
            return [(self.value, self.node)]
        written = self.node.items if isinstance(self.node, nodes.Tuple) else ()
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
                yield from _json_documents(block)


def _json_documents(block: Block) -> Iterator[Document]:
    for attribute, _ in expressions(block):
        if "Statement" not in attribute.source:
            continue
        data = read(attribute.expression)
        if isinstance(data, dict) and "Statement" in data and _is_json(attribute):
            statements = data["Statement"]
            listed = isinstance(statements, list)
            found = statements if listed else [statements]
            yield Document(
                block,
                attribute,
                data,
                tuple(_of_json(block, attribute, one) for one in found if isinstance(one, dict)),
            )


def _is_json(attribute: Attribute) -> bool:
    """Whether a value is a policy as text, or in `jsonencode`, rather than an object."""
    return isinstance(attribute.expression, nodes.Template | nodes.Call)


def _of_json(block: Block, attribute: Attribute, data: Any) -> Statement:
    elements = {name: Element(attribute, data.nodes[name], found) for name, found in data.items()}
    principal = elements.get("Principal")
    return Statement(
        block,
        attribute,
        data.node,
        elements,
        frozenset(elements),
        frozenset(elements),
        tuple(_json_principals(attribute, principal)) if principal else (),
        data.complete,
    )


def _json_principals(attribute: Attribute, principal: Element) -> Iterator[Principal]:
    found = principal.value
    if not isinstance(found, dict):
        yield Principal("*" if found == "*" else "", found, attribute, principal.node)
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
            elements[name] = Element(attribute, attribute.expression, found)
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
    if type_ is None or type_.string is None or identifiers is None:
        return
    node = identifiers.expression
    for item in node.items if isinstance(node, nodes.Tuple) else (node,):
        yield Principal(type_.string, evaluate(item, module), identifiers, item)


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
