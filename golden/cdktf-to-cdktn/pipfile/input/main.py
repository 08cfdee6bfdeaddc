from cdktf import App
from cdktf_cdktf_provider_aws.provider import AwsProvider

app = App()
