import cdktf_cdktf_provider_aws.iam_group as groups
from cdktf import TerraformStack
from cdktf_cdktf_provider_aws import iam_user
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_random.provider import RandomProvider


class People(TerraformStack):
	def __init__(self, scope, id):
		super().__init__(scope, id)
		AwsProvider(self, 'aws', region='eu-west-1')
		RandomProvider(self, 'random')
		iam_user.IamUser(self, 'deployer', name='deployer', tags={'team': 'web'})
		group = groups.IamGroup(self, 'admins', name='admins')
