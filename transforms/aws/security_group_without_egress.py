"""Security groups that let nothing out of what must reach something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Address, Block, Finding, Impact, Module, Profile, Transform, resources

from ._dependencies import uses
from ._security_group_rules import rules, rules_apart

_REACH_OUT = {
    "aws_codebuild_project": "a build project",
    "aws_ecs_service": "an ECS service",
    "aws_eks_node_group": "a node group",
    "aws_instance": "an instance",
    "aws_lambda_function": "a function",
    "aws_launch_configuration": "a launch configuration",
    "aws_launch_template": "a launch template",
    "aws_lb": "a load balancer",
}
"""What must reach something: images, the API of AWS, targets, databases; machines, if they load anything."""

_LOADS = re.compile(r"\b(?:apt|apt-get|yum|dnf|pip3?|npm|curl|wget|git|docker|aws)\s|https?://")

_PASTE = """add what it needs, at most:
egress {
  from_port   = 0
  to_port     = 0
  protocol    = "-1"
  cidr_blocks = ["0.0.0.0/0"]
}"""


class SecurityGroupWithoutEgress(Transform):
    """A security group has no egress rule, although something in it must reach out.

    What:
        Looks for groups without egress rules, inline or in resources of their own, that are the only group of
        an instance, a launch template, a function, an ECS service, a node group, a build project or a load
        balancer.

    Why:
        AWS lets everything out of a new group, but Terraform takes that rule away. What is in the group then
        gets no updates, images or secrets, reports nothing, and a load balancer finds all targets unhealthy.

    Example:
        resource "aws_security_group" "app" {
          name = "app"

          ingress {
            from_port   = 443
            to_port     = 443
            protocol    = "tcp"
            cidr_blocks = ["10.0.0.0/8"]
          }
        }

        resource "aws_lambda_function" "app" {
          function_name = "app"
          role          = aws_iam_role.app.arn

          vpc_config {
            subnet_ids         = aws_subnet.private[*].id
            security_group_ids = [aws_security_group.app.id]
          }
        }

    Impact:
        None: this is only reported; whom it must reach only its author knows.

    Limits:
        Of a machine it is known that it must reach out only where `user_data` is written out and loads
        something. Left alone: groups that are outputs or arguments of modules, and those beside other groups,
        since the rules may come from there.

    Source:
        Documentation of the AWS provider, aws_security_group, "NOTE on Egress rules".
    """

    name = "aws-security-group-without-egress"
    impact = Impact.NONE
    profile = Profile.SECURITY
    watches = resources("aws_security_group")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        address = Address.of(block)
        if (
            address is None
            or block.get("egress") is not None
            or any(True for _ in rules(block, "egress", module))
        ):
            return
        if rules_apart(block, "egress", module) or rules_apart(None, "egress", module):
            return  # there are egress rules, or may be, since it is not known whose a rule is
        told = ""
        for reference in uses(module, address):
            if reference.block.type != "resource":
                return
            alone = (
                reference.attribute.source.count(".id") == 1 and "concat" not in reference.attribute.source
            )
            if alone and _reaches_out(reference.block):
                told = f"{_REACH_OUT[reference.block.labels[0]]}, {Address.of(reference.block)},"
        if told:
            message = f"the group lets nothing out, and {told} must reach something"
            yield Finding(block, message, advice=_PASTE)


def _reaches_out(block: Block) -> bool:
    """Whether something must reach out; of a machine that is known if what it runs first loads something."""
    if block.labels[0] not in _REACH_OUT:
        return False
    if block.labels[0] not in ("aws_instance", "aws_launch_configuration", "aws_launch_template"):
        return True
    runs = [block.get(name) for name in ("user_data", "user_data_base64")]
    return any(_LOADS.search(one.source) is not None for one in runs if one is not None)
