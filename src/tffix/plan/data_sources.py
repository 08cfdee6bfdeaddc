"""Data sources whose answer follows from what they are asked, or from the account and the region.

Each function gets the configuration and the setting and gives attributes; what is not among them is made up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, Final

from tffix.plan.protocol import Object
from tffix.plan.setting import ACCOUNT, Setting
from tffix.validate.wire import UNKNOWN, Unknown

Answer = Callable[[Object, Setting], Object]

_PLACEHOLDER: Final = re.compile(r"(?<!\$)\$\{\s*([A-Za-z_][\w-]*)\s*\}")


def policy_document(config: Object, setting: Setting) -> Object:
    """`aws_iam_policy_document`: the statements as the provider writes them."""
    document: Object = {"Version": config.get("version") or "2012-10-17"}
    if config.get("policy_id"):
        document["Id"] = config["policy_id"]
    sources = [config.get("source_json"), *(config.get("source_policy_documents") or ())]
    overrides = [*(config.get("override_policy_documents") or ()), config.get("override_json")]
    statements = [one for text in sources for one in _statements_of(text)]
    for given in (
        [_statement(one) for one in config.get("statement") or ()],
        *map(_statements_of, overrides),
    ):
        sids = {one["Sid"] for one in given if one.get("Sid")}
        statements = [one for one in statements if one.get("Sid") not in sids] + given
    document["Statement"] = statements
    if _has_unknown(config):
        return {"json": UNKNOWN, "minified_json": UNKNOWN}
    return {
        "json": json.dumps(document, indent=2),
        "minified_json": json.dumps(document, separators=(",", ":")),
        "version": document["Version"],
    }


def _statements_of(text: Any) -> list[Object]:
    if not isinstance(text, str) or not text.strip():
        return []
    try:
        found = json.loads(text)
    except ValueError:
        return []
    statements = found.get("Statement", []) if isinstance(found, dict) else []
    return statements if isinstance(statements, list) else [statements]


def _statement(block: Object) -> Object:
    statement: Object = {}
    if block.get("sid"):
        statement["Sid"] = block["sid"]
    statement["Effect"] = block.get("effect") or "Allow"
    names = {
        "actions": "Action",
        "not_actions": "NotAction",
        "resources": "Resource",
        "not_resources": "NotResource",
    }
    statement |= {key: _one_or_many(block[name]) for name, key in names.items() if block.get(name)}
    for name, key in (("principals", "Principal"), ("not_principals", "NotPrincipal")):
        if block.get(name):
            statement[key] = _principals(block[name])
    conditions: Object = {}
    for one in block.get("condition") or ():
        conditions.setdefault(one.get("test"), {})[one.get("variable")] = _one_or_many(
            one.get("values") or []
        )
    return statement | ({"Condition": conditions} if conditions else {})


def _principals(blocks: list[Object]) -> Any:
    found: dict[str, list[Any]] = {}
    for one in blocks:
        found.setdefault(one.get("type") or "AWS", []).extend(one.get("identifiers") or ())
    if found == {"*": ["*"]}:
        return "*"
    return {kind: _one_or_many(names) for kind, names in found.items()}


def _one_or_many(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else sorted(map(str, values), reverse=True)


def _has_unknown(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_unknown, value.values()))
    if isinstance(value, list):
        return any(map(_has_unknown, value))
    return isinstance(value, Unknown)


def template(config: Object, setting: Setting) -> Object:
    """`template_file`: its variables put in; what else a template can do is left as it is."""
    given = config.get("vars") or {}
    text = str(config.get("template") or "")
    rendered = _PLACEHOLDER.sub(lambda match: str(given.get(match[1], match[0])), text)
    return {"rendered": rendered.replace("$${", "${")}


def _region(config: Object, setting: Setting) -> Object:
    name = config.get("region") or config.get("name") or setting.region
    endpoint = f"ec2.{name}.{setting.domain}"
    return {"name": name, "region": name, "id": name, "endpoint": endpoint, "description": name}


def _identity(config: Object, setting: Setting) -> Object:
    arn = f"arn:{setting.partition}:iam::{ACCOUNT}:user/example"
    return {"account_id": ACCOUNT, "id": ACCOUNT, "arn": arn, "user_id": "AIDAEXAMPLEEXAMPLE"}


def _partition(config: Object, setting: Setting) -> Object:
    reverse = ".".join(reversed(setting.domain.split(".")))
    return {
        "partition": setting.partition,
        "id": setting.partition,
        "dns_suffix": setting.domain,
        "reverse_dns_prefix": reverse,
    }


def _zones(config: Object, setting: Setting) -> Object:
    wanted = _filtered(config, "zone-name") or setting.zones
    excluded = config.get("exclude_names") or ()
    names = [name for name in sorted(wanted) if name not in excluded]
    ids = [f"{name[:-1]}-az{ord(name[-1]) - ord('a') + 1}" for name in names]
    return {"names": names, "zone_ids": ids, "id": setting.region}


def _filtered(config: Object, name: str) -> list[str]:
    """The plain values that a filter asks for; none if it asks for patterns."""
    filters = config.get("filter") or ()
    values = [value for one in filters if one.get("name") == name for value in one.get("values") or ()]
    is_plain = all(isinstance(value, str) and value and "*" not in value for value in values)
    return list(dict.fromkeys(values)) if is_plain else []


def _arn(config: Object, setting: Setting) -> Object:
    parts = str(config.get("arn") or "").split(":", 5)
    names = ("partition", "service", "region", "account", "resource")
    return dict(zip(names, parts[1:], strict=False))


def _session(config: Object, setting: Setting) -> Object:
    return {"issuer_arn": config.get("arn"), "session_name": "", "issuer_name": "example"}


def _domain(config: Object, setting: Setting) -> Object:
    """Lookups by a name: the name that is asked for is the one that is found."""
    name = str(config.get("name") or "example.com").rstrip(".")
    return {"name": name, "name_servers": [f"ns-{number}.example.com" for number in range(4)]}


def _bucket(config: Object, setting: Setting) -> Object:
    name = str(config.get("bucket") or "example")
    host = f"{name}.s3.{setting.region}.{setting.domain}"
    return {
        "id": name,
        "arn": setting.arn("s3", name),
        "bucket_domain_name": f"{name}.s3.{setting.domain}",
        "bucket_regional_domain_name": host,
    }


ANSWERS: Final[dict[str, Answer]] = {
    "aws_arn": _arn,
    "aws_availability_zones": _zones,
    "aws_caller_identity": _identity,
    "aws_iam_policy_document": policy_document,
    "aws_iam_session_context": _session,
    "aws_partition": _partition,
    "aws_region": _region,
    "aws_route53_zone": _domain,
    "aws_s3_bucket": _bucket,
    "template_file": template,
}
