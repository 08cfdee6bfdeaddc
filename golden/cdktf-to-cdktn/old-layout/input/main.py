import cdktf_cdktf_provider_aws as aws
from cdktf import App
from cdktf_cdktf_provider_aws import AwsProvider, iam, s3_bucket
from cdktf_cdktf_provider_aws.ec2 import Instance

app = App()
role = aws.iam.IamRole
