"""IAM policies that allow every action, of all services or of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from tffix import Address, Finding, Impact, Module, Profile, Transform

from ._policies import Element, Statement, documents, once, users
from ._policy_values import documents_by_value

_SERVICE = re.compile(r"([a-z0-9-]+):\*")
_MEANT = {
    "dynamodb": ("aws_dynamodb_table", ("{0}.arn", "${{{0}.arn}}/index/*")),
    "kinesis": ("aws_kinesis_stream", ("{0}.arn",)),
    "lambda": ("aws_lambda_function", ("{0}.arn", "${{{0}.arn}}:*")),
    "logs": ("aws_cloudwatch_log_group", ("${{{0}.arn}}:*",)),
    "s3": ("aws_s3_bucket", ("{0}.arn", "${{{0}.arn}}/*")),
    "secretsmanager": ("aws_secretsmanager_secret", ("{0}.arn",)),
    "sns": ("aws_sns_topic", ("{0}.arn",)),
    "sqs": ("aws_sqs_queue", ("{0}.arn",)),
    "ssm": ("aws_ssm_parameter", ("{0}.arn",)),
}
"""The resources of a module that a service's actions may be meant for, and how a policy names them."""

_LIMITS_ONLY = ("aws_organizations_policy", "aws_vpc_endpoint", "aws_vpc_endpoint_policy")


class IamPolicyAllowsEverything(Transform):
    """An IAM policy allows every action of all services, or of one service.

    What:
        Looks in policies of identities (JSON in a heredoc or string, `jsonencode`, and
        `aws_iam_policy_document`) for statements that allow `Action = "*"`, all actions of a service
        (`s3:*`), or all that `NotAction` or `NotResource` does not name. Where the module has one resource of
        that service, the report names its ARNs.

    Why:
        Whoever gets hold of the role can do everything that it may, not only what it is for: with `*` become
        an administrator, with `s3:*` delete buckets or make them public.

    Example:
        resource "aws_iam_role_policy" "app" {
          role = aws_iam_role.app.id

          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect   = "Allow"
              Action   = "s3:*"
              Resource = "*"
            }]
          })
        }

    Impact:
        None: this is only reported; which actions are needed only the application tells.

    Limits:
        Left alone: statements with a condition; policies of resources (those with principals), for which
        wildcards mean only that resource; organizations' and endpoints' policies, which only limit what
        others allow. With `on-named-resources = false`, `s3:*` on named resources is left alone too.

    Source:
        AWS IAM User Guide, "Security best practices in IAM: Apply least-privilege permissions"; AWS Security
        Hub controls IAM.1 and IAM.21.
    """

    name = "aws-iam-policy-allows-everything"
    impact = Impact.NONE
    profile = Profile.SECURITY
    languages = frozenset(("hcl", "json", "python"))
    options: ClassVar[Mapping[str, object]] = {"on-named-resources": True}

    def visit_module(self, module: Module) -> Iterator[Finding]:
        return once(self._all(module))

    def _all(self, module: Module) -> Iterator[Finding]:
        for document in (*documents(module), *documents_by_value(module)):
            if any(
                block.labels[:1] and block.labels[0] in _LIMITS_ONLY for block, _ in users(document, module)
            ):
                continue
            for statement in document.statements:
                yield from self._findings(statement, module)

    def _findings(self, statement: Statement, module: Module) -> Iterator[Finding]:
        yield from _inverted(statement)
        actions = statement.elements.get("Action")
        if actions is None or not statement.allows or not statement.is_complete:
            return
        if {"Principal", "NotPrincipal", "Condition"} & statement.present:
            return
        everywhere = "*" in statement.strings("Resource")
        services = [found[1] for action in actions.strings if (found := _SERVICE.fullmatch(action))]
        if {"*", "*:*"} & set(actions.strings):
            yield _finding(actions, "every action of all services", everywhere, "")
        elif services and (everywhere or self.option["on-named-resources"]):
            told = "every action of " + ", ".join(dict.fromkeys(services))
            meant = _meant(services, module) if everywhere else ""
            yield _finding(actions, told, everywhere, meant)


def _inverted(statement: Statement) -> Iterator[Finding]:
    """The findings at what a statement allows by naming what it does not allow."""
    if not statement.allows or {"Principal", "NotPrincipal", "Condition"} & statement.present:
        return
    for name, told, list_of in (
        ("NotAction", "every action but some, of all services", "actions"),
        ("NotResource", "its actions on all resources but some", "resources"),
    ):
        element = statement.elements.get(name)
        if element is not None:
            message = f"the policy allows {told}: {name} with Allow"
            yield Finding(
                element.attribute, message, advice=f"list the {list_of} that are needed", within=element.node
            )


def _finding(actions: Element, told: str, everywhere: bool, meant: str) -> Finding:
    message = f"the policy allows {told} on {'all' if everywhere else 'its'} resources"
    advice = "list the actions that are needed"
    if everywhere:
        advice += f" and the resources: {meant}" if meant else " and the ARNs of the resources that they need"
    return Finding(actions.attribute, message, advice=advice, within=actions.node)


def _meant(services: list[str], module: Module) -> str:
    """The ARNs of the one resource of each service that the module has, as an argument to paste."""
    arns = [arn for service in services for arn in _arns(service, module)]
    return f"Resource = [{', '.join(arns)}]" if all(_arns(one, module) for one in services) else ""


def _arns(service: str, module: Module) -> list[str]:
    type_, forms = _MEANT.get(service, ("", ()))
    found = module.resources(type_) if type_ else []
    address = Address.of(found[0]) if len(found) == 1 else None
    if address is None or any(found[0].get(name) is not None for name in ("count", "for_each")):
        return []
    arns = [form.format(address) for form in forms]
    return [f'"{arn}"' if "${" in arn else arn for arn in arns]
