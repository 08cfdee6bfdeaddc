"""What it means that a resource must exist before another although no argument refers to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from tffix import Block, Module

Condition: TypeAlias = Callable[[Block, Module], bool]


@dataclass(frozen=True, slots=True)
class Tie:
    """What makes two resources belong together: an argument of each names the same resource of a type.

    An argument is a path, ``load_balancer.target_group_arn``; ``role>name`` goes on to what the resource that
    ``role`` names has as its ``name``. Where several are listed, one is enough. Without types, the texts of
    the two must be the same. A ``loose`` tie is broken only where the two name different resources.
    """

    later: tuple[str, ...]
    sooner: tuple[str, ...]
    types: tuple[str, ...] = ()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """That resources of types ``sooner`` must exist before those of types ``later`` that have all ``ties``
    with them. Without ties it is the only one of its type, for the same provider configuration.

    ``why`` completes "… may be created first, and". ``has`` are arguments or blocks that the later one must
    have for this to matter, ``unless`` the path to one with which it does not, and ``words`` those of which
    the sooner one must have one in its text or in what it refers to; ``later_is`` and ``sooner_is`` say the
    rest. With ``one_is_enough``, the later one needs only one of them.
    """

    later: tuple[str, ...]
    sooner: tuple[str, ...]
    ties: tuple[Tie, ...]
    why: str
    source: str
    has: str = ""
    unless: str = ""
    words: tuple[str, ...] = ()
    one_is_enough: bool = False
    later_is: Condition | None = None
    sooner_is: Condition | None = None
