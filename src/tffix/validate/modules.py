"""A module directory as validating sees it: its files as Terraform gets them, and the module they are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tffix.facts.addresses import provider_address
from tffix.files import read_file
from tffix.hcl.encoding import decoded
from tffix.hcl.tree import Attribute, Block
from tffix.json_data import read_json
from tffix.projection import read_leniently
from tffix.terraform import project
from tffix.terraform.discovery import CONFIGURATION, Listing, listing_of
from tffix.terraform.library import root_evidence
from tffix.terraform.module import Module
from tffix.terraform.providers import addresses, configurations, local_provider, passed_providers
from tffix.validate.source_files import SourceFile

META_ARGUMENTS: Final = frozenset({"count", "for_each", "depends_on", "provider", "providers", "lifecycle"})
TYPED: Final = {"resource": "resource", "data": "data", "ephemeral": "ephemeral", "action": "action"}
_OF_TERRAFORM: Final = tuple(ending for ending in CONFIGURATION if "tofu" not in ending)
_CALL_ARGUMENTS: Final = META_ARGUMENTS | {"source", "version"}
_BUILT_IN: Final = "hashicorp/terraform"
_AS_IT_IS: Final[Mapping[Path, bytes]] = {}


@dataclass(frozen=True, slots=True)
class ModuleCall:
    """A `module` block. `providers` has the caller's provider configurations by those of the child."""

    name: str
    source: str | None
    version: str | None
    block: Block
    file: SourceFile
    arguments: tuple[str, ...]
    providers: Mapping[str, str]

    @property
    def is_local(self) -> bool:
        """Whether its source is a directory."""
        return self.source is not None and self.source.startswith(("./", "../", ".\\", "..\\"))


@dataclass(slots=True)
class ModuleFiles:
    """The files of a module directory; `unread` says of those that cannot be read why not. `calls` are those
    of other modules as the user wrote them, whatever the texts become."""

    path: Path
    module: Module
    files: list[SourceFile]
    unread: dict[Path, str] = field(default_factory=dict)
    calls: list[ModuleCall] = field(default_factory=list)

    def blocks(self, *types: str) -> Iterator[tuple[SourceFile, Block]]:
        """The top-level blocks of some types, each with its file."""
        by_name = {file.path.name: file for file in self.files}
        for type_ in types:
            for block in self.module.blocks(type_):
                yield by_name[os.path.basename(self.module.file_of(block).path)], block

    def typed_blocks(self) -> Iterator[tuple[SourceFile, Block]]:
        """Resources, data sources, ephemeral resources and actions, those inside `check` blocks too."""
        for file, block in self.blocks(*TYPED, "check"):
            inner = block.blocks("data") if block.type == "check" else (block,)
            yield from ((file, one) for one in inner if len(one.labels) == 2)

    def address_of(self, name: str) -> str:
        """The address of a provider by its local name."""
        return self.module.recall(addresses).get(name) or provider_address(name)

    def is_declared(self, configuration: str) -> bool:
        """Whether it has a provider block for a configuration, such as `aws.east`."""
        return configuration in self.module.recall(configurations)

    @property
    def is_never_called(self) -> bool:
        """Whether it can only be a root module: something shows that it is one, or it takes no input."""
        return bool(root_evidence(self.module)) or not self.module.blocks("variable")

    def providers(self) -> set[str]:
        """The addresses of all providers that this module itself needs."""
        names = {name.partition(".")[0] for name in self.module.recall(configurations)}
        names |= self.module.recall(addresses).keys()
        names |= {local_provider(block) for _, block in self.typed_blocks()}
        names |= {ours.partition(".")[0] for call in self.calls for ours in call.providers.values()}
        return {self.address_of(name) for name in names} - {_BUILT_IN}


def of_program(listing: Listing, tofu: bool) -> Listing:
    """The files of a module that Terraform reads, or OpenTofu, and what is beside them."""

    def read(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name.endswith(CONFIGURATION if tofu else _OF_TERRAFORM))

    return Listing(read(listing.files), read(listing.left_alone), listing.evidence)


def list_directory(path: Path, tofu: bool, contents: Mapping[Path, bytes]) -> Listing:
    """The files of the module in a directory, which `contents` may have more of, or make. Raises OSError."""
    listing = of_program(listing_of(str(path)) if path.is_dir() else Listing(()), tofu)
    more = of_program(Listing(tuple(file.name for file in contents if file.parent == path)), tofu)
    return Listing(tuple(sorted({*listing.files, *more.files})), (), listing.evidence)


def read_module(path: Path, tofu: bool = False, contents: Mapping[Path, bytes] = _AS_IT_IS) -> ModuleFiles:
    """The module of one directory, as far as it can be read; files that cannot are `unread`. `contents` are
    files that count otherwise than they are on the disk."""

    by_target = {os.path.realpath(one): data for one, data in contents.items()}

    def load(name: str) -> bytes:
        if Path(name) in contents:
            return contents[Path(name)]
        target = os.path.realpath(name) if by_target and os.path.islink(name) else ""
        return by_target[target] if target in by_target else read_file(name)

    listing = list_directory(path, tofu, contents)
    module, errors = project.read_module(str(path), listing, load, read_leniently)
    files = []
    for name in listing.files:
        tree = module.files.get(name)
        data = tree.original if tree is not None else module.as_read.get(name)
        if data is not None:
            files.append(SourceFile(path / name, decoded(data), tree, module))
    failed = {Path(one.filename): one.strerror or str(one) for one in errors if isinstance(one, OSError)}
    unread = {file: why for file, why in failed.items() if file.name in listing.files}
    found = ModuleFiles(path, module, files, unread)
    found.calls = [_call(file, block) for file, block in found.blocks("module")]
    return found


def _call(file: SourceFile, block: Block) -> ModuleCall:
    source, version = block.get("source"), block.get("version")
    return ModuleCall(
        block.labels[0],
        source.string if source is not None else None,
        version.string if version is not None else None,
        block,
        file,
        tuple(_names(block.body.attributes)),
        passed_providers(block),
    )


def _names(attributes: Iterator[Attribute]) -> Iterator[str]:
    return (one.name for one in attributes if one.name not in _CALL_ARGUMENTS)


def installed_modules(path: Path) -> dict[str, Path]:
    """Where an earlier `terraform init` put remote modules: call path ("a.b") to directory."""
    try:
        content = read_json(read_file(path / ".terraform/modules/modules.json"))
        found = {entry["Key"]: Path(os.path.normpath(path / entry["Dir"])) for entry in content["Modules"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {key: directory for key, directory in found.items() if key and directory.is_dir()}
