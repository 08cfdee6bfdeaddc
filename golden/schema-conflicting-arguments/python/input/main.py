from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.security_group import SecurityGroup


class Web(TerraformStack):
    def __init__(self, scope, id, name):
        super().__init__(scope, id)
        IamRole(self, "role", name="web", name_prefix="web-", assume_role_policy="{}")
        SecurityGroup(self, "group", name=name, name_prefix=None)
