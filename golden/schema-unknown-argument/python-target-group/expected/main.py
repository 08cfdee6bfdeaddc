#!/usr/bin/env python
from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.instance import Instance, InstanceRootBlockDevice
from cdktf_cdktf_provider_aws.lb_target_group import LbTargetGroup, LbTargetGroupHealthCheck
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct


class WebStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        AwsProvider(self, "aws", region="us-east-1")

        LbTargetGroup(
            self,
            "web",
            port=80,
            protocol="HTTP",
            vpc_id="vpc-0123",
            health_check=LbTargetGroupHealthCheck(
                path="/health",
                healthy_threshold=3,
            ),
        )
        Instance(self, "web_server", ami="ami-0123", instance_type="t3.micro",
                 root_block_device=InstanceRootBlockDevice(volume_size=20, encrypted=True))


app = App()
WebStack(app, "web")
app.synth()
