"""What is said of withdrawn arguments and types is so in the provider schemas."""

from __future__ import annotations

import pytest
from tffix_transforms.schema._withdrawn import _ARGUMENTS, _TYPES, Withdrawn, azurerm

from tffix.facts import schemas


def _provider(type_: str) -> str:
    return f"hashicorp/{type_.partition('_')[0]}"


def _kind(type_: str) -> schemas.Kind:
    return "resource" if "_" in type_ else "provider"


@pytest.mark.parametrize(("type_", "path"), _ARGUMENTS)
def test_a_withdrawn_argument_is_gone(type_: str, path: str) -> None:
    newest = schemas.versions(_provider(type_))[0]
    assert schemas.schema(_provider(type_), newest, _kind(type_), type_) is not None
    assert newest not in schemas.existed_in(_provider(type_), _kind(type_), type_, path)


@pytest.mark.parametrize(("type_", "withdrawn"), [(type_, one) for (type_, _), one in _ARGUMENTS.items()])
def test_what_takes_an_arguments_place_is_there(type_: str, withdrawn: Withdrawn) -> None:
    provider = _provider(type_)
    newest = schemas.versions(provider)[0]
    for name in withdrawn.by:
        is_type = name in schemas.types(provider, newest, "resource")
        assert is_type or newest in schemas.existed_in(provider, _kind(type_), type_, name), name


@pytest.mark.parametrize(("type_", "withdrawn"), _TYPES.items())
def test_a_withdrawn_type_is_gone_and_what_takes_its_place_is_there(type_: str, withdrawn: Withdrawn) -> None:
    provider = _provider(type_)
    newest = schemas.versions(provider)[0]
    kinds: list[schemas.Kind] = ["resource", "data"]
    known = [schemas.existed_in(provider, kind, type_) for kind in kinds]
    assert any(known)
    assert all(newest not in versions for versions in known)
    for name in withdrawn.by:
        assert any(name in schemas.types(provider, newest, kind) for kind in kinds), name


@pytest.mark.parametrize("withdrawn", [*_ARGUMENTS.values(), *_TYPES.values()])
def test_the_advice_says_something(withdrawn: Withdrawn) -> None:
    assert withdrawn.by or withdrawn.without
    assert all(name in withdrawn.advice for name in withdrawn.by)


def _gone(type_: str, path: str) -> list[tuple[schemas.Kind, list[str]]]:
    """The versions of azurerm that no longer have a type, or something in it, for each kind that had it."""
    known = sorted(schemas.versions("hashicorp/azurerm"), key=lambda one: int(one.split(".")[0]))
    kinds: list[schemas.Kind] = ["resource", "data"]
    found: list[tuple[schemas.Kind, list[str]]] = []
    for kind in kinds:
        had = schemas.existed_in("hashicorp/azurerm", kind, type_, *([path] if path else []))
        if had and known[-1] not in had:
            found.append((kind, known[max(map(known.index, had)) + 1 :]))
    return found


@pytest.mark.parametrize(("type_", "path"), azurerm())
def test_what_azurerm_withdrew_is_gone_and_what_takes_its_place_is_there(type_: str, path: str) -> None:
    gone = _gone(type_, path)
    assert gone
    for kind, later in gone:
        types = {name for one in later for name in _types(one)}
        for name in azurerm()[type_, path].by:
            there = schemas.existed_in("hashicorp/azurerm", kind, type_, name) if path else ()
            assert name in types or set(later) <= set(there), name


def _types(version: str) -> set[str]:
    kinds: list[schemas.Kind] = ["resource", "data"]
    return {name for kind in kinds for name in schemas.types("hashicorp/azurerm", version, kind)}
