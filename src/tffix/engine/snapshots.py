"""The trees of a project as they were at a moment: what has changed since, laid out or taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..hcl import parse
from ..hcl.settle import settle
from ..hcl.tree import File
from ..projection import read
from ..terraform.module import Module, is_document
from ..terraform.project import Project
from .results import Change
from .trees import as_read, encoded, is_edited, remade

Snapshot = dict[str, dict[str, File]]
"""The files of modules by the path of the module and their names."""


class Trees:
    """The trees of a project. ``forget`` is told of the paths of modules that may have changed."""

    def __init__(self, project: Project, forget: Callable[[Iterable[str]], None]) -> None:
        self.project = project
        self.forget = forget
        self.originals: Snapshot = {path: dict(module.files) for path, module in project.modules.items()}

    def original(self, file: File, module: Module) -> File | None:
        """A file of a module as it was read; None if it was not there."""
        name = next(name for name, one in (*module.files.items(), *module.documents.items()) if one is file)
        if name in module.documents:
            data = module.as_read.get(name)
            return read(data, file.path) if data is not None else None
        return self.originals.get(module.path, {}).get(name)

    def snapshot(self, module: Module) -> Snapshot:
        """The files, as they are now (parsed, settled), of a module, of those that it is tied to and of those
        that were made."""
        tied = {one.path: one for one in module.tied()}
        made = {path: self.project.modules[path] for path in self.project.made}
        return {path: {**one.files, **one.documents} for path, one in (tied | made).items()}

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
        changed, is_one_gone = [], False
        for module, known in list(self._within(before)):
            if module.path in self.project.made and not known:
                self.project.forget(module.path)
                is_one_gone = True
                continue
            files = {name: as_read(file) for name, file in known.items() if not is_document(name)}
            if files != module.files:
                module.files = files
                changed.append(module)
            module.forget_documents()
            for name, file in known.items():
                if is_document(name):
                    module.keep_document(name, as_read(file))
        self._changed(before, None if is_one_gone else changed)

    def edited(self, before: Snapshot) -> Iterator[tuple[Module, str, Change]]:
        """What is new since ``before``: the modules, the names of their files, and the changes."""
        for module, files in self._within(before):
            for name, file in (*module.files.items(), *module.documents.items()):
                known = files.get(name)
                old = known.original if known is not None else module.as_read.get(name)
                if known is not file and old != file.original and (old is not None or file.original):
                    together = min(one.path for one in module.tied())
                    yield module, name, Change(file.path, old, file.original, together)

    def touched(self) -> Iterator[tuple[Module, str]]:
        """The files that differ from those that were read, settled or not, by their names."""
        for module in self.project.modules.values():
            known = self.originals.get(module.path, {})
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
        for path in (*before, *sorted(self.project.made - before.keys())):
            yield self.project.modules[path], before.get(path, {})

    def _changed(self, before: Snapshot, changed: Sequence[Module] | None) -> None:
        """Ties the modules whose trees have changed anew (None: all)."""
        self.project.tie(changed)
        self.forget((*before, *self.project.made))


def _settled(file: File, known: File | None) -> File:
    """A file that was edited, laid out and parsed anew; one that was not, itself."""
    text = file.text if known is not file or is_edited(file) else file.source
    if known is file and text == file.source:
        return file
    parse(encoded(file, text), file.path)  # tells of a fault better than the layout would
    return remade(file, settle(known.source if known else "", text))


__all__ = ["Snapshot", "Trees"]
