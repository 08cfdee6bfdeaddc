"""Whether a module that nobody here calls is a root, or made for others to call: what speaks for either."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache

from ..hcl.nodes import Template
from . import habits
from .generated import units_of
from .module import Module
from .providers import configures_a_provider
from .repository import Repository

_REGISTRY_NAME = re.compile(r"terraform-([a-z0-9]+)-([a-z0-9-]+)")
_DOCS_MARKER = re.compile(rb"<!--+\s*(?:BEGIN_TF_DOCS|BEGINNING OF (?:PRE-COMMIT-)?(?:OPEN)?TERRAFORM)", re.I)
"""What terraform-docs, and the pre-commit hook that runs it, write into a README for a module's users."""

_USAGE = re.compile(rb"""^\s*module\s+"[^"\n]*"\s*\{""", re.MULTILINE)
_SOURCE = re.compile(rb"""\bsource\s*=\s*"([^"\n]+)\"""")
_REMOTE = re.compile(rb"""^\s*url\s*=\s*(\S+)""", re.MULTILINE)
_NAMES = ("name", "bucket", "identifier", "cluster_identifier", "cluster_id", "function_name", "family")
"""Arguments that name what a resource makes, over the resource types of the cloud providers."""


def root_evidence(module: Module) -> str:
    """What shows that a module is planned by itself, as a clause; nothing if nothing does."""
    inner = (block.type for one in module.blocks("terraform") for block in one.blocks())
    if backend := next((type_ for type_ in inner if type_ in ("backend", "cloud")), None):
        return f"it has a {backend} block"
    if configures_a_provider(module):
        return "it configures a provider"
    if values := next((name for name in sorted(module.opaque) if ".tfvars" in name), None):
        return f"{values} has values for it"
    states = ("terraform.tfstate", os.path.join(".terraform", "terraform.tfstate"), "terraform.tfstate.d")
    return next((f"{name} is its state" for name in states if module.has_file(name)), "")


def library_evidence(module: Module) -> str:
    """What shows that a module is made for others to call, as a clause; nothing if nothing does."""
    if module.callers:
        return f"{module.callers[0][0].path} calls it"
    repository, folder = module.repository, os.path.abspath(module.directory)
    if repository is None:
        return ""
    if callers := repository.callers.get(folder):
        return f"{os.path.relpath(min(callers))} calls it"
    if any(unit.generated for unit in units_of(module)):
        return f"{os.path.relpath(units_of(module)[0].path)} runs it and generates files for it"
    return _offered(module, repository) or _requirements_apart(module)


def made_for_others(module: Module) -> str:
    """What says of a module without a backend that others call it, from wherever they are, as a clause;
    nothing if nothing does."""
    inner = (block.type for one in module.blocks("terraform") for block in one.blocks())
    is_live = not {"backend", "cloud"}.isdisjoint(inner)
    if module.repository is None or module.language != "hcl" or is_live:
        return ""
    return _offered(module, module.repository)


def _offered(module: Module, repository: Repository) -> str:
    folder = os.path.abspath(module.directory)
    return (
        _named_for_the_registry(module, repository)
        or _documented(folder, repository)
        or _called_by_address(folder, repository)
        or _is_in_a_collection(module)
    )


def _is_in_a_collection(module: Module) -> str:
    """Whether the module asks for values and is one of several like it in a repository without a backend."""
    asks = any(block.get("default") is None for block in module.blocks("variable"))
    if asks and not root_evidence(module) and habits.of(module).is_collection:
        return "the repository is a collection of modules like it, none of which has a backend"
    return ""


def why_no_root(module: Module) -> str:
    """Why a module that nobody here calls is not evidently a root, as a clause; nothing if it is."""
    if not module.is_root:
        return "others call it"
    if root_evidence(module):
        return ""
    if spoken := library_evidence(module):
        return spoken
    open_ = next((block for block in module.blocks("variable") if block.get("default") is None), None)
    if open_ is not None:
        return f"a caller must set {open_.labels[0]}" if open_.labels else "a caller may set its variables"
    return "" if _names_are_hard_coded(module) else "nothing in it is named for one deployment"


