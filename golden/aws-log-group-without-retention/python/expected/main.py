from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup


class Logs(TerraformStack):
    def __init__(self, scope, id, options):
        super().__init__(scope, id)
        CloudwatchLogGroup(self, "web", name="/web", retention_in_days=30)
        CloudwatchLogGroup(
            self,
            id_="jobs",
            name_prefix="/jobs",
            tags={
                "team": "jobs",
            },
            retention_in_days=30)
        CloudwatchLogGroup(self, "bare", retention_in_days=30)
        CloudwatchLogGroup(self, "given", **options)
