from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones


class Web(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        # the zones that the network team has agreed on
        DataAwsAvailabilityZones(self, "zones", filter=[{"name": "zone-name", "values": ["eu-west-1a"]}])
        TerraformOutput(self, "place", value=id)
