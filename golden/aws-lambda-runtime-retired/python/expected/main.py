from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction

RUNTIME = "python3.6"


class Jobs(TerraformStack):
    def __init__(self, scope, id, role):
        super().__init__(scope, id)
        LambdaFunction(self, 'old', function_name='old', role=role.arn, handler='a.b', runtime='python3.11')
        LambdaFunction(self, 'by-name', function_name='x', role=role.arn, handler='a.b', runtime=RUNTIME)
