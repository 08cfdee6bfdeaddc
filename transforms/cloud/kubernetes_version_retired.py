"""Clusters of AKS and GKE with a version of Kubernetes that neither offers any more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform, resources

from ._known_texts import text, whence

_ARGUMENTS = {
    "azurerm_kubernetes_cluster": ("AKS", "kubernetes_version"),
    "azurerm_kubernetes_cluster_node_pool": ("AKS", "orchestrator_version"),
    "google_container_cluster": ("GKE", "min_master_version"),
    "google_container_node_pool": ("GKE", "version"),
}
_LAST = 27
"""The newest minor version of those that have ended with both, also with long-term or extended support: at
AKS in July 2025, at GKE in June 2025."""

_VERSION = re.compile(r"v?1\.(\d{1,3})(?:[.+-].*)?")


class CloudKubernetesVersionRetired(Transform):
    """An AKS or GKE cluster has a version of Kubernetes that is no longer offered.

    What:
        Looks at the versions of clusters and node pools of AKS and GKE, also where local values, defaults of
        variables or callers say them. Those of EKS are for aws-engine-version-retired.

    Why:
        The apply fails with "K8sVersionNotSupported" or "Master version is unsupported". What is deployed has
        been upgraded meanwhile, and cannot go back.

    Example:
        resource "azurerm_kubernetes_cluster" "main" {
          name                = "main"
          location            = "westeurope"
          resource_group_name = "main"
          kubernetes_version  = "1.24.9"
        }

    Impact:
        None: this is only reported. Which newer version the workloads are ready for is not for a tool to
        guess.

    Limits:
        Silent about versions whose long-term or extended support ended less than a year before this release.

    Source:
        Microsoft, "Supported Kubernetes versions in AKS"
        (https://learn.microsoft.com/azure/aks/supported-kubernetes-versions); Google, "GKE release schedule"
        (https://cloud.google.com/kubernetes-engine/docs/release-schedule).
    """

    name = "cloud-kubernetes-version-retired"
    impact = Impact.NONE
    watches = resources(*_ARGUMENTS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        service, name = _ARGUMENTS[block.labels[0]]
        attribute = block.get(name)
        if attribute is None:
            return
        match = _VERSION.fullmatch(text(attribute, block, module))
        if match is not None and int(match[1]) <= _LAST:
            yield Finding(attribute, f"{service} no longer offers Kubernetes 1.{match[1]}{whence(attribute)}")
