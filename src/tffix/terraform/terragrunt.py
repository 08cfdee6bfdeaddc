"""What Terragrunt says of a module: which units run it, and which files and values they give to it.

Facts: Terragrunt documentation, "Configuration Blocks and Attributes" (terraform, remote_state, generate,
inputs).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ..hcl import HclSyntaxError, parse
from ..hcl.nodes import Expression, Interpolation, Object, Template, TemplateLiteral
from ..hcl.tree import spliced
from .conversions import UNKNOWN
from .terragrunt_file import UNIT_FILES, Place, TerragruntFile

_T = TypeVar("_T")
_REMOTE_STATE = re.compile(rb"""^\s*"?remote_state"?\s*[{=:]""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """A file that Terragrunt writes beside a module's own before it runs Terraform. ``contents`` is None
    where it is not known; the word ``unknown`` is in it for parts that are not. ``origin`` is the path of
    the Terragrunt file that says so."""

    name: str
    if_exists: str
    contents: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a unit's module is: its ``address``, if that is known, and the literal ``tail`` of it."""

    address: str | None
    tail: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A ``terragrunt.hcl`` with all that it includes. Without a ``source`` it runs the files beside it.
    ``inputs`` may have UNKNOWN values; ``has_other_inputs`` if there are more, whose names are not known.
    ``backend`` is the type of its ``remote_state``, None without one, and ``state_file`` the path of the file
    that says so. ``includes_unknown``: more may be in what it includes.
    """

    path: str
    source: Source | None = None
    generated: tuple[GeneratedFile, ...] = ()
    inputs: Mapping[str, Any] = field(default_factory=dict)
    has_other_inputs: bool = False
    backend: str | None = None
    state_file: str = ""
    includes_unknown: bool = False

    @property
    def directory(self) -> str:
        return os.path.dirname(self.path)


def read_unit(path: str, top: str, read: Callable[[str], bytes | None]) -> Unit | None:
    """The unit that a ``terragrunt.hcl`` is; None if it cannot be read. Paths are absolute. Of one that
    cannot be parsed, or is in JSON, it is known at most that it speaks of remote state."""
    file = TerragruntFile.read(Place(path, path, top, read))
    if file is None:
        text = read(path)
        speaks = text is not None and _REMOTE_STATE.search(text) is not None
        return Unit(path, backend="unknown", state_file=path) if speaks else None
    # What is included comes first, so that the unit's own wins.
    layers = list(_layers(file, set()))
    generated: dict[str, GeneratedFile] = {}
    inputs: dict[str, Any] = {}
    for layer in layers:
        generated |= _generated(layer)
        inputs |= _inputs(layer)
    states = [(_backend(layer), layer.place.path) for layer in layers]
    backend, state_file = next((one for one in reversed(states) if one[0] is not None), (None, ""))
    return Unit(
        path,
        _last(map(_source, layers)),
        tuple(one for one in generated.values() if one.name),
        {name: value for name, value in inputs.items() if name},
        "" in inputs,
        backend,
        state_file,
        any(layer.includes_unknown for layer in layers),
    )


def _layers(file: TerragruntFile, seen: set[str]) -> Iterator[TerragruntFile]:
    """What a file includes, near or far, and itself at last; each once."""
    seen.add(file.place.path)
    for one in file.included.values():
        if one.place.path not in seen:
            yield from _layers(one, seen)
    yield file


def _last(values: Iterator[_T | None]) -> _T | None:
    found = None
    for value in values:
        found = found if value is None else value
    return found


def _source(layer: TerragruntFile) -> Source | None:
    for block in layer.file.blocks("terraform"):
        attribute = block.get("source")
        if attribute is not None:
            return Source(layer.text(attribute.expression), _tail(attribute.expression))
    return None


def _tail(expression: Expression) -> str:
    """The literal end of a template."""
    last = expression.parts[-1] if isinstance(expression, Template) and expression.parts else None
    return last.value if isinstance(last, TemplateLiteral) else ""


def _backend(layer: TerragruntFile) -> str | None:
    settings = _settings(layer, "remote_state")
    return None if settings is None else layer.text(settings.get("backend")) or "unknown"


def _settings(layer: TerragruntFile, name: str) -> dict[str, Expression] | None:
    """The arguments of a block, or of an attribute that is an object; None without either."""
    for block in layer.file.blocks(name):
        return {one.name: one.expression for one in block.body.attributes}
    attribute = layer.file.body.get(name)
    return None if attribute is None else _items(attribute.expression)


def _items(expression: Expression | None) -> dict[str, Expression]:
    items = expression.items if isinstance(expression, Object) else ()
    return {item.name: item.value for item in items if item.name is not None}


def _generated(layer: TerragruntFile) -> dict[str, GeneratedFile]:
    """The files that a layer has written, by the label of the block."""
    blocks = {
        " ".join(block.labels): {one.name: one.expression for one in block.body.attributes}
        for block in layer.file.blocks("generate")
    }
    attribute = layer.file.body.get("generate")
    if attribute is not None:
        blocks |= {name: _items(value) for name, value in _items(attribute.expression).items()}
    found = {label: _generated_file(layer, values) for label, values in blocks.items()}
    of_state = _items((_settings(layer, "remote_state") or {}).get("generate"))
    if of_state:
        contents = f'terraform {{\n  backend "{_backend(layer)}" {{\n  }}\n}}\n'
        found["remote_state"] = _generated_file(layer, of_state, contents)
    return found


def _generated_file(
    layer: TerragruntFile, values: Mapping[str, Expression], contents: str | None = None
) -> GeneratedFile:
    """The file of a ``generate`` block; without a name where the block is switched off."""
    name = layer.text(values.get("path")) or ""
    if "disable" in values and layer.value(values["disable"]) is True:
        name = ""
    if contents is None and "contents" in values:
        contents = _contents(layer, values["contents"])
    if_exists = layer.text(values.get("if_exists")) or "overwrite"
    return GeneratedFile(os.path.normpath(name) if name else "", if_exists, contents, layer.place.path)


def _contents(layer: TerragruntFile, expression: Expression) -> str | None:
    """The text that is to be written, with a word for what is not known in a template."""
    known = layer.text(expression)
    if known is not None or not isinstance(expression, Template):
        return known
    changes: dict[Expression, str] = {}
    for part in expression.parts:
        if isinstance(part, Interpolation):
            changes[part] = (layer.text(part.expression) or "unknown").replace("${", "$${")
        elif not isinstance(part, TemplateLiteral):
            return None
    source = spliced(expression.source, expression.start, expression.end, changes)
    try:
        attribute = parse(f"contents = {source}\n".encode(), layer.place.path).body.get("contents")
    except HclSyntaxError:
        return None
    return attribute.string if attribute is not None else None


def _inputs(layer: TerragruntFile) -> dict[str, Any]:
    """The values that a layer gives to variables, by name; an empty name stands for those not known."""
    attribute = layer.file.body.get("inputs")
    if attribute is None:
        return {}
    value = layer.value(attribute.expression, partial=True)
    if isinstance(value, dict):
        return dict(value)
    found: dict[str, Any] = {"": UNKNOWN}
    stack = [attribute.expression]
    while stack:
        node = stack.pop()
        if isinstance(node, Object):
            found |= dict.fromkeys(_items(node), UNKNOWN)
        else:
            stack += node.children
    return found


__all__ = ["UNIT_FILES", "GeneratedFile", "Source", "Unit", "read_unit"]
