#!/usr/bin/env python
import json

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.iam_instance_profile import IamInstanceProfile
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class WebStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        AwsProvider(self, "aws", region="eu-central-1")

        # What the web servers may do.
        self.role = IamRole(
            self,
            "prod_ec2_role",
            name="prod-ec2-role",
            assume_role_policy=json.dumps(
                {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Principal": {"Service": "ec2.amazonaws.com"},
                            "Action": "sts:AssumeRole",
                        }
                    ],
                }
            ),
        )

        IamRolePolicyAttachment(
            self,
            "ssm",
            role="prod-ec2-role",  # by its name
            policy_arn="arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
        )

        IamInstanceProfile(self, "web", name_prefix="web-", role=self.role.name)


app = App()
WebStack(app, "web")
app.synth()
