"""Groups of things that wait for each other: the strongly connected components of a graph."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def has_circle(needs: Mapping[N, Collection[N]]) -> bool:
    """Whether something waits for itself in the end."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError:
        return True
    return False


def groups(needs: Mapping[N, Collection[N]]) -> dict[N, int]:
    """For each thing the number of the group that it is in, in time that grows with the graph (Tarjan's
    algorithm, with a stack of its own)."""
    number: dict[N, int] = {}  # in the order in which they are met
    lowest: dict[N, int] = {}  # of those on the stack that are reached from it
    group: dict[N, int] = {}
    stack: list[N] = []
    for start in needs:
        todo = [] if start in number else [(start, iter((start,)))]
        while todo:
            one, following = todo[-1]
            after = next(following, None)
            if one not in number:
                number[one] = lowest[one] = len(number)
                stack.append(one)
                todo[-1] = (one, iter(needs.get(one, ())))
            elif after is None:
                todo.pop()
                if todo:
                    above = todo[-1][0]
                    lowest[above] = min(lowest[above], lowest[one])
                if lowest[one] == number[one]:
                    at = len(stack) - 1
                    while stack[at] != one:
                        at -= 1
                    group.update(dict.fromkeys(stack[at:], number[one]))
                    del stack[at:]
            elif after not in number:
                todo.append((after, iter((after,))))
            elif after not in group:
                lowest[one] = min(lowest[one], number[after])
    return group
