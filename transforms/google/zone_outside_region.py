"""Zones of Google Cloud in another region than the resource or provider that has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Transform, Watch, inference, resources

_ZONE = re.compile(r"([a-z]+-[a-z]+\d+)-[a-z]")
_PLACES = {
    "google_compute_region_disk": ("region", ("replica_zones",)),
    "google_compute_region_instance_group_manager": ("region", ("distribution_policy_zones",)),
    "google_container_cluster": ("location", ("node_locations",)),
    "google_container_node_pool": ("location", ("node_locations",)),
    "google_redis_instance": ("region", ("alternative_location_id", "location_id")),
}
"""The argument that says the region, a zone of it for some, and those that take zones of that region."""


class ZoneOutsideRegion(Transform):
    """A zone of Google Cloud is not in the region that it must be in.

    What:
        Looks at the zones of clusters and node pools, regional instance groups and disks and Redis instances
        beside their region, and at the `zone` of a provider beside its `region`.

    Why:
        The apply fails: "Additional zones must be in the same region", "Invalid value for field".

    Example:
        resource "google_container_cluster" "main" {
          name           = "main"
          location       = "europe-west1"
          node_locations = ["europe-west4-a"]
        }

    Impact:
        None: this is only reported, since either the zone or the region may be the one that is meant.

    Limits:
        Silent where the region or the zones are not known; defaults of variables count.

    Source:
        Google, "Regions and zones" (https://cloud.google.com/compute/docs/regions-zones); the documentation
        of the google provider.
    """

    name = "google-zone-outside-region"
    impact = Impact.NONE
    watches = (*resources(*_PLACES), Watch("provider", ("google",)), Watch("provider", ("google-beta",)))

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        where, names = _PLACES.get(block.labels[0], ("region", ("zone",)))
        place = block.get(where)
        regions = _texts(place, block, module) if place is not None else []
        if len(regions) != 1:
            return
        match = _ZONE.fullmatch(regions[0])
        region = match[1] if match else regions[0]
        for attribute in map(block.get, names):
            for zone in _texts(attribute, block, module) if attribute is not None else ():
                of = _ZONE.fullmatch(zone)
                if attribute is not None and of is not None and of[1] != region:
                    yield Finding(attribute, f"the zone {zone} is not in {region}")


def _texts(attribute: Attribute, block: Block, module: Module) -> list[str]:
    """The texts that an argument has, as far as they are known."""
    found = inference.infer(attribute, block, module)
    items = found.value if isinstance(found.value, list | tuple) else [found]
    known = [inference.plain(one) for one in items if isinstance(one, inference.Abstract) and one.is_known]
    return [one for one in known if isinstance(one, str)]
