"""What all tests need: that what they interrupt can be interrupted."""

import signal

# A shell starts what runs in its background with interrupts ignored, and every process inherits that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
