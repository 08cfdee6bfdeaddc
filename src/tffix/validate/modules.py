"""Reads a module directory and the modules it calls: files, calls, provider requirements, types in use."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tffix.facts.addresses import provider_address
from tffix.files import read_file, read_text
from tffix.json_data import read_json
from tffix.terraform.discovery import CONFIGURATION, LOCK_FILE
from tffix.terraform.providers import Requirement as Entry
from tffix.terraform.providers import configuration_named, lock_entries, passed
from tffix.terraform.providers import requirement as read_requirement
from tffix.validate.outline import Block, outline, outline_json

META_ARGUMENTS: Final = frozenset({"count", "for_each", "depends_on", "provider", "providers", "lifecycle"})
TYPED: Final = {"resource": "resource", "data": "data", "ephemeral": "ephemeral", "action": "action"}
_OF_TERRAFORM: Final = tuple(ending for ending in CONFIGURATION if "tofu" not in ending)
_CALL_ARGUMENTS: Final = META_ARGUMENTS | {"source", "version"}

_CONFIGURATION: Final = re.compile(r"([A-Za-z_][\w-]*)(?:\.([\w-]+))?")
_DOTTED: Final = re.compile(r'\.\s*([A-Za-z_][\w-]*)|\[\s*"([A-Za-z_][\w-]*)"\s*\]')

MAX_DEPTH: Final = 40
MAX_CALLS: Final = 5_000
"""Calls that are followed below one root module: two calls a level come to a billion in thirty levels."""
_AS_IT_IS: Final[Mapping[Path, bytes]] = {}


@dataclass(slots=True)
class SourceFile:
    """A configuration file; `text` is what Terraform gets, changed in place at most."""

    path: Path
    text: str
    outline: Block | None
    changed: bool = False

    def replace(self, text: str) -> None:
        self.text = text
        self.outline = read_outline(self.path, text)
        self.changed = True


@dataclass(frozen=True, slots=True)
class Call:
    """A `module` block. Providers are (child's name, child's alias, our name, our alias)."""

    name: str
    source: str | None
    version: str | None
    block: Block
    file: SourceFile
    arguments: tuple[str, ...]
    providers: tuple[tuple[str, str, str, str], ...]

    @property
    def is_local(self) -> bool:
        return self.source is not None and self.source.startswith(("./", "../", ".\\", "..\\"))


@dataclass(slots=True)
class Requirement:
    """What a module says of one provider name: address, version constraints, aliases its caller passes in."""

    address: str
    constraints: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ModuleDirectory:
    path: Path
    files: list[SourceFile]
    calls: list[Call] = field(default_factory=list)
    requirements: dict[str, Requirement] = field(default_factory=dict)
    unread: dict[Path, str] = field(default_factory=dict)
    configurations: set[tuple[str, str]] = field(default_factory=set)

    def blocks(self, *types: str) -> Iterator[tuple[SourceFile, Block]]:
        for file in self.files:
            if file.outline:
                for block in file.outline.of(*types):
                    yield file, block

    def typed_blocks(self) -> Iterator[tuple[SourceFile, Block]]:
        """Resources, data sources, ephemeral resources and actions, those inside `check` blocks too."""
        for file, block in self.blocks(*TYPED, "check"):
            if block.type == "check":
                yield from ((file, inner) for inner in block.of("data") if len(inner.labels) == 2)
            elif len(block.labels) == 2:
                yield file, block

    def address_of(self, name: str) -> str:
        requirement = self.requirements.get(name)
        return requirement.address if requirement else provider_address(name)

    def provider_of(self, block: Block) -> tuple[str, str]:
        """The local name and the alias of the provider that a typed block uses."""
        argument = block.get("provider")
        attribute = argument.attribute if argument else None
        match = _CONFIGURATION.fullmatch(configuration_named(attribute)) if attribute else None
        if match:
            return match.group(1), match.group(2) or ""
        return block.labels[0].split("_", 1)[0], ""

    @property
    def is_never_called(self) -> bool:
        """Whether it can only be a root module: it configures providers or a backend, or takes no input."""
        settings = [inner for _, block in self.blocks("terraform") for inner in block.of("backend", "cloud")]
        return bool(settings) or any(self.blocks("provider")) or not any(self.blocks("variable"))

    def providers(self) -> set[str]:
        """The addresses of all providers that this module itself needs."""
        names = {name for name, _ in self.configurations} | set(self.requirements)
        names |= {self.provider_of(block)[0] for _, block in self.typed_blocks()}
        names |= {ours for call in self.calls for _, _, ours, _ in call.providers}
        return {self.address_of(name) for name in names} - {"hashicorp/terraform"}

    def words(self) -> set[str]:
        """Every name that stands behind a dot or in `["…"]`: what a reference may ask something for."""
        return {a or b for file in self.files for a, b in _DOTTED.findall(file.text)}

    def asked_of(self, call: str) -> set[str]:
        """The outputs that this module asks a called one for; where that is used as a whole, any word."""
        uses = rf"\bmodule\s*\.\s*{re.escape(call)}\b(?!-)"
        named = uses + r"(?:\[[^\[\]]*\]|\.\d+|\.\*)*\s*\.\s*([A-Za-z_][\w-]*)"
        whole = any(len(re.findall(uses, f.text)) > len(re.findall(named, f.text)) for f in self.files)
        return self.words() if whole else {name for f in self.files for name in re.findall(named, f.text)}


def is_config_file(name: str, tofu: bool = False) -> bool:
    """Whether Terraform, or OpenTofu, reads a file of a module by its name."""
    return not name.startswith((".", "#")) and name.endswith(CONFIGURATION if tofu else _OF_TERRAFORM)


def names_in(directory: Path) -> list[str]:
    """What is in a directory; nothing if it is only to be made."""
    return os.listdir(directory) if directory.is_dir() else []


def read_outline(path: Path, text: str) -> Block | None:
    # A byte order mark becomes a blank so that places stay what they are.
    text = text.replace("\ufeff", " ", 1) if text.startswith("\ufeff") else text
    return outline_json(text) if path.name.endswith(".json") else outline(text)


def read_module(
    path: Path, tofu: bool = False, contents: Mapping[Path, bytes] = _AS_IT_IS
) -> ModuleDirectory:
    """What one directory says; files that cannot be read or scanned add nothing, the former are `unread`.
    `contents` are files that count otherwise than they stand on the disk."""
    files = []
    unread: dict[Path, str] = {}
    given = {file for file in contents if file.parent == path}
    for entry in sorted({*(path / name for name in names_in(path)), *given}):
        if is_config_file(entry.name, tofu) and (entry in given or not os.path.isdir(entry)):
            try:
                data = contents[entry] if entry in given else read_file(entry)
            except OSError as error:
                unread[entry] = error.strerror or str(error)
                continue
            text = data.decode("utf-8", "surrogateescape")
            files.append(SourceFile(entry, text, read_outline(entry, text)))
    module = ModuleDirectory(path, files, unread=unread)
    gather(module)
    return module


def gather(module: ModuleDirectory) -> None:
    """Reads calls, requirements and configurations from the outlines (again, after mending)."""
    module.calls, module.requirements, module.configurations = [], {}, set()
    for _, block in module.blocks("terraform"):
        for required in block.of("required_providers"):
            for argument in required.arguments:
                if attribute := argument.attribute:
                    _require(module, read_requirement(attribute))
    for _, block in module.blocks("provider"):
        name = block.labels[0] if block.labels else ""
        alias, version = block.get("alias"), block.get("version")
        module.configurations.add((name, (alias.literal or "") if alias else ""))
        if version and version.literal:
            requirement = module.requirements.setdefault(name, Requirement(provider_address(name)))
            requirement.constraints.append(version.literal)
    for file, block in module.blocks("module"):
        if block.labels:
            module.calls.append(_call(file, block))


def _require(module: ModuleDirectory, entry: Entry) -> None:
    known = module.requirements.setdefault(entry.name, Requirement(entry.address))
    if entry.version:
        known.constraints.append(entry.version)
    aliases = (alias.partition(".") for alias in entry.aliases)
    known.aliases.extend(alias for name, _, alias in aliases if name == entry.name and alias)


def _call(file: SourceFile, block: Block) -> Call:
    source, version, providers = block.get("source"), block.get("version"), block.get("providers")
    given = providers.attribute if providers else None
    return Call(
        block.labels[0],
        source.literal if source else None,
        version.literal if version else None,
        block,
        file,
        tuple(a.name for a in block.arguments if a.name not in _CALL_ARGUMENTS),
        tuple((*_parts(theirs), *_parts(ours)) for theirs, ours in (passed(given) if given else {}).items()),
    )


def _parts(configuration: str) -> tuple[str, str]:
    """Name and alias."""
    name, _, alias = configuration.partition(".")
    return name, alias


def locked_versions(path: Path) -> dict[str, str]:
    """Provider versions that the module's dependency lock file names."""
    try:
        return dict(lock_entries(read_text(path / LOCK_FILE)))
    except OSError:
        return {}


def installed_modules(path: Path) -> dict[str, Path]:
    """Where an earlier `terraform init` put remote modules: call path ("a.b") to directory."""
    try:
        content = read_json(read_file(path / ".terraform/modules/modules.json"))
        found = {entry["Key"]: Path(os.path.normpath(path / entry["Dir"])) for entry in content["Modules"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {key: directory for key, directory in found.items() if key and directory.is_dir()}
