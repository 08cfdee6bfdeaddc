"""Root modules that take any version of Terraform and of their providers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    Gap,
    Impact,
    Module,
    Profile,
    Refused,
    Transform,
    nodes,
    object_items,
    parse_block,
    providers,
    quote,
    why_unsure,
)

from ._provider_sources import SOURCES
from ._settings_files import terraform_file
from ._versions_needed import locked_version, newest_allowed, oldest_terraform, pessimistic

_BUILT_IN = "terraform.io/builtin/"


class VersionUnconstrained(Transform):
    """A root module does not say which versions of Terraform or of a provider it works with.

    What:
        Sets `required_version` to the oldest Terraform that knows what the module uses, at least 1.0, and
        gives each provider a `version`: within the major version that the lock file has, from the locked
        minor version on; without a lock file, within the newest major version known (from the newest minor
        version on where the major one is 0). Providers of HashiCorp
        that resources use and nothing requires get an entry.

    Why:
        The next major version of a provider is taken as soon as it is out, and breaks the module that worked
        the day before.

    Example:
        terraform {
          required_providers {
            random = {
              source = "hashicorp/random"
            }
          }
        }

        resource "random_id" "suffix" {
          byte_length = 4
        }

    Becomes:
        terraform {
          required_version = ">= 1.0"

          required_providers {
            random = {
              source  = "hashicorp/random"
              version = "~> 3.0"
            }
          }
        }

        resource "random_id" "suffix" {
          byte_length = 4
        }

    Impact:
        None: the versions that are in use now are among those that are asked for.

    Limits:
        Only reported: providers of which no version is known, and those of modules that call others from a
        registry, whose constraints are not known, without a lock file; and modules without any `terraform` or
        `provider` block, which get theirs at deployment. Modules that are made to be called
        are left alone: what they should ask for is for their users' roots to narrow.

    Source:
        Terraform language documentation, "Version Constraints" and "Provider Requirements".
    """

    name = "terraform-version-unconstrained"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        anchor = _anchor(module)
        if not module.is_root or anchor is None or why_unsure(module):
            return
        if not any(block.get("required_version") for block in module.blocks("terraform")):
            version = f">= {oldest_terraform(module)}"
            fix = partial(_require_terraform, version, module) if _is_complete(module) else None
            message = "the module takes any version of Terraform"
            if not _generates_version(None, module):
                yield Finding(anchor, message, fix, f"required_version = {quote(version)}")
        known = {one.name: one for one in providers.required_providers(module)}
        legacy = {b.labels[0] for b in module.blocks("provider") if b.labels and b.get("version") is not None}
        for requirement in known.values():
            is_set = requirement.version is not None or "version" in requirement.unread
            if is_set or requirement.name in legacy or requirement.aliases:
                continue
            if requirement.address.startswith(_BUILT_IN) or _lacks_its_source(requirement):
                continue
            if not _generates_version(requirement.name, module):
                yield _any_version(requirement.attribute, requirement.name, requirement.address, module)
        for name in _used(module):
            if name in known or name in legacy or name in SOURCES:
                continue
            if not _generates_version(name, module):
                yield _any_version(anchor, name, f"hashicorp/{name}", module)


def _generates_version(name: str | None, module: Module) -> bool:
    """Whether a file that Terragrunt writes says, or may say, which versions of a provider are wanted; of
    Terraform itself without a name."""
    made = module.generated
    if name is None:
        wanted = [block.get("required_version") for block in made.blocks("terraform")]
        return bool(made.unreadable) or any(wanted)
    versions = [one.version for one in providers.required_providers(made) if one.name == name]
    legacy = [block.get("version") for block in made.blocks("provider", name)]
    return bool(made.unreadable) or any(versions) or any(legacy)


def _lacks_its_source(requirement: providers.Requirement) -> bool:
    """Whether `terraform-provider-not-required` gives a provider its source, and so its address, first."""
    return requirement.source is None and requirement.name in SOURCES


def _anchor(module: Module) -> Block | None:
    """Where a finding on the whole module stands."""
    for type_ in ("terraform", "provider", "resource", "data"):
        for block in module.blocks(type_):
            return block
    return None


def _is_complete(module: Module) -> bool:
    """Whether the module has settings of its own, so that nobody supplies them as another file."""
    return bool(module.blocks("terraform") or module.blocks("provider"))


def _used(module: Module) -> list[str]:
    """The local names of the providers that resources, data sources and provider blocks use."""
    names = {
        providers.provider_of(one).split(".")[0] for one in (*module.resources(), *module.blocks("data"))
    }
    names |= {block.labels[0] for block in module.blocks("provider") if block.labels}
    return sorted(names - {"terraform", ""})


def _any_version(at: Block | Attribute, name: str, address: str, module: Module) -> Finding:
    message = f"the module takes any version of the provider {address}"
    locked = locked_version(address, module)
    newest = None if locked else newest_allowed(address, module)
    version = pessimistic(locked, 2) if locked else pessimistic(newest, 1) if newest else None
    if version is None or not _is_complete(module):
        entry = f'{name} = {{ source = "{address}", version = "{version or "…"}" }}'
        return Finding(at, message, advice=f"in required_providers: {entry}")
    return Finding(at, f"{message} instead of {version}", partial(_require, name, address, version, module))


def _require_terraform(version: str, module: Module) -> None:
    block = _terraform_block(module)
    attribute = block.body.set("required_version", quote(version))
    first = next((one for one in block.body.items if isinstance(one, Attribute | Block)), None)
    if first is not None and first is not attribute:
        attribute.remove()
        block.body.insert_before(first, attribute)
    items = block.body.items
    after = items.index(attribute) + 1
    if after < len(items) and isinstance(items[after], Block):
        block.body.splice(after, after, [Gap("\n")])


def _require(name: str, address: str, version: str, module: Module) -> None:
    entries = [one for one in providers.required_providers(module) if one.name == name]
    if entries:
        # Of several entries, which Terraform does not accept, the last one is the one looked at.
        _set_version(entries[-1].attribute, version)
    else:
        block = _terraform_block(module)
        required = next(block.blocks("required_providers"), None)
        if required is None:
            required = parse_block("required_providers {\n}\n")
            block.body.append(required)
        required.body.set(name, f"{{\n  source  = {quote(address)}\n  version = {quote(version)}\n}}")


def _set_version(entry: Attribute, version: str) -> None:
    expression = entry.expression
    if not isinstance(expression, nodes.Object):
        raise Refused(f"its entry {entry.name} in required_providers is not an object")
    items = object_items(expression)
    last = items["source"] if "source" in items else next(iter(items.values()), None)
    if last is None:
        entry.set(f"{{\n  source  = {quote(f'hashicorp/{entry.name}')}\n  version = {quote(version)}\n}}")
        return
    end = entry.source.find("\n", last.end)
    if end < 0 or "}" in entry.source[last.end : end]:
        entry.replace({last: f"{last.text}, version = {quote(version)}"})
    else:
        entry.set(f"{entry.source[:end]}\nversion = {quote(version)}{entry.source[end:]}")


def _terraform_block(module: Module) -> Block:
    blocks = module.blocks("terraform")
    with_providers = [one for one in blocks if any(one.blocks("required_providers"))]
    if blocks:
        return (with_providers or blocks)[0]
    file = module.file(terraform_file(module))
    block = parse_block("terraform {\n}\n")
    first = next(iter(file.blocks()), None)
    if first is None:
        file.body.append(block)
    else:
        file.body.insert_before(first, block)
    return block
