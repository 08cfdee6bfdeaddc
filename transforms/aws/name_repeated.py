"""Names that two resources of one deployment share, though AWS allows each once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Transform,
    named_around,
    nodes,
)

from ._name_parts import parts_of
from ._names_by_calls import calls_that_share, instances_of, keys_of
from ._unique_names import (
    GLOBAL,
    LONGEST,
    NAMED_BY,
    WITHIN,
    Key,
    is_repeated,
    is_varying,
    key_of,
    name_parts,
    named,
)


class NameRepeated(Transform):
    """Two resources share a name that must be unique in the account or region.

    What:
        Looks at the names of buckets, load balancers, target groups, log groups, KMS aliases, topics, queues,
        tables, functions, databases, clusters, alarms, IAM entities and the like, whether they are literal,
        or made of variables and other values: two resources with one name in a module, or in a module and one
        that is called with it; a name in a module that one configuration calls more than once, or with
        `for_each`; and a name in a resource with several instances that does not tell them apart. To the last
        one the key or number of the instance is added.

    Why:
        The second one fails with "already exists", or both fight over one and the same thing (topics, queues,
        alarms).

    Example:
        resource "aws_dynamodb_table" "shop" {
          for_each     = toset(["orders", "carts"])
          name         = "shop"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"

          attribute {
            name = "id"
            type = "S"
          }
        }

    Becomes:
        resource "aws_dynamodb_table" "shop" {
          for_each     = toset(["orders", "carts"])
          name         = "shop-${each.key}"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"

          attribute {
            name = "id"
            type = "S"
          }
        }

    Impact:
        What is deployed under the shared name is made anew under its own.

    Limits:
        Which of two resources is to have another name, and what a module is to be told by its callers, is
        only reported; so are instances whose number comes from a variable. Resources and calls whose `count`
        is not known may exclude each other and are left alone; so are those of different provider
        configurations, but for buckets, whose names are unique in all of AWS, names that may be null, and a
        `for_each` that may have one key or none. Literal names of IAM are for aws-iam-name-not-unique.

    Source:
        The API references of the services; Amazon S3 User Guide, "General purpose bucket naming rules".
    """

    name = "aws-name-repeated"
    impact = Impact.REPLACE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not module.resources(*NAMED_BY):
            return
        yield from _instances(module)
        seen: dict[Key, str] = _earlier(module)
        for block, key in named(module):
            at = _at(block)
            if key in seen:
                message = f"{seen[key]} has the name '{key.name}', too"
                yield Finding(at, message, advice=f"give one of the two another {at.name}")
            elif several := _by_calls(block, key, module):
                message = f"{several} give '{key.name}' to one {key.type} each, and there can be one"
                yield Finding(at, message, advice=_of_caller(at, key))
            seen.setdefault(key, str(Address.of(block)))


def _at(block: Block) -> Attribute:
    attribute = block.get(NAMED_BY[block.labels[0]])
    assert attribute is not None
    return attribute


def _of_caller(at: Attribute, key: Key) -> str:
    return f'{at.name} = "${{var.name}}-{key.name}"  # with a variable "name" that each call sets'


# -- instances of one resource ---------------------------------------------------------------------------


def _instances(module: Module) -> Iterator[Finding]:
    for block in module.resources(*NAMED_BY):
        if not is_repeated(block) or len(block.labels) != 2 or (key := key_of(block, module)) is None:
            continue
        told = instances_of(block, module)
        if not told or _is_apart(block, key, module):
            continue
        at, address = _at(block), Address.of(block)
        message = f"{told} of {address} all have the name '{key.name}'"
        if not _can_tell_apart(at, key, keys_of(block, module)):
            advice = f"add what distinguishes them to {at.name}, like each.key"
            yield Finding(at, message, advice=advice)
        elif key.is_constant and (place := named_around(key.name, module)):
            yield Finding(
                at, message, advice=f"{place} has this name; add what distinguishes them to {at.name}"
            )
        else:
            yield Finding(at, message, partial(_tell_apart, block, module))


def _is_apart(block: Block, key: Key, module: Module) -> bool:
    """Whether the instances are in networks, clusters or regions of their own."""
    places = [block.get(one) for one in ("region", WITHIN.get(key.type, ""))]
    return any(is_varying(parts_of(one.expression, module)) for one in places if one is not None)


def _can_tell_apart(at: Attribute, key: Key, keys: list[str]) -> bool:
    """Whether the keys of the instances are known, and fit into the name."""
    in_quotes = isinstance(at.expression, nodes.Template) and not at.expression.is_heredoc
    longest = len(key.name) + 1 + max(map(len, keys), default=0)
    fits = longest <= LONGEST.get(key.type, longest) if key.is_constant else key.type not in LONGEST
    is_usual = all(re.fullmatch("[a-z0-9-]+", one) for one in keys)
    return len(keys) > 1 and in_quotes and fits and is_usual and not key.name.endswith(".fifo")


def _tell_apart(block: Block, module: Module) -> None:
    at, key = _at(block), key_of(block, module)
    if key is None or not _can_tell_apart(at, key, keys_of(block, module)):
        raise Refused("another fix has changed the name")
    own = "count.index" if block.get("count") is not None else "each.key"
    at.set(f'{at.source[:-1]}-${{{own}}}"')


# -- modules ---------------------------------------------------------------------------------------------


def _earlier(module: Module) -> dict[Key, str]:
    """The names in the modules that call this one, directly or not, once and for sure, in the same region."""
    above: list[Module] = []
    while len(module.callers) == 1:
        ((caller, call),) = module.callers
        if is_repeated(call) or call.get("providers") is not None or caller in above:
            break
        above.append(caller)
        module = caller
    found: dict[Key, str] = {}
    for caller in reversed(above):
        for block, key in named(caller):
            if key.is_constant:
                found.setdefault(key, f"{Address.of(block)} in {caller.path}")
    return found


def _by_calls(block: Block, key: Key, module: Module) -> str:
    """The calls that lead here and give the name to one thing each, as far as that is certain."""
    if key.type in WITHIN or not module.callers:
        return ""
    parts = [key.name] if key.is_constant else name_parts(_at(block), module)
    return calls_that_share(parts or (), module, key.type == GLOBAL)
