from cdktf import TerraformResourceLifecycle, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.arcregionswitch_plan import ArcregionswitchPlan
from cdktf_cdktf_provider_aws.instance import Instance
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupIngress
from cdktf_cdktf_provider_newrelic.alert_policy import AlertPolicy
from somewhere import Bucket


class Web(TerraformStack):
    def __init__(self, scope, id, options, rules):
        super().__init__(scope, id)
        west = AwsProvider(self, "west", region="us-west-2", alias="west")
        Instance(
            self,
            id_="web",
            ami="ami-0123",
            instance_type="t3.micro",
            provider=west,
            provisioners=[{"type": "local-exec", "command": "true"}],
            lifecycle=TerraformResourceLifecycle(create_before_destroy=True, ignore_changes=["ami"]),
            depends_on=[west],
            id="given",
        )
        Instance(self, "more", **options, bogus=1)
        SecurityGroup(self, "a", ingress=[SecurityGroupIngress(from_port=80, to_port=80, protocol="tcp", self_attribute=True)])
        SecurityGroup(self, "b", ingress=rules)
        SecurityGroup(self, "c", ingress=[*rules])
        AlertPolicy(self, "d", bogus=1)
        Bucket(self, "e", bogus=1)
