"""The trees of a project as they were at a moment: what has changed since, laid out or taken back.

Nothing here looks at more than what was touched, so that a fix costs the same however many modules there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from .. import projection
from ..hcl import parse
from ..hcl.settle import settle
from ..hcl.tree import File
from ..terraform.module import Module, is_document
from ..terraform.project import Project
from .results import Change
from .trees import as_read, encoded, is_edited, remade

Snapshot = dict[Module, dict[str, File]]
"""The files of modules by their names."""


class Trees:
    """The trees of a project. ``forget`` is told of modules that may have changed."""

    def __init__(self, project: Project, forget: Callable[[Iterable[Module]], None]) -> None:
        self.project = project
        self.forget = forget
        self.originals: Snapshot = {}
        for module in project.modules.values():
            module.project = project
            self.originals[module] = dict(module.files)
        self._touched: Snapshot = {}
        project.watch = self._keep

    def original(self, file: File, module: Module) -> File | None:
        """A file of a module as it was read; None if it was not there."""
        name = next(name for name, one in (*module.files.items(), *module.documents.items()) if one is file)
        if name in module.documents:
            data = module.as_read.get(name)
            return projection.read(data, file.path) if data is not None else None
        return self.originals.get(module, {}).get(name)

    def _keep(self, module: Module) -> None:
        if module not in self._touched:
            self._touched[module] = {**module.files, **module.documents}

    def snapshot(self) -> Snapshot:
        """What there is now (parsed, settled): the modules that are touched from now on, each with its files
        as they are now."""
        self._touched = {}
        return self._touched

    @cached_property
    def read(self) -> dict[str, bytes]:
        """The bytes of all files by their paths, as they were read."""
        return {file.path: file.original for files in self.originals.values() for file in files.values()}

    def settle(self, before: Snapshot) -> None:
        """Lays out and parses anew every file that differs from its source. Raises HclSyntaxError."""
        changed = []
        for module, known in self._within(before):
            files = {name: _settled(file, known.get(name)) for name, file in module.files.items()}
            if any(file is not module.files[name] for name, file in files.items()):
                module.files = dict(sorted(files.items()))
                changed.append(module)
            for name, file in list(module.documents.items()):
                as_read = file if name in module.as_read else None
                module.keep_document(name, _settled(file, known.get(name, as_read)))
        self._changed(before, changed)

    def restore(self, before: Snapshot) -> None:
        """Takes back what has changed; modules that were made since are gone."""
        changed = []
        for module, known in list(self._within(before)):
            if module.path in self.project.made and not known:
                self.project.forget(module.path)
                continue
            files = {name: as_read(file) for name, file in known.items() if not is_document(name)}
            if files != module.files:
                module.files = files
                changed.append(module)
            module.forget_documents()
            for name, file in known.items():
                if is_document(name):
                    module.keep_document(name, as_read(file))
        self._changed(before, changed)

    def edited(self, before: Snapshot) -> Iterator[tuple[Module, str, Change]]:
        """What is new since ``before``: the modules, the names of their files, and the changes."""
        for module, files in self._within(before):
            for name, file in (*module.files.items(), *module.documents.items()):
                known = files.get(name)
                old = known.original if known is not None else module.as_read.get(name)
                if known is not file and old != file.original and (old is not None or file.original):
                    yield module, name, Change(file.path, old, file.original, module.group.name)

    def touched(self, before: Snapshot) -> Iterator[tuple[Module, str]]:
        """The files that differ from those of a snapshot, settled or not, by their names."""
        for module, known in self._within(before):
            for name, file in (*module.files.items(), *module.documents.items()):
                if is_edited(file) or known.get(name) is not file:
                    yield module, name

    def state(self) -> int:
        """Differs where any text does."""
        modules = self.project.modules.values()
        files = (file for one in modules for file in (*one.files.values(), *one.documents.values()))
        return hash(tuple((file.path, file.original) for file in files))

    def _within(self, before: Snapshot) -> Iterator[tuple[Module, dict[str, File]]]:
        """The modules of a snapshot with their files at that time, and those that were made since."""
        found = sorted(before.items(), key=lambda one: one[0].number)
        yield from (one for one in found if one[0].path in self.project.modules)
        if before is self.originals:
            yield from ((self.project.modules[path], {}) for path in sorted(self.project.made))

    def _changed(self, before: Snapshot, changed: Sequence[Module]) -> None:
        """Ties the modules whose trees have changed anew."""
        if changed:
            self.project.tie(changed)
        self.forget(before)


def _settled(file: File, known: File | None) -> File:
    """A file that was edited, laid out and parsed anew; one that was not, itself."""
    text = file.text if known is not file or is_edited(file) else file.source
    if known is file and text == file.source:
        return file
    parse(encoded(file, text), file.path)  # tells of a fault better than the layout would
    return remade(file, settle(known.source if known else "", text))


__all__ = ["Snapshot", "Trees"]
