"""Where the root modules of a repository have their `terraform` and `provider` blocks: its authors' habit."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from .module import Module
from .repository import Repository

SETTINGS = ("terraform", "provider")
"""The blocks that a module has its settings in."""
SMALL = 10
"""So many resources, data sources and module calls a small root has at most."""
_FEWEST = 3
CONTENTS = ("resource", "data", "module", "ephemeral", "check")
"""The blocks that settings are the settings of."""
_TYPES = "|".join((*SETTINGS, *CONTENTS)).encode()
_TOP = re.compile(rb"^(" + _TYPES + rb")\b[^={\r\n]*\{", re.MULTILINE)
_BACKEND = re.compile(rb"^[ \t]+(?:backend|cloud)\b[^={\r\n]*\{", re.MULTILINE)
_REMOTE = re.compile(rb'^[ \t]+(?:backend[ \t]+"(?!local")[^={\r\n]*|cloud[ \t]*)\{', re.MULTILINE)
_OF_A_ROOT = re.compile(rb"^provider\b[^={\r\n]*\{|" + _BACKEND.pattern, re.MULTILINE)
_NAMED = re.compile(r"(?:.*[^a-z])?(?:terraform|providers?|backend|versions?)(?:[^a-z].*)?", re.I)


@dataclass(slots=True)
class Habits:
    """How many roots with settings a repository has, in how many of them resources share a file with the
    settings, how many keep their state remotely, how many modules stand apart from any root, and how often
    files of a name are for settings, by the type of block in them. Large roots count where they have a
    backend: somebody works on them as they are. Read from the text of the files as they are on the disk:
    this is evidence, not proof."""

    roots: int = 0
    mixed: int = 0
    remote: int = 0
    apart: int = 0  # modules without any settings of a root, which nothing here calls
    has_backend: bool = False
    names: dict[str, Counter[str]] = field(
        default_factory=lambda: {"terraform": Counter(), "provider": Counter()}
    )

    @property
    def mixes(self) -> bool:
        """Whether roots have their settings among the resources, as a habit."""
        return _is_usual(self.mixed, self.roots)

    @property
    def is_collection(self) -> bool:
        """Whether it is a collection of modules for others: several that nothing here calls and that have no
        settings of a root, and no backend anywhere."""
        return self.apart >= _FEWEST and self.apart > self.roots and not self.has_backend

    @property
    def keeps_state_remotely(self) -> bool:
        """Whether most roots do, so that one without a backend is given it by something unseen, or is a part
        of another root."""
        return _is_usual(self.remote, self.roots)

    def file_for(self, type_: str) -> str | None:
        """The usual name of the files for blocks of a type; None where there is none."""
        best = self.names[type_].most_common(2)
        is_clear = bool(best) and (len(best) == 1 or best[0][1] > best[1][1])
        return best[0][0] if is_clear and best[0][1] >= _FEWEST else None


def _is_usual(number: int, of_all: int) -> bool:
    return number >= _FEWEST and 2 * number > of_all


def is_for_settings(name: str, types: Collection[str]) -> bool:
    """Whether a file is for settings: it has some, and nothing that they are the settings of, or only data
    sources beside them where it is named for settings (`_terraform.tf`, `provider.aws.tf`)."""
    others = set(types).intersection(CONTENTS)
    if set(types).isdisjoint(SETTINGS):
        return False
    return not others or (others == {"data"} and _NAMED.fullmatch(name.partition(".tf")[0]) is not None)


def counts(module: Module) -> bool:
    """Whether the habit of others like it says where the settings of a root belong: it is small, so that one
    file is enough, or it has a backend."""
    if sum(len(module.blocks(type_)) for type_ in CONTENTS) <= SMALL:
        return True
    inner = (block for one in module.blocks("terraform") for block in one.blocks())
    return any(block.type in ("backend", "cloud") for block in inner)


def of(module: Module) -> Habits:
    """The habits of the repository that a module lies in; no habit where nothing around it is to count."""
    return _of(module.repository) if module.repository is not None else Habits()


@lru_cache(maxsize=8)
def _of(repository: Repository) -> Habits:
    folders: dict[str, list[str]] = {}
    for path in repository.files:
        if path.endswith(".tf"):
            folders.setdefault(os.path.dirname(path), []).append(path)
    found = Habits()
    for folder, paths in folders.items():
        texts = {path: repository.read(path) or b"" for path in paths}
        if any(map(_OF_A_ROOT.search, texts.values())):
            _count(texts, found)
        elif folder not in repository.callers:
            found.apart += 1
    return found


def _count(texts: dict[str, bytes], found: Habits) -> None:
    """Adds one root."""
    blocks = {path: [type_.decode() for type_ in _TOP.findall(text)] for path, text in texts.items()}
    found.has_backend |= any(map(_BACKEND.search, texts.values()))
    others = sum(type_ in CONTENTS for types in blocks.values() for type_ in types)
    mixed = False
    for path, types in blocks.items():
        name = os.path.basename(path)
        if is_for_settings(name, types):
            for type_ in set(types).intersection(SETTINGS):
                found.names[type_][name] += 1
        elif not set(types).isdisjoint(SETTINGS):
            mixed = True
    if others <= SMALL or any(map(_BACKEND.search, texts.values())):
        found.roots += 1
        found.mixed += mixed
        found.remote += any(map(_REMOTE.search, texts.values()))
