"""IAM policy documents that AWS rejects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Transform, nodes, source_of

from ._arguments import replace_node
from ._policies import Document, Statement, documents, is_of_aws, once, users

VERSIONS = ("2012-10-17", "2008-10-17")
_IDENTITY = ("aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy")
_PLURALS = {f"{name}s": name for name in ("Action", "Resource", "Principal", "Condition", "Effect")}


class IamPolicyMalformed(Transform):
    """An IAM policy document has an element that AWS does not accept, or lacks a required one.

    What:
        Looks in policy documents (JSON in a heredoc or string, `jsonencode`, and `aws_iam_policy_document`)
        for an `Effect` in another case than `Allow` and `Deny`, a `Version` that is none of the two that
        there are, element names in the plural (`Actions`), and, by what the policy is for, elements that are
        missing or out of place: a policy of an identity needs actions and resources and has no principal, a
        trust policy needs a principal and has no resource.

    Why:
        The apply stops with MalformedPolicyDocument. `Version` is the version of the policy language and not
        the day when the policy was written; values are compared by case.

    Example:
        resource "aws_iam_role" "app" {
          assume_role_policy = jsonencode({
            Version = "2024-05-01"
            Statement = [{
              Effect    = "allow"
              Actions   = "sts:AssumeRole"
              Principal = { Service = "ec2.amazonaws.com" }
            }]
          })
        }

    Becomes:
        resource "aws_iam_role" "app" {
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRole"
              Principal = { Service = "ec2.amazonaws.com" }
            }]
          })
        }

    Impact:
        A policy that AWS rejected was never made; it is created, or updated in place, with what it says.

    Limits:
        Missing and misplaced elements are only reported. Documents in other files, those of templates that do
        not read as JSON, and values that are known only when Terraform runs are not judged.

    Source:
        AWS IAM User Guide, "IAM JSON policy elements reference" and "Grammar of the IAM JSON policy
        language".
    """

    name = "aws-iam-policy-malformed"
    impact = Impact.UPDATE
    languages = frozenset(("hcl", "json", "python"))

    def visit_module(self, module: Module) -> Iterator[Finding]:
        return once(self._all(module))

    def _all(self, module: Module) -> Iterator[Finding]:
        for document in documents(module):
            used = users(document, module)
            if not used or not all(is_of_aws(block) for block, _ in used):
                continue
            yield from _version(document, module)
            for statement in document.statements:
                yield from _effect(statement, module)
                yield from _plurals(statement, module)
                yield from _shape(document, statement, used)


def _version(document: Document, module: Module) -> Iterator[Finding]:
    if document.attribute is None:
        attribute = document.block.get("version")
        node, version = (attribute.expression, attribute.string) if attribute else (None, None)
    else:
        attribute, version = document.attribute, document.data.get("Version")
        node = document.data.nodes.get("Version")
    if attribute is None or node is None or not isinstance(version, str) or version in VERSIONS:
        return
    message = f"'{version}' is no version of the policy language; the present one is {VERSIONS[0]}"
    fix = partial(replace_node, attribute, node, source_of(node, VERSIONS[0]), module)
    yield Finding(attribute, message, fix, within=node)


def _effect(statement: Statement, module: Module) -> Iterator[Finding]:
    effect = statement.elements.get("Effect")
    if effect is None or not isinstance(effect.value, str) or effect.value in ("Allow", "Deny"):
        return
    message = f"the effect of a statement is 'Allow' or 'Deny', and not '{effect.value}'"
    meant = effect.value.strip().capitalize()
    fix = None
    if meant in ("Allow", "Deny"):
        fix = partial(replace_node, effect.attribute, effect.node, source_of(effect.node, meant), module)
    yield Finding(effect.attribute, message, fix, "write 'Allow' or 'Deny'", within=effect.node)


def _plurals(statement: Statement, module: Module) -> Iterator[Finding]:
    """Elements named in the plural. Their names stand right before their values."""
    for name in () if statement.is_data else filter(_PLURALS.get, sorted(statement.present)):
        element = statement.elements[name]
        attribute, meant = element.attribute, _PLURALS[name]
        start = element.node.source.rfind(name, 0, element.node.start)
        node = nodes.Expression(element.node.source, start, start + len(name))
        message = f"a policy has no element '{name}'; it is '{meant}'"
        fix = None if meant in statement.present else partial(replace_node, attribute, node, meant, module)
        yield Finding(attribute, message, fix, f"name it '{meant}'", within=element.node)


def _shape(document: Document, statement: Statement, used: list[tuple[Block, str]]) -> Iterator[Finding]:
    """What is missing or out of place, by what takes the document."""
    present = statement.present
    if not statement.is_complete or any(name in _PLURALS for name in present):
        return
    if document.block.get("override_policy_documents") is not None:
        return
    if not statement.is_data and "Effect" not in present:
        yield _told(statement, "has no effect", 'Effect = "Allow"')
    if not {"Action", "NotAction"} & present:
        yield _told(statement, "has no actions", "name the actions")
    takers = {(block.labels[0], argument) for block, argument in used}
    if takers <= {(type_, "policy") for type_ in (*_IDENTITY, "aws_iam_role")}:
        if not {"Resource", "NotResource"} & present:
            yield _told(statement, "has no resources", 'Resource = "..."')
        if {"Principal", "NotPrincipal"} & statement.certain:
            advice = "remove the principal: the attachment says who has the policy"
            yield _told(statement, "of an identity's policy names a principal", advice)
    elif takers == {("aws_iam_role", "assume_role_policy")}:
        if {"Resource", "NotResource"} & statement.certain:
            yield _told(statement, "of a trust policy names resources", "remove the resources")
        if not {"Principal", "NotPrincipal"} & present:
            yield _told(statement, "of a trust policy names no principal", "name who may assume the role")


def _told(statement: Statement, what: str, advice: str) -> Finding:
    return Finding(statement.at, f"a statement {what}", advice=advice, within=statement.node)
