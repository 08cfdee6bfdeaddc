from cdktf import App, TerraformStack
from imports.aws import AwsProvider
from imports.aws.iam import IamRole
from imports.random import RandomProvider


class Roles(TerraformStack):
    def __init__(self, scope, ns):
        super().__init__(scope, ns)
        AwsProvider(self, "Aws", region="us-east-1")
        RandomProvider(self, "Random")
        IamRole(self, "lambda-exec", name="lambda-exec", assume_role_policy="{}")


app = App()
Roles(app, "roles")
app.synth()
