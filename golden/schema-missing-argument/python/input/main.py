from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.lb_listener import LbListener, LbListenerDefaultAction
from cdktf_cdktf_provider_aws.lb_target_group import LbTargetGroup


class Web(TerraformStack):
    def __init__(self, scope, id, arn, options, actions):
        super().__init__(scope, id)
        IamRole(self, "role", name_prefix="web-")
        IamRole(self, "more", **options)
        LbListener(self, "plain", load_balancer_arn=arn, default_action=[LbListenerDefaultAction(order=1)])
        LbListener(self, "given", load_balancer_arn=arn, default_action=actions)
        LbTargetGroup(self, "group")
