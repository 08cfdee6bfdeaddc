from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.route53_health_check import Route53HealthCheck


class Checks(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        Route53HealthCheck(self, "site", type="HTTP", fqdn="example.com")
        Route53HealthCheck(self, "other", type="HTTP",
                           fqdn="example.com")
