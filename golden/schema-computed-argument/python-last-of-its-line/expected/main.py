#!/usr/bin/env python
from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.lb import Lb
from constructs import Construct


class WebStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        self.balancer = Lb(self, "web",
            name="web"  # the public one
            )


app = App()
WebStack(app, "web")
app.synth()
