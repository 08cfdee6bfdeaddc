from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.route53_health_check import Route53HealthCheck


class Checks(TerraformStack):
    def __init__(self, scope, id, kind, **rest):
        super().__init__(scope, id)
        status = "Failure"
        Route53HealthCheck(self, "a", type=kind, insufficient_data_health_status=kind)
        Route53HealthCheck(self, "b", insufficient_data_health_status="Failure", **rest)
        Route53HealthCheck(
            self,
            "c",
            type="CLOUDWATCH_METRIC",
            cloudwatch_alarm_name="errors",
            cloudwatch_alarm_region="us-east-1",
            insufficient_data_health_status="Healthy",
        )
