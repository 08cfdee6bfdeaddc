import json

from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole


class Roles(TerraformStack):
    def __init__(self, scope, id, principal, condition):
        super().__init__(scope, id)
        for name, who in (("a", "*"), ("b", principal)):
            IamRole(self, name, name_prefix="x", assume_role_policy=json.dumps({"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": {"AWS": who}, "Action": "sts:AssumeRole"}]}))
        IamRole(self, "open", name_prefix="x", assume_role_policy=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]}))
        IamRole(self, "guarded", name_prefix="x", assume_role_policy=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole", "Condition": condition}]}))
