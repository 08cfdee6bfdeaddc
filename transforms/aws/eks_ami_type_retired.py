"""Node groups of EKS with an AMI type that their version of Kubernetes does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform, resources

from ..cloud._known_texts import text, whence
from ._origins import origins

_SUCCESSORS = {
    "AL2_ARM_64": "AL2023_ARM_64_STANDARD",
    "AL2_x86_64": "AL2023_x86_64_STANDARD",
    "AL2_x86_64_GPU": "AL2023_x86_64_NVIDIA",
}
_LAST = 32
"""The minor version of the last Kubernetes 1 with AMIs of Amazon Linux 2."""


class EksAmiTypeRetired(Transform):
    """A node group of EKS asks for Amazon Linux 2 and a version of Kubernetes that it does not exist for.

    What:
        Looks at node groups with an `ami_type` of Amazon Linux 2 whose `version`, or that of their cluster,
        is 1.33 or later.

    Why:
        The apply fails with "Requested AMI for this version 1.33 is not supported". AWS made the last AMIs of
        Amazon Linux 2 for Kubernetes 1.32.

    Example:
        resource "aws_eks_node_group" "main" {
          cluster_name  = "main"
          node_role_arn = aws_iam_role.nodes.arn
          subnet_ids    = var.subnet_ids
          version       = "1.33"
          ami_type      = "AL2_x86_64"

          scaling_config {
            desired_size = 2
            max_size     = 3
            min_size     = 1
          }
        }

    Impact:
        None: this is only reported. User data for Amazon Linux 2 does not work on Amazon Linux 2023.

    Limits:
        Silent where neither version is known.

    Source:
        Amazon EKS User Guide, "Guide to EKS AL2 and AL2-Accelerated AMIs transition features"
        (https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html).
    """

    name = "aws-eks-ami-type-retired"
    impact = Impact.NONE
    watches = resources("aws_eks_node_group")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        attribute = block.get("ami_type")
        successor = _SUCCESSORS.get(text(attribute, block, module))
        if attribute is None or successor is None:
            return
        minors = [match[1] for one in _versions(block, module) if (match := re.fullmatch(r"1\.(\d{2})", one))]
        late = next((minor for minor in minors if int(minor) > _LAST), None)
        if late is not None:
            message = f"there is no AMI of Amazon Linux 2 for Kubernetes 1.{late}{whence(attribute)}"
            yield Finding(attribute, message, advice=f'ami_type = "{successor}"')


def _versions(block: Block, module: Module) -> Iterator[str]:
    """The versions that a node group may have: its own, else those of its cluster."""
    own, cluster = block.get("version"), block.get("cluster_name")
    if own is not None and (known := text(own, block, module)):
        yield known
    elif cluster is not None:
        for origin in origins(cluster, module):
            if origin.block.labels[0] == "aws_eks_cluster":
                yield text(origin.block.get("version"), origin.block, origin.module)
