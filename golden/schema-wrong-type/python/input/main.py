from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lb import Lb
from cdktf_cdktf_provider_aws.security_group_rule import SecurityGroupRule


class Web(TerraformStack):
    def __init__(self, scope, id, subnets):
        super().__init__(scope, id)
        Lb(self, "web", subnets=subnets, internal="True")
        SecurityGroupRule(
            self,
            "https",
            type="ingress",
            from_port=443,
            to_port=443,
            protocol="tcp",
            cidr_blocks="10.0.0.0/8",  # the office
            security_group_id=["sg-0123"],
        )
