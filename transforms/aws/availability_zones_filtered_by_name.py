"""Availability zones that a data source looks up although their names are written in its filter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, count

from tffix import (
    Address,
    Attribute,
    Block,
    Body,
    Finding,
    Gap,
    Impact,
    Module,
    Reference,
    Refused,
    Transform,
    data_sources,
    evaluate,
    inference,
    nodes,
    parse_block,
    quote,
)

from ._tuple_items import without
from ._zone_lookup import ZoneLookup, after_names, obstacle

LOCAL = "availability_zones"


class AvailabilityZonesFilteredByName(Transform):
    """Availability zones are looked up by a filter that lists their names.

    What:
        Finds `data "aws_availability_zones"` blocks whose `filter` on `zone-name` lists names that are known:
        literals, local values, what functions and for-expressions make of them, and a region with letters
        behind it (`"${var.region}a"`). The block becomes a local value with these names, sorted and each
        once, as the data source would give them. Every `.names` reference in every file of the module
        follows, and `depends_on` no longer lists the data source.

    Why:
        The lookup tells nothing that its filter does not say, and it can fail: it leaves out, without a word,
        a zone that is not offered to the account or not available at the moment. The list is then short or
        empty: subnets vanish from the plan, or an index into the list stops it.

    Example:
        data "aws_availability_zones" "available" {
          state = "available"
          filter {
            name   = "zone-name"
            values = ["us-east-2a", "us-east-2b", "us-east-2c"]
          }
        }

        resource "aws_subnet" "private" {
          count             = length(data.aws_availability_zones.available.names)
          vpc_id            = aws_vpc.main.id
          cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
          availability_zone = data.aws_availability_zones.available.names[count.index]
        }

    Becomes:
        locals {
          availability_zones = ["us-east-2a", "us-east-2b", "us-east-2c"]
        }

        resource "aws_subnet" "private" {
          count             = length(local.availability_zones)
          vpc_id            = aws_vpc.main.id
          cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
          availability_zone = local.availability_zones[count.index]
        }

    Impact:
        None where the lookup finds all the zones it names. An output that hands on the whole list changes its
        type from list to tuple; its value stays.

    Limits:
        A local value that holds the same list already is used instead of a new one; if another value has the
        name `availability_zones`, the data source's label is added to it. The data block stays beside the
        local value if something else of it is used (`zone_ids`, `group_names`, the whole object), and is
        reported then. Comments on lines of their own stay where a value takes the block's place. Left alone:
        names that are not known or hold wildcards, and names in several regions, of which the provider's
        region chooses. Only reported: names from a variable's default, a `dynamic` filter, `exclude_names`,
        `for_each`, another filter or condition with a say in the result, a region that is not the provider's,
        an index beyond the last zone, a comparison with the whole list, and mentions in tests and other files
        that are not changed.

    Source:
        AWS provider documentation, data source aws_availability_zones; Amazon EC2 API reference,
        DescribeAvailabilityZones and AvailabilityZone.
    """

    name = "aws-availability-zones-filtered-by-name"
    impact = Impact.NONE
    languages = frozenset(("hcl", "json", "python"))
    watches = data_sources("aws_availability_zones")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        lookup = ZoneLookup.of(block, module)
        if lookup is None:
            return
        message = f"{lookup.address} looks up zones whose names its own filter lists"
        if lookup.others and not lookup.names:
            used = lookup.others[0].node.text
            advice = f"{used} needs it; a postcondition on length(self.names) says so where zones are missing"
            yield Finding(block, f"{message}, and may find fewer", advice=advice)
            return
        reason = obstacle(lookup, module)
        if reason:
            advice = f"Write the zones as a local value: {LOCAL} = {_list_source(lookup, module)}"
            yield Finding(block, f"{message}; left as it is: {reason}", advice=advice)
        else:
            yield Finding(block, message, fix=lambda: _repair(block, module))


def _repair(block: Block, module: Module) -> None:
    lookup = ZoneLookup.of(block, module)
    if lookup is None or obstacle(lookup, module):
        raise Refused("another fix has changed the lookup or a use of it")
    holder = _local_of_same_value(lookup, module)
    name = holder.name if holder is not None else _free_name(lookup, module)
    _redirect(lookup, name, module)
    body = block.parent
    assert body is not None
    if holder is None and lookup.others:
        body.insert_after(block, parse_block(f"locals {{\n{name} = {_copy(lookup, module)}\n}}"))
    elif holder is None:
        body.replace(block, [_in_place_of(lookup, name, module)])
    elif not lookup.others:
        block.remove()
    if not lookup.others:
        for file in module.files.values():
            _forget(lookup.address, file.body)


def _redirect(lookup: ZoneLookup, name: str, module: Module) -> None:
    """Turns the references to the names into references to the local value; the value itself, where it was
    such a reference, has become the list of the zones already."""

    def source(reference: Reference) -> str:
        after = after_names(reference, lookup.block)
        return f"local.{name}" + (reference.node.source[after[0].start : reference.node.end] if after else "")

    holder = module.locals.get(name)
    module.redirect([one for one in lookup.names if one.attribute is not holder], source)


# -- the local value -------------------------------------------------------------------------------------


def _local_of_same_value(lookup: ZoneLookup, module: Module) -> Attribute | None:
    """A local value that is a list of just these zones. One that has the name which a new one would get, and
    takes its value from the lookup, is made such a list."""
    own = module.locals.get(LOCAL)
    if own is not None and any(one.attribute is own and own.source == one.node.text for one in lookup.names):
        if lookup.others:
            own.set(_copy(lookup, module))
        else:
            own.set(_list_source(lookup, module))
            own.leading += _as_lines((*_lines(lookup.block.leading), *_comments(lookup.block)))
        return own
    for name in sorted(module.locals, key=lambda name: name != LOCAL):
        expression = module.locals[name].expression
        if isinstance(expression, nodes.Tuple) and evaluate(expression, module) == list(lookup.zones):
            return module.locals[name]
    return None


def _free_name(lookup: ZoneLookup, module: Module) -> str:
    longer = f"{LOCAL}_{lookup.block.labels[1].replace('-', '_')}"
    names = chain((LOCAL, longer), (f"{longer}_{number}" for number in count(2)))
    broken = [module.opaque.get(name, "") for name in module.unreadable]

    def is_taken(name: str) -> bool:
        return name in module.locals or any(re.search(rf"\b{re.escape(name)}\b", one) for one in broken)

    return next(name for name in names if not is_taken(name))


def _in_place_of(lookup: ZoneLookup, name: str, module: Module) -> Block:
    """The ``locals`` block that a lookup becomes, with its comments."""
    value = f"{name} = {_list_source(lookup, module)}{lookup.values.trailing}".rstrip()
    block = parse_block(f"locals {{\n{_as_lines(_comments(lookup.block))}{value}\n}}")
    block.trailing = lookup.block.trailing
    return block


def _list_source(lookup: ZoneLookup, module: Module) -> str:
    """The zones as a list: as written if that is sorted; what works them out, or has comments in it, as
    written inside `sort`."""
    written, expression = lookup.values.source, lookup.values.expression
    items = evaluate(expression, module)
    if not isinstance(items, list) or items == list(lookup.zones):
        return written
    if not isinstance(expression, nodes.Tuple) or any(sign in written for sign in "#/$"):
        return f"sort({written})" if len(items) == len(lookup.zones) else f"sort(distinct({written}))"
    return _list(lookup.zones)


def _copy(lookup: ZoneLookup, module: Module) -> str:
    """The same for where the lookup stays, and its comments with it."""
    items = lookup.values.expression.items if isinstance(lookup.values.expression, nodes.Tuple) else ()
    is_written = bool(items) and all(inference.is_plain(item) for item in items)
    return _list(lookup.zones) if is_written else _list_source(lookup, module)


def _list(zones: Iterable[str]) -> str:
    return f"[{', '.join(map(quote, zones))}]"


def _comments(block: Block) -> Iterator[str]:
    """The comments in a block, at any depth, that have lines of their own or follow an opening brace."""
    yield from _lines(block.opening.partition("{")[2])
    for item in block.body.items:
        yield from _lines(item.text if isinstance(item, Gap) else item.leading)
        if isinstance(item, Block):
            yield from _comments(item)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _as_lines(comments: Iterable[str]) -> str:
    return "".join(f"{comment}\n" for comment in comments)


# -- depends_on ------------------------------------------------------------------------------------------


def _forget(address: Address, body: Body) -> None:
    """Takes an address out of every ``depends_on`` in a body, at any depth."""
    for inner in body.walk():
        attribute = inner.get("depends_on")
        expression = attribute.expression if attribute is not None else None
        if attribute is None or not isinstance(expression, nodes.Tuple):
            continue
        gone = [item for item in expression.items if _is_at(item, address)]
        if gone and len(gone) == len(expression.items):
            attribute.remove()
        elif gone:
            attribute.set(without(expression, gone))


def _is_at(item: nodes.Expression, address: Address) -> bool:
    """Whether an item of ``depends_on`` names an address, or did so in the quotes of Terraform 0.11."""
    if isinstance(item, nodes.Traversal):
        return item.names[: len(address.parts)] == address.parts
    literal = item.literal if isinstance(item, nodes.Template) else None
    return literal is not None and literal.partition("[")[0] == str(address)
