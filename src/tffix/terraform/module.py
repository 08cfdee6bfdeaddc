"""A module: all configuration files of a directory, what they declare and who refers to it."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from functools import cached_property
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from ..files import as_text
from ..hcl import HclSyntaxError, parse_structure
from ..hcl.nodes import Expression
from ..hcl.tree import Attribute, Block, File, Item, edits, touch
from ..projection import read
from .address import Address
from .discovery import LOCK_FILE, NATIVE
from .groups import Group
from .headers import is_accepted
from .index import Index
from .references import Reference, expressions, mentions_of, with_index
from .sources import json_text, source_texts

if TYPE_CHECKING:
    from .project import Project
    from .repository import Repository

PROVIDER_FILES = ("provider.tf", "providers.tf", "versions.tf", "terraform.tf")
"""Files that are named for what they hold: terraform and provider blocks."""

_TESTS = (".tftest.hcl", ".tfmock.hcl")

T = TypeVar("T")
V = TypeVar("V")


class UnreadableFileError(ValueError):
    """A file that cannot be parsed, or must not be written, and so not be edited."""


class Module:
    """The files of one directory.

    ``files`` are its ``.tf`` and ``.tf.json`` files by name, each parsed; ``opaque`` is the text of its
    other Terraform files (``.tftest.hcl``, ``.tfvars``, and those that cannot be parsed), which are read
    for evidence only, and so is a block whose header Terraform does not accept. A test or a file of variable
    values is parsed when ``document`` is asked for it, and can be edited then: it declares nothing here.
    ``callers``, ``children`` and ``project`` are set by the project. Its edits change the trees; writing is
    the runner's. What is worked out of the trees is kept until one of them changes.

    A program that makes constructs of CDK for Terraform is a module too: its ``language`` is not ``hcl``,
    its ``path`` that of its one file.
    """

    def __init__(
        self,
        path: str,
        files: Mapping[str, File],
        opaque: dict[str, str] | None = None,
        language: str = "hcl",
    ) -> None:
        self.path = path
        self.project: Project | None = None
        self._alone: Group | None = None  # where it is in no project
        self._documents: dict[str, File] = {}
        self._files: dict[str, File] = {}
        self.files = files
        self.opaque = opaque or {}
        self.language = language
        self.as_read: dict[str, bytes] = {}  # what is opaque, byte for byte
        self.unreadable: list[str] = []  # files that could not be parsed: what they hold is not known
        self.calls: dict[Module, list[Block]] = {}  # by the modules that call this one
        self.children: dict[str, Module] = {}
        self.number = 0  # its place in the project
        self.is_root = True
        self.repository: Repository | None = None  # None where nothing around the module is to count
        self.renamed: dict[Address, Address] = {}  # by this run: what has a new name has it nowhere deployed
        self.is_called_outside = False  # by a module of the same repository that was not read
        self.is_library = False  # made to be called, by what it is named and where it stands

    # -- what is kept ------------------------------------------------------------------------------------

    @property
    def files(self) -> Mapping[str, File]:
        """The trees of its files by name; to be read, while setting it puts other files in their place."""
        return self._shown

    @files.setter
    def files(self, files: Mapping[str, File]) -> None:
        self._touched()
        for file in self._files.values():
            if file.body.watch == self._noticed:
                file.body.watch = None
        self._files = dict(files)
        self._shown = MappingProxyType(self._files)
        self._by_body = {file.body: file for file in self._files.values()}
        self._names = {file.body: name for name, file in self._files.items()}
        self._numbers = {body: number for number, body in enumerate(self._by_body)}
        self._edited: list[tuple[Item | None, bool]] = []
        for body in self._by_body:
            body.watch = self._noticed
        self._derived: dict[Callable[[Module], Any], Any] = {}
        self._derived_with_others: dict[Callable[[Module], Any], Any] = {}
        self._indexes: dict[Callable[[Block], Iterable[tuple[Hashable, Any]]], Index[Any]] = {}
        touch(None)
        self._edits = edits()

    @property
    def documents(self) -> Mapping[str, File]:
        """The tests and files of variable values that were asked for, parsed."""
        return self._documents

    @documents.setter
    def documents(self, documents: Mapping[str, File]) -> None:
        self._touched()
        self._documents = dict(documents)
        for file in self._documents.values():
            file.body.watch = self._touched

    def _noticed(self, item: Item | None, is_taken_out: bool) -> None:
        self._edited.append((item, is_taken_out))
        self._touched()

    def _touched(self, *_: object) -> None:
        """Lets the project know that something of this module changes."""
        if self.project is not None:
            self.project.touched(self)
        elif self._alone is not None:
            self._alone.touched(self)

    def recall(self, work: Callable[[Module], T]) -> T:
        """What a function makes of this module. It is called once, and again when a tree of the module has
        changed; so it looks at nothing but those. What may change outside them, such as how modules call
        one another, is for ``recall_with_others``."""
        if self._edits != edits():
            self._notice_edits()
        if work not in self._derived:
            self._derived[work] = work(self)
        found: T = self._derived[work]
        return found

    def recall_with_others(self, work: Callable[[Module], T]) -> T:
        """The same for a function that also looks at other modules: any edit makes it be called again."""
        if self._edits != edits():
            self._notice_edits()
        if work not in self._derived_with_others:
            self._derived_with_others[work] = work(self)
        found: T = self._derived_with_others[work]
        return found

    def index(
        self, work: Callable[[Block], Iterable[tuple[Hashable, V]]], owner: Callable[[V], Block]
    ) -> Index[V]:
        """Values by key that a function finds in each top-level block of which Terraform accepts the header.
        The function looks at the block only, and is called again for those that have changed."""
        return self._index(work, owner, self._is_accepted)

    def _index(
        self,
        work: Callable[[Block], Iterable[tuple[Hashable, V]]],
        owner: Callable[[V], Block],
        counts: Callable[[Block], bool],
    ) -> Index[V]:
        if self._edits != edits():
            self._notice_edits()
        if work not in self._indexes:
            blocks = (block for file in self._files.values() for block in file.blocks())
            self._indexes[work] = Index(work, owner, counts, blocks)
        found: Index[V] = self._indexes[work]
        return found

    def _notice_edits(self) -> None:
        self._derived_with_others = {}
        self._edits = edits()
        if not self._edited:
            return
        self._derived = {}
        edited: dict[Block, bool] = {}
        for item, is_taken_out in self._edited:
            if isinstance(item, Block):
                edited[item] = edited.get(item, False) or is_taken_out
        self._edited.clear()
        for index in self._indexes.values():
            index.follow(edited, self._is_there, self.rank)

    def _is_there(self, block: Block) -> bool:
        return block.parent in self._numbers

    def _is_accepted(self, block: Block) -> bool:
        return is_accepted(block, self.language != "hcl")

    def _is_rejected(self, block: Block) -> bool:
        return not self._is_accepted(block)

    def rank(self, block: Block) -> tuple[int, int]:
        """What grows from one top-level block to the next, over all files."""
        assert block.parent is not None
        return self._numbers[block.parent], block.parent.places[block]

    # -- what it declares --------------------------------------------------------------------------------

    def accepted(self, file: File) -> Iterator[Block]:
        """The top-level blocks of a file whose headers Terraform accepts; the others declare nothing."""
        return filter(self._is_accepted, file.blocks())

    def blocks(self, type_: str, *labels: str) -> list[Block]:
        """The top-level blocks of a type whose first labels are ``labels``, over all files."""
        if self._edits == edits() and _headers in self._indexes:  # the usual case without a detour
            return self._indexes[_headers].get((type_, *labels))
        return self.index(_headers, _itself).get((type_, *labels))

    def resources(self, *types: str) -> list[Block]:
        """The managed resources of some types, or all."""
        if not types:
            return self.blocks("resource")
        return [block for type_ in types for block in self.blocks("resource", type_)]

    def resource(self, type_: str, name: str) -> Block | None:
        """The managed resource of a type and name."""
        return next(iter(self.blocks("resource", type_, name)), None)

    @property
    def locals(self) -> dict[str, Attribute]:
        """The local values by name."""
        return self.recall(Module._locals)

    def _locals(self) -> dict[str, Attribute]:
        return {a.name: a for block in self.blocks("locals") for a in block.body.attributes}

    def variable(self, name: str) -> Block | None:
        """The variable of a name."""
        return next(iter(self.blocks("variable", name)), None)

    def get(self, address: Address | str) -> Block | Attribute | None:
        """What an address names: a block, for a local value its attribute; None if it is not declared."""
        parts = Address.parse(address).parts if isinstance(address, str) else address.parts
        if parts[0] == "local":
            found = self.index(_local_values, _FIRST).get(parts[1])
            return found[-1][1] if found else None
        if parts[0] in ("data", "ephemeral"):
            return next(iter(self.blocks(*parts[:3])), None)
        kind = {"var": "variable", "module": "module", "output": "output"}.get(parts[0])
        if kind:
            return next(iter(self.blocks(kind, parts[1])), None)
        return next(iter(self.blocks("resource", *parts[:2])), None)

    def file_of(self, item: Block | Attribute) -> File:
        """The file that an item, at any depth, stands in."""
        body = item.parent
        while body is not None and body.owner is not None:
            body = body.owner.parent
        assert body is not None
        file = self._by_body.get(body)
        return file or next(one for one in self.documents.values() if one.body is body)

    # -- references --------------------------------------------------------------------------------------

    @property
    def references(self) -> list[Reference]:
        """Every reference in every file, in order."""
        return self.recall(Module._references)

    def _references(self) -> list[Reference]:
        return [
            reference
            for file in self.files.values()
            for block in self.accepted(file)
            for reference in self.references_in(block)
        ]

    def _index_of_references(self) -> Index[Reference]:
        return self.index(self._references_in, _OWNER)

    def _references_in(self, block: Block) -> Iterator[tuple[Hashable, Reference]]:
        """The references in a block, by what they name and by what they are in: it, or a local value."""
        assert block.parent is not None
        file = self._by_body[block.parent]
        for attribute, bound in expressions(block):
            for mention in mentions_of(attribute):
                if mention.node.root not in bound:
                    reference = Reference(mention, attribute, block, file)
                    yield mention.address, reference
                    yield attribute if block.type == "locals" else block, reference

    def references_in(self, item: Block | Attribute) -> list[Reference]:
        """The references in a top-level block or a local value, in order."""
        index = self._index_of_references()
        if isinstance(item, Block) and item.type == "locals":
            return [reference for one in item.body.attributes for reference in index.get(one)]
        return index.get(item)

    def references_to(self, address: Address | str) -> list[Reference]:
        """Who refers to an address: in expressions, templates, heredocs, ``depends_on``, ``moved``…"""
        key = Address.parse(address) if isinstance(address, str) else address
        return self._index_of_references().get(key)

    def references_within(self, *types: str) -> Iterator[Reference]:
        """The references in top-level blocks of some types."""
        return (one for one in self.references if one.block.type in types)

    @property
    def texts(self) -> dict[str, str]:
        """What is read as text only, by file: ``opaque``, and blocks whose headers Terraform does not
        accept."""
        texts: dict[str, str] = {}
        for block in self._index(_all, _itself, self._is_rejected).get(None):
            assert block.parent is not None
            name = self._names[block.parent]
            texts[name] = texts.get(name, "") + block.text
        return {**texts, **self.opaque}

    def mentioned_elsewhere(self, word: str) -> str | None:
        """The name of a file in which ``word`` occurs where tffix reads text only."""
        return next((name for name, text in sorted(self.texts.items()) if word in text), None)

    @property
    def directory(self) -> str:
        """The directory that its files are in."""
        return self.path if self.language == "hcl" else posixpath.dirname(self.path) or "."

    def has_file(self, path: str) -> bool:
        """Whether a file or folder is there, by its path from the module's directory."""
        return os.path.exists(os.path.join(self.directory, path))

    def source_texts(self, path: str) -> Iterator[tuple[str, str]]:
        """The names and texts of source files in a folder, a zip archive or at a path from the module's
        directory; they are read only."""
        return source_texts(os.path.join(self.directory, path))

    def json_text(self, path: str) -> str | None:
        """The text of a JSON file, by its path from the module's directory; it is read only."""
        return json_text(os.path.join(self.directory, path))

    @property
    def unseen(self) -> str | None:
        """The name of a file of which not even the text is known, so that anything may stand in it. The text
        of a file that cannot be parsed is known: ``mentioned_elsewhere`` looks through it."""
        return next((name for name in self.unreadable if name not in self.opaque), None)

    @cached_property
    def generated(self) -> Module:
        """What Terragrunt writes beside its files, which counts as there: a module of those files, that can
        be asked what they declare. Its ``unreadable`` files may declare anything."""
        from .generated import generated

        return generated(self)

    # -- edits -------------------------------------------------------------------------------------------

    def file(self, name: str) -> File:
        """The file of that name; a new, empty one if there is none. A test in the folder ``tests`` is a
        document. Raises UnreadableFileError, also for what is in another directory: that is another module,
        which ``beside`` opens."""
        if is_document(name):
            return self.document(name)
        if name in self.opaque or name in self.unreadable:
            raise UnreadableFileError(f"{name} cannot be parsed, so nothing can be added to it")
        if name in self.files:
            return self.files[name]
        if self.language != "hcl":
            raise UnreadableFileError(f"{self.path} is a program, which has no {name}")
        if _is_elsewhere(name):
            raise UnreadableFileError(f"{name} is in another directory, and so no file of this module")
        if not name.endswith(NATIVE):
            raise UnreadableFileError(f"{name} is no name for a new Terraform file: it must end in .tf")
        return self._new(name, self.add)

    def document(self, name: str) -> File:
        """The tree of a test, a file of variable values (``terraform.tfvars``, ``tests/a.tftest.hcl``) or the
        lock file; a new, empty one if there is none. Raises UnreadableFileError."""
        if not is_document(name):
            raise UnreadableFileError(f"{name} is no test, no file of variable values and no lock file")
        if name not in self.documents:
            if name not in self.opaque and name not in self.unreadable:
                return self._new(name, self.add)
            data = self.as_read.setdefault(name, self.opaque.get(name, "").encode())
            try:
                file = read(data, self.path_of(name)) if name not in self.unreadable else None
                if file is None:
                    raise HclSyntaxError("it could not be read", self.path_of(name), 0, 0)
                self.documents = {**self.documents, name: file}
            except HclSyntaxError as error:
                raise UnreadableFileError(f"{name} cannot be parsed: {error.message}") from error
        return self.documents[name]

    def keep_document(self, name: str, file: File) -> None:
        """Puts a document in the place of one that was edited, also where its text is looked through."""
        if file is not self.documents.get(name) or name not in self.opaque:
            self.documents = {**self.documents, name: file}
            self.opaque[name] = as_text(file.original)
            touch(None)

    def forget_documents(self) -> None:
        """Makes all documents what they were when they were read."""
        for name in self.documents:
            self.opaque.pop(name, None)
            if name in self.as_read:
                self.opaque[name] = as_text(self.as_read[name])
        self.documents = {}
        touch(None)

    def path_of(self, name: str) -> str:
        """The path of a file of this module."""
        return name if self.path == "." else posixpath.join(self.path, name)

    def _new(self, name: str, keep: Callable[[str, File], None]) -> File:
        if reason := self.why_not_written(name):
            raise UnreadableFileError(reason)
        file = parse_structure(b"", self.path_of(name))
        keep(name, file)
        return file

    @property
    def callers(self) -> list[tuple[Module, Block]]:
        """The modules of the project that call this one, each with the block, in order."""
        by_place = sorted(self.calls, key=lambda one: one.number) if len(self.calls) > 1 else self.calls
        return [(caller, call) for caller in by_place for call in self.calls[caller]]

    @property
    def group(self) -> Group:
        """This module with all that it calls and that call it, near or far."""
        if self.project is not None:
            return self.project.group(self)
        self._alone = self._alone or Group([self])
        return self._alone

    def tied(self) -> list[Module]:
        """The modules of its group; itself first, then those that calls lead to and come from."""
        found, stack = {self: None}, [self]
        while stack:
            here = stack.pop()
            for other in (*here.children.values(), *(caller for caller, _ in here.callers)):
                if other not in found:
                    found[other] = None
                    stack.append(other)
        return list(found)

    def tied_with(self, keys: Iterable[Hashable], work: Callable[[Module], Set[Hashable]]) -> list[Module]:
        """The other modules of its group for which a function gives a set that has all of some keys. It
        costs little to ask, however many modules there are; the function looks at the module only."""
        if len(self.group.modules) == 1:
            return []
        found = (one for one in self.group.summary(work).having(keys) if one is not self)
        return sorted(found, key=lambda one: one.number)

    def beside(self, path: str) -> Module:
        """The module in another directory, by its path from this one's (``modules/bucket``, ``../network``):
        one that is tied to this one by calls; a new one without files if there is none. Raises
        UnreadableFileError for a module that is there but not worked on together with this one."""
        if self.project is None:
            raise UnreadableFileError(f"{self.path} is in no project, so {path} cannot be reached from it")
        return self.project.beside(self, path)

    def source_of(self, other: Module) -> str:
        """What a call of another module of the project has as its ``source`` here: ``./modules/bucket``."""
        path = posixpath.relpath(other.path, self.path)
        return path if path.startswith("..") else f"./{path}"

    def why_not_written(self, name: str) -> str:
        """Why a file must not be changed, or made if it is not there, as a clause: Terragrunt writes it, or
        git ignores it. Nothing if it may."""
        from .generated import why_not_written

        return why_not_written(name, self, is_new=name not in self.files)

    def add(self, name: str, file: File) -> None:
        """Takes a file in, in the place of one of the same name. Raises UnreadableFileError for the name of
        a file in another directory."""
        if is_document(name):
            self.documents = {**self.documents, name: file}
        elif _is_elsewhere(name):
            raise UnreadableFileError(f"{name} is in another directory, and so no file of this module")
        else:
            self.files = {**self.files, name: file}

    def redirect(self, references: list[Reference], source: Callable[[Reference], str]) -> None:
        """Rewrites references, each to the source text that ``source`` gives for it. Where one stands in
        the index of another, the other is given to ``source`` with the inner one rewritten."""
        by_attribute: dict[Attribute, list[Reference]] = {}
        for reference in references:
            by_attribute.setdefault(reference.attribute, []).append(reference)
        for attribute, found in by_attribute.items():
            changes: dict[Expression, str] = {}
            for reference in sorted(found, key=lambda one: one.node.end - one.node.start):
                node = reference.node
                inner = [one for one in changes if node.start <= one.start and one.end <= node.end]
                inside = {one: changes.pop(one) for one in inner}
                changes[node] = source(with_index(reference, inside) if inside else reference)
            attribute.replace(changes)

    def place(self, item: Block | Attribute) -> tuple[str, int, int]:
        """File path, line and column of an item, as the file was read."""
        file = self.file_of(item)
        line, column = file.position(item.offset) if item.offset is not None else (1, 1)
        return file.path, line, column


def _headers(block: Block) -> Iterator[tuple[Hashable, Block]]:
    """A block by its type and any number of its first labels."""
    header = (block.type, *block.labels)
    for length in range(1, len(header) + 1):
        yield header[:length], block


def _all(block: Block) -> Iterator[tuple[Hashable, Block]]:
    yield None, block


def _local_values(block: Block) -> Iterator[tuple[Hashable, tuple[Block, Attribute]]]:
    if block.type == "locals":
        for attribute in block.body.attributes:
            yield attribute.name, (block, attribute)


_FIRST: Callable[[tuple[Block, Attribute]], Block] = itemgetter(0)


def _itself(block: Block) -> Block:
    return block


_OWNER: Callable[[Reference], Block] = attrgetter("block")


def _is_elsewhere(name: str) -> bool:
    return "/" in name or "\\" in name


def is_document(name: str) -> bool:
    """Whether a file of that name is no configuration, but one that is parsed when it is asked for."""
    folder, _, base = name.rpartition("/")
    if base.endswith(_TESTS):
        return folder in ("", "tests")
    return not folder and (base == LOCK_FILE or base.endswith((".tfvars", ".tfvars.json")))
