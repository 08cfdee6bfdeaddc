"""The account, region and project that a simulated deployment is in: what made-up values have in common."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Final

from tffix.facts import aws

ACCOUNT: Final = "123456789012"
REGION: Final = "us-east-1"
_DOMAINS: Final = {"aws-cn": "amazonaws.com.cn"}


@dataclass(frozen=True, slots=True)
class Setting:
    """`asked` are the names that the project asks the attribute of a name for, `words` all that it asks
    anything for, `reads_json` whether it decodes a text."""

    region: str = REGION
    asked: Mapping[str, Set[str]] = field(default_factory=dict)
    words: Set[str] = frozenset()
    reads_json: bool = False

    @property
    def partition(self) -> str:
        return aws.partition_of(self.region) or "aws"

    @property
    def domain(self) -> str:
        return _DOMAINS.get(self.partition, "amazonaws.com")

    @property
    def zones(self) -> list[str]:
        """Three zones of the region, if it has so many."""
        return list(aws.zones(self.region)[:3]) or [f"{self.region}{letter}" for letter in "abc"]

    def arn(self, service: str, resource: str, is_global: bool = False) -> str:
        if service == "s3":
            return f"arn:{self.partition}:s3:::{resource}"
        return f"arn:{self.partition}:{service}:{'' if is_global else self.region}:{ACCOUNT}:{resource}"
