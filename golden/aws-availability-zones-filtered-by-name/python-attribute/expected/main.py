from cdktf import Fn, TerraformStack
from cdktf_cdktf_provider_aws.autoscaling_group import AutoscalingGroup


class Web(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.availability_zones = ["eu-west-1a", "eu-west-1b"]
        self._group()

    def _group(self):
        AutoscalingGroup(self, "web", min_size=1, max_size=2, availability_zones=self.availability_zones)
        AutoscalingGroup(self, "more", min_size=1, max_size=2, availability_zones=Fn.slice(self.availability_zones, 0, 1))
