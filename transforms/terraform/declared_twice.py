"""What a module declares more than once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Transform,
    is_override,
    language,
)

from . import _required_providers as required
from . import _terraform_blocks as terraform
from ._files import ordinary, why_untouchable
from ._language import accepted_blocks, header, own_blocks
from ._settings_files import home

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Declared:
    """Something that may be declared once, and in which file."""

    key: Key
    item: Block | Attribute
    file: str

    @property
    def words(self) -> str:
        if isinstance(self.item, Attribute):
            return f"the local value '{self.item.name}'"
        if self.item.type == "cloud":
            return "a cloud block"
        alias = self.item.get("alias") if self.item.type == "provider" else None
        if self.item.type != "provider":
            return header(self.item)
        return header(self.item) + (f" with the alias {alias.source}" if alias else " without an alias")


class DeclaredTwice(Transform):
    """A module declares the same thing twice.

    What:
        Compares the declarations of all files: resources, data sources, variables, outputs, local values,
        module calls, checks, provider configurations with the same alias, backends and `cloud` blocks,
        `required_providers` and `provider_meta`, and nested blocks of which a block can have one, such as
        `lifecycle`. What is declared twice in the same words is declared once, if it is the only thing in
        the module. Two `required_providers` blocks become one, with all constraints on each provider.

    Why:
        Terraform stops with "Duplicate resource configuration", "Duplicate variable declaration" and the like
        before it plans anything.

    Example:
        variable "region" {
          type = string
        }

        variable "region" {
          type = string
        }

    Becomes:
        variable "region" {
          type = string
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Only reported: declarations that differ, and several in one module, whose files may be alternatives of
        one another. Override files do not declare anything twice: they change what other files declare. Of
        `main.tf` and `main.tofu` OpenTofu reads the second.

    Source:
        Terraform language documentation, "Files and Directories", "Override Files" and the reference page of
        each block.
    """

    name = "terraform-declared-twice"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        yield from _declarations(module)
        yield from _requirements(module)
        yield from _nested(module)


def _declarations(module: Module) -> Iterator[Finding]:
    first: dict[Key, _Declared] = {}
    again: list[tuple[_Declared, _Declared]] = []
    for one in _declared(module):
        known = first.setdefault(one.key, one)
        if known is not one:
            again.append((known, one))
    for known, one in again:
        is_same = len(again) == 1 and _are_same(known.item, one.item)
        fix = partial(_keep_one, known.item, one.item) if is_same else None
        place = "in the same file" if known.file == one.file else f"in {known.file}"
        message = f"{one.words} is already declared {place}"
        if isinstance(one.item, Block) and one.item.type in ("backend", "cloud"):
            beside = "another" if known.words == one.words else known.words
            message = f"{one.words} is declared beside {beside}, and a module can have one"
        yield Finding(one.item, message, fix, "remove or rename one of the two")
    backend, cloud = first.get(("backend",)), first.get(("cloud",))
    if backend is not None and cloud is not None:
        message = "the module has a backend and a cloud block, of which it can have one"
        yield Finding(backend.item, message, advice="remove one of the two")


def _declared(module: Module) -> Iterator[_Declared]:
    """What the files declare that override none. OpenTofu reads `main.tofu` in place of `main.tf`."""
    replaced = _replaced(module)
    for name, block in accepted_blocks(module):
        if name in replaced:
            continue
        for key, item in _keys(block):
            if not is_override(name):
                yield _Declared(key, item, name)
            elif block.type == "terraform":  # an override file can have one of each, too
                yield _Declared((name, *key), item, name)


def _replaced(module: Module) -> set[str]:
    """The files in place of which OpenTofu reads others."""
    return {name for name in module.files if ".tf" in name and name.replace(".tf", ".tofu") in module.files}


def _keys(block: Block) -> Iterator[tuple[Key, Block | Attribute]]:
    """What a top-level block declares: a key, and the item that declares it."""
    address = Address.of(block)
    if address is not None:
        yield address.parts, block
    elif block.type in ("check", "action"):
        yield (block.type, *block.labels), block
        yield from ((("data", *inner.labels), inner) for inner in block.blocks("data"))
    elif block.type == "provider":
        alias = block.get("alias")
        if alias is None or alias.string:
            yield (block.type, *block.labels, alias.string or "" if alias is not None else ""), block
    elif block.type == "locals":
        yield from ((("local", attribute.name), attribute) for attribute in block.body.attributes)
    elif block.type == "terraform":
        for inner in block.blocks():
            if inner.type in ("backend", "cloud"):
                yield (inner.type,), inner
            elif inner.type == "provider_meta":
                yield (inner.type, *inner.labels), inner


def _words(item: Block | Attribute) -> list[str]:
    """What an item says, whatever its white space, less the comments above it."""
    return item.text[len(item.leading) :].split()


def _are_same(known: Block | Attribute, item: Block | Attribute) -> bool:
    """Whether one of two items can go without a loss: only one of them has comments above it, if any."""
    comments = {one.leading.strip() for one in (known, item)} - {""}
    return len(comments) < 2 and _words(known) == _words(item)


def _keep_one(known: Block | Attribute, item: Block | Attribute) -> None:
    if known.parent is None or item.parent is None or not _are_same(known, item):
        raise Refused("the two are no longer the same")
    gone = known if item.leading.strip() and not known.leading.strip() else item
    gone.remove()


# -- required_providers --------------------------------------------------------------------------------------


def _requirements(module: Module) -> Iterator[Finding]:
    """Every ``required_providers`` block but the first. What they require is best put into a file for
    settings."""
    replaced = _replaced(module)
    found = [
        (inner, name)
        for name, file in module.files.items()
        if not is_override(name) and name not in replaced
        for block in module.accepted(file)
        if block.type == "terraform"
        for inner in block.blocks("required_providers")
    ]
    if len(found) < 2:
        return
    main = home(module)
    known, known_in = next((one for one in found if _around(one[0]) is main), found[0])
    extras = [one for one in found if one[0] is not known]
    for (at, _), (extra, name) in zip(found[1:], extras, strict=True):
        message = f"the module has a second required_providers block, beside the one in {found[0][1]}"
        reason = why_untouchable(module, ()) or required.obstacle(known, extra)
        if reason or {name, known_in} - ordinary(module).keys():
            advice = f"left alone: {reason}" if reason else "make one block of them"
            yield Finding(at, message, advice=advice)
        else:
            yield Finding(at, message, _joining(known, extra))


def _around(block: Block) -> Block | None:
    return block.parent.owner if block.parent is not None else None


def _joining(known: Block, extra: Block) -> Callable[[], None]:
    def join() -> None:
        if known.parent is None or extra.parent is None:
            raise Refused("one of the blocks is no longer there")
        if reason := required.obstacle(known, extra):
            raise Refused(reason)
        terraform.join_required(known, extra)

    return join


# -- nested blocks -------------------------------------------------------------------------------------------


def _nested(module: Module) -> Iterator[Finding]:
    seen: set[tuple[object, str]] = set()
    for own in own_blocks(module):
        if own.kind is not None and own.kind.once and own.around is not None:
            key = own.block.parent, own.block.type
            if key in seen:
                yield Finding(own.block, _twice(own), advice="make one block of them")
            seen.add(key)


def _twice(own: language.Own) -> str:
    outer = own.block.parent.owner if own.block.parent is not None else None
    around = header(outer) if outer is not None else "the module"
    return f"{around} has two {own.block.type} blocks, of which it can have one"
