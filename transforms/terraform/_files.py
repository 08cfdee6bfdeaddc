"""The files of a module that blocks are taken from and put into."""

from __future__ import annotations

from collections.abc import Iterable

from tffix import Block, File, Gap, Module


def ordinary(module: Module) -> dict[str, File]:
    """The module's ``.tf`` files by name, less override files, whose blocks stand for others of theirs."""
    return {
        name: file for name, file in module.files.items() if name.endswith(".tf") and not _overrides(name)
    }


def _overrides(name: str) -> bool:
    return name == "override.tf" or name.endswith("_override.tf")


def blocks(module: Module, type_: str) -> list[tuple[str, Block]]:
    """The top-level blocks of a type in ordinary files, each with its file's name."""
    return [(name, block) for name, file in ordinary(module).items() for block in file.blocks(type_)]


def add(block: Block, module: Module, preferred: str) -> None:
    """Puts a new block into the file of that name; without one, to where most blocks of its type stand."""
    names = [name for name, _ in blocks(module, block.type)]
    known = preferred in module.files or not names
    file = module.file(preferred if known else max(names, key=names.count))
    last = list(file.blocks(block.type))[-1:]
    if last:
        file.body.insert_after(last[0], block)
    else:
        file.body.append(block)
    module.changed()


def take_comments_apart(block: Block, file: File) -> list[str]:
    """Takes the comments between a block and the one above it, set off from both, out of a file; with its
    only block all that there are."""
    items, above = file.body.items, list[Gap]()
    is_only = list(file.blocks()) == [block]
    for item in items:
        if isinstance(item, Gap):
            above.append(item)
        elif item is not block:
            above.clear()
        elif not is_only:
            break
    file.body.items = [item for item in items if all(item is not gap for gap in above)]
    return [gap.text for gap in above if not gap.is_blank]


def put_comments_apart(comments: Iterable[str], block: Block, file: File) -> None:
    """Puts comments above a block of a file, on lines apart, but those that the file has already."""
    items = file.body.items
    for text in [text for text in comments if text.strip() not in file.text]:
        index = next(index for index, item in enumerate(items) if item is block)
        before = items[index - 1] if index else None
        is_apart = before is None or (isinstance(before, Gap) and before.is_blank)
        for gap in (Gap(text), Gap("\n")) if is_apart else (Gap("\n"), Gap(text), Gap("\n")):
            gap.parent = file.body
            items.insert(index, gap)
            index += 1


def why_untouchable(module: Module, names: Iterable[str]) -> str:
    """Why nothing can be put into files of these names, or be sure of what is there, as a clause."""
    if module.unreadable:
        return f"{module.unreadable[0]} cannot be read"
    if left_out := next((name for name in names if name in module.opaque), None):
        return f"{left_out} is there but excluded"
    tofu = next((name for name in module.files if name.endswith(".tofu")), None)
    return f"{tofu} makes the module another one to OpenTofu" if tofu else ""
