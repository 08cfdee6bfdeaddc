"""Arguments and blocks that the provider version does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    blocks,
    is_single,
    nodes,
    put_blocks,
    schemas,
)

from ._older_callers import OLDER_CALLERS, may_be_known, may_lack
from ._removal import reason_to_keep, without
from ._renames import Successor, successor
from ._rewrites import is_ignored, remove, rename
from ._spelling import begun, by_type, evident, plural, reworded, similar
from ._tag_blocks import tag_blocks
from ._types import element_type, is_primitive, mismatch, type_of
from ._withdrawn import withdrawn_argument

_WHOLLY_KNOWN = frozenset(
    f"hashicorp/{name}"
    for name in (
        *("archive", "aws", "cloudinit", "external", "http", "local", "null", "random", "template"),
        *("time", "tls"),
    )
)
"""Providers of which tffix knows all that they ever renamed. What another one lacks may have a successor
that is not known here, so nothing is removed."""

_FORMS = {
    "_arn": r"arn:aws[\w-]*:\S+",
    "cidr_block": r"\d+\.\d+\.\d+\.\d+/\d+",
    "_id": r"[a-z]+-(?:[0-9a-f]{8}|[0-9a-f]{17})",
}
"""What texts look like that an argument takes whose name has such an end."""

_DEPTH = 3


class SchemaUnknownArgument(Transform):
    """An argument or block does not exist in the provider's version.

    What:
        Looks up every argument and nested block, at any depth and in `dynamic` blocks too, of resources, data
        sources, ephemeral resources and provider blocks in the provider's schema for the version that counts:
        that of the lock file, else the newest that the version constraints of the root module and of all that
        it calls admit. A misspelt or renamed argument gets its name; `tags` of an Auto Scaling group become
        its `tag` blocks; what no version has and nothing needs is removed.

    Why:
        Terraform stops with "Unsupported argument" before it plans anything.

    Example:
        resource "aws_autoscaling_policy" "up" {
          name                   = "up"
          autoscaling_group_name = "web"
          scaling_adjustmnet     = 1
          adjustment_type        = "ChangeInCapacity"

          tags = { team = "web" }
        }

    Becomes:
        resource "aws_autoscaling_policy" "up" {
          name                   = "up"
          autoscaling_group_name = "web"
          scaling_adjustment     = 1
          adjustment_type        = "ChangeInCapacity"
        }

    Impact:
        None: the configuration could not be planned before. A renamed argument takes effect.

    Limits:
        Renamed only if one name is evidently meant and the value fits it. Removed only if nothing is lost
        that may be wanted: tags, and plain values of a name that no known version of the provider has and no
        word of which the type has anywhere else. Never removed: blocks with content, anything while a
        required argument is missing, what a resource of its own configures, what `ignore_changes` lists, and
        anything of providers that rename much (azurerm, google, kubernetes, helm and those that only
        `tffix facts update` knows). What another version has is reported with what takes its place. Of a
        version that is not known itself only what the known ones below and above it lack is reported; beyond
        the known ones all is left alone. An argument newer than tffix's facts counts as unknown until
        `tffix facts update` has been run. In a module that is made to be called, nothing is renamed that
        older versions which callers may use want as it is.

    Source:
        The provider schemas in tffix's facts; `tffix facts update` adds those of an initialised directory.
    """

    name = "schema-unknown-argument"
    impact = Impact.NONE
    languages = frozenset(("hcl", "json", "python"))
    watches = blocks("resource", "data", "ephemeral", "provider")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for site in schemas.sites(block, module):
            items: list[Attribute | Block] = [*site.body.attributes, *site.body.blocks()]
            found = [_finding(item, site, module) for item in items if not site.may_have(_name(item))]
            if any(one.fix is None for one in found):
                # What one of them stands for may tell what the others are for: nothing is removed.
                found = [_kept(one) if one.message.endswith(site.judged.told) else one for one in found]
            yield from found


def _name(item: Attribute | Block) -> str:
    return item.name if isinstance(item, Attribute) else schemas.content_of(item)[0]


def _finding(at: Attribute | Block, site: schemas.Site, module: Module) -> Finding:
    judged, name = site.judged, _name(at)
    what = "argument" if isinstance(at, Attribute) else "block"
    message = f"{site.inside} has no {what} '{name}' in {judged.told}"
    versions = judged.versions_with((*site.path, name))
    meant = successor(judged.type, (*site.path, name)) or _meant(at, name, site, module, bool(versions))
    if meant is not None and _is_free(at, site, meant.name):
        message = f"{message}; '{meant.name}' is meant"
        if may_be_known(site, name) or may_lack(site, meant.name):
            return Finding(at, message, advice=OLDER_CALLERS)
        fix = partial(rename, at, site, meant) if _fits(at, meant, site, module) else None
        instead = meant.advice(at) if isinstance(at, Attribute) else f"write '{meant.name}'"
        return Finding(at, message, fix, instead)
    tags = tag_blocks(at, site, module) if isinstance(at, Attribute) else None
    if isinstance(at, Attribute) and tags is not None:
        return Finding(at, f"{message}; 'tag' blocks are meant", partial(put_blocks, at, tags))
    advice = _advice(at, name, site, versions)
    return Finding(at, message, None if advice else partial(remove, at), advice)


def _kept(found: Finding) -> Finding:
    return Finding(found.at, found.message, advice=found.advice or "remove it, if nothing takes its place")


def _meant(
    at: Attribute | Block, name: str, site: schemas.Site, module: Module, existed: bool
) -> Successor | None:
    """What a name evidently stands for: first one of its own kind, then a block for an argument or an
    argument for a block, which other rules then turn into what they should be."""
    arguments = [one.name for one in site.schema.attributes.values() if one.is_settable]
    kinds = (arguments, site.schema.blocks) if isinstance(at, Attribute) else (site.schema.blocks, arguments)
    for candidates in kinds:
        near = reworded(name, candidates)
        if near is None and not existed:
            near = evident(name, candidates)
            near = near or (None if site.path else by_type(name, site.judged.type, candidates))
        if near:
            return Successor(near)
        if existed:
            continue
        near = plural(name, candidates)
        if near and isinstance(at, Attribute) and near in arguments:
            return _in_number(near, at, site, module)
        if near:
            return Successor(near)
    if existed or isinstance(at, Block):
        return None
    fitting = [one for one in begun(name, arguments) if _ends_alike(one, at, site, module)]
    return Successor(fitting[0]) if len(fitting) == 1 else None


def _ends_alike(near: str, at: Attribute, site: schemas.Site, module: Module) -> bool:
    """Whether a value is surely what an argument takes whose name goes on where another ends: of the same
    type, and of texts what the end of the name says."""
    wanted = site.schema.attributes[near]
    if type_of(at.expression, module) != wanted.type:
        return False
    node = nodes.inside(at.expression)
    if wanted.type != "string":
        return True
    if isinstance(node, nodes.Template) and node.literal:
        return any(near.endswith(end) and re.fullmatch(form, node.literal) for end, form in _FORMS.items())
    step = node.steps[-1] if isinstance(node, nodes.Traversal) and node.steps else None
    return isinstance(step, nodes.GetAttribute) and near.endswith(f"_{step.name}")


def _in_number(near: str, at: Attribute, site: schemas.Site, module: Module) -> Successor | None:
    """The plural of an argument's name, or its singular, where it is certain whether the value is a list."""
    ours, wanted = type_of(at.expression, module), site.schema.attributes[near].type
    if ours is None:
        return None
    return Successor(near, in_list=is_primitive(ours) and element_type(wanted) == "string")


