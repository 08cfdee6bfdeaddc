"""The types that talk to removed APIs of Kubernetes exist, and so do those that take their place."""

from __future__ import annotations

import pytest
from tffix_transforms.kubernetes._removed_apis import KINDS, RELEASED, TYPES, Removed

from tffix.facts import schemas

PROVIDER = "hashicorp/kubernetes"


@pytest.mark.parametrize("type_", TYPES)
def test_a_type_is_one_of_the_provider(type_: str) -> None:
    assert schemas.existed_in(PROVIDER, "resource", type_)


@pytest.mark.parametrize("removed", TYPES.values(), ids=lambda one: one.by)
def test_what_takes_a_types_place_is_in_the_newest_version(removed: Removed) -> None:
    newest = schemas.versions(PROVIDER)[0]
    assert not removed.by or removed.by in schemas.types(PROVIDER, newest, "resource")


@pytest.mark.parametrize("removed", [*TYPES.values(), *KINDS.values()], ids=lambda one: one.api)
def test_the_day_of_a_removal_is_known(removed: Removed) -> None:
    assert removed.since in RELEASED
