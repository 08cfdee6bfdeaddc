"""Makes a password that is written out a random one, wherever the module says it.

Facts: Amazon RDS User Guide, "Settings for DB instances" (8 to 30 characters suit every engine); Amazon
Redshift Management Guide and Amazon OpenSearch Service Developer Guide on master users' passwords; Amazon
ElastiCache User Guide, "Authenticating with the Valkey and Redis OSS AUTH command".
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from tffix import Attribute, Block, Module, Refused, expressions, nodes, parse_block, schemas, secrets

from ._arguments import is_declared_once
from ._random_suffix import obstacle as provider_obstacle
from ._random_suffix import require_provider
from ._words import occurrences

_OWN = {
    "aws_db_instance": "password",
    "aws_docdb_cluster": "master_password",
    "aws_docdbelastic_cluster": "admin_user_password",
    "aws_elasticache_replication_group": "auth_token",
    "aws_elasticsearch_domain": "master_user_password",
    "aws_opensearch_domain": "master_user_password",
    "aws_rds_cluster": "master_password",
    "aws_redshift_cluster": "master_password",
    "aws_redshiftserverless_namespace": "admin_user_password",
}
"""The arguments that say which password a resource is to have, and change it in place."""

_WITH_SYMBOLS = ("aws_elasticsearch_domain", "aws_opensearch_domain")
COPIES = ("replicate_source_db", "replication_source_identifier", "global_cluster_identifier")
"""Arguments that make a database a copy of another, whose password it has."""


def takes(block: Block, attribute: Attribute) -> bool:
    """Whether an argument decides which password a resource has."""
    return block.type == "resource" and _OWN.get(block.labels[0]) == attribute.name


def obstacle(block: Block, attribute: Attribute, module: Module) -> str:
    """Why a password is not made a random one; nothing if it can be."""
    secret = attribute.string
    if not secret:
        return "the value comes from elsewhere in the module"
    if module.unreadable or not is_declared_once(block, module):
        return "the resource, or more of it, is declared elsewhere"
    if any(block.get(name) is not None for name in COPIES):
        return "the database is a copy of another"
    if attribute.name == "auth_token" and not _is_updated(block, module):
        return "the provider's version may replace the cache"
    if reason := provider_obstacle(module):
        return reason
    same = _same(secret, module)
    if all(holder is not attribute for holder, _ in same):
        return "it is not written as plain text"
    if said(secret, module) > sum(node.text.count(secret) for _, node in same):
        return "the same value is elsewhere in the module too"
    return ""


def said(secret: str, module: Module) -> int:
    """How often the secret of an argument stands in the files of a module."""
    return module.recall(_all_said)[secret]


def _all_said(module: Module) -> dict[str, int]:
    texts = "\0".join((*(file.text for file in module.files.values()), *module.opaque.values()))
    own = (one.string for block in module.resources() for one, _ in expressions(block) if _is_own(one))
    known = set(filter(None, own))
    counted = occurrences(known, texts)
    return {one: counted[one] for one in known}


def _is_own(attribute: Attribute) -> bool:
    return attribute.name in secrets.ARGUMENTS


def randomize(block: Block, attribute: Attribute, module: Module) -> None:
    """Puts a random_password after a resource, and refers to it wherever its password stands."""
    if reason := obstacle(block, attribute, module):
        raise Refused(reason)
    label = _label(block.labels[1], module)
    lines = ["length = 30", "special = false", "min_lower = 1", "min_numeric = 1", "min_upper = 1"]
    if block.labels[0] in _WITH_SYMBOLS:
        lines[1:2] = ['override_special = "!#%*-_=+"', "min_special = 1"]
    by_attribute: dict[Attribute, dict[nodes.Expression, str]] = {}
    for holder, node in _same(attribute.string or "", module):
        by_attribute.setdefault(holder, {})[node] = f"random_password.{label}.result"
    for holder, edits in by_attribute.items():
        holder.replace(edits)
    made = parse_block("\n".join((f'resource "random_password" "{label}" {{', *lines, "}")))
    assert block.parent is not None
    block.parent.insert_after(block, made)
    require_provider(module)


def _is_updated(block: Block, module: Module) -> bool:
    """Whether the provider changes the token of a cache in place, as those do that know how to."""
    judged = schemas.judged(block, module)
    return judged is not None and all(
        "auth_token_update_strategy" in one.attributes for one in judged.schemas
    )


def _label(label: str, module: Module) -> str:
    numbered = (f"{label}_password_{number}" for number in range(2, 1000))
    wanted = (label, f"{label}_password", *numbered)
    return next(one for one in wanted if module.resource("random_password", one) is None)


def _same(secret: str, module: Module) -> list[tuple[Attribute, nodes.Template]]:
    """Where a secret stands in resources as a value of its own, for which a reference can stand."""
    found = module.index(_told_in, itemgetter(0)).get(secret)
    return [(attribute, node) for _, attribute, node in found]


def _told_in(block: Block) -> Iterator[tuple[str, tuple[Block, Attribute, nodes.Template]]]:
    """The secrets in a resource by their texts."""
    for attribute, _ in expressions(block) if block.type == "resource" else ():
        for value in _told_secrets(attribute):
            if isinstance(value, nodes.Template) and not value.is_heredoc and value.literal:
                yield value.literal, (block, attribute, value)


def _told_secrets(attribute: Attribute) -> Iterator[nodes.Expression]:
    """The values in an argument of which names tell that they are secrets."""
    if attribute.name in ("count", "for_each"):
        return
    if _is_own(attribute):
        yield attribute.expression
    for node in attribute.expression.find(nodes.Object):
        yield from _values(node)


def _values(node: nodes.Object) -> Iterator[nodes.Expression]:
    """The values of an object that its keys, or a name beside them, tell to be secrets."""
    values = {item.key.text.strip('"'): item.value for item in node.items}
    name = values.get("name")
    for key, value in values.items():
        is_told = isinstance(name, nodes.Template) and secrets.is_secret_name(name.literal or "")
        if secrets.is_secret_name(key) or (key == "value" and is_told):
            yield value
