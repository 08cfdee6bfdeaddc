"""The kinds of IAM entities that bear account-wide names, and where such names are written.

Facts: AWS IAM User Guide, "IAM identifiers" and "IAM and AWS STS quotas"; Terraform AWS provider.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of named IAM entity. ``arguments`` are the places that hold its bare name, ``arn`` is what
    stands before the name in an ARN, ``hint`` what near a name tells that it is of this kind."""

    word: str
    limit: int
    arn: str
    hint: str
    arguments: frozenset[str]
    inline: tuple[str, str] | None = None  # the resource type of its inline policies, and their argument

    @property
    def spoken(self) -> str:
        return self.word.replace("_", " ")

    @property
    def plural(self) -> str:
        return self.spoken.removesuffix("y") + ("ies" if self.spoken.endswith("y") else "s")


KINDS: Mapping[str, Kind] = {
    "aws_iam_role": Kind(
        "role",
        64,
        "role|assumed-role",
        "role",
        frozenset(
            (
                "aws_emr_cluster.autoscaling_role",
                "aws_emr_cluster.service_role",
                "aws_iam_instance_profile.role",
                "aws_iam_policy_attachment.roles",
                "aws_iam_role_policies_exclusive.role_name",
                "aws_iam_role_policy.role",
                "aws_iam_role_policy_attachment.role",
                "aws_iam_role_policy_attachments_exclusive.role_name",
                "aws_ssm_activation.iam_role",
                "data.aws_iam_instance_profiles.role_name",
                "data.aws_iam_role.name",
            )
        ),
        ("aws_iam_role_policy", "role"),
    ),
    "aws_iam_policy": Kind(
        "policy", 128, "policy", "policy[_-]?(?:name|arn)", frozenset(("data.aws_iam_policy.name",))
    ),
    "aws_iam_instance_profile": Kind(
        "instance_profile",
        128,
        "instance-profile",
        "profile",
        frozenset(
            (
                "aws_emr_cluster.ec2_attributes.instance_profile",
                "aws_imagebuilder_infrastructure_configuration.instance_profile_name",
                "aws_instance.iam_instance_profile",
                "aws_launch_configuration.iam_instance_profile",
                "aws_launch_template.iam_instance_profile.name",
                "aws_spot_fleet_request.launch_specification.iam_instance_profile",
                "aws_spot_instance_request.iam_instance_profile",
                "data.aws_iam_instance_profile.name",
            )
        ),
    ),
    "aws_iam_user": Kind(
        "user",
        64,
        "user",
        "iam[_-]?user|--user-name",
        frozenset(
            (
                "aws_iam_access_key.user",
                "aws_iam_group_membership.users",
                "aws_iam_policy_attachment.users",
                "aws_iam_service_specific_credential.user_name",
                "aws_iam_signing_certificate.user_name",
                "aws_iam_user_group_membership.user",
                "aws_iam_user_login_profile.user",
                "aws_iam_user_policies_exclusive.user_name",
                "aws_iam_user_policy.user",
                "aws_iam_user_policy_attachment.user",
                "aws_iam_user_policy_attachments_exclusive.user_name",
                "aws_iam_user_ssh_key.username",
                "data.aws_iam_user.user_name",
                "data.aws_iam_user_ssh_key.username",
            )
        ),
        ("aws_iam_user_policy", "user"),
    ),
    "aws_iam_group": Kind(
        "group",
        128,
        "group",
        "iam[_-]?group|--group-name",
        frozenset(
            (
                "aws_iam_group_membership.group",
                "aws_iam_group_policies_exclusive.group_name",
                "aws_iam_group_policy.group",
                "aws_iam_group_policy_attachment.group",
                "aws_iam_group_policy_attachments_exclusive.group_name",
                "aws_iam_policy_attachment.groups",
                "aws_iam_user_group_membership.groups",
                "data.aws_iam_group.group_name",
            )
        ),
        ("aws_iam_group_policy", "group"),
    ),
}

INLINE_LIMIT = 128

_DEMANDED = frozenset(
    (
        "AWSCloudFormationStackSetAdministrationRole",
        "AWSCloudFormationStackSetExecutionRole",
        "AWSControlTowerAdmin",
        "AWSControlTowerCloudTrailRole",
        "AWSControlTowerExecution",
        "AWSControlTowerStackSetRole",
        "AmazonEKS_CNI_IPv6_Policy",
        "AmazonAppStreamServiceAccess",
        "ApplicationAutoScalingForAmazonAppStreamAccess",
        "CloudWatch-CrossAccountSharingRole",
        "OrganizationAccountAccessRole",
        "dms-access-for-endpoint",
        "dms-cloudwatch-logs-role",
        "dms-vpc-role",
        "vmimport",
        "workspaces_DefaultRole",
    )
)
"""Roles and policies that an AWS service, or what is installed for it, looks up by exactly this name, as the
services' own guides say."""
_SERVICE_LINKED = "AWSServiceRoleFor"
"""How the names of service-linked roles begin, which the service chooses: AWS IAM User Guide, "Create a
service-linked role"."""


def is_demanded(name: str) -> bool:
    """Whether an AWS service asks for a name, or has given it: there is no other."""
    return name in _DEMANDED or name.startswith(_SERVICE_LINKED)
