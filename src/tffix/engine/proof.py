"""What a plan against the simulated deployment of a module says of its fixes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .results import Found


@dataclass(frozen=True, slots=True)
class Proof:
    """``summary`` is what the plan does, in one line, and ``actions`` one by one (`replace aws_iam_role.app
    (name)`); ``unannounced`` are those of them that the findings do not announce, and ``not_proved`` says why
    there is no plan at all."""

    summary: str = ""
    actions: tuple[str, ...] = ()
    unannounced: tuple[str, ...] = ()
    not_proved: str = ""


Prove = Callable[[str, Mapping[str, bytes], Sequence[Found]], Proof]
"""The proof of a root module, given its directory, the files that are changed, and the fixes made."""
