"""Resources of AWS services that have ended."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform

from ..cloud._ended import findings
from ._ended_services import SERVICES


class ServiceEnded(Transform):
    """A resource is of an AWS service that has ended.

    What:
        Looks for resources and data sources of services that AWS has shut down, such as OpsWorks Stacks,
        QLDB, Elastic Transcoder, WAF Classic and App Mesh. Each service is reported once for a module, with
        the day on which it ended and what AWS recommends instead.

    Why:
        The provider's schema still has them, so that the configuration is valid. The apply fails, since the
        service answers no more, or what is made can no longer be used.

    Example:
        resource "aws_qldb_ledger" "orders" {
          name             = "orders"
          permissions_mode = "STANDARD"
        }

    Impact:
        None: this is only reported.

    Limits:
        Services that only take no new customers are not among them, nor are those of which a part goes on,
        such as Amazon Pinpoint.

    Source:
        The notices in AWS's documentation of each service, which the table beside the rule names.
    """

    name = "aws-service-ended"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        yield from findings(module, SERVICES, "AWS")
