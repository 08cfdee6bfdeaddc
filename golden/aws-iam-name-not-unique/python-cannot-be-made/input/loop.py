from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_random.provider import RandomProvider


class Loop(TerraformStack):
    def __init__(self, scope, id, services):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        RandomProvider(self, "random")
        for service in services:
            IamRole(self, f"{service}_role", name="role-of-all", assume_role_policy="{}")
