"""Where the name of an IAM entity is written out: where it surely means that entity, and where it may."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tffix import Address, Attribute, Block, Module, Reference, nodes, providers

from ._dependencies import decides_instances, uses
from ._iam_kinds import Kind
from ._iam_names import HardCoded, own_locals
from ._words import mentioning

_PASSING = frozenset(
    ("coalesce", "compact", "concat", "distinct", "flatten", "setunion", "tolist", "toset", "try")
)
"""Functions that give what they are given."""

_SPEECH = re.compile(
    r"(^|_)(tags?|tags_all|tag_specifications|labels|sid|name_tag)$|description|comment|message"
)
"""Names of arguments whose text is for people, or names something else."""

_NO_REFERENCES = frozenset(("import", "module", "moved", "provider", "removed", "terraform", "variable"))
"""Blocks that cannot refer to a resource, or where what it decides is out of sight."""


@dataclass(frozen=True, slots=True)
class Named:
    """An IAM entity and the texts that may stand for its name: ``names``, and ``inner``, its name as
    written, if there are interpolations in it. ``path`` is None where it is not known."""

    block: Block
    kind: Kind
    names: Sequence[str]
    inner: str = ""
    path: str | None = ""


def named(found: HardCoded) -> Named:
    """The entity that bears a hard-coded name."""
    inner_ = found.inner if "${" in found.inner else ""
    return Named(found.block, found.kind, tuple(found.instances), inner_, path_of(found.block))


def path_of(block: Block) -> str | None:
    """The path before an entity's name in its ARN; None where it is not literal."""
    path = block.get("path")
    return "" if path is None else path.string


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at ``start`` to ``end`` of an attribute's source; the whole string, quotes included, if
    ``is_whole``. Where it is not certain that the entity is meant, a person must look."""

    block: Block
    attribute: Attribute
    node: nodes.Template
    start: int
    end: int
    text: str
    is_whole: bool
    is_certain: bool


@dataclass(frozen=True, slots=True)
class _Text:
    """A string of an attribute, the names of what it stands in, and whether it is (an item of) the value."""

    node: nodes.Template
    keys: tuple[str, ...]
    is_value: bool


def needles(named: Named) -> Sequence[str]:
    """The texts that mentions of an entity are found by."""
    return (*named.names, named.inner) if named.inner else named.names


def find_mentions(named: Named, module: Module) -> Iterator[NameMention]:
    """All mentions of an entity in a module, its own name and what that is made of left out, in the order of
    the files."""
    name = named.block.get("name")
    own = [] if name is None else [name, *own_locals(name, module)]
    for block, attribute in mentioning(needles(named), module):
        if not any(attribute is one for one in own):
            yield from _mentions_in(attribute, block, named, module)


def hints_of_uses(named: Named, module: Module) -> Iterator[Reference]:
    """The other uses of the local value that an entity's name is, where they may mean the entity, and no
    reference takes their place."""
    name = named.block.get("name")
    expression = None if name is None else name.expression
    if not isinstance(expression, nodes.Traversal) or expression.root != "local":
        return
    for use in uses(module, Address(("local", expression.names[1]))):
        place = place_of(use.attribute, use.block)
        is_name = ".".join(place) in named.kind.arguments or place[-1] == "name"
        if not is_name and _hints(named.kind, place[1:], use.block):
            yield use


def _mentions_in(attribute: Attribute, block: Block, named: Named, module: Module) -> Iterator[NameMention]:
    place = place_of(attribute, block)
    for text in _texts(attribute, place):
        node = text.node
        whole = node.source[node.start + 1 : node.end - 1]
        if not node.is_heredoc and whole in (*named.names, named.inner):
            is_certain = text.is_value and ".".join(place) in named.kind.arguments
            is_certain = is_certain or any(_serves(attribute, block, named.kind, module))
            is_hinted = _hints(named.kind, text.keys, block) and not _only_keys(attribute, block, module)
            if is_certain or is_hinted:
                # What a called module does with a name is out of sight: take it that it looks it up.
                is_certain = is_certain or block.type == "module"
                yield NameMention(block, attribute, node, node.start, node.end, whole, True, is_certain)
            continue
        yield from _mentions_within(attribute, block, text, named, module)


def _serves(attribute: Attribute, block: Block, kind: Kind, module: Module) -> list[bool]:
    """For every use of a value that has a name (a local value, a variable), whether it is used as the name
    of such an entity."""
    if block.type == "locals":
        address = Address(("local", attribute.name))
    elif block.type == "variable" and attribute.name == "default":
        address = Address(("var", block.labels[0]))
    else:
        return []
    return [".".join(place_of(use.attribute, use.block)) in kind.arguments for use in uses(module, address)]


def _only_keys(attribute: Attribute, block: Block, module: Module) -> bool:
    """Whether a value that has a name is used as keys of instances only: who takes a name from the keys is
    another question."""
    if block.type == "locals":
        found = uses(module, Address(("local", attribute.name)))
    elif block.type == "variable" and attribute.name == "default":
        found = uses(module, Address(("var", block.labels[0])))
    else:
        return False
    return bool(found) and all(use.attribute is use.block.get("for_each") for use in found)


def _mentions_within(
    attribute: Attribute, block: Block, text: _Text, named: Named, module: Module
) -> Iterator[NameMention]:
    """The mentions in longer text: in ARNs, and behind a word that tells what is meant."""
    if _is_speech(text.keys):
        return
    node, kind = text.node, named.kind
    masked = _masked(node)
    found: dict[int, NameMention] = {}
    for name in filter(None, (*named.names, named.inner)):
        inner = _masked_inner(name)
        if inner not in masked:
            continue
        pattern = re.escape(inner)
        arn = re.compile(
            rf"(?:arn:[^:\s\"]*:(?:iam|sts)::(?P<account>[^:\s\"]*)|\0):(?P<type>{kind.arn})/"
            rf"(?P<path>(?:[^\s\"/\0]+/)*)(?P<name>{pattern})(?![\w+=.@*?\0-])"
        )
        word = re.compile(
            rf"(?:{kind.hint})[^\n\0]{{0,24}}(?<![\w+.@/\0-])(?P<name>{pattern})(?![\w+=.@*?\0-])", re.I
        )
        for match in arn.finditer(masked):
            start, end = (node.start + at for at in match.span("name"))
            if node.source[start:end] == name:
                certain = _is_ours(match, text, named, module)
                if certain is not None:
                    found[start] = NameMention(block, attribute, node, start, end, name, False, certain)
        for match in word.finditer(masked):
            start, end = (node.start + at for at in match.span("name"))
            if node.source[start:end] == name and start not in found:
                found[start] = NameMention(block, attribute, node, start, end, name, False, False)
    yield from (found[start] for start in sorted(found))


def _is_ours(arn: re.Match[str], text: _Text, named: Named, module: Module) -> bool | None:
    """Whether an ARN that ends with the name is evidently the entity's own, in this account; None if it is
    certainly another's."""
    if arn["type"] != "assumed-role" and named.path is not None and arn["path"] != named.path.lstrip("/"):
        return False
    account = arn["account"] or ""
    if re.fullmatch(r"[0-9]{12}", account):
        allowed = {
            node.literal
            for provider in module.blocks("provider", "aws")
            for attribute in filter(None, (provider.get("allowed_account_ids"),))
            for node in attribute.expression.find(nodes.Template)
        }
        return (True if account in allowed else None) if allowed and None not in allowed else False
    start = text.node.start + arn.start("account")
    part = next((one for one in text.node.parts if one.start == start), None)
    return isinstance(part, nodes.Interpolation) and _is_this_account(part.expression, named, module)


