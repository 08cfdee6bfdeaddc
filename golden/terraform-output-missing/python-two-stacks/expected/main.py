import cdktf
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic


class Storage(cdktf.TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.bucket = S3Bucket(self, "uploads", bucket_prefix="uploads-")
        cdktf.TerraformOutput(
            self,
            "s3_bucket_name",
            description="Name of the S3 bucket",
            value=self.bucket.bucket,
        )


class Messages(cdktf.TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self._topic()

    def _topic(self):
        topic = SnsTopic(self, "alarms", name_prefix="alarms-")
        cdktf.TerraformOutput(
            self,
            "sns_topic_arn",
            description="ARN of the SNS topic",
            value=topic.arn,
        )
        return topic
