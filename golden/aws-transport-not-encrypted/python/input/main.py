from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.lb_listener import LbListener, LbListenerDefaultAction


class Web(TerraformStack):
    def __init__(self, scope, id, lb, group, certificate, protocol):
        super().__init__(scope, id)
        LbListener(self, "https", load_balancer_arn=lb.arn, port=443, protocol="HTTPS", certificate_arn=certificate,
                   ssl_policy="ELBSecurityPolicy-2016-08",
                   default_action=[LbListenerDefaultAction(type="forward", target_group_arn=group.arn)])
        LbListener(self, "computed", load_balancer_arn=lb.arn, port=80, protocol=protocol,
                   default_action=[LbListenerDefaultAction(type="forward", target_group_arn=group.arn)])
