"""Asks the user for every fix: yes, no, all or quit."""

from __future__ import annotations

import sys
from dataclasses import replace

from ..engine.results import Change, Found
from ..report.colour import Palette, is_wanted
from ..report.difference import shown_patches
from ..report.masking import NONE, mask
from ..report.shown import shown
from ..report.text import IMPACTS


class Questions:
    """Asks until the user says all or quit."""

    def __init__(self, colour: bool | None, show_secrets: bool = False) -> None:
        self.show_secrets = show_secrets
        self.palette = Palette(is_wanted(colour))
        self.answer_to_all: bool | None = None

    def ask(self, found: Found, changes: list[Change]) -> bool:
        """Whether the user wants a fix."""
        if self.answer_to_all is not None:
            return self.answer_to_all
        place = self.palette.bold(f"{shown(found.path)}:{found.line}")
        if self.show_secrets:
            changes = [replace(one, secrets=NONE) for one in changes]
        secrets = NONE.union(*(change.secrets for change in changes))
        message = shown(mask(found.message, secrets))
        does = f", {IMPACTS[found.impact]}" if IMPACTS[found.impact] else ""
        rule = self.palette.yellow(f"[{found.rule}]")
        print(f"{place}: {message} {rule} ({found.tier.value}{does})")
        print(shown_patches(changes, self.palette), end="")
        while True:
            print("Apply this fix? yes, no, all, quit [y/n/a/q] ", end="", flush=True)
            line = sys.stdin.readline()
            answer = line.strip().lower() if line else "quit"
            if answer in ("y", "yes", "n", "no"):
                print()
                return answer.startswith("y")
            if answer in ("a", "all", "q", "quit"):
                print()
                self.answer_to_all = answer.startswith("a")
                return self.answer_to_all
