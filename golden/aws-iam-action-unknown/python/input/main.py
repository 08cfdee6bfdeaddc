import json

from cdktf import Fn, TerraformStack
from cdktf_cdktf_provider_aws.iam_policy import IamPolicy
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class Policies(TerraformStack):
    def __init__(self, scope, id, actions):
        super().__init__(scope, id)
        bucket = S3Bucket(self, "data", bucket_prefix="data-")
        IamPolicy(self, "read", name_prefix="read-", policy=Fn.jsonencode({
            "Version": "2012-10-17",
            "Statement": {
                "Effect": "Allow",
                "Action": ["s3:GetObjects", *actions] if actions else ["s3:GetObjects"],
                "Resource": bucket.arn,
            },
        }))
        IamPolicy(self, "write", name_prefix="write-", policy=json.dumps({
            "Version": "2012-10-17",
            "Statement": {"Effect": "Allow", "Action": ["s3:PutObject", "s3:DeletObject"], "Resource": bucket.arn},
        }))
        IamPolicy(self, "text", name_prefix="text-", policy="""{
            "Version": "2012-10-17",
            "Statement": {"Effect": "Allow", "Action": "s3:GetBuckettLocation", "Resource": "*"}
        }""")
