"""Containers of ECS tasks that do not fit each other, or the task.

Facts: Amazon ECS API reference, ContainerDefinition, PortMapping and LogConfiguration; Amazon ECS developer
guide, "Task definition differences for Fargate"; rules E3042, E3046, E3048 and E3053 of cfn-lint 1.58.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tffix import Attribute, Block, Module, inference, nodes, read, whole_number

_FARGATE_DRIVERS = ("awsfirelens", "awslogs", "splunk")
_LOG_OPTIONS = ("awslogs-group", "awslogs-region")


def misfits(task: Block, module: Module) -> Iterator[tuple[Attribute, str, str]]:
    """What is wrong with the containers of a task definition, where, and what to do."""
    at = task.get("container_definitions")
    containers = _definitions(at, task, module) if at is not None else None
    if at is None or containers is None:
        return
    fargate = "FARGATE" in (_value(task, "requires_compatibilities", module) or ())
    is_own_network = _value(task, "network_mode", module) == "awsvpc"
    for number, one in enumerate(containers):
        name = one.get("name")
        told = f"the container '{name}'" if isinstance(name, str) else f"container {number + 1}"
        for wrong, advice in (
            *(_ports(one) if is_own_network else ()),
            *_logs(one, fargate),
            *_sizes(one, task, module),
        ):
            yield at, f"{told} {wrong}", advice
    if containers and all(one.get("essential") is False for one in containers):
        yield at, "none of the containers is essential", "leave out essential = false for one of them"


def _definitions(attribute: Attribute, task: Block, module: Module) -> list[dict[str, Any]] | None:
    """The containers as far as they are known; None if it is not known how many there are."""
    node = nodes.inside(attribute.expression)
    if isinstance(node, nodes.Call) and node.name == "jsonencode" and len(node.arguments) == 1:
        found = inference.plain(inference.infer_part(node.arguments[0], module))
    else:
        value = inference.infer(attribute, task, module, defaults=False).value
        found = _parsed(value) if isinstance(value, str) else read(node)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        return None
    return found


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None  # what is wrong with it is for others to say


def _value(task: Block, name: str, module: Module) -> Any:
    attribute = task.get(name)
    if attribute is None:
        return None
    return inference.plain(inference.infer(attribute, task, module, defaults=False))


def _ports(container: dict[str, Any]) -> Iterator[tuple[str, str]]:
    mappings = container.get("portMappings")
    for one in mappings if isinstance(mappings, list) else ():
        if not isinstance(one, dict):
            continue
        host, inner = whole_number(one.get("hostPort")), whole_number(one.get("containerPort"))
        if host and inner and host != inner:
            wrong = f"has port {inner} and port {host} of the host, which must be the same with awsvpc"
            yield wrong, "leave out hostPort"


def _logs(container: dict[str, Any], fargate: bool) -> Iterator[tuple[str, str]]:
    logs = container.get("logConfiguration")
    driver = logs.get("logDriver") if isinstance(logs, dict) else None
    if not isinstance(logs, dict) or not isinstance(driver, str):
        return
    if fargate and driver not in _FARGATE_DRIVERS:
        yield f"logs with {driver}, which Fargate does not have", f"it takes {', '.join(_FARGATE_DRIVERS)}"
    options = logs.get("options", {})
    if driver == "awslogs" and isinstance(options, dict) and getattr(options, "complete", True):
        for name in _LOG_OPTIONS:
            if name not in options:
                yield f"logs with awslogs, which needs the option {name}", f"add {name} to options"


def _sizes(container: dict[str, Any], task: Block, module: Module) -> Iterator[tuple[str, str]]:
    for name in ("cpu", "memory"):
        own, whole = whole_number(container.get(name)), whole_number(_value(task, name, module))
        if own and whole and own > whole:
            yield (
                f"has more {name} ({own}) than the task ({whole})",
                f"raise {name} of the task, or lower this",
            )
