from cdktf import App, TerraformStack
from imports.aws import AwsProvider
from imports.aws.iam import IamRole
from imports.random import Id, RandomProvider


class Roles(TerraformStack):
    def __init__(self, scope, ns):
        super().__init__(scope, ns)
        AwsProvider(self, "Aws", region="us-east-1")
        RandomProvider(self, "Random")
        lambda_exec_suffix = Id(self, "lambda-exec_suffix", byte_length=4)
        IamRole(self, "lambda-exec", name=f"lambda-exec-{lambda_exec_suffix.hex}", assume_role_policy="{}")


app = App()
Roles(app, "roles")
app.synth()
