"""The account, region and project that a simulated deployment is in: what made-up values have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tffix.facts import aws

ACCOUNT: Final = "123456789012"
REGION: Final = "us-east-1"
_DOMAINS: Final = {"aws-cn": "amazonaws.com.cn"}


@dataclass(frozen=True, slots=True)
class Setting:
    region: str = REGION

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
