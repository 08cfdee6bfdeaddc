from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones


class Api(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.zones = DataAwsAvailabilityZones(self, "zones", filter=[{"name": "zone-name", "values": ["eu-west-1a"]}])
        TerraformOutput(self, "zones_of_api", value=self.zones.names)


class Jobs(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.zones = ["eu-west-1c"]
        TerraformOutput(self, "zones_of_jobs", value=self.zones)
