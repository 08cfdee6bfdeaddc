"""Resources of AWS services that have ended."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform

from ._ended_services import PREFIXES, SERVICES


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
        told = set[str]()
        for type_ in ("resource", "data"):
            for block in module.blocks(type_):
                if block.labels and block.labels[0].startswith(PREFIXES):
                    yield from _finding(block, told)


def _finding(block: Block, told: set[str]) -> Iterator[Finding]:
    ended = next(one for prefix, one in SERVICES.items() if block.labels[0].startswith(prefix))
    if ended.service not in told:
        told.add(ended.service)
        message = f"{ended.service}, which {block.labels[0]} is of, ended on {ended.since}"
        yield Finding(block, message, advice=f"AWS recommends {ended.by}")
