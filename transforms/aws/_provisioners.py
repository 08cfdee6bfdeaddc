"""Finds the provisioners of a project that log in to machines, over SSH or WinRM, as Terraform runs."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from tffix import Address, Block, Module, whole_number

from ._arguments import value

_SSH, _WINRM = (22,), (5985, 5986)
_LOCAL = re.compile(r"\b(ssh|scp|sftp|rsync|ansible|ansible-playbook)\s")


def logging_in(ports: set[int], module: Module) -> str:
    """What logs in through one of the ports: the address of a resource, or a file of which only the text is
    known; nothing if nothing does."""
    is_usual = not ports.isdisjoint(_SSH + _WINRM)
    for one in _deployed_with(module):
        if is_usual and (elsewhere := one.mentioned_elsewhere("provisioner")):
            return elsewhere
        for resource, used in one.recall(_log_ins):
            if not ports.isdisjoint(used):
                return str(Address(resource.labels))
    return ""


def _log_ins(module: Module) -> list[tuple[Block, set[int]]]:
    """The resources of a module whose provisioners may use ports, with these."""
    used = ((resource, set(_ports(resource, module))) for resource in module.resources())
    return [(resource, ports) for resource, ports in used if ports]


def _deployed_with(module: Module) -> Iterator[Module]:
    """A module, those that call it at any distance, and all that these call."""
    above, found = {module: None}, dict[Module, None]()
    stack = [module]
    while stack:
        for caller, _ in stack.pop().callers:
            if caller not in above:
                above[caller] = None
                stack.append(caller)
    queue = deque(above)
    while queue:
        one = queue.popleft()
        if one not in found:
            found[one] = None
            queue.extend(one.children.values())
    return iter(found)


def _ports(resource: Block, module: Module) -> Iterator[int]:
    """The ports that the provisioners of a resource may use. Which of a protocol's ports it is, and to which
    of a machine's addresses, is often known at the apply only: all of them count."""
    provisioners = list(resource.blocks("provisioner"))
    for provisioner in provisioners:
        if provisioner.labels == ("local-exec",):
            command = provisioner.get("command")
            yield from _SSH if command is not None and _LOCAL.search(command.source) else ()
        else:
            own = next(provisioner.blocks("connection"), None)
            yield from _connection(own or next(resource.blocks("connection"), None), module)


def _connection(connection: Block | None, module: Module) -> Iterator[int]:
    """The ports of a connection; Terraform before 0.12 made one over SSH where there is none."""
    if connection is None:
        yield from _SSH
        return
    type_ = value(connection, "type", module)
    if type_ == "winrm":
        yield from _WINRM
    elif connection.get("type") is None or type_ == "ssh":
        yield from _SSH
    else:
        yield from _SSH + _WINRM
    for name in ("port", "bastion_port"):
        port = whole_number(value(connection, name, module))
        if port is not None:
            yield port