def _is_free(at: Attribute | Block, site: schemas.Site, name: str) -> bool:
    """Whether a name can be taken: known here and not used yet, but by other blocks of which there may be
    many."""
    nested = site.block(name)
    if isinstance(at, Block) and nested is not None and not is_single(nested):
        return site.body.get(name) is None
    used = {schemas.content_of(child)[0] for child in site.body.blocks()}
    used.update(attribute.name for attribute in site.body.attributes)
    return name not in used and (site.attribute(name) is not None or site.block(name) is not None)


def _fits(at: Attribute | Block, meant: Successor, site: schemas.Site, module: Module) -> bool:
    """Whether what is written can stand under the other name."""
    wanted = site.attribute(meant.name)
    if isinstance(at, Block):
        return wanted is None or (at.type != "dynamic" and not is_primitive(wanted.type))
    if wanted is None:
        return isinstance(nodes.inside(at.expression), nodes.Object | nodes.Tuple)
    if not wanted.is_settable or not meant.fits(at, module):
        return False
    if meant.values or meant.in_list:
        return True
    node, ours = nodes.inside(at.expression), type_of(at.expression, module)
    if isinstance(node, nodes.Tuple) and len(node.items) == 1 and is_primitive(wanted.type):
        return type_of(node.items[0], module) == wanted.type  # which schema-wrong-type takes out of its list
    return ours is None or (
        is_primitive(ours) == is_primitive(wanted.type) and not mismatch(at.expression, wanted.type)
    )


def _advice(at: Attribute | Block, name: str, site: schemas.Site, versions: tuple[str, ...]) -> str:
    """What a person is to look at; nothing if the argument can only be removed."""
    judged = site.judged
    withdrawn = withdrawn_argument(judged.type, (*site.path, name))
    if versions:
        told = f"{judged.provider} {' and '.join(versions)} {'has' if len(versions) == 1 else 'have'} it"
        instead = withdrawn.advice if withdrawn else "the provider's upgrade guides say what takes its place"
        return f"{told}; {instead}"
    if withdrawn:
        return f"an older version had it; {withdrawn.advice}"
    elsewhere = next(_places(name, judged.schemas[0], ()), ())
    if elsewhere:
        return f"perhaps it belongs in '{'.'.join(elsewhere)}'"
    settable = (one.name for one in site.schema.attributes.values() if one.is_settable)
    near = similar(name, {*settable, *site.schema.blocks})
    if near:
        return f"perhaps '{near}' is meant; else {without(at)}"
    if judged.provider not in _WHOLLY_KNOWN:
        return "no known version has it: look up what is meant, or remove it"
    kept = reason_to_keep(at, name, site)
    if kept:
        return kept
    return f"remove it, and '{name}' from ignore_changes" if is_ignored(name, site) else ""


def _places(name: str, schema: schemas.BlockSchema, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The nested blocks of a type that have an argument or block of a name."""
    if path and (name in schema.attributes or name in schema.blocks):
        yield path
    for inner, nested in schema.blocks.items():
        if len(path) < _DEPTH:
            yield from _places(name, nested.block, (*path, inner))
