"""A plan as a value, and what it does to each resource."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Plan:
    """`document` is what `terraform show -json` prints of it; `notes` say in a line each what it does not
    cover: modules that are not on the disk, providers whose schemas are not known."""

    module: Path
    document: Mapping[str, Any]
    notes: tuple[str, ...] = ()
