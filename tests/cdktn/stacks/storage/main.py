"""A bucket with what belongs to it, a queue, a table, a backend, variables and outputs."""

from cdktf import App, Fn, S3Backend, TerraformOutput, TerraformStack, TerraformVariable, Token
from cdktf_cdktf_provider_aws.dynamodb_table import (
    DynamodbTable,
    DynamodbTableAttribute,
    DynamodbTableServerSideEncryption,
)
from cdktf_cdktf_provider_aws.provider import AwsProvider, AwsProviderDefaultTags
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_public_access_block import S3BucketPublicAccessBlock
from cdktf_cdktf_provider_aws.s3_bucket_versioning import (
    S3BucketVersioningA,
    S3BucketVersioningVersioningConfiguration,
)
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class Storage(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        S3Backend(self, bucket="state", key="storage/terraform.tfstate", region="eu-west-1", encrypt=True)
        environment = TerraformVariable(
            self, "environment", type="string", default="dev", description="Where this runs"
        )
        AwsProvider(
            self, "aws", region="eu-west-1", default_tags=[AwsProviderDefaultTags(tags={"team": "data"})]
        )
        bucket = S3Bucket(
            self, "data", bucket=f"data-{environment.string_value}", tags={"Name": Fn.upper("data")}
        )
        S3BucketVersioningA(
            self,
            "versions",
            bucket=bucket.id,
            versioning_configuration=S3BucketVersioningVersioningConfiguration(status="Enabled"),
        )
        S3BucketPublicAccessBlock(
            self, "private", bucket=bucket.id, block_public_acls=True, block_public_policy=True
        )
        queue = SqsQueue(self, "jobs", name="jobs", visibility_timeout_seconds=60)
        table = DynamodbTable(
            self,
            "items",
            name="items",
            billing_mode="PAY_PER_REQUEST",
            hash_key="id",
            attribute=[DynamodbTableAttribute(name="id", type="S")],
            server_side_encryption=DynamodbTableServerSideEncryption(enabled=True),
        )
        table.add_override("lifecycle.prevent_destroy", True)
        TerraformOutput(self, "bucket", value=bucket.arn)
        TerraformOutput(self, "queue", value=Token.as_string(queue.url), sensitive=True)


app = App()
Storage(app, "storage")
app.synth()
