from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.vpc import Vpc


class Network(TerraformStack):
    def __init__(self, scope, id, options):
        super().__init__(scope, id)
        vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        TerraformOutput(self, "network", value={"id": str(vpc.id).strip()})
        S3Bucket(self, "more", **options)
