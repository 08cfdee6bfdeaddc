from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class Jobs(Construct):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.queue = SqsQueue(self, "jobs", name_prefix="jobs-")


class Web(TerraformStack):
    def __init__(self, scope, id, environment):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        Jobs(self, "jobs")
        self.dead = SqsQueue(self, f"{environment}-dead", name_prefix="dead-")
        TerraformOutput(
            self,
            "dead_sqs_queue_url",
            description="URL of the SQS queue dead",
            value=self.dead.url,
        )
