"""The kinds of mutation by name. Each is a function that edits a module, or raises NoSiteError."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from differential import mutations
from differential.scene import Scene
from tffix import parse

Mutation = Callable[[Scene], None]


@cache
def kinds() -> Mapping[str, Mutation]:
    """All kinds: the public functions of the modules in `mutations`, `duplicate_output` being named
    duplicate-output, and the headings of `expressions.txt` and `snippets.hcl` beside them."""
    found: dict[str, Mutation] = {}
    for info in pkgutil.iter_modules(mutations.__path__, f"{mutations.__name__}."):
        found |= _functions(importlib.import_module(info.name))
    folder = Path(mutations.__path__[0])
    found |= {name: partial(_wrap_one, texts) for name, texts in _expressions(folder / "expressions.txt")}
    found |= {name: partial(_append_one, texts) for name, texts in _snippets(folder / "snippets.hcl")}
    return dict(sorted(found.items()))


def _functions(module: ModuleType) -> dict[str, Mutation]:
    return {
        name.replace("_", "-"): value
        for name, value in vars(module).items()
        if callable(value) and not name.startswith("_") and value.__module__ == module.__name__
    }


def _expressions(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The expressions under each heading, `[kind]`."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    heading = re.compile(r"\[([a-z-]+)\]")
    starts = [number for number, line in enumerate(lines) if heading.fullmatch(line)]
    for start, end in pairwise([*starts, len(lines)]):
        yield lines[start][1:-1], tuple(lines[start + 1 : end])


def _snippets(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The blocks under each heading, `# [kind]`."""
    parts = re.split(r"^# \[([a-z-]+)\]\n", path.read_text("utf-8"), flags=re.MULTILINE)
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        yield name, tuple(block.text for block in parse(text.encode()).blocks())


def _append_one(texts: tuple[str, ...], scene: Scene) -> None:
    scene.append(scene.pick(texts))


def _wrap_one(texts: tuple[str, ...], scene: Scene) -> None:
    scene.wrap(scene.pick(texts))
