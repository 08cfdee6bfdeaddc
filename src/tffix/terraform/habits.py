"""Where the root modules of a repository have their `terraform` and `provider` blocks: its authors' habit."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from .module import Module
from .repository import Repository

SMALL = 10
"""So many resources, data sources and module calls a small root has at most."""
_FEWEST = 3
CONTENTS = ("resource", "data", "module", "ephemeral", "check")
"""The blocks that settings are the settings of."""
_TYPES = "|".join(("terraform", "provider", *CONTENTS)).encode()
_TOP = re.compile(rb"^(" + _TYPES + rb")\b[^={\r\n]*\{", re.MULTILINE)
_OF_A_ROOT = re.compile(rb"^(?:provider\b|[ \t]+(?:backend|cloud)\b)[^={\r\n]*\{", re.MULTILINE)
_REMOTE = re.compile(rb'^[ \t]+(?:backend[ \t]+"(?!local")[^={\r\n]*|cloud[ \t]*)\{', re.MULTILINE)
_SETTINGS = frozenset((b"terraform", b"provider"))


@dataclass(slots=True)
class Habits:
    """How many roots with settings a repository has, and in how many of them resources share a file with the
    settings, both also of the small ones; how many keep their state remotely; and how often files of a name
    have nothing but settings, by the type of block in them. Read from the text of the files as they are on
    the disk: this is evidence, not proof."""

    roots: int = 0
    mixed: int = 0
    small: int = 0
    small_mixed: int = 0
    remote: int = 0
    names: dict[str, Counter[str]] = field(
        default_factory=lambda: {"terraform": Counter(), "provider": Counter()}
    )

    def mixes(self, is_small: bool) -> bool:
        """Whether roots have their settings among the resources, as a habit. That of small roots says nothing
        of large ones."""
        if is_small:
            return _is_usual(self.small_mixed, self.small) or _is_usual(self.mixed, self.roots)
        return _is_usual(self.mixed - self.small_mixed, self.roots - self.small)

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


def is_small(module: Module) -> bool:
    """Whether a module has so few resources, data sources and module calls that one file is enough."""
    return sum(len(module.blocks(type_)) for type_ in CONTENTS) <= SMALL


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
    for paths in folders.values():
        texts = {path: repository.read(path) or b"" for path in paths}
        if any(map(_OF_A_ROOT.search, texts.values())):
            _count(texts, found)
    return found


def _count(texts: dict[str, bytes], found: Habits) -> None:
    """Adds one root."""
    blocks = {path: _TOP.findall(text) for path, text in texts.items()}
    others = sum(type_ not in _SETTINGS for types in blocks.values() for type_ in types)
    mixed = False
    for path, types in blocks.items():
        settings = _SETTINGS.intersection(types)
        if settings and not _SETTINGS.issuperset(types):
            mixed = True
        elif settings:
            for type_ in settings:
                found.names[type_.decode()][os.path.basename(path)] += 1
    found.roots += 1
    found.remote += any(map(_REMOTE.search, texts.values()))
    found.mixed += mixed
    if others <= SMALL:
        found.small += 1
        found.small_mixed += mixed
