"""Services that could say what happens in them, and do not."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Block, Finding, Impact, Module, Profile, Transform, resources

from ._arguments import has
from ._environment import is_small_time

_ARGUMENTS: dict[str, tuple[str, str]] = {
    "aws_api_gateway_stage": ("access_log_settings", "its requests"),
    "aws_apigatewayv2_stage": ("access_log_settings", "its requests"),
    "aws_db_instance": ("enabled_cloudwatch_logs_exports", "what its engine says"),
    "aws_docdb_cluster": ("enabled_cloudwatch_logs_exports", "what its engine says"),
    "aws_eks_cluster": ("enabled_cluster_log_types", "its control plane"),
    "aws_neptune_cluster": ("enable_cloudwatch_logs_exports", "what its engine says"),
    "aws_opensearch_domain": ("log_publishing_options", "its slow queries and errors"),
    "aws_rds_cluster": ("enabled_cloudwatch_logs_exports", "what its engine says"),
}
_BESIDE: dict[str, tuple[str, str, str]] = {
    "aws_s3_bucket": ("aws_s3_bucket_logging", "logging", "who reads and writes {}"),
    "aws_wafv2_web_acl": ("aws_wafv2_web_acl_logging_configuration", "", "what {} stops"),
}
"""Types whose logging is a resource of its own, with the argument that it was before."""


class LoggingOff(Transform):
    """A stage, database, cluster, domain, bucket or web ACL keeps no log.

    What:
        Looks at stages of API Gateway without access logs, databases that export no logs to CloudWatch, EKS
        clusters without logs of their control plane, OpenSearch domains, and buckets and web ACLs without a
        resource that logs them.

    Why:
        When something went wrong, or somebody got in, nothing tells what happened before.

    Example:
        resource "aws_apigatewayv2_stage" "live" {
          api_id = var.api
          name   = "live"
        }

    Impact:
        None: this is only reported; where logs go, and what they cost, is for you to say.

    Limits:
        Silent for what is by its names for development, tests or an example, for buckets that have logs
        themselves, and where a module takes the bucket or the web ACL, or a called module outputs it.

    Source:
        AWS Security Hub controls APIGateway.1, APIGateway.9, RDS.9, EKS.8, Opensearch.4, S3.9 and WAF.11.
    """

    name = "aws-logging-off"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = resources(*_ARGUMENTS, *_BESIDE)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if is_small_time(block, module):
            return
        type_, name = block.labels
        if type_ in _ARGUMENTS:
            argument, what = _ARGUMENTS[type_]
            if not has(block, argument):
                yield Finding(block, f"{type_}.{name} does not log {what}", advice=f"set '{argument}'")
            return
        other, before, what = _BESIDE[type_]
        if (before and has(block, before)) or _is_a_log(block) or _is_logged(block, other, module):
            return
        yield Finding(block, f"nothing logs {what.format(f'{type_}.{name}')}", advice=f"add an {other}")


def _is_a_log(block: Block) -> bool:
    return any("log" in text.lower() for text in (block.labels[1], _source(block, "bucket")))


def _source(block: Block, name: str) -> str:
    attribute = block.get(name)
    return "" if attribute is None else attribute.source


def _is_logged(block: Block, other: str, module: Module) -> bool:
    """Whether a resource that logs it refers to it, or somebody else may log it: a module that gets it, or
    the callers of this one."""
    address = Address.of(block)
    references = module.references_to(address) if address is not None else []
    takers = ("module",) if module.is_root else ("module", "output")
    return any(one.block.type in takers or one.block.labels[:1] == (other,) for one in references)
