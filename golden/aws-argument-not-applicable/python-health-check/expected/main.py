#!/usr/bin/env python
from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.route53_health_check import Route53HealthCheck
from constructs import Construct


class WebStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        AwsProvider(self, "aws", region="us-east-1")

        Route53HealthCheck(
            self,
            "website",
            fqdn="www.example.com",
            port=443,
            type="HTTPS",
            resource_path="/health",
            failure_threshold=3,
        )


app = App()
WebStack(app, "web")
app.synth()
