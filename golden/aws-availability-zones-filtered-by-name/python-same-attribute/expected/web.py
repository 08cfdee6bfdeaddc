from cdktf import TerraformOutput, TerraformStack


class Web(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # the zones that the network team has agreed on
        availability_zones = ["eu-west-1a"]
        TerraformOutput(self, "place", value=id)