def _is_this_account(expression: nodes.Expression, named: Named, module: Module, depth: int = 5) -> bool:
    """Whether a value is the id of the account that the entity is made in, as its provider tells it."""
    names = expression.names if isinstance(expression, nodes.Traversal) else ()
    if expression.text.startswith("local.") and len(names) == 2 and depth:
        local = module.locals.get(names[1])
        return local is not None and _is_this_account(local.expression, named, module, depth - 1)
    if (
        len(names) != 4
        or names[:2] != ("data", "aws_caller_identity")
        or names[3] not in ("account_id", "id")
    ):
        return False
    identity = module.get(Address(names[:3]))
    return isinstance(identity, Block) and providers.provider_of(identity) == providers.provider_of(
        named.block
    )


def is_replaceable(mention: NameMention, named: Named, module: Module) -> bool:
    """Whether a reference may stand where a name stands."""
    block, attribute = mention.block, mention.attribute
    if block.type in _NO_REFERENCES:
        return False
    # Another provider configuration may be that of another account.
    is_own_look_up = mention.is_whole and block.type in ("resource", "data")
    if is_own_look_up and providers.provider_of(block) != providers.provider_of(named.block):
        return False
    owner = attribute.parent.owner if attribute.parent is not None else None
    if attribute.name in ("count", "for_each") and owner is block:
        return False
    while owner is not None and owner is not block:
        # What runs when the resource is destroyed may refer to that resource only.
        if owner.type == "provisioner" and owner.get("when"):
            return False
        owner = owner.parent.owner if owner.parent is not None else None
    if block.type == "output":
        return not any(
            decides_instances(caller, Address(("module", call.labels[0])), block.labels[0])
            for caller, call in module.callers
        )
    if block.type == "locals" and mention.is_whole and not all(_serves(attribute, block, named.kind, module)):
        return False
    address = address_within(mention)
    return block.type not in ("locals", "data") or address is None or not decides_instances(module, address)


