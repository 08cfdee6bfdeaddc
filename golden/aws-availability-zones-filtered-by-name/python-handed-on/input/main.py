from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones

from network import Network


class Web(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        zones = DataAwsAvailabilityZones(
            self, "available", filter=[{"name": "zone-name", "values": ["eu-west-1a", "eu-west-1b"]}]
        )
        Network(self, "network", zones)
