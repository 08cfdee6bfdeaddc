from cdktf import App, TerraformStack
from constructs import Construct
from imports.aws import AwsProvider, Vpc


class Network(TerraformStack):
    def __init__(self, scope: Construct, name: str) -> None:
        super().__init__(scope, name)
        AwsProvider(self, "aws", region="eu-west-1")
        Vpc(self, "main", cidr_block="10.0.0.0/16")


app = App()
Network(app, "network")
app.synth()
