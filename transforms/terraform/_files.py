"""The files of a module that blocks are taken from and put into."""

from __future__ import annotations

from collections.abc import Iterable

from tffix import Block, File, Module, is_override


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
    last = list(file.blocks(block.type))[-1:]
    if last:
        file.body.insert_after(last[0], block)
    else:
        file.body.append(block)


def _program(module: Module) -> File | None:
    """The one file of a program, which has a place for any block."""
    return next(iter(module.files.values())) if module.language != "hcl" else None


def _preferred(block: Block, module: Module, preferred: str) -> str:
    names = [name for name, _ in blocks(module, block.type)]
    return preferred if preferred in module.files or not names else max(names, key=names.count)


def why_untouchable(module: Module, names: Iterable[str]) -> str:
    """Why nothing can be put into files of these names, or be sure of what is there, as a clause."""
    if module.unreadable:
        return f"{module.unreadable[0]} cannot be read"
    if left_out := next((name for name in names if name in module.opaque), None):
        return f"{left_out} is there but excluded"
    tofu = next((name for name in module.files if name.endswith((".tofu", ".tofu.json"))), None)
    return f"{tofu} makes the module another one to OpenTofu" if tofu else ""
