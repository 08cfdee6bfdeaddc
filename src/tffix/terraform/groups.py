"""Groups of modules that calls tie together: what is worked out of one is kept as long as the calls are."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Hashable, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from .module import Module

T = TypeVar("T")


class Group:
    """Modules that call one another, near or far, in the order of their project. Where a call changes, the
    modules concerned come into new groups; so a group itself never changes, only the trees of its modules."""

    def __init__(self, modules: list[Module]) -> None:
        self.modules = modules
        self.name = min(module.path for module in modules)
        self._kept: dict[Callable[[Group], Any], Any] = {}
        self._summaries: dict[Callable[[Module], Any], Summary[Any]] = {}

    def recall(self, work: Callable[[Group], T]) -> T:
        """What a function makes of how the modules call one another. It is called once: it looks at nothing
        that an edit may change."""
        if work not in self._kept:
            self._kept[work] = work(self)
        found: T = self._kept[work]
        return found

    def summary(self, work: Callable[[Module], T]) -> Summary[T]:
        """What a function makes of each module, up to date. It is called again for a module whose trees have
        changed, and looks at nothing but those."""
        if work not in self._summaries:
            self._summaries[work] = Summary(work, self.modules)
        found: Summary[T] = self._summaries[work]
        found.refresh()
        return found

    @property
    def files(self) -> Container[str]:
        """The absolute paths of the configuration files of the modules: it costs nothing to ask for one."""
        return self.recall(GroupFiles)

    def touched(self, module: Module) -> None:
        """Takes notice of an edit in a module."""
        for summary in self._summaries.values():
            summary.changed[module] = None

    def below(self, tops: Iterable[Module]) -> dict[Module, list[Module]]:
        """For each module those of some modules that calls lead from to it; itself where it is one."""
        found: dict[Module, list[Module]] = {}
        for top in tops:
            stack, seen = [top], {top}
            while stack:
                here = stack.pop()
                found.setdefault(here, []).append(top)
                for child in here.children.values():
                    if child not in seen:
                        seen.add(child)
                        stack.append(child)
        return found


class GroupFiles:
    """The absolute paths of files of the modules of a group, as they are whenever one is asked for."""

    def __init__(self, group: Group) -> None:
        self._modules = {os.path.abspath(module.directory): module for module in group.modules}

    def __contains__(self, path: object) -> bool:
        folder, name = os.path.split(str(path))
        return folder in self._modules and name in self._modules[folder].files


class Summary(Generic[T]):
    """What a function makes of each module of a group. ``version`` is another one after it has made
    something else of one of them."""

    def __init__(self, work: Callable[[Module], T], modules: Iterable[Module]) -> None:
        self._work = work
        self._found: dict[Module, T] = {}
        self._by_key: dict[Hashable, dict[Module, None]] | None = None
        self.changed = dict.fromkeys(modules)
        self.version = 0

    def refresh(self) -> None:
        """Asks again for the modules that have changed."""
        while self.changed:
            module, _ = self.changed.popitem()
            before, after = self._found.get(module), self._work(module)
            if module not in self._found or after != before:
                self._found[module] = after
                self.version += 1
                if self._by_key is not None:
                    self._index(module, before, after)

    def having(self, keys: Iterable[Hashable]) -> list[Module]:
        """The modules of which the function makes a set that has all of some keys."""
        if self._by_key is None:
            self._by_key = {}
            for module, found in self._found.items():
                self._index(module, None, found)
        by_key = self._by_key
        first, *others = sorted((by_key.get(key, {}) for key in keys), key=len)
        return [module for module in first if all(module in other for other in others)]

    def _index(self, module: Module, before: Any, after: Any) -> None:
        assert self._by_key is not None
        for key in set(before or ()).difference(after):
            del self._by_key[key][module]
        for key in after:
            self._by_key.setdefault(key, {})[module] = None


__all__ = ["Group", "Summary"]
