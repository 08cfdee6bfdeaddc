"""Names that are not hard-coded, or not of this library."""

import aws_cdk.aws_iam as cdk_iam
from aws_cdk import Stack
from cdktf import TerraformStack, TerraformVariable
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.provider import AwsProvider
from pulumi_aws.iam import Role

from mylib import IamUser


class Roles(TerraformStack):
    def __init__(self, scope, id, env, **kwargs):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        prefix = TerraformVariable(self, "prefix", type="string")

        IamRole(self, "a", name=f"{env}-role", assume_role_policy="{}")
        IamRole(self, "b", name=prefix.string_value + "-role", assume_role_policy="{}")
        for service in ("ec2", "lambda"):
            IamRole(self, f"{service}_role", name=f"{service}-role", assume_role_policy="{}")
        IamRole(self, "c", name="all-of-it", **kwargs)
        # tffix: ignore[aws-iam-name-not-unique] another account counts on it
        IamRole(self, "d", name="audit", assume_role_policy="{}")
        overridden = IamRole(self, "e", name="first", assume_role_policy="{}")
        overridden.add_override("name", "second")
        IamUser(self, "f", name="of-another-library")


class Other(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        cdk_iam.Role(self, "g", role_name="aws-cdk")
        Role("h", name="pulumi")
