"""A module with everything that it calls: which directories Terraform will read, and stand-ins for the rest.

A remote module that is not on disk gets a stand-in that takes the arguments it is called with and has every
output that anything in the calling module could ask it for, each of unknown value and type.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tffix.urls import redacted
from tffix.validate.errors import ValidateError
from tffix.validate.modules import (
    MAX_CALLS,
    MAX_DEPTH,
    Call,
    ModuleDirectory,
    SourceFile,
    installed_modules,
    is_config_file,
    names_in,
    read_module,
)
from tffix.validate.outline import NOWHERE, Argument
from tffix.validate.places import diagnostic_at
from tffix.validate.results import Diagnostic

_REGISTRY: Final = re.compile(r"([\w.-]+(:\d+)?/)?[\w-]+/[\w-]+/[\w-]+(//.*)?")
_FETCHED: Final = re.compile(r"[\w+]+::|\w+://|git@|(github\.com|bitbucket\.org|[\w-]+\.[\w.-]+)/|/")


@dataclass(frozen=True, slots=True)
class Installed:
    """An entry of Terraform's list of installed modules; without a directory it is a stand-in."""

    key: str
    source: str
    directory: Path | None
    stand_in: str = ""


@dataclass(slots=True)
class Project:
    root: Path
    modules: dict[Path, ModuleDirectory] = field(default_factory=dict)
    installed: list[Installed] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def file(self, path: Path) -> SourceFile | None:
        module = self.modules.get(path.parent)
        return next((file for file in module.files if file.path == path), None) if module else None


def load_project(root: Path, tofu: bool = False, contents: Mapping[Path, bytes] | None = None) -> Project:
    project = Project(root)
    _Loader(project, tofu, installed_modules(root), contents or {}).visit(root, ())
    return project


class _Loader:
    """Follows the module calls from the root down."""

    def __init__(
        self, project: Project, tofu: bool, on_disk: dict[str, Path], contents: Mapping[Path, bytes]
    ) -> None:
        self.project, self.tofu, self.on_disk, self.contents = project, tofu, on_disk, contents
        # Call blocks whose source was replaced already, by file and offset: what was put there instead.
        self.keys: set[str] = set()
        self.replaced: dict[tuple[Path, int], tuple[str, Path | None]] = {}

    def visit(self, directory: Path, chain: tuple[tuple[str, Path], ...]) -> None:
        if directory not in self.project.modules:
            self.project.modules[directory] = read_module(directory, self.tofu, self.contents)
        module = self.project.modules[directory]
        for file, why in module.unread.items():
            self.project.problems.append(Diagnostic("error", "Failed to read file", f"{why}.", file))
        above = [place for _, place in chain] + [directory]
        for call in module.calls:
            path = (*chain, (call.name, directory))
            key = ".".join(name for name, _ in path)
            target = self.target(module, call, key, above)
            if target:
                self.visit(target, path)

    def target(self, module: ModuleDirectory, call: Call, key: str, above: list[Path]) -> Path | None:
        """The directory that a call leads to; for a stand-in, none."""
        known = self.replaced.get((call.file.path, call.block.start))
        if known and call.block.start != NOWHERE:
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
            if line not in self.project.skipped:
                self.project.skipped.append(line)
        source = f"./_{len(self.replaced)}"
        self.replaced[call.file.path, call.block.start] = (source, found)
        _replace_source(call, source)
        self.install(module, call, key, source, found)
        return found

    def local(self, module: ModuleDirectory, call: Call, key: str, above: list[Path]) -> Path | None:
        source = (call.source or "").replace("\\", "/")
        found = Path(os.path.normpath(module.path / source))
        clean = posixpath.normpath(source)
        clean = clean if clean.startswith("../") else f"./{clean}"
        problem = ""
        given = {file.name for file in self.contents if file.parent == found}
        if not found.is_dir() and not given:
            problem = f"The directory {call.source} does not exist."
        elif not any(is_config_file(name, self.tofu) for name in (*given, *names_in(found))):
            problem = f"There are no configuration files in {call.source}."
        elif found in above or len(above) > MAX_DEPTH:
            problem = "This module calls itself, directly or by way of others."
        if problem:
            self.project.problems.append(_at_source(call, "Unreadable module directory", problem))
        self.install(module, call, key, clean, None if problem else found)
        return None if problem else found

    def install(self, module: ModuleDirectory, call: Call, key: str, source: str, found: Path | None) -> None:
        if key in self.keys:
            return  # a duplicate, which Terraform reports
        if len(self.keys) >= MAX_CALLS:
            raise ValidateError(
                f"it calls more than {MAX_CALLS} modules, by way of others: validate those on their own"
            )
        self.keys.add(key)
        stand_in = "" if found else stand_in_text(module, call)
        self.project.installed.append(Installed(key, source, found, stand_in))


def _at_source(call: Call, summary: str, detail: str) -> Diagnostic:
    source = call.block.get("source")
    start, end = (source.value, source.end) if source else (call.block.start, call.block.body)
    return diagnostic_at(call.file, start, end, summary, detail, f"module.{call.name}")


def _replace_source(call: Call, source: str) -> None:
    """Points a call at a local directory, in the text that Terraform gets; no line or column moves."""
    text = call.file.text
    for name in ("source", "version"):
        argument = call.block.get(name)
        if argument is None:
            continue
        if argument.start == NOWHERE:
            text = _replace_in_json(text, argument, source)
        elif name == "source":
            put = f'"{source}"'.ljust(argument.end - argument.value)
            text = text[: argument.value] + put + text[argument.end :]
        else:
            text = blank(text, argument.start, argument.end)
    call.file.text, call.file.changed = text, True


def _replace_in_json(text: str, argument: Argument, source: str) -> str:
    if argument.name == "source":
        return text.replace(argument.text, f'"{source}"'.ljust(len(argument.text)), 1)
    # In JSON the key "//" is a comment.
    pattern = re.compile(r'"version"(?=\s*:\s*' + re.escape(argument.text) + ")")
    return pattern.sub('"//"'.ljust(len('"version"')), text, count=1)


def blank(text: str, start: int, end: int) -> str:
    """The text with spaces for everything in a range but its line ends."""
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]


def stand_in_text(module: ModuleDirectory, call: Call) -> str:
    """The configuration of a module that takes what the call gives and has whatever is asked of it."""
    # Only a variable that is declared for them takes ephemeral values, and old Terraforms know none.
    ephemeral = "  ephemeral = true\n" if any("ephemeral" in file.text for file in module.files) else ""
    names = dict.fromkeys(call.arguments)
    lines = [f'variable "{name}" {{\n  default = null\n{ephemeral}}}\n' for name in names]
    lines += [f'output "{name}" {{\n  value = null\n}}\n' for name in sorted(module.asked_of(call.name))]
    required: dict[str, tuple[str, list[str]]] = {}
    for name, alias, ours, _ in call.providers:
        _, aliases = required.setdefault(name, (module.address_of(ours), []))
        if alias:
            aliases.append(f"{name}.{alias}")
    if required:
        lines.append("terraform {\n  required_providers {\n")
        for name, (address, aliases) in required.items():
            lines.append(f'    {name} = {{\n      source = "{address}"\n')
            lines.append(f"      configuration_aliases = [{', '.join(aliases)}]\n    }}\n")
        lines.append("  }\n}\n")
    return "".join(lines)
