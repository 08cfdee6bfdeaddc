from cdktf import Fn, TerraformStack
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones
from cdktf_cdktf_provider_aws.autoscaling_group import AutoscalingGroup


class Web(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.zones = DataAwsAvailabilityZones(self, "z", filter=[{"name": "zone-name", "values": ["eu-west-1a", "eu-west-1b"]}])
        self._group()

    def _group(self):
        AutoscalingGroup(self, "web", min_size=1, max_size=2, availability_zones=self.zones.names)
        AutoscalingGroup(self, "more", min_size=1, max_size=2, availability_zones=Fn.slice(self.zones.names, 0, 1))
