"""`configuration_aliases` in a root module: what is missing of it, and how it becomes `provider` blocks.

Facts: Terraform language documentation, "Providers Within Modules", section "Provider Aliases Within
Modules"; that a provider has a `region` argument, the documentation of that provider.
"""

from __future__ import annotations

import re

from tffix import Attribute, Block, Module, object_items, parse_block, providers, quote

from . import _files, _required_providers
from ._required_providers import ALIASES

# For others nobody but the author knows what tells two configurations apart.
_REGIONAL = frozenset(
    ("hashicorp/aws", "hashicorp/awscc", "hashicorp/google", "hashicorp/google-beta", "aliyun/alicloud")
)
_BOUND_ELSEWHERE = ("alias", "zone")
_REGION_NAME = re.compile(r"[a-z]{2,}(-gov|-iso[a-z]?)?-[a-z]+-?\d")


def requirements(block: Block) -> list[providers.Requirement]:
    """The requirements in a ``terraform`` block that declare ``configuration_aliases``."""
    return [
        providers.requirement(entry)
        for inner in block.blocks("required_providers")
        for entry in inner.body.attributes
        if ALIASES in object_items(entry.expression)
    ]


def are_tested(requirement: providers.Requirement, module: Module) -> bool:
    """Whether a test of the module configures one of the aliases: then the module is made to be called."""
    return any(
        re.search(rf'^\s*alias\s*=\s*"{re.escape(_name(alias))}"', text, re.MULTILINE)
        for file, text in module.opaque.items()
        if file.endswith(".tftest.hcl")
        for alias in requirement.aliases
    )


def obstacle(requirement: providers.Requirement, module: Module) -> str:
    """Why ``provider`` blocks cannot take the place of the aliases, as a clause; nothing if they can."""
    items = getattr(object_items(requirement.attribute.expression)[ALIASES].value, "items", ())
    if len(items) != len(requirement.aliases) or any(
        not alias.startswith(f"{requirement.name}.") for alias in requirement.aliases
    ):
        return f"the list contains other things than aliases of {requirement.name}"
    missing = _missing(requirement, module)
    return next(filter(None, (unconfigurable(alias, requirement.address, module) for alias in missing)), "")


def unconfigurable(alias: str, address: str, module: Module) -> str:
    """Why a provider block cannot be made for an alias, as a clause; nothing if it can."""
    if address not in _REGIONAL:
        return f"what distinguishes {alias} from the default configuration is not known"
    texts = (name for name, text in module.opaque.items() if quote(_name(alias)) in text)
    file = next((name for name in texts if name.endswith(".json")), None)
    if file is not None:
        return f'{file} may configure it: it has the word "{_name(alias)}"'
    variable = module.variable(_variable(alias))
    if variable is not None and not _is_string(variable):
        return f"variable {_variable(alias)} is there and is no string"
    return ""


def example(provider: str, alias: str, address: str) -> str:
    """The provider block to write for an alias, as far as it is known."""
    if address in _REGIONAL:
        return f'provider "{provider}" {{\n  alias  = {quote(alias)}\n  region = "…"\n}}'
    return f'provider "{provider}" {{\n  alias = {quote(alias)}\n  # what differs from the default\n}}'


def resolve(requirement: providers.Requirement, module: Module, file: str) -> None:
    """Takes the argument out of its entry, and configures in a file what nothing configures yet."""
    missing = _missing(requirement, module)
    comments = _required_providers.remove_aliases(requirement.attribute)
    for alias in missing:
        _required_providers.add_comments(configure(alias, module, file), comments)
        comments = []


def configure(alias: str, module: Module, file: str) -> Block:
    """Adds a provider block for an alias to a file, with a region from a variable; returns that block."""
    declared, region = module.variable(_variable(alias)) is not None, _region_of(alias)
    source = quote(region) if region and not declared else f"var.{_variable(alias)}"
    block = _provider(alias, source, module)
    module.file(file).body.append(block)
    if not declared and not region:
        _files.add(_variable_for(alias), module, "variables.tf")
    return block


def _name(alias: str) -> str:
    return alias.rpartition(".")[2]


def _variable(alias: str) -> str:
    return _name(alias).replace("-", "_") + "_region"


def _missing(requirement: providers.Requirement, module: Module) -> list[str]:
    configured = providers.configurations(module)
    return [alias for alias in requirement.aliases if alias not in configured]


def _is_string(variable: Block) -> bool:
    type_ = variable.get("type")
    return type_ is None or type_.source.strip() in ("string", "any", '"string"')


def _provider(alias: str, region_source: str, module: Module) -> Block:
    """The configuration of an alias: what the default one says (which account, which tags), but in a region
    of its own."""
    name = alias.partition(".")[0]
    default = providers.configurations(module).get(name)
    block = parse_block(default.text if default is not None else f"provider {quote(name)} {{\n}}")
    block.leading, block.trailing = "", "\n"
    for bound in _BOUND_ELSEWHERE:
        if attribute := block.get(bound):
            attribute.remove()
    region = _set_region(block, region_source)
    block.body.insert_before(region, Attribute.new("alias", quote(_name(alias))))
    return block


def _set_region(block: Block, source: str) -> Attribute:
    """Sets the region of a provider block, in its place or as the first argument."""
    region = block.get("region")
    if region is not None:
        region.set(source)
        region.leading, region.trailing = "", "\n"  # comments on the other region
        return region
    region = Attribute.new("region", source)
    first = next((item for item in block.body.items if isinstance(item, Attribute | Block)), None)
    if first is None:
        block.body.append(region)
    else:
        block.body.insert_before(first, region)
    return region


def _region_of(alias: str) -> str:
    """The region that an alias is the name of, with hyphens or underscores; nothing if it is none."""
    name = _name(alias).replace("_", "-")
    return name if _REGION_NAME.fullmatch(name) else ""


def _variable_for(alias: str) -> Block:
    """The variable for a region. It has no default: a guess could create resources where they can hardly be
    moved from."""
    description = quote(f"Region of the provider configuration {alias}")
    return parse_block(
        f"variable {quote(_variable(alias))} {{\n  type = string\n  description = {description}\n}}"
    )
