from cdktf import RemoteExecProvisioner, SSHProvisionerConnection, TerraformStack
from cdktf_cdktf_provider_aws.instance import Instance
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupIngress
from cdktf_cdktf_provider_aws.vpc import Vpc


class Web(TerraformStack):
    def __init__(self, scope, id, key):
        super().__init__(scope, id)
        vpc = Vpc(self, "main", cidr_block="10.0.0.0/16")
        group = SecurityGroup(
            self,
            "ssh",
            vpc_id=vpc.id,
            ingress=[SecurityGroupIngress(from_port=22, to_port=22, protocol="tcp", cidr_blocks=["0.0.0.0/0"])],
        )
        Instance(
            self,
            "server",
            ami="ami-0123",
            instance_type="t3.micro",
            vpc_security_group_ids=[group.id],
            provisioners=[
                RemoteExecProvisioner(
                    type="remote-exec",
                    inline=["sudo yum update"],
                    connection=SSHProvisionerConnection(type="ssh", host="web.example.com", private_key=key),
                )
            ],
        )
