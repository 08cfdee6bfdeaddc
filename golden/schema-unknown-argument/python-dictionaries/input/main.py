#!/usr/bin/env python
from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.security_group import SecurityGroup
from cdktf_cdktf_provider_aws.lb_target_group import LbTargetGroup
from constructs import Construct


class WebStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        LbTargetGroup(self, "web", port=80, health_check={"path": "/", "intervall": 10})
        SecurityGroup(
            self,
            "db",
            ingress=[
                {"fromPort": 5432, "toPort": 5432, "protocol": "tcp", "selfAttribute": True},
            ],
        )


app = App()
WebStack(app, "web")
app.synth()
