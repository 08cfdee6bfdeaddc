"""What a lookup of availability zones by literal names finds, who uses it, and what else has a say in it.

Facts: AWS provider, data source aws_availability_zones (its `names` are sorted, each there once); Amazon EC2
API reference, DescribeAvailabilityZones (filters) and AvailabilityZone (`optInStatus`, `zoneType`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tffix import Address, Attribute, Block, Module, Reference, evaluate, nodes, providers

from ..terraform._contexts import variables_behind
from ._arguments import nested, value

# A region's name, then what makes a zone of it: us-east-2a, us-west-2-lax-1a, us-east-1-wl1-bos-wlz-1.
_ZONE = re.compile(r"([a-z]{2,}(?:-[a-z]+)+-[0-9]+)([a-z]|-[a-z0-9-]+)")
_COMPOSED = re.compile(r'"\$\{((?:var|local|data\.aws_region)\.[\w.-]+)\}([a-z])"')
"""The region as a variable, local value or data source gives it, then the letter of a zone."""
_PASSED = {"opt-in-status": "opt-in-not-required", "zone-type": "availability-zone", "state": "available"}
"""Filters, with the value that every Availability Zone (no Local or Wavelength Zone) has that can be used."""
_JUDGED = frozenset(("all_availability_zones", "count", "depends_on", "provider", "region", "state"))
"""Arguments that do not decide which of the named zones are found, or of which more is asked below."""


@dataclass(frozen=True, slots=True)
class ZoneLookup:
    """A data block whose filter names its zones. ``zones`` are what it finds, ``values`` is where they are
    given, ``variable`` what decides them, if the default of a variable does; ``names`` are the references to
    its list of names, ``others`` those to anything else of it, less ``depends_on``."""

    address: Address
    block: Block
    values: Attribute
    zones: tuple[str, ...]
    variable: str
    names: tuple[Reference, ...]
    others: tuple[Reference, ...]

    @classmethod
    def of(cls, block: Block, module: Module) -> ZoneLookup | None:
        address = Address.of(block)
        filters = (_name_values(one, module) for one in nested(block, "filter"))
        values = next(filter(None, filters), None)
        if address is None or values is None:
            return None
        zones, variable = _zones(values, module) or _composed(values), ""
        if not zones and (decided := variables_behind(values, module)):
            zones, variable = _zones(values, module, defaults=True), f"var.{decided[0]}"
        if not zones:
            return None
        references = [one for one in module.references_to(address) if one.attribute.name != "depends_on"]
        names = tuple(one for one in references if after_names(one, block) is not None)
        others = tuple(one for one in references if after_names(one, block) is None)
        return cls(address, block, values, zones, variable, names, others)


def after_names(reference: Reference, block: Block) -> tuple[nodes.Step, ...] | None:
    """The steps of a reference that follow ``.names``; None if it is to something else."""
    steps = reference.node.steps[2:]
    if block.get("count") is not None:
        if not steps or _literal_index(steps[0]) != 0:
            return None
        steps = steps[1:]
    first = steps[0] if steps else None
    return steps[1:] if isinstance(first, nodes.GetAttribute) and first.name == "names" else None


def _name_values(filter_: Block, module: Module) -> Attribute | None:
    return filter_.get("values") if value(filter_, "name", module) == "zone-name" else None


def _zones(values: Attribute, module: Module, *, defaults: bool = False) -> tuple[str, ...]:
    """The zones listed, sorted and each once; none if anything else is in the list, such as a wildcard, or
    zones of several regions, of which the provider's region chooses."""
    known = evaluate(values.expression, module, defaults=defaults)
    names = known if isinstance(known, list) else []
    matches = [_ZONE.fullmatch(name) if isinstance(name, str) else None for name in names]
    regions = {match.group(1) if match else None for match in matches}
    return () if None in regions or len(regions) != 1 else tuple(sorted(set(names)))


def _composed(values: Attribute) -> tuple[str, ...]:
    """The sources of zones that are all the same value, a region, with a letter behind it, in order."""
    items = values.expression.items if isinstance(values.expression, nodes.Tuple) else ()
    found = [_COMPOSED.fullmatch(item.text) for item in items]
    regions = {match[1] if match else None for match in found}
    letters = [match[2] for match in found if match]
    in_order = None not in regions and len(regions) == 1 and letters == sorted(set(letters))
    return tuple(item.text[1:-1] for item in items) if in_order else ()


def _literal_index(step: nodes.Step) -> int | float | None:
    if isinstance(step, nodes.LegacyIndex):
        return step.number
    key = step.key if isinstance(step, nodes.Index) else None
    return key.value if isinstance(key, nodes.Literal) else None


# -- whether the names can take the lookup's place ---------------------------------------------------------


