import cdktf_cdktf_provider_aws.iam_group as groups
from cdktf import TerraformStack
from cdktf_cdktf_provider_aws import iam_user
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_random.provider import RandomProvider
from cdktf_cdktf_provider_random.id import Id


class People(TerraformStack):
	def __init__(self, scope, id):
		super().__init__(scope, id)
		AwsProvider(self, 'aws', region='eu-west-1')
		RandomProvider(self, 'random')
		deployer_suffix = Id(self, 'deployer_suffix', byte_length=4)
		iam_user.IamUser(self, 'deployer', name=f'deployer-{deployer_suffix.hex}', tags={'team': 'web'})
		admins_suffix = Id(self, 'admins_suffix', byte_length=4)
		group = groups.IamGroup(self, 'admins', name=f'admins-{admins_suffix.hex}')
