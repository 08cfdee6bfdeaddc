"""Clusters whose API the whole internet reaches."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Profile, Transform, inference, resources

from ._arguments import nested
from ._wide_networks import is_wide


class EksEndpointOpenToWorld(Transform):
    """The API of an EKS cluster is open to the whole internet.

    What:
        Looks at `vpc_config` of `aws_eks_cluster`: at a public endpoint, which is the default, without
        `public_access_cidrs`, or with the whole internet or half of it among them. Values are followed
        through local values, variables' defaults and callers.

    Why:
        Who finds a key, a token or a fault of the API server can use it from anywhere.

    Example:
        resource "aws_eks_cluster" "main" {
          name     = "main"
          role_arn = aws_iam_role.eks.arn

          vpc_config {
            subnet_ids          = aws_subnet.private[*].id
            public_access_cidrs = ["0.0.0.0/0"]
          }
        }

    Impact:
        None: this is only reported; from where the cluster is used cannot be told.

    Limits:
        A public endpoint that depends on a variable without a known value is left alone.

    Source:
        Amazon EKS User Guide, "Cluster API server endpoint"; AWS Security Hub control EKS.1.
    """

    name = "aws-eks-endpoint-open-to-world"
    impact = Impact.NONE
    profile = Profile.SECURITY
    watches = resources("aws_eks_cluster")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for config in nested(block, "vpc_config"):
            public = config.get("endpoint_public_access")
            if public is not None and inference.infer(public, block, module).value is not True:
                continue
            networks = config.get("public_access_cidrs")
            if networks is None:
                message = "the API of the cluster is open to the whole internet: that is the default"
                advice = "set public_access_cidrs, or endpoint_public_access = false"
                yield Finding(config if public is None else public, message, advice=advice)
            elif wide := _widest(networks, block, module):
                message = f"the API of the cluster is open to the whole internet ({wide})"
                yield Finding(networks, message, advice="name the networks that need it")


def _widest(attribute: Attribute, block: Block, module: Module) -> str:
    """The network among those that are known that is the whole internet, or half of it."""
    found = inference.plain(inference.infer(attribute, block, module))
    items = found if isinstance(found, list) else []
    return next((item for item in items if isinstance(item, str) and is_wide(item)), "")