def obstacle(lookup: ZoneLookup, module: Module) -> str:
    """Why a lookup must be left to a person, or nothing."""
    block = lookup.block
    if lookup.variable:
        return (
            f"{lookup.variable} may be given other values, of which a filter may take more, such as wildcards"
        )
    mention = module.mentioned_elsewhere(f"aws_availability_zones.{block.labels[1]}")
    mention = mention or module.mentioned_elsewhere('"aws_availability_zones"')
    if mention:
        return f"{mention} mentions it"
    if module.unseen:
        return f"{module.unseen} cannot be read and may refer to it"
    if len(module.blocks("data", *block.labels)) > 1:
        return "it is declared twice, or overridden"
    return _other_say(lookup) or _other_region(lookup, module) or _other_meaning(lookup, module)


def _other_say(lookup: ZoneLookup) -> str:
    """What else decides which zones are found."""
    block = lookup.block
    state, number = block.get("state"), block.get("count")
    for attribute in block.body.attributes:
        if attribute.name not in _JUDGED:
            return f"'{attribute.name}' has a say in what it finds"
    if state is not None and state.string != "available":
        return "it does not look for available zones"
    if number is not None and number.number != 1:
        return "'count' decides whether it is there"
    for child in block.blocks():
        if child.type not in ("filter", "timeouts"):
            return f"its '{child.type}' block would be lost"
        if child.type == "filter" and child.get("values") is not lookup.values and not _passes(child, lookup):
            return "another filter has a say in what it finds"
    return ""


def _passes(filter_: Block, lookup: ZoneLookup) -> bool:
    """Whether a filter lets all the zones through because it asks for what every Availability Zone is."""
    name, values = filter_.get("name"), filter_.get("values")
    if name is None or values is None or any(len(_split(zone)[1]) > 1 for zone in lookup.zones):
        return False
    known = evaluate(values.expression)
    return isinstance(known, list) and _PASSED.get(name.string or "") in known


def _other_region(lookup: ZoneLookup, module: Module) -> str:
    """The zones of another region than the provider's are never found, which may be meant."""
    configuration = providers.configurations(module).get(providers.provider_of(lookup.block))
    attribute = lookup.block.get("region") or (configuration.get("region") if configuration else None)
    region = evaluate(attribute.expression, module) if attribute else None
    if not isinstance(region, str) or region == (_split(lookup.zones[0])[0] or region):
        return ""
    return f"it looks in {region}, where these zones are not"


def _split(zone: str) -> tuple[str, str]:
    """The region of a zone, and the rest of its name; no region where that is the value of something."""
    match = _ZONE.fullmatch(zone)
    return (match.group(1), match.group(2)) if match else ("", zone[-1])


def _other_meaning(lookup: ZoneLookup, module: Module) -> str:
    """A use that known zones change: one of more zones than there are, at which the plan would stop anyway,
    but validation only when it knows them; or a comparison, since a tuple never equals a list."""
    pending = [(one, after_names(one, lookup.block) or ()) for one in lookup.names]
    followed: set[str] = set()
    while pending:
        reference, steps = pending.pop()
        attribute = reference.attribute
        user = f"'{attribute.name}' in '{' '.join((reference.block.type, *reference.block.labels))}'"
        if any(not 0 <= last < len(lookup.zones) for last in _last_items(reference, steps, module)):
            return f"{user} asks for more zones than there are"
        if not steps and _is_compared(reference):
            return f"{user} compares the whole list"
        whole = reference.block.type == "locals" and attribute.source == reference.node.text and not steps
        if whole and attribute.name not in followed:
            followed.add(attribute.name)
            pending += [(one, one.node.steps[1:]) for one in module.references_to(f"local.{attribute.name}")]
    return ""


def _last_items(reference: Reference, steps: tuple[nodes.Step, ...], module: Module) -> Iterator[int]:
    """The greatest positions that a use of a list names, as far as they are known."""
    if steps:
        step = steps[0]
        known = evaluate(step.key, module) if isinstance(step, nodes.Index) else _literal_index(step)
        if isinstance(known, int):
            yield known
        return
    for call in reference.attribute.expression.find(nodes.Call, lambda call: call.name == "slice"):
        if call.arguments and _is_same(call.arguments[0], reference.node):
            bounds = [evaluate(bound, module) for bound in call.arguments[1:]]
            yield from (bound - 1 for bound in bounds if isinstance(bound, int) and bound)


def _is_compared(reference: Reference) -> bool:
    comparisons = reference.attribute.expression.find(
        nodes.Binary, lambda node: node.operator in ("==", "!=")
    )
    return any(_is_same(side, reference.node) for node in comparisons for side in node.children)


def _is_same(one: nodes.Expression, other: nodes.Expression) -> bool:
    """Whether two nodes of equal texts stand at the same place of them."""
    return (one.start, one.end) == (other.start, other.end)
