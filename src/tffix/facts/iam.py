"""The actions that IAM knows, by service, and what each can be limited to.

They are as old as the package they were read from (`database.sources()`): an action that is not listed may
be newer.
"""

import json
import zlib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from tffix.facts.database import connection


@cache
def services() -> frozenset[str]:
    """The prefixes of services, such as `s3` and `elasticloadbalancing`."""
    return frozenset(prefix for (prefix,) in connection().execute("SELECT prefix FROM iam_service"))


@cache
def actions(service: str) -> Mapping[str, tuple[str, ...] | None]:
    """The actions of a service, each with the types of resources that it can be limited to (none: all
    resources only); None where that is not known, as for actions that only AWS's own policies name."""
    query = "SELECT actions FROM iam_service WHERE prefix = ?"
    row = connection().execute(query, (service,)).fetchone()
    found = json.loads(zlib.decompress(row[0])) if row else {}
    return MappingProxyType({name: None if types is None else tuple(types) for name, types in found.items()})
