"""A progress bar on standard error: on a terminal, and only for work that takes a while."""

from __future__ import annotations

import sys
import time

_PATIENCE = 1.0
_WIDTH = 30


class Progress:
    """Tells how much is done, from the moment on that it becomes long."""

    def __init__(self, is_wanted: bool) -> None:
        self.is_wanted = is_wanted and sys.stderr.isatty()
        self.started = time.monotonic()
        self.shown = ""

    def __call__(self, done: int, size: int) -> None:
        is_long = time.monotonic() - self.started >= _PATIENCE
        if not self.is_wanted or not is_long or done >= size:
            return
        filled = _WIDTH * done // size
        bar = "#" * filled + "-" * (_WIDTH - filled)
        self._show(f"[{bar}] {done} of {size} files")

    def end(self) -> None:
        """Takes the bar away."""
        if self.shown:
            self._show("")
            sys.stderr.write("\r")

    def _show(self, text: str) -> None:
        sys.stderr.write(f"\r{text:{len(self.shown)}}")
        sys.stderr.flush()
        self.shown = text
