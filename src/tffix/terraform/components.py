"""Groups modules that local calls tie together, before any of them is read."""

from __future__ import annotations

from collections.abc import Mapping

from .discovery import Listing, in_directory
from .surroundings import local_sources

Component = dict[str, Listing]
"""Directories with their Terraform files."""


def components(found: Mapping[str, Listing]) -> list[Component]:
    """What was found, in groups of directories that local module calls seem to tie together: by the text of
    the files, so that what is in no module call may tie two groups, but nothing that is tied is parted."""
    leader = {directory: directory for directory in found}

    def lead(directory: str) -> str:
        while leader[directory] != directory:
            leader[directory] = directory = leader[leader[directory]]
        return directory

    for directory, listing in found.items():
        for name in (*listing.files, *listing.left_alone):
            for called in local_sources(in_directory(directory, name)):
                if called in leader:
                    leader[lead(called)] = lead(directory)
    groups: dict[str, Component] = {}
    for directory, listing in found.items():
        groups.setdefault(lead(directory), {})[directory] = listing
    return list(groups.values())
