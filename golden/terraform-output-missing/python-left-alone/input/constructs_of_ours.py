from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from constructs import Construct


class Storage(Construct):
    """A part of a stack: who uses it decides what to show."""

    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.bucket = S3Bucket(self, "uploads", bucket_prefix="uploads-")
