"""Names with a random part, keys, several provider configurations and imports."""

import cdktf_cdktf_provider_random.id
import cdktf_cdktf_provider_random.pet
import cdktf_cdktf_provider_random.provider
from cdktf import App, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole, IamRoleInlinePolicy
from cdktf_cdktf_provider_aws.key_pair import KeyPair
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_tls.private_key import PrivateKey
from cdktf_cdktf_provider_tls.provider import TlsProvider


class Naming(TerraformStack):
    def __init__(self, scope: "object", id: str) -> None:
        super().__init__(scope, id)
        west = AwsProvider(self, "west", region="us-west-2", alias="west")
        AwsProvider(self, "aws", region="eu-west-1")
        TlsProvider(self, "tls")
        cdktf_cdktf_provider_random.provider.RandomProvider(self, "random")
        suffix = cdktf_cdktf_provider_random.id.Id(self, "suffix", byte_length=4)
        pet = cdktf_cdktf_provider_random.pet.Pet(self, "pet", length=2, keepers={"version": "1"})
        role = IamRole(
            self,
            "role",
            name=f"role-{suffix.hex}",
            assume_role_policy='{"Version": "2012-10-17", "Statement": []}',
            inline_policy=[IamRoleInlinePolicy(name="none", policy="{}")],
            provider=west,
        )
        key = PrivateKey(self, "key", algorithm="ED25519")
        KeyPair(self, "pair", public_key=key.public_key_openssh, key_name=pet.id)
        logs = S3Bucket(self, "logs")
        logs.import_from("existing-logs")
        logs.override_logical_id("logs")
        TerraformOutput(self, "role-arn", value=role.arn, static_id=True)


app = App()
Naming(app, "naming")
app.synth()
