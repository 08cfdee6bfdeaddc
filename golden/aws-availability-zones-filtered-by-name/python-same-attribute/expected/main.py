from cdktf import TerraformOutput, TerraformStack


class Api(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.availability_zones = ["eu-west-1a"]
        TerraformOutput(self, "zones_of_api", value=self.availability_zones)


class Jobs(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.zones = ["eu-west-1c"]
        TerraformOutput(self, "zones_of_jobs", value=self.zones)
