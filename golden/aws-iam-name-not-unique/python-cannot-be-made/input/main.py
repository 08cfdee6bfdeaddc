#!/usr/bin/env python
from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class WebStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        AwsProvider(self, "aws", region="eu-central-1")
        IamRole(self, "batch", name="batch", assume_role_policy="{}")


app = App()
WebStack(app, "web")
app.synth()
