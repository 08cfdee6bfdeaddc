from cdktf import App
from cdktf_cdktf_provider_google.provider import GoogleProvider

app = App()
