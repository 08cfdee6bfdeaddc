"""The progress bar: on a terminal, and only for what takes a while."""

import io
import sys

from tffix.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on(stream, monkeypatch):
    """Makes a stream standard error, for the rest of a test."""
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def test_long_work_is_shown_and_then_taken_away(monkeypatch):
    terminal = on(Terminal(), monkeypatch)
    progress = Progress(True)
    progress.started -= 2
    progress(100, 400)
    shown = f"[{'#' * 7}{'-' * 23}] 100 of 400 files"
    assert terminal.getvalue() == f"\r{shown}"
    progress.end()
    assert terminal.getvalue() == f"\r{shown}\r{' ' * len(shown)}\r"


def test_short_work_is_not(monkeypatch):
    terminal = on(Terminal(), monkeypatch)
    progress = Progress(True)
    progress(1, 4)
    progress(4, 4)
    progress.end()
    assert terminal.getvalue() == ""


def test_nothing_is_shown_elsewhere(monkeypatch):
    stream = on(io.StringIO(), monkeypatch)
    progress = Progress(True)
    progress.started -= 2
    progress(1, 4)
    progress.end()
    assert stream.getvalue() == ""
