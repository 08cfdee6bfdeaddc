from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.ecs_task_definition import EcsTaskDefinition
from cdktf_cdktf_provider_aws.lb_listener import LbListener


class Web(TerraformStack):
    def __init__(self, scope, id, kind):
        super().__init__(scope, id)
        LbListener(self, "http", load_balancer_arn=kind, port=80, protocol='http')
        LbListener(self, "other", load_balancer_arn=kind, port=80, protocol=kind)
        EcsTaskDefinition(self, "web", family="web", network_mode="awsvpc", container_definitions=f"{kind}")
