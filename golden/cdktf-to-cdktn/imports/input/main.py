#!/usr/bin/env python
"""Every way to import: this docstring names cdktf and stays as it is."""

import importlib
from typing import TYPE_CHECKING

import cdktf
import cdktf as tf  # the library
import cdktf_cdktf_provider_aws as aws
import cdktf_cdktf_provider_random.id, cdktf_cdktf_provider_random.provider
from cdktf import App, TerraformOutput as Output, TerraformStack
from cdktf_cdktf_provider_aws import s3_bucket, vpc as network
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.security_group import (
    SecurityGroup,
    SecurityGroupIngress as Ingress,  # cdktf's struct
)

if TYPE_CHECKING:
    from cdktf_cdktf_provider_aws.instance import Instance

null_resource = importlib.import_module("cdktf_cdktf_provider_null.resource")
library = __import__("cdktf")


class Base(cdktf.TerraformStack):
    """A stack of cdktf."""

    def __init__(self, scope: "cdktf.App", id: str, instance: "Instance | None" = None) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        cdktf_cdktf_provider_random.provider.RandomProvider(self, "random")
        suffix = cdktf_cdktf_provider_random.id.Id(self, "suffix", byte_length=2)
        bucket = s3_bucket.S3Bucket(
            self,
            "data",
            bucket=f"data-{suffix.hex}-{cdktf.Fn.timestamp()}",
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
