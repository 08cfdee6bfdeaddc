"""Blocks about moved, removed and imported objects that contradict the configuration or one another."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from tffix import Address, Attribute, Block, Finding, Impact, Module, Transform

from ._language import own_blocks
from ._targets import Target, is_computed, target

_ADDRESS = re.compile(r"[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*|\[\d+\]|\[\"[^\"$%\\]+\"\])+")
_ARGUMENTS = {"moved": ("from", "to"), "removed": ("from",), "import": ("to",)}


class RefactoringInvalid(Transform):
    """A `moved`, `removed` or `import` block contradicts the configuration or another such block.

    What:
        Checks that the addresses are addresses, of the right kind; that what was moved or removed is no
        longer declared, and what is imported is; that nothing is moved to two places, to where it is, or in
        a circle, and nothing imported twice. An address in quotes loses them.

    Why:
        Terraform stops with "Moved object still exists", "Removed resource still exists", "Ambiguous move
        statements" or "Configuration for import target does not exist" when it plans.

    Example:
        moved {
          from = "aws_instance.web"
          to   = aws_instance.frontend
        }

    Becomes:
        moved {
          from = aws_instance.web
          to   = aws_instance.frontend
        }

    Impact:
        None: nothing could be planned before.

    Limits:
        Only reported: all but quotes. Whether instances exist whose keys are computed is not known. Silent
        about what is declared in modules that have files that cannot be parsed. `terraform plan
        -generate-config-out` writes what is imported and not declared.

    Source:
        Terraform language documentation, "Refactor Modules", "Removing Resources" and "Import".
    """

    name = "terraform-refactoring-invalid"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        found: dict[str, list[_Statement]] = {name: [] for name in _ARGUMENTS}
        for own in own_blocks(module):
            if own.around is None and own.block.type in _ARGUMENTS and not own.is_override:
                statement = yield from _read(own.block, module)
                if statement is not None:
                    found[own.block.type].append(statement)
        for statement in found["removed"]:
            yield from _removed(statement, module)
        yield from _imported(found["import"], module)
        yield from _moved(found["moved"], module)


@dataclass(frozen=True, slots=True)
class _Statement:
    """A block with its address, or its two."""

    block: Block
    start: Target
    end: Target

    @property
    def is_of_instances(self) -> bool:
        return self.start.has_key or self.end.has_key


def _read(block: Block, module: Module) -> Generator[Finding, None, _Statement | None]:
    """The statement that a block makes, if all its addresses are addresses; finds what is wrong with them."""
    if block.type == "import" and module.callers:
        message = "a module that others call cannot have import blocks"
        yield Finding(block, message, advice="move it to the root")
    attributes = [block.get(name) for name in _ARGUMENTS[block.type]]
    known: list[Target] = []
    for attribute in filter(None, attributes):
        one = target(attribute.expression)
        if isinstance(one, str):
            yield _no_address(attribute, one)
            continue
        if block.type != "import" and is_computed(one):
            yield Finding(attribute, f"the key in {attribute.source} must be a literal value")
        known.append(one)
    return _Statement(block, known[0], known[-1]) if len(known) == len(attributes) else None


def _no_address(attribute: Attribute, message: str) -> Finding:
    text = attribute.string
    fix = partial(_unquote, attribute, text) if text is not None and _ADDRESS.fullmatch(text) else None
    return Finding(attribute, message, fix, "write the address without quotes" if fix else "")


def _unquote(attribute: Attribute, text: str) -> None:
    if attribute.string == text:
        attribute.set(text)


# -- what is declared ----------------------------------------------------------------------------------------


def _declared(one: Target, module: Module) -> Block | bool:
    """The block that declares what an address names, in this module or one that it calls; False if none
    does, True if that is not known."""
    *outer, last = one.path if one.path else [("", "")]
    for name, _ in outer if one.is_module else one.path:
        calls = module.blocks("module", name)
        child = module.children.get(name)
        if not calls:
            return bool(module.unreadable)
        if child is None or any(calls[0].get(word) for word in ("count", "for_each")):
            return True
        module = child
    address = Address(("module", last[0]) if one.is_module else one.parts)
    found = module.get(address)
    if isinstance(found, Block):
        return found
    generated = module.generated
    return bool(module.unreadable or generated.unreadable or generated.get(address))


def _is_repeated(block: Block) -> bool:
    return any(block.get(name) is not None for name in ("count", "for_each"))


def _words(one: Target) -> str:
    modules = "".join(f"module.{name}{f'[{key}]' if key else ''}." for name, key in one.path)
    return (modules + ".".join(one.parts)).rstrip(".") + (f"[{one.key}]" if one.key else "")


# -- the rules of each ---------------------------------------------------------------------------------------


def _removed(one: _Statement, module: Module) -> Iterator[Finding]:
    gone = one.start
    address = one.block.get("from") or one.block
    if gone.key or any(key for _, key in gone.path):
        message = f"a removed block names a resource or module, not an instance as {_words(gone)}"
        yield Finding(address, message, advice="remove the key")
    elif gone.parts[:1] == ("data",):
        yield Finding(address, "a data source cannot be in a removed block", advice="remove the block")
    else:
        still = _declared(gone, module)
        if isinstance(still, Block):
            at = still if len(gone.path) == int(gone.is_module) else one.block
            message = f"{_words(gone)} is still declared, and a removed block says that it was removed"
            yield Finding(at, message, advice="remove one of the two blocks")


def _imported(found: list[_Statement], module: Module) -> Iterator[Finding]:
    seen: dict[Target, Block] = {}
    for one in found:
        goal = one.start
        to = one.block.get("to") or one.block
        if goal.is_module or goal.parts[0] in ("data", "ephemeral"):
            yield Finding(to, f"only managed resources can be imported, and {_words(goal)} is none")
        elif (provider := one.block.get("provider")) is not None and (
            goal.path or isinstance(_declared(goal, module), Block)
        ):
            message = f"{_words(goal)} has a provider of its own, which its import cannot choose"
            yield Finding(provider, message, advice="remove the argument")
        elif not is_computed(goal) and goal in seen:
            yield Finding(
                to, f"{_words(goal)} is imported by another block already", advice="remove one of the two"
            )
        elif (wrong := _wrong_key(goal, _declared(goal, module))) is not None:
            yield Finding(to, wrong)
        elif not module.callers and _declared(goal, module) is False:
            message = f"{_words(goal)} is imported, and is not declared"
            advice = "declare it, or let terraform plan -generate-config-out write it"
            yield Finding(to, message, advice=advice)
        seen.setdefault(goal, one.block)


def _wrong_key(goal: Target, declared: Block | bool) -> str | None:
    """Why what is imported has a key, or has none, though its resource is repeated otherwise."""
    if not isinstance(declared, Block):
        return None
    has_count = declared.get("count") is not None
    if goal.key.isdigit() and not has_count:
        return f"{_words(goal)} has a number, and the resource has no 'count'"
    return (
        f"{_words(goal)} has no number, and the resource has 'count'" if has_count and not goal.key else None
    )


def _moved(found: list[_Statement], module: Module) -> Iterator[Finding]:
    starts: dict[tuple[Target, bool], _Statement] = {}
    ends: dict[tuple[Target, bool], _Statement] = {}
    for one in found:
        reason = _wrong_move(one, module)
        if reason:
            yield Finding(one.block, reason)
            continue
        known = starts.setdefault((one.start, one.is_of_instances), one)
        if known.end != one.end:
            message = f"{_words(one.start)} is moved to {_words(known.end)} by another block already"
            yield Finding(one.block, message, advice="remove one of the two")
        known = ends.setdefault((one.end, one.is_of_instances), one)
        if known.start != one.start:
            message = f"{_words(known.start)} is moved to {_words(one.end)} by another block already"
            yield Finding(one.block, message, advice="remove one of the two")
    yield from _circles(starts)


def _wrong_move(one: _Statement, module: Module) -> str:
    """What is wrong with a move by itself."""
    if one.start.is_module != one.end.is_module:
        kinds = [
            f"{_words(end)} is a {'module' if end.is_module else 'resource'}" for end in (one.start, one.end)
        ]
        return f"a resource is moved to a resource and a module to a module, but {' and '.join(kinds)}"
    if one.start == one.end:
        return f"{_words(one.start)} is moved to where it is"
    if one.start.has_key:
        return ""
    still = _declared(one.start, module)
    if isinstance(still, Block) and not (one.end.has_key and _is_repeated(still)):
        return f"{_words(one.start)} is still declared, and a moved block says that it was moved"
    return ""


def _circles(starts: Mapping[tuple[Target, bool], _Statement]) -> Iterator[Finding]:
    done: set[Target] = set()
    for first in starts.values():
        path = [first]
        while (after := starts.get((path[-1].end, first.is_of_instances))) is not None and after not in path:
            path.append(after)
        if after is first and first.start not in done:
            done.update(one.start for one in path)
            yield Finding(first.block, f"{_words(first.start)} is moved in a circle, back to where it was")
