#!/usr/bin/env python
from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.lb import Lb
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from constructs import Construct


class WebStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        S3Bucket(self, "logs", bucket_prefix="logs-")
        Lb(
            self,
            "web",
            name="web",
            internal=False
        )


app = App()
WebStack(app, "web")
app.synth()
