from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_random.id import Id
from cdktf_cdktf_provider_random.provider import RandomProvider


class First(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        RandomProvider(self, "random")
        runner_suffix = Id(self, "runner_suffix", byte_length=4)
        self.runner = IamRole(self, "runner", name=f"runner-{runner_suffix.hex}", assume_role_policy="{}")


class Second(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        RandomProvider(self, "random")
        worker_suffix = Id(self, "worker_suffix", byte_length=4)
        self.worker = IamRole(self, "worker", name=f"worker-{worker_suffix.hex}", assume_role_policy="{}")
        self._policies()

    def _policies(self):
        IamRolePolicy(self, "queue", role=self.worker.id, policy="{}")


app = App()
First(app, "first")
Second(app, "second")
app.synth()
