"""A root module with everything that it calls: which directories Terraform will read, and stand-ins for the
rest.

A remote module that is not on disk gets a stand-in that takes the arguments it is called with and has every
output that anything in the calling module could ask it for, each of unknown value and type.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tffix.terraform.address import Address
from tffix.terraform.asked import names_asked, names_asked_of
from tffix.terraform.headers import is_name
from tffix.terraform.repository import Repositories
from tffix.urls import redacted
from tffix.validate.errors import ValidateError
from tffix.validate.modules import ModuleCall, ModuleFiles, installed_modules, list_directory, read_module
from tffix.validate.places import diagnostic_at
from tffix.validate.results import Diagnostic
from tffix.validate.source_files import SourceFile

MAX_DEPTH: Final = 40
MAX_CALLS: Final = 5_000
"""Calls that are followed below one root module: two calls a level come to a billion in thirty levels."""

_REGISTRY: Final = re.compile(r"([\w.-]+(:\d+)?/)?[\w-]+/[\w-]+/[\w-]+(//.*)?")
_EPHEMERAL: Final = re.compile(r"\bephemeral\b")
_FETCHED: Final = re.compile(r"[\w+]+::|\w+://|git@|(github\.com|bitbucket\.org|[\w-]+\.[\w.-]+)/|/")


@dataclass(frozen=True, slots=True)
class Installed:
    """An entry of Terraform's list of installed modules; without a directory it is a stand-in."""

    key: str
    source: str
    directory: Path | None
    stand_in: str = ""


@dataclass(slots=True)
class Configuration:
    """A root module and what it calls. `modules` has each directory once, the root first, `installed` each
    call once; `skipped` and `problems` are what is to be reported of them. `place` is where the root seems to
    Terraform to be, if it is not there."""

    root: Path
    modules: dict[Path, ModuleFiles] = field(default_factory=dict)
    installed: list[Installed] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    place: Path | None = None

    def file(self, path: Path) -> SourceFile | None:
        """A file of one of its modules."""
        module = self.modules.get(path.parent)
        return next((file for file in module.files if file.path == path), None) if module else None


def load_configuration(
    root: Path,
    tofu: bool = False,
    contents: Mapping[Path, bytes] | None = None,
    repositories: Repositories | None = None,
) -> Configuration:
    """The configuration whose root module is in a directory. `contents` are files that count otherwise than
    they are on the disk; without `repositories`, nothing around the root counts. Raises ValidateError for
    one with too many calls."""
    found = Configuration(root)
    _Loader(found, tofu, installed_modules(root), contents or {}).visit(root, ())
    if repositories is not None:
        found.modules[root].module.repository = repositories.of(str(root))
    return found


class _Loader:
    """Follows the module calls from the root down."""

    def __init__(
        self,
        configuration: Configuration,
        tofu: bool,
        on_disk: dict[str, Path],
        contents: Mapping[Path, bytes],
    ) -> None:
        self.configuration, self.tofu, self.on_disk = configuration, tofu, on_disk
        self.contents = contents
        self.keys: set[str] = set()
        # Call blocks whose source was replaced already, by file and offset: what was put there instead.
        self.replaced: dict[tuple[Path, int], tuple[str, Path | None]] = {}

    def visit(self, directory: Path, chain: tuple[tuple[str, Path], ...]) -> None:
        if directory not in self.configuration.modules:
            self.configuration.modules[directory] = read_module(directory, self.tofu, self.contents)
        module = self.configuration.modules[directory]
        for file, why in module.unread.items():
            self.configuration.problems.append(Diagnostic("error", "Failed to read file", f"{why}.", file))
        above = [place for _, place in chain] + [directory]
        for call in module.calls:
            path = (*chain, (call.name, directory))
            key = ".".join(name for name, _ in path)
            target = self.target(module, call, key, above)
            if target:
                self.visit(target, path)

    def target(self, module: ModuleFiles, call: ModuleCall, key: str, above: list[Path]) -> Path | None:
        """The directory that a call leads to; for a stand-in, none."""
        place = (call.file.path, call.file.start(call.block))
        known = self.replaced.get(place)
        if known:
            source, found = known
            self.install(module, call, key, source, found)
            return found
        if call.source is None:
            self.install(module, call, key, "", None)
            return None
        if call.is_local:
            return self.local(module, call, key, above)
        if not _REGISTRY.fullmatch(call.source) and not _FETCHED.match(call.source):
            # Not an address at all: Terraform says so itself, and never looks it up.
            self.install(module, call, key, "", None)
            return None
        found = self.on_disk.get(key)
        if found is None:
            line = f'module "{call.name}" ({redacted(call.source)}): not on disk'
            if line not in self.configuration.skipped:
                self.configuration.skipped.append(line)
        source = f"./_{len(self.replaced)}"
        self.replaced[place] = (source, found)
        _replace_source(call, source)
        self.install(module, call, key, source, found)
        return found

    def local(self, module: ModuleFiles, call: ModuleCall, key: str, above: list[Path]) -> Path | None:
        source = (call.source or "").replace("\\", "/")
        found = Path(os.path.normpath(module.path / source))
        clean = posixpath.normpath(source)
        clean = clean if clean.startswith("../") else f"./{clean}"
        problem = ""
        if not found.is_dir() and not any(file.parent == found for file in self.contents):
            problem = f"The directory {call.source} does not exist."
        elif not list_directory(found, self.tofu, self.contents).files:
            problem = f"There are no configuration files in {call.source}."
        elif found in above or len(above) > MAX_DEPTH:
            problem = "This module calls itself, directly or by way of others."
        if problem:
            self.configuration.problems.append(_at_source(call, "Unreadable module directory", problem))
        self.install(module, call, key, clean, None if problem else found)
        return None if problem else found

    def install(
        self, module: ModuleFiles, call: ModuleCall, key: str, source: str, found: Path | None
    ) -> None:
        if key in self.keys:
            return  # a duplicate, which Terraform reports
        if len(self.keys) >= MAX_CALLS:
            raise ValidateError(
                f"it calls more than {MAX_CALLS} modules, by way of others: validate those on their own"
            )
        self.keys.add(key)
        stand_in = "" if found else stand_in_text(module, call, may_be_ephemeral(module, call))
        self.configuration.installed.append(Installed(key, source, found, stand_in))


