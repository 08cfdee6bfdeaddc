"""What is said to be retired is a type that the AWS provider has, or a version older than what is left."""

from __future__ import annotations

import pytest
from tffix_transforms.aws._ended_services import SERVICES
from tffix_transforms.aws._engine_versions import EKS, end_of_kubernetes, engine
from tffix_transforms.cloud._ended_services import AZURE, GOOGLE

from tffix.facts import schemas


@pytest.mark.parametrize("prefix", [*SERVICES, *AZURE, *GOOGLE])
def test_types_of_an_ended_service_are_known(prefix: str) -> None:
    provider = f"hashicorp/{prefix.partition('_')[0]}"
    versions = schemas.versions(provider)
    known = {type_ for version in versions for type_ in schemas.types(provider, version, "resource")}
    assert any(type_.startswith(prefix) for type_ in known)


@pytest.mark.parametrize(
    ("name", "version", "gone"),
    [
        ("postgres", "9.6.3", True),
        ("postgres", "16.1", True),
        ("postgres", "16.4", False),
        ("postgres", "16", False),
        ("postgres", "99", False),
        ("mysql", "5.6", True),
        ("mysql", "5.7.44", False),
        ("mysql", "8", False),
        ("mariadb", "10.4.13", True),
        ("oracle-ee", "12.1.0.2.v8", True),
        ("oracle-ee", "19", False),
        ("aurora", "5.6.10a", True),
        ("aurora-mysql", "8.0.mysql_aurora.3.08.2", False),
        ("kafka", "3.8.x", False),
    ],
)
def test_a_version_is_gone(name: str, version: str, gone: bool) -> None:
    known = engine(name)
    assert known is not None
    assert known.is_gone(version) is gone


def test_an_engine_that_the_cdk_does_not_know() -> None:
    assert engine("neptune") is None


def test_kubernetes_ends_by_the_calendar() -> None:
    assert end_of_kubernetes("1.24").endswith(f"since {EKS[1, 24]}")
    assert end_of_kubernetes("1.14") == "EKS no longer offers Kubernetes 1.14"
    assert not end_of_kubernetes("1.31")
    assert not end_of_kubernetes("latest")
