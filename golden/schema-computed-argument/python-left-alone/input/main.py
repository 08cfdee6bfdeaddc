from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lb import Lb
from cdktf_cdktf_provider_aws.instance import Instance


class Web(TerraformStack):
    def __init__(self, scope, id, rest):
        super().__init__(scope, id)
        Lb(self, "web", name="web", dns_name=None)
        Lb(self, "more", dns_name="x", **rest)
        Instance(self, "server", ami="ami-0123", instance_type="t3.micro", id="i-0123")
        # tffix: ignore
        Lb(self, "ignored", dns_name="x")
