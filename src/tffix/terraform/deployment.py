"""What shows that a root module is deployed, or that it cannot be known here.

Facts: Terraform language documentation, "Backend block configuration overview" (the backend says where the
state is; the data directory `.terraform` keeps the one that was initialised) and "Backend type: local"; lock
file: "Dependency Lock File".
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from glob import glob
from pathlib import Path

from ..files import read_file
from ..hcl.tree import Block
from . import habits
from .discovery import CONFIGURATION, LOCK_FILE, Listing, in_directory
from .generated import remote_state_of
from .library import made_for_others
from .module import Module
from .pipelines import state_kept_by
from .project import read_module
from .repository import Repository
from .state import deployed_addresses

STATE_FILES = ("terraform.tfstate", "terraform.tfstate.d/*/terraform.tfstate", "terraform.*.tfstate")
"""Where Terraform keeps local state: that of the default workspace, those of the others, and those of the
stacks of a program."""
_INITIALISED = ".terraform/terraform.tfstate"
_PROGRAM_BACKEND = re.compile(r"\b(?!Local)([A-Z]\w*Backend)\s*\(")


@dataclass(frozen=True, slots=True)
class Deployment:
    """The addresses that are known to be deployed. ``unknown`` is why there may be others, as a clause, or
    nothing."""

    addresses: frozenset[str] = frozenset()
    unknown: str = ""


def deployment_of(root: Module) -> Deployment:
    """What a root module, and the files beside it, show of its deployment."""
    local, remote = _backends(root)
    unknown = remote or remote_state_of(root) or _initialised(root.directory) or _scripted(root)
    if not unknown and local is None and habits.of(root).keeps_state_remotely:
        unknown = "most root modules of the repository keep their state in a remote backend"
    if unknown:
        return Deployment(unknown=unknown)
    try:
        files = _state_files(root.directory, local)
        addresses = frozenset[str]().union(*map(deployed_addresses, files))
    except ValueError as error:
        return Deployment(unknown=str(error))
    except OSError as error:
        return Deployment(unknown=f"{error.filename} cannot be read")
    lock = in_directory(root.directory, LOCK_FILE)
    if local is not None and not files and os.path.exists(lock):
        return Deployment(
            unknown=f"{_place(local, root)} names a backend, and {lock} shows that it is in use"
        )
    return Deployment(addresses)


def may_be_deployed(module: Module) -> bool:
    """Whether a module, by one of the root modules that call it, may be deployed already, so that what its
    resources compute is known. A library is deployed by others."""
    if module.is_library or module.is_called_outside:
        return True
    tops = [one for one in module.tied() if not one.callers]
    return any(one.is_library or one.recall_with_others(_shows_deployment) for one in tops)


def _shows_deployment(root: Module) -> bool:
    found = deployment_of(root)
    return bool(found.unknown or found.addresses or root.recall(made_for_others))


def deployment_in(directory: str, repository: Repository | None) -> Deployment:
    """The same for the root module in a directory of a repository that is not among those that were read."""
    try:
        names = sorted(name for name in os.listdir(directory) if name.endswith(CONFIGURATION))
    except OSError:
        return Deployment(unknown=f"{directory} cannot be read")
    module, _ = read_module(directory, Listing(tuple(names)))
    module.repository = repository
    return deployment_of(module)


def _backends(root: Module) -> tuple[Block | None, str]:
    """The block of a local backend, and where another one is named, as a clause."""
    local = None
    for terraform in root.blocks("terraform"):
        for block in terraform.blocks():
            if block.type == "cloud":
                return None, f"{_place(block, root)} names HCP Terraform"
            if block.type == "backend" and block.labels[:1] == ("local",):
                local = block
            elif block.type == "backend":
                return None, f"{_place(block, root)} names the backend '{' '.join(block.labels)}'"
    for name, text in root.opaque.items():
        found = _backend_in_text(text) if name in root.unreadable else None
        if found:
            return None, f"{in_directory(root.directory, name)} names a backend"
    if root.language != "hcl":
        for file in root.files.values():
            made = _PROGRAM_BACKEND.search(file.original.decode("utf-8", "replace"))
            if made:
                return None, f"{file.path} makes a {made[1]}"
    return local, ""


def _backend_in_text(text: str) -> bool:
    """Whether a text that cannot be parsed names a backend other than the local one."""
    return re.search(r'^\s*(backend\s+"(?!local")|cloud\s*\{)', text, re.M) is not None


def _place(block: Block, root: Module) -> str:
    path, line, _ = root.place(block)
    return f"{path}:{line}"


def _initialised(directory: str) -> str:
    """The backend that was initialised in a directory, other than the local one, as a clause."""
    path = in_directory(directory, _INITIALISED)
    try:
        content = json.loads(read_file(path))
        type_ = content["backend"]["type"]
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, ValueError, TypeError, KeyError):
        return f"{path} shows that a backend is initialised"
    return "" if type_ == "local" else f"{path} shows that the backend '{type_}' is initialised"


def _scripted(root: Module) -> str:
    """The script or pipeline that says where the state is, as a clause."""
    place = state_kept_by(root.repository) if root.repository is not None else ""
    return f"{place} says where the state is kept" if place else ""


def _state_files(directory: str, local: Block | None) -> list[Path]:
    """The local state files of a root module that are there."""
    # A link that leads nowhere is found, too: what it should lead to is not known.
    found = [Path(directory, name) for pattern in STATE_FILES for name in glob(pattern, root_dir=directory)]
    path, workspaces = (_text(local, name) for name in ("path", "workspace_dir"))
    if path and os.path.isfile(os.path.join(directory, path)):
        found.append(Path(directory, path))
    if workspaces:
        found += Path(directory, workspaces).glob("*/terraform.tfstate")
    return found


def _text(block: Block | None, name: str) -> str:
    """An argument of a block that is written out as a string, or nothing."""
    attribute = block.get(name) if block is not None else None
    return (attribute.string or "") if attribute is not None else ""
