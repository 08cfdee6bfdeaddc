"""Networks that are the whole internet, or half of it."""

from __future__ import annotations

from ipaddress import ip_network

_WIDEST = 1


def is_wide(network: object) -> bool:
    """Whether a value is the text of such a network: `0.0.0.0/0`, `::/0`, `128.0.0.0/1`."""
    if not isinstance(network, str) or not network.endswith(("/0", "/1")):
        return False
    try:
        return ip_network(network, strict=False).prefixlen <= _WIDEST
    except ValueError:
        return False
