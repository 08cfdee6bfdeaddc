"""Managed policies that make whoever has them an administrator."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Profile, Transform, resources

from ._policy_arns import arns_of_instances, arns_with_partition

_ARGUMENTS = {
    "aws_iam_group_policy_attachment": "policy_arn",
    "aws_iam_policy_attachment": "policy_arn",
    "aws_iam_role": "managed_policy_arns",
    "aws_iam_role_policy_attachment": "policy_arn",
    "aws_iam_role_policy_attachments_exclusive": "policy_arns",
    "aws_iam_user_policy_attachment": "policy_arn",
    "aws_ssoadmin_managed_policy_attachment": "managed_policy_arn",
}
_POLICIES = {
    "AdministratorAccess": "everything",
    "IAMFullAccess": "everything in IAM, and so to make itself an administrator",
    "PowerUserAccess": "everything but IAM and the organization",
}


class IamAdministratorAttached(Transform):
    """A managed policy is attached that allows everything, or nearly everything.

    What:
        Looks for attachments of AWS's managed policies AdministratorAccess, PowerUserAccess and
        IAMFullAccess to roles, users, groups and permission sets: written out, in lists and `for_each`, by
        local values, variables and the callers of a module, and with the partition of a data source.

    Why:
        Whoever gets hold of the role or the user can do all of that, not only what it is for.

    Example:
        resource "aws_iam_role_policy_attachment" "app" {
          role       = aws_iam_role.app.name
          policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        }

    Impact:
        None: this is only reported; which actions are needed only the application tells.

    Limits:
        Roles that are for administrators are reported too: a suppression with a reason tells them apart.

    Source:
        AWS managed policy reference, AdministratorAccess, PowerUserAccess and IAMFullAccess; CIS AWS
        Foundations Benchmark, "Ensure IAM policies that allow full administrative privileges are not
        attached"; AWS Security Hub control IAM.1.
    """

    name = "aws-iam-administrator-attached"
    impact = Impact.NONE
    profile = Profile.SECURITY
    watches = resources(*_ARGUMENTS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        attribute = block.get(_ARGUMENTS[block.labels[0]])
        if attribute is None:
            return
        for name in _attached(attribute, block, module):
            message = f"{name} is attached, which allows {_POLICIES[name]}"
            yield Finding(attribute, message, advice="attach a policy with the actions that are needed")


def _attached(attribute: Attribute, block: Block, module: Module) -> list[str]:
    arns = [*arns_of_instances(attribute, block, module), *arns_with_partition(attribute, block, module)]
    names = (arn.rpartition("/")[2] for arn in arns if ":iam::aws:policy/" in arn)
    return [name for name in dict.fromkeys(names) if name in _POLICIES]
