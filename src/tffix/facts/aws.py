"""What is true of AWS: regions, zones, Lambda runtimes, enums and limits.

All of it is as old as the packages it was read from (`database.sources()`). What is not listed may be newer
than they are, or withdrawn and still in use, so absence alone proves nothing wrong.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from tffix.facts.database import connection


@dataclass(frozen=True, slots=True)
class LambdaRuntime:
    """A runtime of Lambda functions, and until when it may be used."""

    name: str
    deprecated: date | None  # the end of support; None where no date is known
    create_block: date | None  # no new function from then on
    update_block: date | None
    successor: str | None  # the newest runtime of the language


@dataclass(frozen=True, slots=True)
class Limits:
    """What AWS's API asks of an argument; None where it asks nothing, or nothing that is certain.

    Lengths count characters. Those, the pattern and the range hold for the value, or for each element of a
    list or set; the numbers of items for the list, set or map itself. The whole value must match the
    pattern, as `re.fullmatch(limits.pattern, value, re.ASCII)` says.
    """

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    min_items: int | None = None
    max_items: int | None = None


def partitions() -> frozenset[str]:
    """The partitions of AWS: `aws`, `aws-cn`…"""
    return frozenset(_partitions().values())


def regions(partition: str = "aws") -> frozenset[str]:
    """The regions of a partition."""
    return frozenset(region for region, owner in _partitions().items() if owner == partition)


def partition_of(region: str) -> str | None:
    """The partition of a region; None for an unknown one."""
    return _partitions().get(region)


@cache
def zones(region: str) -> tuple[str, ...]:
    """The availability zones of a region, `eu-west-1a`; none where they are not known.

    Which letters an account has is its own: of `us-west-1` each account sees two of these.
    """
    rows = connection().execute("SELECT name FROM zone WHERE region = ? ORDER BY name", (region,))
    return tuple(name for (name,) in rows)


@cache
def lambda_runtimes() -> Mapping[str, LambdaRuntime]:
    """The known runtimes by name."""
    rows = connection().execute("SELECT * FROM lambda_runtime ORDER BY name")
    return MappingProxyType(
        {
            name: LambdaRuntime(name, _date(end), _date(create), _date(update), successor)
            for name, end, create, update, successor in rows
        }
    )


def enum(service: str, shape: str) -> tuple[str, ...] | None:
    """The values of an enum in an API, by the names that botocore has for both: `lambda`, `Runtime`."""
    values = _enums(service).get(shape)
    return None if values is None else tuple(values)


@cache
def allowed_values(resource_type: str, path: str) -> frozenset[str] | None:
    """The values that an argument of a resource, or an element of it, may have; None where not certain.

    The path is dotted, `network_configuration.assign_public_ip`. What counts as certain is written down in
    `tools/build_enums.py`; the provider may still accept another case of a value.
    """
    row = (
        connection()
        .execute(
            "SELECT service, shape FROM argument_enum WHERE type = ? AND path = ?", (resource_type, path)
        )
        .fetchone()
    )
    if row is None:
        return None
    values = enum(*row)
    return None if values is None else frozenset(values)


def limits(resource_type: str, path: str) -> Limits | None:
    """The length, range, pattern and number of items that AWS's API asks of an argument; None where nothing
    is certain.

    The path is dotted. What counts as certain is written down in `tools/build_limits.py`. Providers take the
    empty string, 0 and negative numbers for no value, or for values of their own: none is a breach.
    """
    return _limits(resource_type).get(path)


@cache
def _limits(resource_type: str) -> dict[str, Limits]:
    # In the order of the fields of Limits.
    rows = connection().execute(
        "SELECT path, min_length, max_length, pattern, minimum, maximum, min_items, max_items"
        " FROM argument_limit WHERE type = ?",
        (resource_type,),
    )
    return {path: Limits(*row) for path, *row in rows}


@cache
def _partitions() -> dict[str, str]:
    return dict(connection().execute("SELECT name, partition FROM region ORDER BY name").fetchall())


@cache
def _enums(service: str) -> dict[str, list[str]]:
    row = connection().execute("SELECT enums FROM api_enum WHERE service = ?", (service,)).fetchone()
    enums: dict[str, list[str]] = json.loads(zlib.decompress(row[0])) if row else {}
    return enums


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
