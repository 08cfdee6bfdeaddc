"""Policies that let everybody in: trust policies of roles, and policies of buckets, queues, topics, keys…"""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Profile, Transform

from ._arguments import nested
from ._policies import Principal, Statement, documents, is_of_aws, once, users
from ._policy_values import documents_by_value

_PUBLIC_READ = frozenset(("s3:GetObject", "s3:GetObjectVersion"))
_TAKERS = {
    ("aws_iam_role", "assume_role_policy"): "the role",
    ("aws_ecr_repository_policy", "policy"): "the repository",
    ("aws_ecrpublic_repository_policy", "policy"): "",
    ("aws_elasticsearch_domain", "access_policies"): "the domain",
    ("aws_elasticsearch_domain_policy", "access_policies"): "the domain",
    ("aws_glacier_vault", "access_policy"): "the vault",
    ("aws_kms_key", "policy"): "the key",
    ("aws_kms_key_policy", "policy"): "the key",
    ("aws_opensearch_domain", "access_policies"): "the domain",
    ("aws_opensearch_domain_policy", "access_policies"): "the domain",
    ("aws_s3_bucket", "policy"): "the bucket",
    ("aws_s3_bucket_policy", "policy"): "the bucket",
    ("aws_secretsmanager_secret_policy", "policy"): "the secret",
    ("aws_sns_topic", "policy"): "the topic",
    ("aws_sns_topic_policy", "policy"): "the topic",
    ("aws_sqs_queue", "policy"): "the queue",
    ("aws_sqs_queue_policy", "policy"): "the queue",
}
"""The arguments that take policies of resources, and what they then guard."""


class IamTrustOpen(Transform):
    """A trust policy or resource policy allows something to everyone.

    What:
        Looks for statements that allow something to the principal `*`, outright or as `AWS = "*"`, without a
        condition, in trust policies of roles and in policies of buckets, queues, topics, keys, secrets,
        repositories and search domains. Also reports a role that GitHub's or another web identity may assume
        without a condition, which any repository then can.

    Why:
        `*` is everybody: all AWS accounts and, for resources, people without one. A role with such a trust
        policy is everybody's.

    Example:
        resource "aws_iam_role" "deploy" {
          name_prefix = "deploy-"

          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRole"
              Principal = { AWS = "*" }
            }]
          })
        }

    Impact:
        None: this is only reported; who is meant only its author knows.

    Limits:
        Statements with a condition are left alone, whatever it says; so are buckets whose objects everybody
        may only read, which is how web sites are published, and search domains in a VPC.

    Source:
        AWS IAM User Guide, "AWS JSON policy elements: Principal" (section "All principals") and "Create a
        role for OpenID Connect federation"; AWS Security Hub user guide, "Control reference for Security Hub
        CSPM".
    """

    name = "aws-iam-trust-open"
    impact = Impact.NONE
    profile = Profile.SECURITY
    languages = frozenset(("hcl", "json", "python"))

    def visit_module(self, module: Module) -> Iterator[Finding]:
        return once(self._all(module))

    def _all(self, module: Module) -> Iterator[Finding]:
        for document in (*documents(module), *documents_by_value(module)):
            used = [
                one
                for one in users(document, module)
                if is_of_aws(one[0]) and not _is_private(one[0], module)
            ]
            for statement in document.statements:
                if not statement.allows or not statement.is_complete or "Condition" in statement.present:
                    continue
                for principal in statement.principals:
                    finding = _finding(statement, principal, used)
                    if finding is not None:
                        yield finding
                        break


def _finding(statement: Statement, principal: Principal, used: list[tuple[Block, str]]) -> Finding | None:
    guarded = {_TAKERS.get((block.labels[0], argument), "") for block, argument in used} - {""}
    if len(guarded) != 1:
        return None
    (what,) = guarded
    if principal.type in ("*", "AWS") and principal.identifier == "*":
        actions = frozenset(statement.strings("Action"))
        if what == "the bucket" and actions and actions <= _PUBLIC_READ:
            return None
        doing = "assume" if what == "the role" else "use"
        message = f"everybody may {doing} {what}: the policy allows it to '*' without a condition"
        advice = (
            "name the accounts, roles or services, or add a condition (aws:SourceArn, aws:PrincipalOrgID)"
        )
    elif what == "the role" and principal.type == "Federated" and _is_web_identity(statement):
        message = (
            "every identity of the provider may assume the role: there is no condition on 'sub' and 'aud'"
        )
        advice = "add a condition: StringEquals on the provider's ':aud' and ':sub'"
    else:
        return None
    return Finding(principal.attribute, message, advice=advice, within=principal.node)


def _is_private(block: Block, module: Module) -> bool:
    """Whether a policy is that of a search domain in a VPC, whose security groups guard it."""
    if "domain" not in block.labels[0]:
        return False
    domains = module.resources(block.labels[0].removesuffix("_policy"))
    return any(next(nested(one, "vpc_options"), None) is not None for one in domains)


def _is_web_identity(statement: Statement) -> bool:
    return "sts:AssumeRoleWithWebIdentity" in statement.strings("Action")