def address_within(mention: NameMention) -> Address | None:
    """What a mention stands in; for a local value, that value and not the whole block."""
    if mention.block.type == "locals":
        return Address(("local", mention.attribute.name))
    return Address.of(mention.block)


def place_of(attribute: Attribute, block: Block) -> tuple[str, ...]:
    """What an attribute is an argument of: ``("aws_launch_template", "iam_instance_profile", "name")``."""
    names = [attribute.name]
    owner = attribute.parent.owner if attribute.parent is not None else None
    while owner is not None and owner is not block:
        if owner.type == "dynamic" and owner.labels:
            names.insert(0, owner.labels[0])
        elif owner.type != "content":
            names.insert(0, owner.type)
        owner = owner.parent.owner if owner.parent is not None else None
    if block.type == "resource" and block.labels:
        return (block.labels[0], *names)
    if block.type in ("output", "variable", "data"):
        return (block.type, *block.labels[:1], *names)
    return (block.type, *names)


def _texts(attribute: Attribute, place: tuple[str, ...]) -> Iterator[_Text]:
    sibling = (
        attribute.parent.get("name") if attribute.parent is not None and attribute.name != "name" else None
    )
    keys = (*place[1:], sibling.string or "") if sibling is not None else place[1:]
    stack: list[tuple[nodes.Expression, tuple[str, ...], bool]] = [(attribute.expression, keys, True)]
    while stack:
        node, keys, is_value = stack.pop()
        if isinstance(node, nodes.Template):
            yield _Text(node, keys, is_value)
        if isinstance(node, nodes.ObjectItem):
            stack.append((node.value, (*keys, node.name or ""), False))
            continue
        passes = isinstance(node, nodes.Tuple | nodes.Parentheses) or (
            isinstance(node, nodes.Call) and node.name in _PASSING
        )
        for child in reversed(node.children):
            passes_on = passes or (isinstance(node, nodes.Conditional) and child is not node.condition)
            stack.append((child, keys, is_value and passes_on))


def _hints(kind: Kind, keys: tuple[str, ...], block: Block) -> bool:
    """Whether the names around a string tell that it may name such an entity."""
    if _is_speech(keys) or (block.type in ("resource", "data") and not block.labels[0].startswith("aws_")):
        return False
    return any(re.search(kind.hint, key, re.I) for key in keys)


def _is_speech(keys: tuple[str, ...]) -> bool:
    return any(_SPEECH.search(key.lower()) for key in keys)


def _masked(node: nodes.Template) -> str:
    """A template's text with NUL for all that is not literal."""
    masked = list(node.text)
    stack: list[nodes.Expression] = list(node.parts)
    while stack:
        part = stack.pop()
        span = slice(part.start - node.start, part.end - node.start)
        masked[span] = part.text if isinstance(part, nodes.TemplateLiteral) else "\0" * len(part.text)
        if isinstance(part, nodes.IfDirective):
            stack += (*part.yes, *part.no)
        elif isinstance(part, nodes.ForDirective):
            stack += part.parts
    return "".join(masked)


def _masked_inner(name: str) -> str:
    return re.sub(r"\$\{[^{}]*\}", lambda found: "\0" * len(found[0]), name)
