from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupIngress
from cdktf_cdktf_provider_aws.vpc import Vpc

PORTS = [22, 3306]


class Web(TerraformStack):
    def __init__(self, scope, id, vpc_id, world):
        super().__init__(scope, id)
        SecurityGroup(
            self,
            "handed-in",
            vpc_id=vpc_id,
            ingress=[SecurityGroupIngress(from_port=22, to_port=22, protocol="tcp", cidr_blocks=["0.0.0.0/0"])],
        )
        SecurityGroup(
            self,
            "computed",
            vpc_id=vpc_id,
            ingress=[
                SecurityGroupIngress(from_port=port, to_port=port, protocol="tcp", cidr_blocks=["0.0.0.0/0"])
                for port in PORTS
            ],
        )
        SecurityGroup(
            self,
            "not-known",
            vpc_id=vpc_id,
            ingress=[SecurityGroupIngress(from_port=22, to_port=22, protocol="tcp", cidr_blocks=world)],
        )
