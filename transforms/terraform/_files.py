"""The files of a module that blocks are taken from and put into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tffix import Block, Body, File, Module, is_override


def ordinary(module: Module) -> dict[str, File]:
    """The module's ``.tf`` files by name, less override files, whose blocks stand for others of theirs."""
    return {
        name: file for name, file in module.files.items() if name.endswith(".tf") and not is_override(name)
    }


def blocks(module: Module, type_: str) -> list[tuple[str, Block]]:
    """The top-level blocks of a type in ordinary files, each with its file's name."""
    return [
        (name, block)
        for name, file in ordinary(module).items()
        for block in module.accepted(file)
        if block.type == type_
    ]


def declared(module: Module, type_: str) -> list[tuple[str, Block]]:
    """The top-level blocks of a type in all but override files, those in JSON too."""
    return [
        (name, block)
        for name, file in module.files.items()
        if not is_override(name)
        for block in module.accepted(file)
        if block.type == type_
    ]


def add(block: Block, module: Module, preferred: str) -> None:
    """Puts a new block into the file of that name; without one, to where most blocks of its type stand."""
    file = _program(module) or module.file(_preferred(block, module, preferred))
    last = module.index(_by_file, _itself).last((block.type, file.body))
    if last is not None:
        file.body.insert_after(last, block)
    else:
        file.body.append(block)


def _by_file(block: Block) -> Iterator[tuple[tuple[str, Body | None], Block]]:
    yield (block.type, block.parent), block


def _itself(block: Block) -> Block:
    return block


def _program(module: Module) -> File | None:
    """The one file of a program, which has a place for any block."""
    return next(iter(module.files.values())) if module.language != "hcl" else None


def _preferred(block: Block, module: Module, preferred: str) -> str:
    if preferred in module.files:
        return preferred
    counted = Counter(name for name, _ in blocks(module, block.type))
    return counted.most_common(1)[0][0] if counted else preferred


def why_untouchable(module: Module, names: Iterable[str]) -> str:
    """Why nothing can be put into files of these names, or be sure of what is there, as a clause."""
    if module.unreadable:
        return f"{module.unreadable[0]} cannot be read"
    if left_out := next((name for name in names if name in module.opaque), None):
        return f"{left_out} is there but excluded"
    tofu = next((name for name in module.files if name.endswith((".tofu", ".tofu.json"))), None)
    return f"{tofu} makes the module another one to OpenTofu" if tofu else ""
