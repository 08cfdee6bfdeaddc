"""What all tests need: that what they interrupt can be interrupted."""

import signal

import pytest

_LONG = ("test_every_expected_result", "test_no_expected_result", "test_no_rule_fails_at_an_odd_module")
"""How the names begin of tests that take a minute or more: with several workers they are not to come last."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the longest tests first."""
    items.sort(key=lambda item: not item.name.startswith(_LONG))


# A shell starts what runs in its background with interrupts ignored, and every process inherits that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
