from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.autoscaling_group import AutoscalingGroup
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones


class SameLine(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        zones = DataAwsAvailabilityZones(self, "zones", filter=[{"name": "zone-name", "values": ["eu-west-1a"]}]); print(id)
        AutoscalingGroup(self, "web", min_size=1, max_size=2, availability_zones=zones.names)


class TwoNames(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        zones = all = DataAwsAvailabilityZones(self, "zones", filter=[{"name": "zone-name", "values": ["eu-west-1a"]}])
        AutoscalingGroup(self, "web", min_size=1, max_size=2, availability_zones=all.names)


class Base(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.zones = DataAwsAvailabilityZones(self, "zones", filter=[{"name": "zone-name", "values": ["eu-west-1a"]}])


class Web(Base):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AutoscalingGroup(self, "web", min_size=1, max_size=2, availability_zones=self.zones.names)


class Read(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.found = DataAwsAvailabilityZones(self, "zones", filter=[{"name": "zone-name", "values": ["eu-west-1a"]}])


app = App()
print(Read(app, "read").found.names)
app.synth()
