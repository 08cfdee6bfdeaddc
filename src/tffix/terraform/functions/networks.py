"""Functions on IP networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..conversions import InvalidError
from .signature import Function

if TYPE_CHECKING:
    from ipaddress import IPv4Network, IPv6Network

    Network = IPv4Network | IPv6Network


def _network(prefix: str) -> Network:
    from ipaddress import ip_network

    try:
        if not prefix.partition("/")[2].isdigit():
            raise ValueError
        return ip_network(prefix, strict=False)
    except ValueError:
        raise InvalidError("this is no network prefix") from None


def _subnet(network: Network, new_bits: int, number: int) -> Network:
    length = network.prefixlen + new_bits
    if not network.prefixlen <= length <= network.max_prefixlen:
        raise InvalidError("there are not that many bits")
    if not 0 <= number < 1 << new_bits:
        raise InvalidError("there is no network of that number")
    base = int(network.network_address) + (number << (network.max_prefixlen - length))
    return type(network)((base, length))


def subnet(prefix: str, new_bits: int, number: int) -> str:
    """``cidrsubnet``: the network of a number in a larger one."""
    return str(_subnet(_network(prefix), new_bits, number))


def host(prefix: str, number: int) -> str:
    """``cidrhost``: the address of a number in a network; a negative one counts from its end."""
    network = _network(prefix)
    if not -network.num_addresses <= number < network.num_addresses:
        raise InvalidError("there is no host of that number")
    first = network.network_address if number >= 0 else network.network_address + network.num_addresses
    return str(first + number)


def netmask(prefix: str) -> str:
    """``cidrnetmask``: the mask of an IPv4 network, as an address."""
    network = _network(prefix)
    if network.version != 4:
        raise InvalidError("only IPv4 has netmasks")
    return str(network.netmask)


def subnets(prefix: str, *new_bits: int) -> list[str]:
    """Networks one after the other, each at the first place that its length allows."""
    network = _network(prefix)
    at, found = int(network.network_address), []
    for bits in new_bits:
        length = network.prefixlen + bits
        if not network.prefixlen < length <= network.max_prefixlen or bits > 32:
            raise InvalidError("there are not that many bits")
        size = 1 << (network.max_prefixlen - length)
        at = -(-at // size) * size
        if at + size > int(network.broadcast_address) + 1:
            raise InvalidError("there is no room for this network")
        found.append(str(type(network)((at, length))))
        at += size
    return found


TABLE: dict[str, Function] = {
    "cidrhost": Function(host, ("string", "whole")),
    "cidrnetmask": Function(netmask, ("string",)),
    "cidrsubnet": Function(subnet, ("string", "whole", "whole")),
    "cidrsubnets": Function(subnets, ("string", "whole*")),
}
