from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.eip import Eip


class Network(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        address = Eip(self, "address", vpc=True)


app = App()
