from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket


class Storage(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        S3Bucket(self, "data", bucket="data")


app = App()
