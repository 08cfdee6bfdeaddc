"""Roles that the service they are given to cannot assume."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Transform, mentions, resources

from ._arguments import nested
from ._policies import Statement, documents_for

_USERS: dict[tuple[str, str], str] = {
    ("aws_cloudtrail", "cloud_watch_logs_role_arn"): "cloudtrail",
    ("aws_codebuild_project", "service_role"): "codebuild",
    ("aws_codepipeline", "role_arn"): "codepipeline",
    ("aws_config_configuration_recorder", "role_arn"): "config",
    ("aws_dlm_lifecycle_policy", "execution_role_arn"): "dlm",
    ("aws_ecs_task_definition", "execution_role_arn"): "ecs-tasks",
    ("aws_ecs_task_definition", "task_role_arn"): "ecs-tasks",
    ("aws_eks_cluster", "role_arn"): "eks",
    ("aws_eks_node_group", "node_role_arn"): "ec2",
    ("aws_flow_log", "iam_role_arn"): "vpc-flow-logs",
    ("aws_glue_crawler", "role"): "glue",
    ("aws_glue_job", "role_arn"): "glue",
    ("aws_kinesis_firehose_delivery_stream", "extended_s3_configuration.role_arn"): "firehose",
    ("aws_lambda_function", "role"): "lambda",
    ("aws_s3_bucket_replication_configuration", "role"): "s3",
    ("aws_scheduler_schedule", "target.role_arn"): "scheduler",
    ("aws_sfn_state_machine", "role_arn"): "states",
}
"""The service that assumes a role which a resource is given. Facts: the AWS provider's documentation of each
type; AWS Service Authorization Reference, service principals."""


class RoleOfAnotherService(Transform):
    """A service is given a role that it may not assume.

    What:
        Looks at roles of the module that are given to Lambda, ECS, EKS, Step Functions, AWS Config, CodeBuild
        and other services: the trust policy must name the service.

    Why:
        The apply fails: "The role defined for the function cannot be assumed by Lambda",
        InvalidParameterValueException, or the service does nothing and says so in a log.

    Example:
        resource "aws_iam_role" "app" {
          name_prefix = "app-"

          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRole"
              Principal = { Service = "ec2.amazonaws.com" }
            }]
          })
        }

        resource "aws_lambda_function" "app" {
          function_name = "app"
          role          = aws_iam_role.app.arn
          image_uri     = var.image
          package_type  = "Image"
        }

    Impact:
        None: this is only reported; the role, or its policy, may be what is wrong.

    Limits:
        Silent where a statement of the trust policy, or one of its principals, is not known.

    Source:
        AWS IAM User Guide, "AWS JSON policy elements: Principal"; the AWS provider's documentation of each
        type.
    """

    name = "aws-role-of-another-service"
    impact = Impact.NONE
    watches = resources(*dict.fromkeys(type_ for type_, _ in _USERS))

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for (type_, path), service in _USERS.items():
            if type_ != block.labels[0]:
                continue
            for attribute in _arguments(block, path):
                role = _role(attribute, module)
                trusted = _trusted(role, module) if role is not None else None
                if role is not None and trusted and not any(_is_of(one, service) for one in trusted):
                    told = ", ".join(sorted(trusted))
                    message = f"aws_iam_role.{role.labels[1]} cannot be assumed by {service}.amazonaws.com"
                    advice = f"its assume_role_policy names {told}"
                    yield Finding(attribute, message, advice=advice)


def _arguments(block: Block, path: str) -> Iterator[Attribute]:
    *outer, name = path.split(".")
    places = nested(block, outer[0]) if outer else [block]
    for place in places:
        if (attribute := place.get(name)) is not None:
            yield attribute


def _role(attribute: Attribute, module: Module) -> Block | None:
    """The one role of the module that an argument names."""
    found = list(mentions(attribute.source))
    if len(found) != 1 or found[0].address.parts[0] != "aws_iam_role":
        return None
    role = module.get(found[0].address)
    return role if isinstance(role, Block) else None


def _trusted(role: Block, module: Module) -> set[str] | None:
    """The principals that a role's trust policy names; None where they are not all known."""
    documents = documents_for(role, module, "assume_role_policy")
    statements = [one for document in documents for one in document.statements]
    if not statements or not all(map(_is_known, statements)):
        return None
    return {
        str(one.identifier) for statement in statements if statement.allows for one in statement.principals
    }


def _is_known(statement: Statement) -> bool:
    return (
        statement.is_complete
        and bool(statement.principals)
        and all(isinstance(one.identifier, str) for one in statement.principals)
    )


def _is_of(identifier: str, service: str) -> bool:
    """Whether a principal is a service: `states.amazonaws.com`, `states.eu-west-1.amazonaws.com`, or `*`."""
    return identifier == "*" or (identifier.startswith(f"{service}.") and "amazonaws" in identifier)
