"""Whether a fix would break a module for callers that use another version of the provider."""

from __future__ import annotations

from tffix import schemas

OLDER_CALLERS = (
    "callers may use an older version of the provider, which wants it as it is: "
    "make the module require the newer one first"
)


def may_be_known(site: schemas.Site, name: str) -> bool:
    """Whether some other version that callers of the module may use has an argument or block of a name."""
    return any(_takes(schema, name) or name in schema.blocks for schema in schemas.elsewhere(site))


def may_lack(site: schemas.Site, name: str) -> bool:
    """Whether some other version that callers may use has neither an argument nor a block of a name."""
    return not all(_takes(schema, name) or name in schema.blocks for schema in schemas.elsewhere(site))


def may_lack_argument(site: schemas.Site, name: str) -> bool:
    return not all(_takes(schema, name) for schema in schemas.elsewhere(site))


def may_lack_block(site: schemas.Site, name: str) -> bool:
    return not all(name in schema.blocks for schema in schemas.elsewhere(site))


def _takes(schema: schemas.BlockSchema, name: str) -> bool:
    attribute = schema.attributes.get(name)
    return attribute is not None and attribute.is_settable
