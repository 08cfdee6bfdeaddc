#!/usr/bin/env python
from cdktf import App, Fn, TerraformStack, Token
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc
from constructs import Construct


class NetworkStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        AwsProvider(self, "aws", region="us-east-2")
        vpc = Vpc(self, "main", cidr_block="10.0.0.0/16")

        # The zones that have what we need.
        availability_zones = ["us-east-2a", "us-east-2b", "us-east-2c"]

        for index in range(3):
            Subnet(
                self,
                f"private_{index}",
                vpc_id=vpc.id,
                cidr_block=Fn.cidrsubnet(vpc.cidr_block, 8, index),
                availability_zone=Token.as_string(Fn.element(availability_zones, index)),
            )


app = App()
NetworkStack(app, "network")
app.synth()
