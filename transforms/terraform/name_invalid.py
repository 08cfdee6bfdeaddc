"""Labels and names that Terraform does not accept."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Transform, language, object_items, providers

from ._language import PROVIDER_NAME, header, own_blocks

_RULE = "a name begins with a letter or underscore and has only letters, digits, underscores and dashes"
_PROVIDER_RULE = "a provider's name has only lower-case letters, digits and single dashes between them"
_NAMED = frozenset(("resource", "data", "ephemeral", "action", "variable", "output", "module", "check"))
_RESERVED = frozenset(
    (
        *(name for name, argument in language.TOP["module"].arguments.items() if argument.since < (1, 0)),
        *language.TOP["module"].reserved,
        *language.TOP["module"].blocks,
    )
)


class NameInvalid(Transform):
    """A block has the wrong number of labels, or a name that Terraform does not accept.

    What:
        Checks the labels of each block, the local names and aliases of providers, and the names of variables,
        of which a module call needs some for itself: `source`, `version`, `providers`, `count`, `for_each`,
        `depends_on`, `lifecycle`, `locals`, `provider`.

    Why:
        Terraform stops with "Invalid resource name" or "Invalid variable name" before it plans anything.

    Example:
        variable "source" {
          type = string
        }

    Impact:
        None: a name is for you to choose.

    Limits:
        Only reported: what refers to the name under another spelling is not known.

    Source:
        Terraform language documentation, "Syntax" (identifiers), "Input Variables" and "Provider
        Requirements" (local names); Terraform 1.11 for reserved names.
    """

    name = "terraform-name-invalid"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for own in own_blocks(module):
            if own.kind is not None:
                message = _labels(own) or _label(own)
                if message is None and own.around is None:
                    message = _implied(own.block)
                if message:
                    yield Finding(own.block, message[0], advice=message[1])
                elif own.around is None and own.block.type == "provider":
                    yield from _alias(own.block)
                elif own.block.type == "required_providers":
                    yield from map(_requirement, filter(_is_misnamed, own.block.body.attributes))
                    yield from (one for each in own.block.body.attributes for one in _source(each))


def _labels(own: language.Own) -> tuple[str, str] | None:
    """What is wrong with the number of labels, and what to do."""
    block, wanted = own.block, own.kind.labels if own.kind is not None else ()
    if len(block.labels) == len(wanted):
        return None
    if not wanted:
        return f"{header(block)} cannot have a label", "remove the label"
    names = " and ".join(f"a {name}" for name in wanted)
    count = "one label" if len(wanted) == 1 else "two labels"
    return f"{header(block)} needs {count}: {names}", ""


def _label(own: language.Own) -> tuple[str, str] | None:
    """What is wrong with a label, and what to do."""
    block = own.block
    if block.type in ("provider", "provider_meta"):
        label = block.labels[0]
        return (
            None
            if PROVIDER_NAME.fullmatch(label)
            else (f"'{label}' cannot be the name of a provider", _PROVIDER_RULE)
        )
    if block.type not in _NAMED:
        return None
    for label in block.labels:
        if not language.is_name(label):
            return f"'{label}' cannot be the name of {_a(block.type)}", _RULE
    if block.type == "variable" and block.labels[0] in _RESERVED:
        reason = "a module call has an argument or block of that name"
        return f"a variable cannot be named '{block.labels[0]}': {reason}", "give it another name"
    return None


def _implied(block: Block) -> tuple[str, str] | None:
    """What is wrong with the provider that the type of a resource begins with, and what to do."""
    if block.type not in ("resource", "data", "ephemeral") or block.get("provider") is not None:
        return None
    name = block.labels[0].partition("_")[0]
    if PROVIDER_NAME.fullmatch(name.lower()):
        return None
    return f"'{block.labels[0]}' begins with '{name}', which cannot be the name of a provider", _PROVIDER_RULE


def _alias(block: Block) -> Iterator[Finding]:
    alias = block.get("alias")
    if alias is not None and alias.string is not None and not language.is_name(alias.string):
        yield Finding(alias, f"'{alias.string}' cannot be the name of an alias", advice=_RULE)


def _is_misnamed(attribute: Attribute) -> bool:
    is_version = attribute.string is not None
    return not (PROVIDER_NAME.fullmatch(attribute.name.lower() if is_version else attribute.name))


def _source(attribute: Attribute) -> Iterator[Finding]:
    """The finding at a source that is no address of a provider."""
    source = providers.requirement(attribute).source
    if source is None:
        return
    parts = source.split("/")
    item = object_items(attribute.expression).get("source")
    if not 1 <= len(parts) <= 3 or not all(parts):
        advice = "write NAMESPACE/TYPE, with the host of a registry before it if it is not Terraform's"
        yield Finding(attribute, f"'{source}' cannot be the source of a provider", advice=advice, within=item)
    elif parts[-1].startswith("terraform-"):
        message = f"the source '{source}' has the name of the provider's repository, not its type"
        short = "/".join((*parts[:-1], parts[-1].removeprefix("terraform-").removeprefix("provider-")))
        yield Finding(attribute, message, advice=f"did you mean '{short}'?", within=item)


def _requirement(attribute: Attribute) -> Finding:
    return Finding(attribute, f"'{attribute.name}' cannot be the name of a provider", advice=_PROVIDER_RULE)


def _a(type_: str) -> str:
    words = {
        "data": "data source",
        "module": "module call",
        "check": "check block",
        "ephemeral": "ephemeral resource",
    }
    word = words.get(type_, type_)
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
