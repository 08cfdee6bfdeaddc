"""Load balancers whose requests nobody can look up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Profile, Transform, resources

from ._arguments import nested, set_argument, value
from ._environment import is_small_time

_PASTE = """access_logs {
  bucket  = "name of a bucket for logs"
  prefix  = "{label}"
  enabled = true
}"""


class LbWithoutAccessLog(Transform):
    """A load balancer writes no access log.

    What:
        Turns the access log on where an Application or Network Load Balancer has an `access_logs` block with
        a bucket but not `enabled`, whose default is false. Reports Application and Classic Load Balancers
        without that block, and access logs that are turned off.

    Why:
        Access logs tell who asked for what and what failed. An `access_logs` block without `enabled` looks as
        if there were one, and writes nothing.

    Example:
        resource "aws_lb" "web" {
          name    = "web"
          subnets = var.subnet_ids

          access_logs {
            bucket = aws_s3_bucket.logs.id
          }
        }

    Becomes:
        resource "aws_lb" "web" {
          name    = "web"
          subnets = var.subnet_ids

          access_logs {
            bucket  = aws_s3_bucket.logs.id
            enabled = true
          }
        }

    Impact:
        An update in place. The bucket must let the load balancers of the region write.

    Limits:
        A missing block is not reported for what is by its names for development, tests or an example. Silent
        for Gateway Load Balancers, which have none, and Network Load Balancers without that block.

    Source:
        AWS provider documentation, aws_lb; Elastic Load Balancing user guide, "Access logs".
    """

    name = "aws-lb-without-access-log"
    impact = Impact.UPDATE
    profile = Profile.BEST_PRACTICE
    watches = resources("aws_lb", "aws_alb", "aws_elb")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        kind = value(block, "load_balancer_type", module) or "application"
        logs = list(nested(block, "access_logs"))
        if not logs:
            is_one = len(module.blocks("resource", *block.labels)) == 1
            if kind == "application" and is_one and not is_small_time(block, module):
                paste = _PASTE.replace("{label}", block.labels[1])
                yield Finding(block, "the load balancer writes no access log", advice=paste)
            return
        for log in logs:
            enabled = log.get("enabled")
            if enabled is not None:
                if value(log, "enabled", module) is False:
                    yield Finding(enabled, "the access log is turned off", advice="enabled = true")
            elif block.labels[0] != "aws_elb" and log.type == "access_logs":
                message = "the access log is not turned on: the default of 'enabled' is false"
                yield Finding(log, message, partial(set_argument, log, "enabled", "true", module))
