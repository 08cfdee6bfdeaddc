from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class Roles(TerraformStack):
    def __init__(self, scope, id, role):
        super().__init__(scope, id)
        IamRolePolicyAttachment(
            self, 'logs', role=role.name, policy_arn='arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole')
