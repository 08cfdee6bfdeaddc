"""Resources of services of Azure and Google Cloud that have ended."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform

from ._ended import findings
from ._ended_services import AZURE, GOOGLE


class CloudServiceEnded(Transform):
    """A resource is of a service of Azure or Google Cloud that has ended.

    What:
        Looks for resources and data sources of services that were shut down, such as the single servers of
        Azure's databases and Google's Container Registry. Each service is reported once for a module, with
        the day on which it ended and what takes its place.

    Why:
        Some version of the provider still has them, so that the configuration is valid. The apply fails.

    Example:
        resource "google_container_registry" "images" {
          location = "EU"
        }

    Impact:
        None: this is only reported.

    Limits:
        Services that only take no new customers are not among them. Those of AWS are for aws-service-ended.

    Source:
        The notices of Microsoft and Google, which the table beside the rule names.
    """

    name = "cloud-service-ended"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        yield from findings(module, AZURE, "Microsoft")
        yield from findings(module, GOOGLE, "Google")
