"""Resource types and manifests of API versions that clusters no longer serve."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    data_sources,
    inference,
    nodes,
    resources,
)

from ..cloud._ended import is_unknown
from ._removed_apis import KINDS, RELEASED, TYPES, Removed

_MANIFESTS = {"kubernetes_manifest": "manifest", "kubectl_manifest": "yaml_body"}
_FIELD = re.compile(r"""^([ \t]*)(apiVersion|kind):[ \t]*["']?([\w./-]+)["']?[ \t\r]*$""", re.MULTILINE)


class KubernetesApiRemoved(Transform):
    """A resource talks to a version of the Kubernetes API that clusters no longer serve.

    What:
        Looks for resource types and data sources of the Kubernetes provider that talk to a removed version,
        such as `kubernetes_ingress` (`extensions/v1beta1`), and for manifests in `kubernetes_manifest` and
        `kubectl_manifest` whose `apiVersion` and `kind` are of one. Names what takes their place.

    Why:
        The apply fails with "the server could not find the requested resource" or "no matches for kind". No
        release of Kubernetes that is still supported serves these versions.

    Example:
        resource "kubernetes_cron_job" "cleanup" {
          metadata {
            name = "cleanup"
          }
        }

    Impact:
        None: this is only reported. The types that take their place have addresses and, in part, arguments of
        their own, and what is deployed has to be imported there.

    Limits:
        Manifests that are read from files or made by charts are judged only where their text is known. One
        text with several documents is left alone.

    Source:
        Kubernetes documentation, "Deprecated API Migration Guide"; the documentation of the provider.
    """

    name = "kubernetes-api-removed"
    impact = Impact.NONE
    watches = (*resources(*TYPES, *_MANIFESTS), *data_sources(*TYPES))

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if (removed := TYPES.get(block.labels[0])) is not None:
            if is_unknown(block, module):
                return  # which schema-unknown-type reports
            message = f"{block.labels[0]} talks to {_told(removed)}"
            yield Finding(block, message, advice=_advice(removed, removed.by and f"use {removed.by}"))
            return
        attribute = block.get(_MANIFESTS[block.labels[0]])
        known = _kind_of(attribute, block, module) if attribute is not None else None
        if attribute is not None and known is not None and (removed := KINDS.get(known)) is not None:
            message = f"the manifest is of {_told(removed, known[1])}"
            yield Finding(attribute, message, advice=_advice(removed, removed.by and f"write {removed.by}"))


def _told(removed: Removed, kind: str = "") -> str:
    what = f"{removed.api} {kind}".rstrip()
    return f"{what}, which Kubernetes {removed.since} and later do not have ({RELEASED[removed.since]})"


def _advice(removed: Removed, instead: str) -> str:
    return "; ".join(part for part in (instead, removed.changed) if part) or "nothing takes its place"


def _kind_of(attribute: Attribute, block: Block, module: Module) -> tuple[str, str] | None:
    """The API version and kind of a manifest, as far as they are known."""
    value = inference.infer(attribute, block, module)
    if isinstance(value.value, dict):
        return _pair({name: _text(value.value.get(name)) for name in ("apiVersion", "kind")})
    found = _FIELD.findall(_written(attribute.expression))
    outermost = min((len(indent) for indent, _, _ in found), default=0)
    fields = [(name, one) for indent, name, one in found if len(indent) == outermost]
    return _pair(dict(fields)) if len(fields) == 2 else None


def _written(node: nodes.Expression) -> str:
    """What is written in a text, which may be decoded, with a letter for each interpolation."""
    only = node.parts[0] if isinstance(node, nodes.Template) and len(node.parts) == 1 else None
    if isinstance(only, nodes.Interpolation):  # JSON writes an expression so
        node = only.expression
    if isinstance(node, nodes.Call) and node.name == "yamldecode" and node.arguments:
        node = node.arguments[0]
    parts = node.parts if isinstance(node, nodes.Template) else ()
    return "".join(part.value if isinstance(part, nodes.TemplateLiteral) else "x" for part in parts)


def _text(value: object) -> str:
    known = inference.plain(value) if isinstance(value, inference.Abstract) else None
    return known if isinstance(known, str) else ""


def _pair(fields: dict[str, str]) -> tuple[str, str] | None:
    api, kind = fields.get("apiVersion"), fields.get("kind")
    return (api, kind) if api and kind else None
