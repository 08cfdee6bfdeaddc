from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class Roles(TerraformStack):
    def __init__(self, scope, id, role):
        super().__init__(scope, id)
        for policy in ("a", "b"):
            IamRolePolicyAttachment(self, policy, role=role.name, policy_arn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecution")
        IamRolePolicyAttachment(self, "c", role=role.name, policy_arn=f"arn:aws:iam::aws:policy/{id}")
        IamRolePolicyAttachment(self, "d", role=role.name, policy_arn="arn:aws:iam::aws:policy/ReadOnlyAccess")
