"""Arguments that Terraform's own blocks do not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Refused, Transform, knows, language, object_items

from ._language import is_elsewhere, is_misspelling, is_unused, nearest, own_blocks

_REQUIREMENT = ("source", "version", "configuration_aliases")
_MANAGED_ONLY = ("create_before_destroy", "prevent_destroy", "ignore_changes", "replace_triggered_by")


class ArgumentUnknown(Transform):
    """A block of Terraform's own language has an argument that does not exist there.

    What:
        Checks the arguments of `terraform`, `variable`, `output`, `lifecycle`, `moved`, `removed`, `import`,
        `check`, conditions, connections, provisioners and the entries of `required_providers`, and arguments
        at the top of a file. `experiments` is reported where Terraform 1.3 or newer may be used. A name that
        is a misspelling of exactly one known name, which is not set, is corrected.

    Why:
        Terraform stops with "Unsupported argument" before it plans anything.

    Example:
        variable "region" {
          type    = string
          defualt = "eu-west-1"
        }

    Becomes:
        variable "region" {
          type    = string
          default = "eu-west-1"
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        What is not a clear misspelling is only reported. The arguments of resources, data sources and
        providers are those of their schemas, and other rules check them, as those of modules. Arguments
        that only OpenTofu has are accepted in modules that are made for OpenTofu.

    Source:
        Terraform language documentation, the reference page of each block.
    """

    name = "terraform-argument-unknown"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for own in own_blocks(module):
            for attribute, message, known in () if is_unused(own, module) else _unknown(own):
                if not (is_elsewhere(own, attribute.name) and language.is_tofu(module)):
                    yield _finding(attribute, message, own.block, known)
            if own.block.type == "required_providers":
                yield from _requirements(own.block)
            if own.block.type == "terraform" and own.around is None and knows(">= 1.3", module):
                yield from _experiments(own.block)
        for file in module.files.values():
            for attribute in file.body.attributes:
                message = f"the argument '{attribute.name}' is not in a block"
                advice = "put it into a block; a local value goes into locals {}"
                yield Finding(attribute, message, advice=advice)


def _unknown(own: language.Own) -> Iterator[tuple[Attribute, str, Mapping[str, language.Argument]]]:
    """The arguments that a block may not have, each with what is wrong, and the names that it may have."""
    block, kind = own.block, own.kind
    if kind is None:
        return
    known, is_open = kind.arguments, kind.is_open
    if block.type == "provisioner" and block.labels and block.labels[0] in language.PROVISIONERS:
        known, is_open = {**known, **language.PROVISIONERS[block.labels[0]]}, False
    what = f"{'an' if block.type[:1] in 'aeiou' else 'a'} {block.type} block"
    for attribute in block.body.attributes:
        if attribute.name in kind.reserved_arguments:
            yield attribute, f"Terraform reserves the argument '{attribute.name}' in {what}", {}
        elif not (is_open or attribute.name in known):
            if block.type == "lifecycle" and attribute.name in _MANAGED_ONLY and own.top.type != "removed":
                kind_of = "an ephemeral resource" if own.top.type == "ephemeral" else "a data source"
                what = f"the lifecycle of {kind_of}"
            yield attribute, f"the argument '{attribute.name}' does not exist in {what}", known
    if own.top.type == "check" and block.type == "data":
        for repeated in filter(None, map(block.get, ("count", "for_each"))):
            yield repeated, f"the data source of a check block cannot have '{repeated.name}'", {}


def _finding(
    attribute: Attribute, message: str, block: Block, known: Mapping[str, language.Argument]
) -> Finding:
    near = nearest(attribute.name, known)
    if not near:
        return Finding(attribute, message)
    certain = is_misspelling(attribute.name, near, known) and block.get(near) is None
    fix = partial(_correct, attribute, block, near) if certain else None
    return Finding(attribute, message, fix, f"did you mean '{near}'?")


def _correct(attribute: Attribute, block: Block, name: str) -> None:
    if block.get(name) is not None:
        raise Refused(f"'{name}' is set already")
    attribute.rename(name)


def _experiments(block: Block) -> Iterator[Finding]:
    attribute = block.get("experiments")
    if attribute is not None:
        message = "released versions of Terraform accept no experiments since 1.3"
        yield Finding(attribute, message, advice="remove the argument")


def _requirements(block: Block) -> Iterator[Finding]:
    for attribute in block.body.attributes:
        for name, item in object_items(attribute.expression).items():
            if name not in _REQUIREMENT:
                message = f"the requirement of provider '{attribute.name}' cannot have '{name}'"
                near = nearest(name, _REQUIREMENT)
                advice = f"did you mean '{near}'?" if near else "settings belong in a provider block"
                yield Finding(attribute, message, advice=advice, within=item)