def _at_source(call: ModuleCall, summary: str, detail: str) -> Diagnostic:
    file, source = call.file, call.block.get("source")
    assert source is not None
    return diagnostic_at(file, file.value(source), file.end(source), summary, detail, f"module.{call.name}")


def _replace_source(call: ModuleCall, source: str) -> None:
    """Points a call at a local directory, in the text that Terraform gets; no line or column moves."""
    file, text = call.file, call.file.text
    address, version = call.block.get("source"), call.block.get("version")
    assert address is not None
    start, end = file.value(address), file.end(address)
    text = text[:start] + f'"{source}"'.ljust(end - start) + text[end:]
    if version is not None and file.is_json:
        # There the key "//" is a comment.
        start = file.start(version)
        text = text[:start] + re.sub('"version"', '"//"     ', text[start:], count=1)
    elif version is not None:
        text = blank(text, file.start(version), file.end(version))
    file.text, file.changed = text, True


def blank(text: str, start: int, end: int) -> str:
    """The text with spaces for everything in a range but its line ends."""
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]


def may_be_ephemeral(module: ModuleFiles, call: ModuleCall) -> frozenset[str]:
    """The arguments of a call that take ephemeral values, as far as the module has some at all."""
    if any(_EPHEMERAL.search(file.text) for file in module.files):
        return frozenset(call.arguments)
    return frozenset()


def stand_in_text(module: ModuleFiles, call: ModuleCall, ephemeral: Collection[str]) -> str:
    """The configuration of a module that takes what the call gives and has whatever is asked of it. Only a
    variable that is declared for them takes `ephemeral` values, and old Terraforms know none."""
    lines = []
    for name in dict.fromkeys(call.arguments):
        mark = "  ephemeral = true\n" if name in ephemeral else ""
        lines.append(f'variable "{name}" {{\n  default = null\n{mark}}}\n')
    asked = names_asked_of(Address(("module", call.name)), module.module)
    if asked is None:
        asked = names_asked(module.module)
    lines += [f'output "{name}" {{\n  value = null\n}}\n' for name in sorted(filter(is_name, asked))]
    required: dict[str, tuple[str, list[str]]] = {}
    for theirs, ours in call.providers.items():
        name, _, alias = theirs.partition(".")
        _, aliases = required.setdefault(name, (module.address_of(ours.partition(".")[0]), []))
        if alias:
            aliases.append(theirs)
    if required:
        lines.append("terraform {\n  required_providers {\n")
        for name, (address, aliases) in required.items():
            lines.append(f'    {name} = {{\n      source = "{address}"\n')
            lines.append(f"      configuration_aliases = [{', '.join(aliases)}]\n    }}\n")
        lines.append("  }\n}\n")
    return "".join(lines)
