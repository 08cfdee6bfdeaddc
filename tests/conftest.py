"""What all tests need."""

from __future__ import annotations

import signal

# A shell that starts the tests in the background makes them ignore the interrupt of the keyboard, and so do
# all processes that they start. Tests of that interrupt need the usual way.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
