from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones


class Web(TerraformStack):
    def __init__(self, scope, id, names):
        super().__init__(scope, id)
        self.all = DataAwsAvailabilityZones(self, "all", state="available")
        self.given = DataAwsAvailabilityZones(self, "given", filter=[{"name": "zone-name", "values": names}])
        self.some = DataAwsAvailabilityZones(
            self, "some", filter=[{"name": "zone-name", "values": [f"{id}a", f"{id}b"]}]
        )
