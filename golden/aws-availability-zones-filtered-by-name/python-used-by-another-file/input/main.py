from cdktf import App, TerraformOutput
from network import Web

app = App()
web = Web(app, "web")
TerraformOutput(web, "zone_names", value=web.zones.names)
app.synth()
