"""Aliased provider configurations that go from a caller to the modules that it calls.

Facts: Terraform language documentation, "Providers Within Modules".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tffix import Attribute, Block, Module, Refused, nodes, parse_block, providers, quote

from ._files import add
from ._required_providers import ALIASES, set_item


@dataclass(frozen=True, slots=True)
class Use:
    """Where a module names a provider configuration with an alias: ``aws.replica``."""

    alias: str
    attribute: Attribute
    node: nodes.Expression | None = None

    @property
    def provider(self) -> str:
        return self.alias.partition(".")[0]


def uses(module: Module) -> Iterator[Use]:
    """The aliases that resources, data sources and module calls of a module name."""
    for type_ in ("resource", "data", "ephemeral"):
        for block in module.blocks(type_):
            attribute = block.get("provider")
            if attribute is not None and _is_alias(name := providers.provider_of(block)):
                yield Use(name, attribute)
    for call in module.blocks("module"):
        attribute = call.get("providers")
        expression = attribute.expression if attribute is not None else None
        if attribute is not None and isinstance(expression, nodes.Object):
            for item in expression.items:
                name = item.value.text.strip('"')
                if _is_alias(name):
                    yield Use(name, attribute, item.value)


def declared(module: Module) -> frozenset[str]:
    """The aliases that a module configures, or is given by its callers or by Terragrunt."""
    given = (alias for one in providers.required_providers(module) for alias in one.aliases)
    made = providers.configurations(module.generated)
    return frozenset((*providers.configurations(module), *given, *made))


def passed(module: Module) -> frozenset[str]:
    """The aliases that every caller of a module passes to it, whether it asks for them or not."""
    given = [frozenset(providers.passed_providers(call)) for _, call in module.callers]
    if not given or module.is_called_outside:
        return frozenset()
    return frozenset.intersection(*given)


def address_of(provider: str, module: Module) -> str:
    known = (one.address for one in providers.required_providers(module) if one.name == provider)
    return next(known, f"hashicorp/{provider}")


def not_passed(call: Block, child: Module) -> list[str]:
    """The aliases that a module asks for and that a call does not give it."""
    passed = {*providers.passed_providers(call), *providers.configured(child)}
    wanted = (alias for one in providers.required_providers(child) for alias in one.aliases)
    return [alias for alias in dict.fromkeys(wanted) if alias not in passed]


def pass_on(call: Block, names: Sequence[str], module: Module) -> None:
    """Passes configurations to a module under the names that they have here. Where it was given none so
    far, the default ones that are configured here go with them, as a ``providers`` map replaces them all."""
    attribute = call.get("providers")
    if attribute is None:
        configured = providers.configurations(module)
        defaults = dict.fromkeys(name.partition(".")[0] for name in names)
        lines = [name for name in (*defaults, *names) if name in configured or name in names]
        body = "".join(f"    {name} = {name}\n" for name in lines)
        attribute = Attribute.new("providers", f"{{\n{body}  }}")
        attribute.leading = "\n"  # on a line apart
        call.body.append(attribute)
    else:
        if not isinstance(attribute.expression, nodes.Object):
            raise Refused("its providers are not an object")
        attribute.set(_with_items(attribute.expression, names))


def _with_items(node: nodes.Object, names: Sequence[str]) -> str:
    text = node.text
    if "\n" in text:
        head, closing = text[: text.rindex("}")].rstrip(), text[text.rindex("}") :]
        return head + "".join(f"\n    {name} = {name}" for name in names) + f"\n  {closing}"
    added = ", ".join(f"{name} = {name}" for name in names)
    inner = text[1:-1].strip().rstrip(",")
    return f"{{ {inner}, {added} }}" if inner else f"{{ {added} }}"


def ask_for(alias: str, module: Module) -> None:
    """Declares that a module needs a configuration of its callers."""
    provider = alias.partition(".")[0]
    known = next((one for one in providers.required_providers(module) if one.name == provider), None)
    if known is None:
        entry = f"{provider} = {{\nsource = {quote(f'hashicorp/{provider}')}\n{ALIASES} = [{alias}]\n}}"
        required = [one for block in module.blocks("terraform") for one in block.blocks("required_providers")]
        if required:
            required[0].body.append(Attribute.new(provider, entry.partition(" = ")[2]))
        else:
            add(parse_block(f"terraform {{\nrequired_providers {{\n{entry}\n}}\n}}"), module, "versions.tf")
    else:
        attribute = known.attribute
        if attribute.string is not None:
            source = f"{{\nsource = {quote(known.address)}\nversion = {attribute.source}\n}}"
            attribute.set(source)
        elif not isinstance(attribute.expression, nodes.Object):
            raise Refused(f"its entry {provider} in required_providers is not an object")
        set_item(attribute, ALIASES, f"[{', '.join((*known.aliases, alias))}]")


def _is_alias(name: str) -> bool:
    return name.count(".") == 1 and all(part.replace("-", "_").isidentifier() for part in name.split("."))
