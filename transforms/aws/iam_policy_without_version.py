"""IAM policy documents that do not say which version of the policy language they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import Finding, Impact, Module, Profile, Transform, nodes, source_of

from ._arguments import replace_node
from ._policies import documents, is_of_aws, users

_VERSION = "2012-10-17"
_OPENING = re.compile(r"\{([ \t\r\n]*)")


class IamPolicyWithoutVersion(Transform):
    """A policy document has no `Version`, so AWS reads it as the version of 2008.

    What:
        Adds `Version = "2012-10-17"` to policy documents (JSON in a heredoc or string, and `jsonencode`) that
        have none.

    Why:
        Without it a policy is in the version 2008-10-17 of the language, in which `${aws:username}` and other
        policy variables are plain text: the statement then matches nothing, or not what it says.

    Example:
        resource "aws_iam_group_policy" "home" {
          group = "people"

          policy = jsonencode({
            Statement = [{
              Effect   = "Allow"
              Action   = "s3:GetObject"
              Resource = "arn:aws:s3:::home/$${aws:username}/*"
            }]
          })
        }

    Becomes:
        resource "aws_iam_group_policy" "home" {
          group = "people"

          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect   = "Allow"
              Action   = "s3:GetObject"
              Resource = "arn:aws:s3:::home/$${aws:username}/*"
            }]
          })
        }

    Impact:
        The policy is updated in place; its policy variables begin to work.

    Limits:
        Documents in other files, those of templates that do not read as JSON and those that have keys known
        only when Terraform runs are left alone. `aws_iam_policy_document` writes the version by itself.

    Source:
        AWS IAM User Guide, "IAM JSON policy elements: Version".
    """

    name = "aws-iam-policy-without-version"
    impact = Impact.UPDATE
    profile = Profile.SECURITY
    languages = frozenset(("hcl", "json", "python"))

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for document in documents(module):
            attribute, data = document.attribute, document.data
            if attribute is None or not data.complete or "version" in map(str.lower, data):
                continue
            used = users(document, module)
            if not used or not all(is_of_aws(block) for block, _ in used) or not document.statements:
                continue
            message = "the policy has no version, so its language is that of 2008, without policy variables"
            fix = partial(replace_node, attribute, data.node, _with_version(data.node), module)
            yield Finding(attribute, message, fix, within=data.node)


def _with_version(node: nodes.Expression) -> str:
    """The text of a document with its version as the first element."""
    opening = _OPENING.match(node.text)
    assert opening is not None
    space = opening[1]
    if isinstance(node, nodes.Object):
        element = f'Version = "{_VERSION}"' + ("" if "\n" in space else ",")
    else:
        element = f"{source_of(node, 'Version')}: {source_of(node, _VERSION)},"
    return "{" + space + element + (space or " ") + node.text[opening.end() :]
