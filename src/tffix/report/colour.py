"""Colours of the terminal, where they are wanted."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TextIO


def is_wanted(choice: bool | None, stream: TextIO | None = None) -> bool:
    """Whether to use colours: as the user chose, else by NO_COLOR and FORCE_COLOR, else on a terminal."""
    if choice is not None:
        return choice
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return (stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"


@dataclass(frozen=True, slots=True)
class Palette:
    """Puts texts in colours, or leaves them as they are."""

    is_on: bool

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.is_on and text else text

    def bold(self, text: str) -> str:
        """A text in bold."""
        return self._in("1", text)

    def dim(self, text: str) -> str:
        """A text that stands back."""
        return self._in("2", text)

    def red(self, text: str) -> str:
        """A text in red."""
        return self._in("31", text)

    def green(self, text: str) -> str:
        """A text in green."""
        return self._in("32", text)

    def yellow(self, text: str) -> str:
        """A text in yellow."""
        return self._in("33", text)

    def cyan(self, text: str) -> str:
        """A text in cyan."""
        return self._in("36", text)
