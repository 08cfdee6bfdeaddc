"""Production servers of whose memory, disks and application nothing is measured."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Profile, Transform

from ._environment import is_production

_SERVERS = ("aws_autoscaling_group", "aws_instance")
_SIGNS = (
    "aws_cloudwatch_log_metric_filter",
    "CloudWatchAgent",
    "amazon-cloudwatch-agent",
    "cloudwatch:PutMetricData",
    "cloudwatch:*",
    "datadog",
    "newrelic",
    "prometheus",
    "node_exporter",
    "containerinsights",
    "containerInsights",
)
_PASTE = """resource "aws_iam_role_policy_attachment" "cloudwatch_agent" {
  role       = "name of the servers' role"
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"
}"""


class CustomMetricsMissing(Transform):
    """Production servers report no metrics of their own.

    What:
        Reports, once for a module, servers that evidently serve production where nothing in the module shows
        that they measure anything themselves: no CloudWatch agent, no permission to put metrics, no metric
        filter, no other monitoring.

    Why:
        EC2 itself measures CPU and network only. Memory that runs out, disks that fill up and requests that
        fail inside the application are not seen.

    Example:
        resource "aws_instance" "prod_web" {
          ami           = var.ami
          instance_type = "m7g.large"
        }

    Impact:
        None: this is only reported; what to measure depends on the application.

    Limits:
        Silent where nothing says that it is production, and for modules that get the profile of their servers
        from outside. An agent that is part of the image is not seen.

    Source:
        Amazon CloudWatch user guide, "Collect metrics, logs, and traces using the CloudWatch agent".
    """

    name = "aws-custom-metrics-missing"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        servers = [one for one in module.resources(*_SERVERS) if is_production(one, module)]
        if not servers:
            return
        texts = [*(file.source for file in module.files.values()), *module.opaque.values()]
        if _profile_from_outside(module) or any(sign in text for text in texts for sign in _SIGNS):
            return
        yield Finding(servers[0], "nothing measures memory, disks or the application here", advice=_PASTE)


def _profile_from_outside(module: Module) -> bool:
    """Whether servers run with permissions that are given elsewhere."""
    return any(_names_variable(block) for block in module.resources("aws_launch_template", *_SERVERS))


def _names_variable(block: Block) -> bool:
    profile = "iam_instance_profile"
    given = [block.get(profile), *(a for inner in block.blocks(profile) for a in inner.body.attributes)]
    return any(attribute is not None and "var." in attribute.source for attribute in given)
