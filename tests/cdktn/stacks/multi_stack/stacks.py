"""The stacks of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cdktf import DataTerraformRemoteStateLocal, RemoteBackend, NamedRemoteWorkspace, TerraformStack
from cdktf_cdktf_provider_aws import dynamodb_table as tables
from cdktf_cdktf_provider_aws.iam_policy import IamPolicy
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionEnvironment
from cdktf_cdktf_provider_aws.data_aws_iam_policy_document import (
    DataAwsIamPolicyDocument as Document,
    DataAwsIamPolicyDocumentStatement as Statement,
)
from cdktf_cdktf_provider_aws.provider import AwsProvider

if TYPE_CHECKING:
    from constructs import Construct


class Base(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        RemoteBackend(self, organization="example", workspaces=NamedRemoteWorkspace("base"))
        AwsProvider(self, "aws", region="eu-west-1")
        self.table = tables.DynamodbTable(
            self,
            "items",
            name=f"items-{self.node.try_get_context('environment')}",
            hash_key="id",
            billing_mode="PAY_PER_REQUEST",
            attribute=[tables.DynamodbTableAttribute(name="id", type="S")],
        )


class Service(TerraformStack):
    def __init__(self, scope: Construct, id: str, *, base: Base) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        state = DataTerraformRemoteStateLocal(self, "shared", path="../shared.tfstate")
        document = Document(
            self, "read", statement=[Statement(actions=["dynamodb:GetItem"], resources=[base.table.arn])]
        )
        IamPolicy(self, "policy", name="read", policy=document.json)
        LambdaFunction(
            self,
            "api",
            function_name="api",
            role=state.get_string("role_arn"),
            runtime="python3.12",
            handler="main.handle",
            filename="api.zip",
            environment=LambdaFunctionEnvironment(variables={"TABLE": base.table.name}),
        )
