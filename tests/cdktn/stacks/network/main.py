"""A network with instances, data sources, conditions, provisioners and lifecycles; dotted uses."""

import cdktf
import cdktf_cdktf_provider_aws as aws
import constructs
from cdktf_cdktf_provider_aws import data_aws_availability_zones, internet_gateway, security_group, subnet, vpc


class Network(cdktf.TerraformStack):
    def __init__(self, scope: "constructs.Construct", id: str, *, zones: int = 2) -> None:
        super().__init__(scope, id)
        cdktf.LocalBackend(self, path="network.tfstate")
        aws.provider.AwsProvider(self, "aws", region="us-east-1", alias="east")
        available = data_aws_availability_zones.DataAwsAvailabilityZones(self, "zones", state="available")
        main = vpc.Vpc(self, "main", cidr_block="10.0.0.0/16", enable_dns_hostnames=True)
        internet_gateway.InternetGateway(self, "out", vpc_id=main.id)
        subnets = [
            subnet.Subnet(
                self,
                f"subnet-{index}",
                vpc_id=main.id,
                cidr_block=cdktf.Fn.cidrsubnet(main.cidr_block, 8, index),
                availability_zone=cdktf.Fn.element(available.names, index),
            )
            for index in range(zones)
        ]
        group = security_group.SecurityGroup(
            self,
            "https",
            vpc_id=main.id,
            ingress=[
                security_group.SecurityGroupIngress(
                    from_port=443, to_port=443, protocol="tcp", cidr_blocks=["10.0.0.0/8"]
                )
            ],
            egress=[{"fromPort": 0, "toPort": 0, "protocol": "-1", "cidrBlocks": ["0.0.0.0/0"]}],
        )
        self.web = aws.instance.Instance(
            self,
            "web",
            ami="ami-0123456789abcdef0",
            instance_type="t3.micro",
            subnet_id=subnets[0].id,
            vpc_security_group_ids=[group.id],
            root_block_device=aws.instance.InstanceRootBlockDevice(volume_size=20, encrypted=True),
            lifecycle=cdktf.TerraformResourceLifecycle(create_before_destroy=True, ignore_changes=["ami"]),
            depends_on=[main],
        )
        cdktf.TerraformOutput(self, "address", value=self.web.private_ip)
        cdktf.TerraformOutput(self, "subnets", value=[one.id for one in subnets])


app = cdktf.App()
Network(app, "network")
app.synth()
