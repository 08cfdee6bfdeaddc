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
    evaluate,
    named_around,
)

from ._unique_names import GLOBAL, LONGEST, NAMED_BY, Key, is_repeated, key_of, named


class NameRepeated(Transform):
    """Two resources share a name that must be unique in the account or region.

    What:
        Looks at the names of buckets, load balancers, target groups, log groups, KMS aliases, topics, queues,
        tables, functions, databases, clusters, alarms and the like, where they are the same in every
        deployment: two resources with one name in a module, or in a module and one that is called with it; a
        name in a module that one configuration calls more than once; and a name in a resource with several
        instances that does not tell them apart. To the last one the key or number of the instance is added.

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
        only reported. Resources and calls whose `count` is not known may exclude each other and are left
        alone; so are those of different provider configurations, but for buckets, whose names are unique in
        all of AWS. Names of IAM are for aws-iam-name-not-unique.

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
        several = _called_more_than_once(module, set())
        for block, key in named(module):
            at = _at(block)
            if key in seen:
                message = f"{seen[key]} has the name '{key.name}', too"
                yield Finding(at, message, advice=f"give one of the two another {at.name}")
            elif several is not None and (key.type == GLOBAL or not several[1]):
                message = f"{several[0]} give '{key.name}' to one {key.type} each, and there can be one"
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
        keys = _keys(block, module)
        if len(keys) < 2 or len(block.labels) != 2 or (key := key_of(block, module)) is None:
            continue
        at, address = _at(block), Address.of(block)
        message = f"the {len(keys)} instances of {address} all have the name '{key.name}'"
        longest = len(key.name) + 1 + max(map(len, keys))
        fits = longest <= LONGEST.get(key.type, longest) and not key.name.endswith(".fifo")
        if at.string is None or not fits or not all(re.fullmatch("[a-z0-9-]+", one) for one in keys):
            advice = f"add what distinguishes them to {at.name}, like each.key"
            yield Finding(at, message, advice=advice)
        elif place := named_around(key.name, module):
            yield Finding(
                at, message, advice=f"{place} has this name; add what distinguishes them to {at.name}"
            )
        else:
            yield Finding(at, message, partial(_tell_apart, block, module))


def _keys(block: Block, module: Module) -> list[str]:
    """The keys or numbers of a resource's instances, as far as they are known."""
    count, for_each = block.get("count"), block.get("for_each")
    if count is not None:
        number = evaluate(count.expression, module)
        return (
            [str(index) for index in range(number)] if isinstance(number, int) and 0 < number <= 1000 else []
        )
    values = evaluate(for_each.expression, module, partial=True) if for_each is not None else None
    return [str(one) for one in values] if isinstance(values, dict | list) else []


def _tell_apart(block: Block, module: Module) -> None:
    at = _at(block)
    if at.string is None:
        raise Refused("the name is no literal any more")
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
            found.setdefault(key, f"{Address.of(block)} in {caller.path}")
    return found


def _called_more_than_once(module: Module, seen: set[str]) -> tuple[str, bool] | None:
    """The calls of one configuration that lead here, and whether they differ in their providers."""
    by_caller: dict[str, list[tuple[Module, Block]]] = {}
    for caller, call in module.callers:
        by_caller.setdefault(caller.path, []).append((caller, call))
    for path, calls in by_caller.items():
        caller = calls[0][0]
        sure = [call for _, call in calls if not is_repeated(call)]
        if len(sure) > 1:
            passed = {_providers(call) for call in sure}
            return " and ".join(f"module.{call.labels[0]}" for call in sure), len(passed) > 1
        for _, call in calls:
            if len(keys := _keys(call, caller)) > 1:
                return f"the {len(keys)} instances of module.{call.labels[0]}", False
        if path not in seen:
            seen.add(path)
            if (above := _called_more_than_once(caller, seen)) is not None:
                return above
    return None


def _providers(call: Block) -> str:
    attribute = call.get("providers")
    return "" if attribute is None else " ".join(attribute.source.split())
