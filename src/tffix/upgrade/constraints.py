"""The majors of a provider that a module asks for, and its constraint for a new one.

Facts: Terraform language documentation, "Version Constraints".
"""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.addresses import provider_address
from ..facts.versions import Constraint, InvalidConstraintError, Term
from ..hcl.tree import Attribute, Block
from ..terraform.address import object_items
from ..terraform.discovery import LOCK_FILE
from ..terraform.module import Module, UnreadableFileError
from ..terraform.provider_versions import locked_versions
from ..terraform.providers import Requirement, required_providers


def requirement(module: Module, provider: str) -> Requirement | None:
    """The entry of ``required_providers`` that asks for a version of a provider."""
    found = (one for one in required_providers(module) if one.address == provider)
    return next((one for one in found if one.version is not None), None)


def start(module: Module, provider: str) -> int | None:
    """The oldest major of a provider that a module asks for: by its own constraint, else by those of its
    callers, the oldest of them. An open constraint of a root counts as what is locked. None: nobody says."""
    return _start(module, provider, frozenset())


def _start(module: Module, provider: str, seen: frozenset[Module]) -> int | None:
    own = requirement(module, provider) or _in_block(module, provider)
    if own is not None:
        found = _oldest(own if isinstance(own, str) else own.version or "")
        locked = _locked(module, provider)
        return found if locked is None or found is None else max(found, locked)
    if module in seen:
        return None
    callers = (_start(caller, provider, seen | {module}) for caller, _ in module.callers)
    known = [one for one in callers if one is not None]
    return min(known) if known else _locked(module, provider)


def _oldest(constraint: str) -> int | None:
    try:
        (major, _, _), _ = Constraint.parse(constraint).interval()
    except InvalidConstraintError:
        return None
    return major


def _locked(module: Module, provider: str) -> int | None:
    versions = [one[provider] for one in locked_versions(module) if provider in one]
    return int(versions[0].split(".")[0]) if versions and versions[0].split(".")[0].isdigit() else None


def _in_block(module: Module, provider: str) -> str | None:
    """The constraint in a provider block, where it stood before Terraform 0.13."""
    return next((one.string for one in _block_versions(module, provider) if one.string), None)


def _block_versions(module: Module, provider: str) -> Iterator[Attribute]:
    for block in module.blocks("provider"):
        if len(block.labels) == 1 and provider_address(block.labels[0]) == provider:
            version = block.get("version")
            if version is not None:
                yield version


def raised(text: str, least: tuple[int, int], *, is_needed: bool) -> str | None:
    """A constraint that admits a major, from a minor version on: ``~> 5.31`` becomes ``~> 6.0``.
    ``is_needed``: it must admit no older one. None where it need not change, or cannot be read."""
    major = least[0]
    try:
        terms = Constraint.parse(text).terms
        admits = Constraint(terms).also(Constraint.parse(f">= {major}.0, < {major + 1}.0")).is_satisfiable()
    except InvalidConstraintError:
        return None
    (oldest, _, _), _ = Constraint(terms).interval()
    if not terms or (admits and (not is_needed or oldest >= major)):
        return None
    written = [one for term in terms for one in _raised(term, least, is_needed)]
    return ", ".join(dict.fromkeys(written)) or f"~> {major}.{least[1]}"


def _raised(term: Term, least: tuple[int, int], is_needed: bool) -> Iterator[str]:
    major, first = least[0], ".".join(map(str, least))
    match term.operator:
        case "~>" | "=":
            yield f"~> {first}"
        case ">" | ">=":
            keeps = not is_needed or term.version.numbers[0] >= major
            yield f"{term.operator} {_written(term)}" if keeps else f">= {first}"
        case "<" | "<=":
            yield (
                f"< {major + 1}.0"
                if term.version.numbers[0] <= major
                else f"{term.operator} {_written(term)}"
            )


def _written(term: Term) -> str:
    return ".".join(map(str, term.version.numbers[: term.written]))


def put(module: Module, provider: str, old: str, new: str) -> None:
    """Writes a new constraint where a module has the old one."""
    found = requirement(module, provider)
    if found is None or found.version != old:
        for attribute in _block_versions(module, provider):
            attribute.set(f'"{new}"')
        return
    if found.attribute.string is not None:
        found.attribute.set(f'"{new}"')
        return
    item = object_items(found.attribute.expression)["version"]
    found.attribute.replace({item.value: f'"{new}"'})


def asked(module: Module, provider: str) -> tuple[Attribute, str] | None:
    """Where a module asks for a version of a provider, and the constraint."""
    found = requirement(module, provider)
    if found is not None and found.version is not None:
        return found.attribute, found.version
    return next(((one, one.string) for one in _block_versions(module, provider) if one.string), None)


def stale_lock(module: Module, provider: str, major: int) -> Block | None:
    """The entry of a lock file for an older major of a provider."""
    if not any(provider in one and _is_older(one[provider], major) for one in locked_versions(module)):
        return None
    try:
        file = module.document(LOCK_FILE) if LOCK_FILE in module.opaque else None
    except UnreadableFileError:
        return None
    blocks = file.blocks("provider") if file is not None else ()
    return next((one for one in blocks if one.labels and one.labels[0].endswith(f"/{provider}")), None)


def _is_older(version: str, major: int) -> bool:
    first = version.split(".")[0]
    return first.isdigit() and int(first) < major
