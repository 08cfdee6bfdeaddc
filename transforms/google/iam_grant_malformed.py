"""Roles and members of Google Cloud's IAM that lack the word that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Refused, Transform, blocks, nodes

from ..cloud._known_texts import text

_GRANT = re.compile(r"google_\w+_iam_(?:binding|member)")
_ROLE = re.compile(r"(?:roles|projects/[^/]+/roles|organizations/[^/]+/roles)/[\w.]+")
_PREDEFINED = re.compile(r"[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+|owner|editor|viewer")
_SPECIAL = frozenset(
    ("allUsers", "allAuthenticatedUsers", "projectOwners", "projectReaders", "projectWriters")
)
"""Members without a kind; the last three are of datasets of BigQuery."""

_ACCOUNT = ("google_service_account", "email")
"""The address of an account, which is no member by itself."""

_SERVICE_ACCOUNTS = ".gserviceaccount.com"


class IamGrantMalformed(Transform):
    """A grant of Google Cloud has a role without `roles/` or a member without its kind.

    What:
        Looks at the roles and members of `google_*_iam_member` and `google_*_iam_binding`, also where local
        values or defaults of variables say them. A literal role such as `storage.admin` gets `roles/`, the
        address of a service account `serviceAccount:`.

    Why:
        The apply fails with "Role storage.admin is not supported for this resource" or "invalid value for
        member".

    Example:
        resource "google_project_iam_member" "app" {
          project = "shop"
          role    = "storage.admin"
          member  = google_service_account.app.email
        }

    Becomes:
        resource "google_project_iam_member" "app" {
          project = "shop"
          role    = "roles/storage.admin"
          member  = "serviceAccount:${google_service_account.app.email}"
        }

    Impact:
        None on what is deployed: the grant could not be made.

    Limits:
        Only reported: addresses that may be those of users or groups, and what a local value or a variable
        says. Whether a role exists is not known.

    Source:
        Google, "Understanding roles" and "Principal identifiers" of IAM; the documentation of the google
        provider.
    """

    name = "google-iam-grant-malformed"
    impact = Impact.UPDATE
    watches = blocks("resource")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if not block.labels or not _GRANT.fullmatch(block.labels[0]):
            return
        role, member, members = map(block.get, ("role", "member", "members"))
        if role is not None:
            yield from _role(role, block, module)
        if member is not None:
            yield from _member(member, member.expression, block, module)
        items = members.expression.items if members and isinstance(members.expression, nodes.Tuple) else ()
        for item in items:
            assert members is not None
            yield from _member(members, item, block, module)


def _role(attribute: Attribute, block: Block, module: Module) -> Iterator[Finding]:
    name = text(attribute, block, module)
    if not name or _ROLE.fullmatch(name) or name.isupper():
        return  # datasets of BigQuery have roles such as OWNER
    message = f"the role '{name}' is no name of a role, which begins with roles/"
    if attribute.string is not None and _PREDEFINED.fullmatch(name):
        yield Finding(attribute, message, partial(attribute.set, f'"roles/{name}"'))
    else:
        yield Finding(attribute, message, advice="roles/…, projects/…/roles/… or organizations/…/roles/…")


def _member(attribute: Attribute, node: nodes.Expression, block: Block, module: Module) -> Iterator[Finding]:
    advice = "user:…, group:…, serviceAccount:…, domain:… or principal://…"
    if isinstance(node, nodes.Traversal):
        if (node.root, node.names[-1]) == _ACCOUNT:
            message = "the address of a service account is no member, which begins with serviceAccount:"
            yield Finding(
                attribute, message, partial(_write, attribute, node, f"${{{node.text}}}"), within=node
            )
            return
        if node is not attribute.expression:
            return
        known = text(attribute, block, module)
    else:
        known = (node.literal or "") if isinstance(node, nodes.Template) else ""
    if not known or ":" in known or known in _SPECIAL:
        return
    message = f"the member '{known}' does not say what it is"
    if known.endswith(_SERVICE_ACCOUNTS) and isinstance(node, nodes.Template):
        yield Finding(attribute, message, partial(_write, attribute, node, known), within=node)
    else:
        yield Finding(attribute, message, advice=advice, within=node)


def _write(attribute: Attribute, node: nodes.Expression, address: str) -> None:
    if attribute.source != node.source:
        raise Refused("the expression has changed")
    attribute.replace({node: f'"serviceAccount:{address}"'})
