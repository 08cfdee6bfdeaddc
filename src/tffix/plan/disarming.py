"""Takes out of the copy of a project whatever would act or ask when Terraform applies it.

Provisioners, backends and connections go. `terraform_remote_state`, which Terraform answers by itself and
with the user's credentials, gets the name of a type that tffix serves. A file that cannot be read as safely
as Terraform reads it is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from tffix.hcl import HclSyntaxError, parse
from tffix.hcl.encoding import encoded
from tffix.hcl.tree import Block, File
from tffix.json_data import read_json
from tffix.plan.errors import NotPlanned
from tffix.projection import read
from tffix.validate.configuration import Configuration, blank
from tffix.validate.source_files import SourceFile

PROVIDER: Final = "tffixplan"
"""The provider of the types that take the place of what cannot be served; as long as `terraform`."""

BUILT_IN: Final = "terraform_remote_state"
REMOTE_STATE: Final = f"{PROVIDER}_remote_state"
_ACTING: Final = ("provisioner", "connection")
_SETTINGS: Final = ("backend", "cloud", "provider_meta")
"""What goes from `terraform` blocks: backends, and what only a provider that takes it may be given."""
_OF_TOFU: Final = (*_SETTINGS, "encryption")
"""With OpenTofu its keys too, which it would ask a service for."""

Names = tuple[str, ...]

_REMOTE_STATE: Final = re.compile(rf"\b{BUILT_IN}\b")


def disarm(project: Configuration, is_tofu: bool = False) -> None:
    """Changes the texts that Terraform gets, or OpenTofu. Raises NotPlanned."""
    settings = _OF_TOFU if is_tofu else _SETTINGS
    for module in project.modules.values():
        for file in module.files:
            # What is only partly read might hide something.
            try:
                tree = read(encoded(file.text), file.path.name)
            except HclSyntaxError as error:
                raise NotPlanned(f"{file.path.name} cannot be read: {error.message}") from error
            if file.is_json:
                file.replace(_disarmed_json(file.text, settings))
            elif tree is not None:
                _disarm(file, tree, settings)
                _check(file, settings)


def _check(file: SourceFile, settings: Names) -> None:
    """Looks again that nothing is left which acts."""
    for block in parse(encoded(file.text), file.path.name).body.blocks():
        acting = settings if block.type == "terraform" else _ACTING
        left = next((one.type for one in block.body.blocks() if one.type in acting), None)
        if left and block.type in ("terraform", "resource", "removed"):
            raise NotPlanned(f"{file.path.name}: a block '{left}' cannot be taken out")


def _disarm(file: SourceFile, tree: File, settings: Names) -> None:
    text = file.text
    for block in tree.blocks():
        for acting in _acting(block, settings):
            text = blank(text, file.start(acting), file.end(acting))
        if block.type == "data" and block.labels[:1] == (BUILT_IN,) and (given := block.get("provider")):
            text = blank(text, file.start(given), file.end(given))
    file.replace(_REMOTE_STATE.sub(REMOTE_STATE, text))


def _acting(block: Block, settings: Names) -> Iterator[Block]:
    if block.type in ("resource", "removed"):
        yield from (inner for inner in block.blocks() if inner.type in _ACTING)
    elif block.type == "terraform":
        yield from (inner for inner in block.blocks() if inner.type in settings)
    elif block.type == "check":
        for inner in block.blocks():
            yield from _acting(inner, settings)


def _disarmed_json(text: str, settings: Names) -> str:
    content = read_json(text.removeprefix("\ufeff"))
    for body in _bodies(content):
        for terraform in _bodies(body.get("terraform")):
            _drop(terraform, settings)
        for removed in _bodies(body.get("removed")):
            _drop(removed, _ACTING)
        for kind in _bodies(body.get("resource")):
            for of_type in kind.values():
                for named in _bodies(of_type):
                    for resource in named.values():
                        for one in _bodies(resource):
                            _drop(one, _ACTING)
        for kind in _bodies(body.get("data")):
            for named in _bodies(kind.get(BUILT_IN)):
                for data in named.values():
                    for one in _bodies(data):
                        _drop(one, ("provider",))
    return _REMOTE_STATE.sub(REMOTE_STATE, json.dumps(content))


def _bodies(value: Any) -> Iterator[dict[str, Any]]:
    """The objects that a JSON value stands for: itself, or those of a list, however deep."""
    if isinstance(value, dict):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _bodies(one)


def _drop(body: dict[str, Any], names: Names) -> None:
    for name in names:
        body.pop(name, None)
