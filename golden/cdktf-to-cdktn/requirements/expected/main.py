from cdktn import App
from cdktn_provider_google.provider import GoogleProvider

app = App()
