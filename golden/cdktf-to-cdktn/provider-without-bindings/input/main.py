from cdktf import App
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_gitlab.project import Project

app = App()
