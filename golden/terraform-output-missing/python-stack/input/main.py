#!/usr/bin/env python
from cdktf import App, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.lb import Lb
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.vpc import Vpc
from constructs import Construct


class WebStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        AwsProvider(self, "aws", region="us-east-1")
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        self.database = DbInstance(self, "orders", instance_class="db.t3.micro", allocated_storage=20)
        Lb(self, "web", name="web")

        TerraformOutput(self, "vpc_id", value=vpc.id)


app = App()
WebStack(app, "web")
app.synth()
