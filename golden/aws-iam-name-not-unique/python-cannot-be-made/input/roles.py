from cdktf_cdktf_provider_aws.iam_role import IamRole


def role(scope, name, service):
    return IamRole(scope, f"{name}_role", name="shared-role", assume_role_policy=service)


class Roles:
    def __init__(self, scope):
        for index in range(2):
            IamRole(scope, f"role_{index}", name="same-role", assume_role_policy="{}")
