#!/usr/bin/env python
from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupIngress
from cdktf_cdktf_provider_aws.security_group_rule import SecurityGroupRule
from cdktf_cdktf_provider_aws.vpc import Vpc
from constructs import Construct


class WebStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        AwsProvider(self, "aws", region="us-east-1")
        vpc = Vpc(self, "main", cidr_block="10.0.0.0/16")
        group = SecurityGroup(
            self,
            "database",
            vpc_id=vpc.id,
            ingress=[
                SecurityGroupIngress(
                    description="PostgreSQL",
                    from_port=5432,
                    to_port=5432,
                    protocol="tcp",
                    cidr_blocks=[vpc.cidr_block],
                ),
                SecurityGroupIngress(from_port=443, to_port=443, protocol="tcp", cidr_blocks=["0.0.0.0/0"]),
                {"fromPort": 22, "toPort": 22, "protocol": "tcp", "cidrBlocks": ["10.9.0.0/16", vpc.cidr_block]},
            ],
        )
        SecurityGroupRule(self, "cache", type="ingress", security_group_id=group.id,
                          from_port=6379, to_port=6379, protocol="tcp", cidr_blocks=[vpc.cidr_block])


app = App()
WebStack(app, "web")
app.synth()
