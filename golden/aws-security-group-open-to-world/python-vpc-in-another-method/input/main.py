from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupIngress
from cdktf_cdktf_provider_aws.vpc import Vpc


class Web(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self._network()
        self._groups()

    def _network(self):
        self.vpc = Vpc(self, "main", cidr_block="10.0.0.0/16")

    def _groups(self):
        self.group = SecurityGroup(
            self,
            "database",
            vpc_id=self.vpc.id,
            ingress=[SecurityGroupIngress(from_port=3306, to_port=3306, protocol="tcp", cidr_blocks=["0.0.0.0/0"])],
        )
