"""What the AWS provider works out when it plans a new object, so that modules can depend on it in `for_each`.

Source: `CustomizeDiff` of the resource in the provider, and its documentation of `domain_validation_options`.
"""

from __future__ import annotations

from tffix.plan.protocol import Object
from tffix.validate.wire import UNKNOWN, Unknown


def known_at_plan(type_name: str, planned: Object) -> Object:
    """The planned object, with what its provider would know of it."""
    if type_name == "aws_acm_certificate" and isinstance(planned.get("domain_validation_options"), Unknown):
        return planned | {"domain_validation_options": _validation_options(planned)}
    return planned


def _validation_options(planned: Object) -> object:
    """One for each name of the certificate; a wildcard is validated as what it is a wildcard of, and both
    are still options."""
    others = planned.get("subject_alternative_names")
    names = [planned.get("domain_name"), *(others if isinstance(others, list) else ())]
    if any(not isinstance(name, str) for name in names):
        return UNKNOWN
    unknown = dict.fromkeys(
        ("resource_record_name", "resource_record_type", "resource_record_value"), UNKNOWN
    )
    return [{"domain_name": name, **unknown} for name in dict.fromkeys(names)]