def _names_are_hard_coded(module: Module) -> bool:
    """Whether resources have names, all of which are written out."""
    names = [
        one.expression for block in module.resources() for one in map(block.get, _NAMES) if one is not None
    ]
    texts = [one for one in names if isinstance(one, Template)]
    return bool(texts) and "var." not in "".join(one.text for one in names)


def _named_for_the_registry(module: Module, repository: Repository) -> str:
    names = [os.path.basename(os.path.abspath(module.directory)), *_own_names(repository)]
    name = next((name for name in names if _REGISTRY_NAME.fullmatch(name)), None)
    return f"it has a name as the registry requires it, {name}" if name else ""


def _documented(folder: str, repository: Repository) -> str:
    """Whether a README beside the module, or settings of terraform-docs, are for its users."""
    for path in (*repository.files_in(folder), *repository.files_in(repository.top)):
        name = os.path.basename(path).lower()
        if name.startswith(".terraform-docs.y"):
            return f"{os.path.relpath(path)} documents it"
        if name.startswith("readme") and os.path.dirname(path) == folder:
            text = repository.read(path) or b""
            if _DOCS_MARKER.search(text) or _USAGE.search(text):
                return f"{os.path.relpath(path)} shows others how to call it"
    return ""


def _called_by_address(folder: str, repository: Repository) -> str:
    """Whether some file, an example as a rule, calls the module by the address of its own repository."""
    found = _calls_by_address(repository).get(os.path.relpath(folder, repository.top))
    return f"{os.path.relpath(found[0])} calls it as {found[1]}" if found else ""


@lru_cache(maxsize=8)
def _calls_by_address(repository: Repository) -> dict[str, tuple[str, str]]:
    """The folders of a repository that something calls by its address: the first file that does, and the
    source in it."""
    addresses = set(_own_addresses(repository))
    found: dict[str, tuple[str, str]] = {}
    for path in repository.files if addresses else ():
        if path.endswith((".tf", ".md")):
            for one in _SOURCE.findall(repository.read(path) or b""):
                source = one.decode("utf-8", "replace")
                address, _, below = source.partition("?")[0].rpartition("://")[2].partition("//")
                address = "/" + address.removesuffix(".git").replace(":", "/")
                if any(address.endswith(f"/{one}") for one in addresses):
                    found.setdefault(below or ".", (path, source))
    return found


def _own_addresses(repository: Repository) -> Iterator[str]:
    """The ends of addresses that mean a repository: owner and name of the remotes that git knows, and what
    the registry calls it."""
    for name in _own_names(repository):
        yield from (f"{match[2]}/{match[1]}" for match in (_REGISTRY_NAME.fullmatch(name),) if match)
    for url in _remotes(repository):
        yield "/".join(re.split("[/:]", url)[-2:])


def _own_names(repository: Repository) -> Iterator[str]:
    """The names of a repository: of its folder, and of the remotes that git knows."""
    yield os.path.basename(repository.top)
    yield from (re.split("[/:]", url)[-1] for url in _remotes(repository))


def _remotes(repository: Repository) -> list[str]:
    settings = repository.read(os.path.join(repository.top, ".git", "config")) or b""
    return [url.decode("utf-8", "replace").removesuffix(".git") for url in _REMOTE.findall(settings)]


def _requirements_apart(module: Module) -> str:
    """Whether versions.tf has nothing but requirements, as modules for others have it."""
    file = module.files.get("versions.tf")
    items = [] if file is None else list(file.blocks())
    inner = {one.type for block in items for one in block.blocks()}
    if items and {block.type for block in items} == {"terraform"} and inner == {"required_providers"}:
        return "versions.tf has nothing but requirements"
    return ""


__all__ = ["library_evidence", "made_for_others", "root_evidence", "why_no_root"]
