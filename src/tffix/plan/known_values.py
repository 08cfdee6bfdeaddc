"""What is known of how some AWS resources behave, and no schema says.

Sources: the provider's documentation of each resource, its upgrade guide for version 4 ("S3 Bucket Refactor":
what has become a resource of its own is kept where it is no longer configured), and `CustomizeDiff` of
`aws_acm_certificate`, which works out the options when it plans.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from tffix.plan.protocol import Object
from tffix.validate.wire import UNKNOWN, Unknown

KEPT_BLOCKS: Final[Mapping[str, frozenset[str]]] = {
    "aws_s3_bucket": frozenset(
        (
            *("cors_rule", "grant", "lifecycle_rule", "logging", "object_lock_configuration", "versioning"),
            *("replication_configuration", "server_side_encryption_configuration", "website"),
        )
    )
}
"""Blocks that the provider reads back, so that one that is not configured is left as it is deployed."""


def kept(type_name: str, prior: Object | None, planned: Object) -> Object:
    """The planned object with the blocks that are left as they were."""
    names = KEPT_BLOCKS.get(type_name, frozenset())
    if prior is None or not names:
        return planned
    return planned | {name: prior[name] for name in names if prior.get(name) and not planned.get(name)}


def known_at_plan(type_name: str, planned: Object) -> Object:
    """The planned new object, with what its provider knows already, so that `for_each` can depend on it."""
    if type_name == "aws_acm_certificate" and isinstance(planned.get("domain_validation_options"), Unknown):
        return planned | {"domain_validation_options": _validation_options(planned)}
    return planned


def follows(type_name: str, planned: Object) -> Object:
    """The planned object with unknown attributes that follow from its arguments."""
    rules = _FOLLOWS.get(type_name, {})
    found = {name: rule(planned) for name, rule in rules.items() if isinstance(planned.get(name), Unknown)}
    return planned | {name: value for name, value in found.items() if value is not None}


_FOLLOWS: Final[Mapping[str, Mapping[str, Callable[[Object], Any]]]] = {
    "aws_eip": {"domain": lambda eip: "vpc"},
    "aws_cloudwatch_event_rule": {
        "state": lambda rule: "DISABLED" if rule.get("is_enabled") is False else "ENABLED"
    },
    "aws_s3_bucket": {"object_lock_enabled": lambda bucket: bool(bucket.get("object_lock_configuration"))},
}


def _validation_options(planned: Object) -> object:
    """One for each name of the certificate."""
    others = planned.get("subject_alternative_names")
    names = [planned.get("domain_name"), *(others if isinstance(others, list) else ())]
    if any(not isinstance(name, str) for name in names):
        return UNKNOWN
    pending = ("resource_record_name", "resource_record_type", "resource_record_value")
    return [{"domain_name": name, **dict.fromkeys(pending, UNKNOWN)} for name in dict.fromkeys(names)]
