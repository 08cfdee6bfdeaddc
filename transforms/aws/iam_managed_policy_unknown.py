"""AWS managed policies that do not exist, attached to roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import Block, Finding, Impact, Module, Transform, data_sources, facts, nodes, resources

from ..terraform._contexts import variables_behind
from ._attached_policies import attached, correct, correct_behind, drop
from ._inline_policy import ATTACHMENT, Site, plan, write_inline
from ._policy_arns import Written, arns_of_instances, arns_with_partition, where_written

PREFIX = facts.managed_policies.PREFIX

_USUAL = re.compile(re.escape(PREFIX) + r"[\w+=,.@/-]+")
_ARGUMENTS = {
    ATTACHMENT: ("policy_arn",),
    "aws_iam_group_policy_attachment": ("policy_arn",),
    "aws_iam_group_policy_attachments_exclusive": ("policy_arns",),
    "aws_iam_policy": ("arn",),
    "aws_iam_policy_attachment": ("policy_arn",),
    "aws_iam_role": ("managed_policy_arns", "permissions_boundary"),
    "aws_iam_role_policy_attachments_exclusive": ("policy_arns",),
    "aws_iam_user": ("permissions_boundary",),
    "aws_iam_user_policy_attachment": ("policy_arn",),
    "aws_iam_user_policy_attachments_exclusive": ("policy_arns",),
    "aws_ssoadmin_managed_policy_attachment": ("managed_policy_arn",),
}
"""The arguments that hold ARNs of managed policies."""


class IamManagedPolicyUnknown(Transform):
    """A role, user or group has an AWS managed policy attached that does not exist.

    What:
        Looks up every ARN of an AWS managed policy (`arn:aws:iam::aws:policy/...`) that is attached, in
        `managed_policy_arns` or a permissions boundary, also where it comes from `for_each`, a local value,
        the default of a variable or a caller. One that was withdrawn or misspelt and has one evident
        successor is corrected: another path, case or `_`, `AWS` for `Amazon`, a slip in a long word.
        Where no policy of such a name ever existed and it is evident what the role's service does in this
        module, an `aws_iam_role_policy` of the same label takes the attachment's place, with what that asks
        for and no more; its name ends with the role's random suffix, if it has one. References and
        `depends_on` follow. AWS Config: delivery to the bucket of the delivery channel, with its key prefix,
        KMS key and topic, and reading of what the recorder records. AWS Lambda: writing the logs of the
        functions that have the role, network interfaces if the ARN speaks of a VPC. Flow logs and
        CloudTrail: writing to the log group that they name.

    Why:
        The attachment fails with NoSuchEntity (policy does not exist or is not attachable). Such ARNs come
        from memory, from withdrawn policies, and from a missing or superfluous `service-role/`.

    Example:
        resource "aws_iam_role" "flow_logs" {
          name_prefix = "flow-logs-"

          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [
              {
                Effect    = "Allow"
                Action    = "sts:AssumeRole"
                Principal = { Service = "vpc-flow-logs.amazonaws.com" }
              }
            ]
          })
        }

        resource "aws_iam_role_policy_attachment" "flow_logs" {
          role       = aws_iam_role.flow_logs.name
          policy_arn = "arn:aws:iam::aws:policy/service-role/VPCFlowLogsRole"
        }

        resource "aws_flow_log" "main" {
          vpc_id          = aws_vpc.main.id
          traffic_type    = "ALL"
          iam_role_arn    = aws_iam_role.flow_logs.arn
          log_destination = aws_cloudwatch_log_group.flow_logs.arn
        }

    Becomes:
        resource "aws_iam_role" "flow_logs" {
          name_prefix = "flow-logs-"

          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [
              {
                Effect    = "Allow"
                Action    = "sts:AssumeRole"
                Principal = { Service = "vpc-flow-logs.amazonaws.com" }
              }
            ]
          })
        }

        resource "aws_iam_role_policy" "flow_logs" {
          name = "flow-logs"
          role = aws_iam_role.flow_logs.name

          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [
              {
                Sid    = "WriteFlowLogs"
                Effect = "Allow"
                Action = [
                  "logs:CreateLogStream",
                  "logs:DescribeLogStreams",
                  "logs:PutLogEvents"
                ]
                Resource = "${aws_cloudwatch_log_group.flow_logs.arn}:*"
              },
              {
                Sid      = "FindLogGroups"
                Effect   = "Allow"
                Action   = "logs:DescribeLogGroups"
                Resource = "*"
              }
            ]
          })
        }

        resource "aws_flow_log" "main" {
          vpc_id          = aws_vpc.main.id
          traffic_type    = "ALL"
          iam_role_arn    = aws_iam_role.flow_logs.arn
          log_destination = aws_cloudwatch_log_group.flow_logs.arn
        }

    Impact:
        An attachment to a policy that never existed was never made: the inline policy, or the attachment
        with its ARN corrected, is added. An attachment to a policy that AWS has withdrawn since may still be
        there: it is replaced by one to the successor. Lists of ARNs and permissions boundaries change in
        place.

    Limits:
        The list of policies is that of the partition `aws` on the day when moto, its source, was released; a
        policy of a later day is reported, and replaced only if its name is like those named above. What an
        inline policy for AWS Config cannot do: keep up with AWS_ConfigRole, which reads over 1,000 actions of
        all services and would not fit into a role's 10,240 characters; the policy reads the services that
        most accounts use, or those that `resource_types` names, and the recorder marks other resources as not
        recorded. Set `correct-arn` to have the policy that is likely meant (AWS_ConfigRole) and what it grows
        to instead; delivery to the bucket then needs a policy of its own. An ARN that comes from a local
        value, a `for_each` or the default of a root module's variable is corrected there; an inline policy
        takes the place of a whole attachment, or of an item of `toset([…])`. Reported only: ARNs that callers
        give, items of other lists and maps that have no successor; an attachment beside another of the same
        policy; withdrawn policies without an evident successor; other services; ARNs attached to users,
        groups or several entities; roles of other modules; roles whose inline policies are managed
        exclusively; attachments whose `policy_arn` is referred to.

    Source:
        The managed policies in tffix's facts; AWS Config Developer Guide, "Permissions for the IAM Role
        Assigned to AWS Config"; AWS Lambda Developer Guide, "Defining Lambda function permissions with an
        execution role"; Amazon VPC User Guide, "IAM role for publishing flow logs to CloudWatch Logs"; AWS
        CloudTrail User Guide, "Role policy document for CloudTrail to use CloudWatch Logs for monitoring".
    """

    name = "aws-iam-managed-policy-unknown"
    impact = Impact.REPLACE
    languages = frozenset(("hcl", "json", "python"))
    watches = resources(*(type_ for type_ in _ARGUMENTS if type_ != "aws_iam_policy")) + data_sources(
        "aws_iam_policy"
    )
    options: ClassVar[Mapping[str, object]] = {"correct-arn": False}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for attribute in filter(None, map(block.get, _ARGUMENTS[block.labels[0]])):
            written = {
                node.literal: node for node in attribute.expression.find(nodes.Template) if node.literal
            }
            for arn in filter(_is_unknown, written):
                yield self._finding(Site(block, attribute, written[arn], arn, module))
            if attribute.expression not in written.values():
                known = arns_of_instances(attribute, block, module)
                for arn in dict.fromkeys((*known, *arns_with_partition(attribute, block, module))):
                    if arn not in written and _is_unknown(arn):
                        yield self._from_elsewhere(Site(block, attribute, attribute.expression, arn, module))

    def _finding(self, site: Site) -> Finding:
        policies = facts.managed_policies
        likely, evident = policies.nearest(site.arn), policies.successor(site.arn)
        advice = _advice(site.arn)
        meant = evident or (likely if self.option["correct-arn"] else None)
        fix = None
        if meant is not None:
            if there := attached(meant, site):
                advice = f"{there} attaches '{meant}' to it already: remove this one"
                fix = partial(drop, site, meant) if site.is_listed else None
            else:
                fix = partial(correct, site, meant)
        elif policies.was_withdrawn(site.arn):
            advice += "; what was attached stays so until the attachment is replaced"
        elif not self.option["correct-arn"]:
            planned = plan(site)
            if isinstance(planned, str):
                advice += f"; no inline policy takes its place: {planned}"
            else:
                fix = partial(write_inline, site)
        impact = None if site.is_attachment or meant is None else Impact.UPDATE
        return Finding(site.attribute, _message(site.arn), fix, advice, impact, within=site.node)

    def _from_elsewhere(self, site: Site) -> Finding:
        """The finding for an ARN that an argument takes from elsewhere, or puts together."""
        policies, block, module = facts.managed_policies, site.block, site.module
        place = where_written(site.arn, site.attribute, block, module)
        meant = policies.successor(site.arn)
        if meant is None and self.option["correct-arn"]:
            meant = policies.nearest(site.arn)
        advice, fix = _advice(site.arn), None
        if meant is not None:
            if there := attached(meant, site):
                advice = f"{there} attaches '{meant}' to it already: remove this one"
            elif meant in arns_of_instances(site.attribute, block, module):
                advice = f"'{meant}' is attached beside it: remove this one"
            elif place is not None and place.corrected(site.arn, meant) and _is_for_policies(place, site):
                fix = partial(correct_behind, site, meant)
        elif policies.was_withdrawn(site.arn):
            advice += "; what was attached stays so until the attachment is replaced"
        elif not self.option["correct-arn"]:
            swapped = _to_swap(site, place)
            planned = plan(swapped) if isinstance(swapped, Site) else swapped
            if isinstance(swapped, Site) and not isinstance(planned, str):
                fix = partial(write_inline, swapped)
            else:
                advice += f"; no inline policy takes its place: {planned}"
        if place is not None and place.attribute is block.get("for_each"):
            return Finding(place.attribute, _message(site.arn), fix, advice, within=place.node)
        return Finding(site.attribute, _message(site.arn), fix, advice)


def _is_for_policies(place: Written, site: Site) -> bool:
    """Whether a text may be changed: nothing but attachments of policies uses what it is written in."""
    owner = place.attribute.parent.owner if place.attribute.parent is not None else None
    if owner is None or owner is site.block:
        return owner is not None
    name = f"local.{place.attribute.name}" if owner.type == "locals" else f"var.{owner.labels[0]}"
    used = site.module.references_to(name)
    return all(one.block.type == "resource" and one.block.labels[0] in _ARGUMENTS for one in used)


def _to_swap(site: Site, place: Written | None) -> Site | str:
    """Where an ARN is that an inline policy may take the place of; or why there is no such place."""
    for_each = site.block.get("for_each")
    if for_each is None and site.block.get("count") is None:
        if variables_behind(site.attribute, site.module):
            return "a variable may name another policy"
        return site if site.is_attachment else "only a role's own policy is replaced"
    if place is not None and place.attribute is for_each and place.node.literal == site.arn:
        return Site(site.block, for_each, place.node, site.arn, site.module)
    return "it is one of several, which are not listed in the attachment itself"


def _is_unknown(arn: str) -> bool:
    return _USUAL.fullmatch(arn) is not None and not facts.managed_policies.exists(arn)


def _message(arn: str) -> str:
    gone = facts.managed_policies.was_withdrawn(arn)
    return f"AWS has {'withdrawn the' if gone else 'no'} managed policy '{arn}'"


def _advice(arn: str) -> str:
    likely = facts.managed_policies.nearest(arn)
    return f"the policy that exists is '{likely}'" if likely else "look up the policy that is meant"
