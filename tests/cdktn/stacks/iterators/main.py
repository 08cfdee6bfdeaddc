"""Iterators over lists, maps and resources, dynamic blocks, locals, conditions."""

import cdktf as tf
from cdktf import Fn, TerraformCount, TerraformIterator, TerraformLocal
from cdktf_cdktf_provider_aws.iam_user import IamUser
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.security_group import SecurityGroup
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic


class Iterators(tf.TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-central-1")
        names = tf.TerraformVariable(self, "names", type="list(string)", default=["a", "b"])
        each = TerraformIterator.from_list(names.list_value)
        users = IamUser(self, "users", for_each=each, name=tf.Token.as_string(each.value))
        sizes = TerraformIterator.from_map({"small": {"path": "/s/"}, "large": {"path": "/l/"}})
        IamUser(self, "sized", for_each=sizes, name=sizes.key, path=sizes.get_string("path"))
        chained = TerraformIterator.from_resources(users)
        SnsTopic(self, "topics", for_each=chained, name=chained.get_string("name"))
        ports = TerraformIterator.from_map({"http": {"port": 80}, "https": {"port": 443}})
        SecurityGroup(
            self,
            "web",
            name="web",
            ingress=ports.dynamic(
                {"from_port": ports.get_number("port"), "to_port": ports.get_number("port"), "protocol": "tcp"}
            ),
        )
        count = TerraformCount.of(3)
        bucket = S3Bucket(self, "buckets", count=count, bucket=f"bucket-{count.index}")
        big = TerraformLocal(self, "big", Fn.length_of(names.list_value))
        tf.TerraformOutput(self, "first", value=Fn.element(bucket.fqn, 0))
        tf.TerraformOutput(self, "size", value=Fn.conditional(tf.Op.gt(big.as_number, 2), "big", "small"))


app = tf.App()
Iterators(app, "iterators")
app.synth()
