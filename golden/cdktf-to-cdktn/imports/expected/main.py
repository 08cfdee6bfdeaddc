#!/usr/bin/env python
"""Every way to import: this docstring names cdktf and stays as it is."""

import importlib
from typing import TYPE_CHECKING

import cdktn
import cdktn as tf  # the library
import cdktn_provider_aws as aws
import cdktn_provider_random.id, cdktn_provider_random.provider
from cdktn import App, TerraformOutput as Output, TerraformStack
from cdktn_provider_aws import s3_bucket, vpc as network
from cdktn_provider_aws.provider import AwsProvider
from cdktn_provider_aws.security_group import (
    SecurityGroup,
    SecurityGroupIngress as Ingress,  # cdktf's struct
)

if TYPE_CHECKING:
    from cdktn_provider_aws.instance import Instance

null_resource = importlib.import_module("cdktn_provider_null.resource")
library = __import__("cdktn")


class Base(cdktn.TerraformStack):
    """A stack of cdktf."""

    def __init__(self, scope: "cdktn.App", id: str, instance: "Instance | None" = None) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        cdktn_provider_random.provider.RandomProvider(self, "random")
        suffix = cdktn_provider_random.id.Id(self, "suffix", byte_length=2)
        bucket = s3_bucket.S3Bucket(
            self,
            "data",
            bucket=f"data-{suffix.hex}-{cdktn.Fn.timestamp()}",
            tags={"made-by": "cdktf"},
        )
        vpc = network.Vpc(self, "vpc", cidr_block="10.0.0.0/16")
        SecurityGroup(
            self, "web", vpc_id=vpc.id, ingress=[Ingress(from_port=443, to_port=443, protocol="tcp")]
        )
        aws.eip.Eip(self, "address", domain="vpc")
        Output(self, "bucket", value=bucket.arn)
        tf.TerraformOutput(self, "vpc", value=vpc.id)


app = App()
Base(app, "base")
app.synth()
