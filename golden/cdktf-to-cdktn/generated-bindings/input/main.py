from cdktf import App, TerraformStack
from imports.aws.provider import AwsProvider

app = App()
