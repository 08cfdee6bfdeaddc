from cdktn import App
from cdktn_provider_aws.provider import AwsProvider

app = App()
