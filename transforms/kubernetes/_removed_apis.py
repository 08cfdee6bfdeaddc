"""API versions that Kubernetes no longer serves, and the resource types of the provider that talk to them.

Facts: Kubernetes documentation, "Deprecated API Migration Guide"
(https://kubernetes.io/docs/reference/using-api/deprecation-guide/), and "Releases"
(https://kubernetes.io/releases/) for the dates; which API a type talks to, the documentation of the type in
https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs. Only what no supported release of
Kubernetes has any more is listed.
"""

from __future__ import annotations

from dataclasses import dataclass

RELEASED = {
    "1.16": "2019-09-18",
    "1.22": "2021-08-04",
    "1.25": "2022-08-23",
    "1.26": "2022-12-09",
    "1.27": "2023-04-11",
}
"""The releases without an API, by the day they came out."""


@dataclass(frozen=True, slots=True)
class Removed:
    """An API version that is gone. ``by`` is what takes its place, nothing if nothing does; ``changed`` what
    else must change with it."""

    api: str
    since: str
    by: str
    changed: str = ""


_INGRESS = "a backend has a block 'service' with 'name' and 'port', and each path needs a 'path_type'"
_NO_PSP = "Pod Security Admission takes their place: labels of the namespace"

TYPES: dict[str, Removed] = {
    "kubernetes_certificate_signing_request": Removed(
        "certificates.k8s.io/v1beta1", "1.22", "kubernetes_certificate_signing_request_v1"
    ),
    "kubernetes_cron_job": Removed("batch/v1beta1", "1.25", "kubernetes_cron_job_v1"),
    "kubernetes_csi_driver": Removed("storage.k8s.io/v1beta1", "1.22", "kubernetes_csi_driver_v1"),
    "kubernetes_horizontal_pod_autoscaler_v2beta2": Removed(
        "autoscaling/v2beta2", "1.26", "kubernetes_horizontal_pod_autoscaler_v2"
    ),
    "kubernetes_ingress": Removed("extensions/v1beta1", "1.22", "kubernetes_ingress_v1", _INGRESS),
    "kubernetes_pod_disruption_budget": Removed(
        "policy/v1beta1", "1.25", "kubernetes_pod_disruption_budget_v1"
    ),
    "kubernetes_pod_security_policy": Removed("policy/v1beta1", "1.25", "", _NO_PSP),
    "kubernetes_pod_security_policy_v1beta1": Removed("policy/v1beta1", "1.25", "", _NO_PSP),
}
"""Types of resources and data sources by name."""


def _rows(since: str, api: str, by: str, *kinds: str) -> dict[tuple[str, str], Removed]:
    return {(api, kind): Removed(api, since, by) for kind in kinds}


_RBAC = ("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding")
_WEBHOOKS = ("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration")
_STORAGE = ("CSIDriver", "CSINode", "StorageClass", "VolumeAttachment")
_CRD = "CustomResourceDefinition"

KINDS: dict[tuple[str, str], Removed] = {
    **_rows("1.16", "extensions/v1beta1", "apps/v1", "DaemonSet", "Deployment", "ReplicaSet"),
    **_rows("1.16", "apps/v1beta1", "apps/v1", "Deployment", "ReplicaSet", "StatefulSet"),
    **_rows("1.16", "apps/v1beta2", "apps/v1", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"),
    **_rows("1.16", "extensions/v1beta1", "networking.k8s.io/v1", "NetworkPolicy"),
    **_rows("1.16", "extensions/v1beta1", "", "PodSecurityPolicy"),
    **_rows("1.22", "admissionregistration.k8s.io/v1beta1", "admissionregistration.k8s.io/v1", *_WEBHOOKS),
    **_rows("1.22", "apiextensions.k8s.io/v1beta1", "apiextensions.k8s.io/v1", _CRD),
    **_rows("1.22", "apiregistration.k8s.io/v1beta1", "apiregistration.k8s.io/v1", "APIService"),
    **_rows("1.22", "certificates.k8s.io/v1beta1", "certificates.k8s.io/v1", "CertificateSigningRequest"),
    **_rows("1.22", "coordination.k8s.io/v1beta1", "coordination.k8s.io/v1", "Lease"),
    **_rows("1.22", "extensions/v1beta1", "networking.k8s.io/v1", "Ingress"),
    **_rows("1.22", "networking.k8s.io/v1beta1", "networking.k8s.io/v1", "Ingress", "IngressClass"),
    **_rows("1.22", "rbac.authorization.k8s.io/v1beta1", "rbac.authorization.k8s.io/v1", *_RBAC),
    **_rows("1.22", "scheduling.k8s.io/v1beta1", "scheduling.k8s.io/v1", "PriorityClass"),
    **_rows("1.22", "storage.k8s.io/v1beta1", "storage.k8s.io/v1", *_STORAGE),
    **_rows("1.25", "batch/v1beta1", "batch/v1", "CronJob"),
    **_rows("1.25", "discovery.k8s.io/v1beta1", "discovery.k8s.io/v1", "EndpointSlice"),
    **_rows("1.25", "events.k8s.io/v1beta1", "events.k8s.io/v1", "Event"),
    **_rows("1.25", "autoscaling/v2beta1", "autoscaling/v2", "HorizontalPodAutoscaler"),
    **_rows("1.25", "policy/v1beta1", "policy/v1", "PodDisruptionBudget"),
    **_rows("1.25", "policy/v1beta1", "", "PodSecurityPolicy"),
    **_rows("1.25", "node.k8s.io/v1beta1", "node.k8s.io/v1", "RuntimeClass"),
    **_rows("1.26", "autoscaling/v2beta2", "autoscaling/v2", "HorizontalPodAutoscaler"),
    **_rows("1.27", "storage.k8s.io/v1beta1", "storage.k8s.io/v1", "CSIStorageCapacity"),
}
"""Manifests by their ``apiVersion`` and ``kind``."""
