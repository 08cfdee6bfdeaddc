"""Credential plugins of providers that talk a version of the API that clients no longer know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Transform,
    Watch,
    expressions,
    nodes,
    schemas,
)

_REMOVED = "client.authentication.k8s.io/v1alpha1"
_SUCCESSOR = "client.authentication.k8s.io/v1beta1"


class KubernetesExecApiRemoved(Transform):
    """A provider asks a credential plugin for a version of the API that it does not know itself.

    What:
        Replaces `client.authentication.k8s.io/v1alpha1` in the `exec` block of Kubernetes and Helm providers
        by `v1beta1`, which the plugins of AWS, Azure and Google write.

    Why:
        Version 1.24 of the Kubernetes client dropped v1alpha1. Every plan that talks to the cluster fails
        with "exec plugin: invalid apiVersion client.authentication.k8s.io/v1alpha1".

    Example:
        provider "kubernetes" {
          host = var.endpoint

          exec {
            api_version = "client.authentication.k8s.io/v1alpha1"
            command     = "aws"
            args        = ["eks", "get-token", "--cluster-name", var.cluster]
          }
        }

    Becomes:
        provider "kubernetes" {
          host = var.endpoint

          exec {
            api_version = "client.authentication.k8s.io/v1beta1"
            command     = "aws"
            args        = ["eks", "get-token", "--cluster-name", var.cluster]
          }
        }

    Impact:
        None: resources stay as they are.

    Limits:
        The plugin must be new enough to write v1beta1; the AWS CLI is from 1.24 and 2.7 on. Providers whose
        version is pinned to an older one are left alone, and so is a version that a variable gives.

    Source:
        The maintainers' note in https://github.com/hashicorp/terraform-provider-helm/issues/893; AWS CLI,
        changes of version 1.24.0.
    """

    name = "kubernetes-exec-api-removed"
    impact = Impact.NONE
    watches = (Watch("provider", ("kubernetes",)), Watch("provider", ("helm",)))

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if schemas.judged(block, module) is None:
            return
        for attribute, _ in expressions(block):
            for node in _walk(attribute.expression):
                if isinstance(node, nodes.Template) and node.literal == _REMOVED:
                    message = f"clients of Kubernetes 1.24 and later do not know {_REMOVED}"
                    yield Finding(attribute, message, partial(_write, attribute, node), within=node)


def _walk(node: nodes.Expression) -> Iterator[nodes.Expression]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _write(attribute: Attribute, node: nodes.Expression) -> None:
    if attribute.source != node.source:
        raise Refused("the expression has changed")  # the next round finds it anew
    attribute.replace({node: f'"{_SUCCESSOR}"'})
