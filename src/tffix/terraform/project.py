"""Finds the modules below a path and ties callers to the local modules that they call."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..files import as_text, read_file
from ..hcl import HclSyntaxError
from ..hcl.tree import Block, File, touch
from ..projection import read
from .discovery import (
    CONFIGURATION,
    LOCK_FILE,
    TEMPLATES,
    Listing,
    find_modules,
    in_directory,
    listing_of,
)
from .groups import Group
from .module import Module, UnreadableFileError
from .providers import configures_a_provider
from .repository import Repositories
from .surroundings import called_from_outside, repository_top

_MOST_PROGRAMS = 50
_REGISTRY_NAME = re.compile(r"terraform-[a-z0-9]+-[a-z0-9-]+")


@dataclass(slots=True)
class Project:
    """The modules found below the given paths, by directory; ``errors`` are files that cannot be read.

    ``left_alone`` tells of files that are known but not to be worked on why that is. ``outside`` are the
    absolute paths of modules that something beyond the given paths calls. ``alone``: nothing around the
    given paths counts. ``made`` are the directories of modules that were not there before. ``watch`` is told
    of a module when something of it changes.
    """

    modules: dict[str, Module] = field(default_factory=dict)
    errors: list[Exception] = field(default_factory=list)
    left_alone: dict[str, str] = field(default_factory=dict)
    outside: frozenset[str] = frozenset()
    alone: bool = False
    made: set[str] = field(default_factory=set)
    watch: Callable[[Module], None] | None = None
    _groups: dict[Module, Group] = field(default_factory=dict)
    _above: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _looked_at: dict[str, Module | None] = field(default_factory=dict)

    def module_at(self, path: str) -> Module | None:
        """The module in a directory; one that is not worked on is read to be looked at, and tied to nothing.
        None where there is no module, or not all of it can be read."""
        known = self.modules.get(path)
        if known is not None:
            return known
        if path not in self._looked_at:
            self._looked_at[path] = self._look_at(path)
        return self._looked_at[path]

    def _look_at(self, path: str) -> Module | None:
        try:
            listing = listing_of(path)
        except OSError:
            return None
        module = read_module(path, listing)[0] if listing.files else None
        if module is None or module.unreadable:
            return None
        module.project = self
        return module

    def tie(self, changed: Collection[Module] | None = None) -> None:
        """Connects every module with the local modules that it calls; tells roots from children. With
        ``changed``, of a project that is tied, only those whose trees have changed."""
        if changed is None:
            for number, module in enumerate(self.modules.values()):
                module.number = number
        calling = list(self.modules.values() if changed is None else changed)
        concerned = dict.fromkeys(calling)
        for module in calling:
            module.project = self
            concerned.update(dict.fromkeys((*module.children.values(), *self._connect(module))))
        touch(None)
        for module in concerned:
            module.is_called_outside = self._is_called_outside(module)
            module.is_library = self._is_library(module)
            module.is_root = not (module.calls or module.is_called_outside or module.is_library)

    def _connect(self, module: Module) -> Iterable[Module]:
        """Connects a module with those that it calls, which are returned."""
        children: dict[str, Module] = {}
        calls: dict[Module, list[Block]] = {}
        # Where a program's sources start from is not known.
        for call in module.blocks("module") if module.language == "hcl" else ():
            child = self.modules.get(called_directory(module, call) or "")
            if child is not None and child is not module and len(call.labels) == 1:
                children[call.labels[0]] = child
                calls.setdefault(child, []).append(call)
        for former in module.children.values():
            former.calls.pop(module, None)
        for child, blocks in calls.items():
            child.calls[module] = blocks
        if children != module.children:
            module.children = children
            self._groups = {}
        return calls

    def group(self, module: Module) -> Group:
        """See Module.group."""
        if module not in self._groups:
            found, stack = {module}, [module]
            while stack:
                here = stack.pop()
                for other in (*here.children.values(), *here.calls):
                    if other not in found:
                        found.add(other)
                        stack.append(other)
            group = Group(sorted(found, key=lambda one: one.number))
            self._groups.update(dict.fromkeys(found, group))
        return self._groups[module]

    def touched(self, module: Module) -> None:
        """Is told by a module before something of it changes, or when it has been edited."""
        if module in self._groups:
            self._groups[module].touched(module)
        if self.watch is not None:
            self.watch(module)

    def beside(self, module: Module, path: str) -> Module:
        """See Module.beside."""
        where = os.path.normpath(os.path.join(module.path, path))
        known = self.modules.get(where)
        if known is module or os.path.isabs(path):
            raise UnreadableFileError(f"'{path}' is no path to another module")
        if known is not None:
            if where not in self.made and known not in module.tied():
                raise UnreadableFileError(f"{where} is a module that no call ties to {module.path}")
            return known
        if module.language != "hcl" or _has_configuration(where):
            raise UnreadableFileError(f"{where} is not worked on together with {module.path}")
        made = Module(where, {})
        made.repository, made.project = module.repository, self
        made.number = next(reversed(self.modules.values())).number + 1
        self.modules[where] = made
        self.made.add(where)
        self.touched(made)
        return made

    def forget(self, path: str) -> None:
        """Takes a module out again that was made."""
        self.made.discard(path)
        gone = self.modules.pop(path)
        gone.files = {}
        self._connect(gone)
        self._groups = {}
        self.tie(gone.calls)

    def _is_called_outside(self, module: Module) -> bool:
        """Whether something beyond the given paths calls the module."""
        is_hcl = module.language == "hcl" and not self.alone
        return is_hcl and bool(self.outside) and os.path.abspath(module.path) in self.outside

    def _is_library(self, module: Module) -> bool:
        """Whether the module is made to be called, whoever calls it: it is in a folder ``modules`` or
        has a name as the public registry wants it (``terraform-aws-network``), and it configures neither a
        provider nor a backend."""
        if module.language != "hcl":
            return not any(f.projection.is_root for f in module.files.values() if f.projection is not None)
        name = "" if self.alone else os.path.basename(os.path.abspath(module.path))
        if "modules" not in self._folders_above(module) and not _REGISTRY_NAME.fullmatch(name):
            return False
        backends = (
            b for t in module.blocks("terraform") for b in t.blocks() if b.type in ("backend", "cloud")
        )
        return not configures_a_provider(module) and next(backends, None) is None

    def _folders_above(self, module: Module) -> tuple[str, ...]:
        """The names of the three folders that a module stands in, up to its repository."""
        if self.alone:
            return Path(module.path).parts[:-1]
        if module.path not in self._above:
            self._above[module.path] = self._look_above(module)
        return self._above[module.path]

    def _look_above(self, module: Module) -> tuple[str, ...]:
        path = Path(os.path.abspath(module.path))
        top = repository_top(str(path))
        parts = path.relative_to(top).parts if top else path.parts[1:]
        return parts[:-1][-3:]


def called_module(module: Module, call: Block) -> Module | None:
    """The module that a call with a local source calls, also one outside the paths of the run; None if it
    cannot be read wholly."""
    directory = called_directory(module, call) if module.language == "hcl" else None
    return module.project.module_at(directory) if directory is not None and module.project else None


def called_directory(module: Module, call: Block) -> str | None:
    """The directory that a module call with a local source names; None for other sources."""
    source = call.get("source")
    literal = source.string if source is not None else None
    if literal is None or not literal.startswith(("./", "../")):
        return None
    return os.path.normpath(os.path.join(module.path, literal))


def _has_configuration(path: str) -> bool:
    try:
        return any(name.endswith(CONFIGURATION) for name in os.listdir(path))
    except FileNotFoundError:
        return False
    except OSError:
        return True  # what is in it is not known


def _tests(path: str) -> Iterator[str]:
    """The test and mock files in the folder in which `terraform test` looks for them."""
    try:
        entries = sorted(entry.name for entry in os.scandir(os.path.join(path, "tests")))
    except OSError:
        return
    yield from (f"tests/{name}" for name in entries if name.endswith((".tftest.hcl", ".tfmock.hcl")))


def read_module(
    path: str,
    listing: Listing,
    load: Callable[[str], bytes] = read_file,
    parse: Callable[[bytes, str], File | None] = read,
) -> tuple[Module, list[Exception]]:
    """The module of a directory from its listing, and the errors of the files that cannot be read. ``load``
    gives the bytes of a file, or raises OSError; ``parse`` makes a tree of them, or raises HclSyntaxError or
    gives None where it cannot."""
    files: dict[str, File] = {}
    opaque: dict[str, str] = {}
    as_read: dict[str, bytes] = {}
    errors: list[Exception] = []
    unreadable: list[str] = []
    for name in sorted((*listing.files, *listing.left_alone)):
        full = in_directory(path, name)
        try:
            data = load(full)
            file = parse(data, full)
        except (OSError, HclSyntaxError) as error:
            if name in listing.files:
                errors.append(error)
            file = None
            if isinstance(error, OSError):
                unreadable.append(name)
                continue
        if file is not None:
            files[name] = file
        else:
            unreadable.append(name)
            as_read[name], opaque[name] = data, data.decode("utf-8", "replace")
    for name in (*listing.evidence, *_tests(path)):
        try:
            as_read[name] = load(in_directory(path, name))
            opaque[name] = as_text(as_read[name])
        except FileNotFoundError:  # a link that leads nowhere; nothing is to be written there anyway
            opaque[name] = ""
        except OSError as error:
            errors.append(error)
            unreadable.append(name)
    unreadable += (name for name in listing.evidence if name.endswith(TEMPLATES))
    module = Module(path, files, opaque)
    module.unreadable, module.as_read = unreadable, as_read
    return module, errors


def read_program(path: str) -> Module | None:
    """The module that a Python file is; None if it does not make constructs. Raises OSError and
    HclSyntaxError."""
    file = read(read_file(path), path)
    return program(file) if file is not None else None


def program(file: File) -> Module:
    """The module that the view of a program is."""
    assert file.projection is not None
    name = os.path.basename(file.path)
    opaque = {f"{name} (what is not shown)": file.projection.hidden}
    return Module(file.path, {name: file}, opaque, language=file.language)


def read_modules(
    found: Mapping[str, Listing],
    outside: frozenset[str] = frozenset(),
    alone: bool = False,
    repositories: Repositories | None = None,
) -> Project:
    """The modules of the directories found, tied. Files that cannot be read or parsed are in ``errors``.
    Without ``repositories``, what is around the modules is looked up anew."""
    project = Project(outside=outside, alone=alone)
    repositories = repositories or Repositories()
    for directory, listing in found.items():
        if listing.files or listing.left_alone:
            module, errors = read_module(directory, listing)
            project.modules[directory] = module
            project.errors += errors
        for name in listing.programs:
            try:
                made = read_program(in_directory(directory, name))
            except (OSError, HclSyntaxError) as error:
                project.errors.append(error)
            else:
                if made is not None:
                    project.modules[made.path] = made
        for name in listing.left_alone:
            project.left_alone[in_directory(directory, name)] = "excluded by tffix.toml or ignored by git"
    for module in project.modules.values():
        module.repository = repositories.of(module.directory)
    show_programs(project)
    project.tie()
    return project


def show_programs(project: Project) -> None:
    """Lets the programs of one application see one another's text: what one names may be made in another."""
    programs = [module for module in project.modules.values() if module.language != "hcl"]
    if len(programs) > _MOST_PROGRAMS:
        return  # not one application
    texts = {one.path: "".join(map(_text, one.files.values())) for one in programs}
    for module in programs:
        others = {path: text for path, text in texts.items() if path != module.path}
        module.opaque |= others
        for file in module.files.values():
            assert file.projection is not None
            file.projection.others = "\n".join(others.values())


def _text(file: File) -> str:
    return file.original.decode("utf-8", "replace")


def read_project(
    paths: Iterable[str], excluded: Callable[[str], bool] = lambda _: False, alone: bool = False
) -> Project:
    """Every module below the paths. ``alone``: as if nothing stood around the paths, neither callers of
    the modules in them nor ignore files; each path is a repository then."""
    paths = tuple(paths)
    errors: list[OSError] = []
    found = find_modules(paths, excluded, use_gitignore=not alone, errors=errors)
    outside = frozenset[str]() if alone else called_from_outside(found)
    project = read_modules(found, outside, alone, Repositories(paths, alone))
    project.errors[:0] = errors
    return project


__all__ = [
    "LOCK_FILE",
    "Listing",
    "Project",
    "called_directory",
    "called_module",
    "find_modules",
    "program",
    "read_module",
    "read_modules",
    "read_program",
    "read_project",
    "show_programs",
]
