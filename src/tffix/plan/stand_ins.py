"""What takes the place of things that are not at hand: states and modules elsewhere.

Both come as types of a provider of tffix's own. A module that is not on the disk becomes one that keeps
what it is given in a resource, so that a plan shows a change of its inputs, and has the outputs that are
asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from tffix.hcl.tree import Attribute
from tffix.plan.disarming import PROVIDER, REMOTE_STATE
from tffix.plan.guesses import guess
from tffix.plan.knowledge import Knowledge
from tffix.plan.protocol import Object
from tffix.plan.shapes import Shape
from tffix.plan.types import read_expression
from tffix.plan.values import Maker, type_of
from tffix.terraform.inference.abstract import EPHEMERAL
from tffix.terraform.inference.module_values import NO_SCHEMAS, module_values
from tffix.validate.configuration import Configuration, may_be_ephemeral, stand_in_text
from tffix.validate.encoder import encode
from tffix.validate.messages import schema, schema_response
from tffix.validate.modules import ModuleCall, ModuleFiles
from tffix.validate.server import ServedProvider

ADDRESS: Final = f"hashicorp/{PROVIDER}"
MODULE: Final = f"{PROVIDER}_module"
_OUTPUT: Final = re.compile(r'(output "([^"]+)" \{\n  value = )null\n')
_CALL: Final = re.compile(r"module\.([\w-]+)")

_ANY: Final[Mapping[str, Any]] = {"type": "dynamic", "optional": True}
_SCHEMAS: Final[dict[tuple[str, str], Any]] = {
    ("data", REMOTE_STATE): {
        "block": {
            "attributes": {
                "backend": {"type": "string", "required": True},
                "workspace": {"type": "string", "optional": True},
                "config": _ANY,
                "defaults": _ANY,
                "outputs": {"type": "dynamic", "computed": True},
            }
        }
    },
    ("resource", MODULE): {
        "block": {
            "attributes": {
                "source": {"type": "string", "optional": True},
                "version": {"type": "string", "optional": True},
                "inputs": _ANY,
            }
        }
    },
}


def served() -> ServedProvider:
    entries = [encode(kind, name, one) for (kind, name), one in _SCHEMAS.items()]
    return ServedProvider(schema_response(schema({}), entries), lambda *_: [], _SCHEMAS)


def states(knowledge: Knowledge) -> Object:
    """The outputs of states elsewhere: everything that any module here reads from one."""
    whole = Shape()
    for one in knowledge.uses.values():
        for state in one.of("data", REMOTE_STATE).members.values():
            for element in filter(None, (state, state.element)):
                whole.absorb(element.member("outputs"))
    maker = Maker(REMOTE_STATE, {}, knowledge.setting)
    outputs = {
        name: knowledge.made_up(REMOTE_STATE, name, partial(guess, shape, maker, (name,)))
        for name, shape in whole.members.items()
    }
    return {"outputs": [json.dumps(type_of(outputs)).encode(), outputs]}


def fill_modules(project: Configuration, knowledge: Knowledge) -> None:
    """Gives the stand-ins of a project outputs, and a resource that has their inputs."""
    by_key = _calls(project)
    for number, item in enumerate(project.installed):
        found = by_key.get(item.key)
        if item.directory or not item.stand_in or found is None:
            continue
        module, call = found
        shape = knowledge.uses[str(module.path)].of("module", call.name)
        several = shape.element if call.block.get("count") or call.block.get("for_each") else None
        maker = Maker(MODULE, {"name": call.name, "source": call.source or ""}, knowledge.setting)
        owner = _first_key(project, item.key)
        ephemeral = _ephemeral(module, call)
        text = stand_in_text(module, call, ephemeral)
        text = _with_outputs(text, owner, several or shape, maker, knowledge) + _inputs(call, ephemeral)
        project.installed[number] = replace(item, stand_in=text)


def _first_key(project: Configuration, key: str) -> str:
    """The key that a call had before it was moved: a new name changes nothing of what it gives."""
    directories = {item.key: item.directory for item in project.installed} | {"": project.root}
    steps: list[str] = []
    above = ""
    for name in key.split("."):
        caller = directories.get(above)
        steps.append(_first_name(project.modules[caller], name) if caller in project.modules else name)
        above = f"{above}.{name}".lstrip(".")
    return ".".join(steps)


def _first_name(caller: ModuleFiles, name: str) -> str:
    moves: dict[str, str] = {}
    for _, block in caller.blocks("moved"):
        former, new = (_called(block.get(end)) for end in ("from", "to"))
        if former and new:
            moves[new] = former
    there = {call.name for call in caller.calls}
    while (before := moves.pop(name, None)) is not None and before not in there:
        name = before
    return name


def _called(attribute: Attribute | None) -> str:
    """The name of the module call that an address is of, if it is of one."""
    node = read_expression(attribute) if attribute else None
    found = _CALL.fullmatch(node.text) if node else None
    return found[1] if found else ""


def _with_outputs(text: str, key: str, shape: Shape, maker: Maker, knowledge: Knowledge) -> str:
    def output(match: re.Match[str]) -> str:
        name = match[2]
        value = knowledge.made_up(key, name, lambda: guess(shape.member(name), maker, (name,)))
        return f"{match[1]}{_source_of(value)}\n"

    return _OUTPUT.sub(output, text)


def _ephemeral(module: ModuleFiles, call: ModuleCall) -> frozenset[str]:
    """The arguments of a call that are given something ephemeral."""
    names = may_be_ephemeral(module, call)
    if not names:
        return names
    values = module_values(module.module, NO_SCHEMAS, defaults=False)
    given = {one.name: one for one in call.block.body.attributes if one.name in names}
    return frozenset(
        name for name, one in given.items() if EPHEMERAL in values.value(one, call.block).all_marks()
    )


def _inputs(call: ModuleCall, ephemeral: Collection[str]) -> str:
    """A resource that keeps what a module is given; nothing keeps ephemeral values."""
    kept = [name for name in dict.fromkeys(call.arguments) if name not in ephemeral]
    names = "".join(f"    {name} = var.{name}\n" for name in kept)
    given = {"source": call.source or "", "version": call.version or ""}
    lines = "".join(f"  {name} = {_source_of(value)}\n" for name, value in given.items() if value)
    return f'resource "{MODULE}" "inputs" {{\n{lines}  inputs = {{\n{names}  }}\n}}\n'


def _calls(project: Configuration) -> dict[str, tuple[ModuleFiles, ModuleCall]]:
    """The calls of a project by their keys in Terraform's list of installed modules."""
    directories = {item.key: item.directory for item in project.installed} | {"": project.root}
    found: dict[str, tuple[ModuleFiles, ModuleCall]] = {}
    for item in project.installed:
        above, _, name = item.key.rpartition(".")
        caller = directories.get(above)
        module = project.modules.get(caller) if caller else None
        call = next((one for one in module.calls if one.name == name), None) if module else None
        if module and call:
            found[item.key] = (module, call)
    return found


def _source_of(value: Any) -> str:
    """A plain value as HCL, which JSON is but for what begins a template."""
    return json.dumps(value).replace("${", "$${").replace("%{", "%%{")
