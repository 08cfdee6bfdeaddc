"""Services of clouds that have ended, and the findings at their resources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tffix import Block, Finding, Module, schemas


@dataclass(frozen=True, slots=True)
class Ended:
    """A service, the day from which on it cannot be used, what takes its place, and where that is said."""

    service: str
    since: str
    by: str
    source: str


def findings(module: Module, services: Mapping[str, Ended], cloud: str) -> Iterator[Finding]:
    """One finding for each of the services, by the beginning of their types, at the first of its resources
    and data sources. What the provider does not have any more is for schema-unknown-type."""
    prefixes, told = tuple(services), set[str]()
    for type_ in ("resource", "data"):
        for block in module.blocks(type_):
            if not block.labels or not block.labels[0].startswith(prefixes) or is_unknown(block, module):
                continue
            ended = next(one for prefix, one in services.items() if block.labels[0].startswith(prefix))
            if ended.service not in told:
                told.add(ended.service)
                message = f"{ended.service}, which {block.labels[0]} is of, ended on {ended.since}"
                yield Finding(block, message, advice=f"{cloud} recommends {ended.by}")


def is_unknown(block: Block, module: Module) -> bool:
    """Whether the versions of the provider that may be in use are known, and do not have a type."""
    return schemas.pin_of(block, module) is not None and schemas.judged(block, module) is None
