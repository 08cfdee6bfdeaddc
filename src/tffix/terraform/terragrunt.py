"""What Terragrunt says of a module: which units run it, and which files and values they give to it.

Facts: Terragrunt documentation, "Configuration Blocks and Attributes" (terraform, remote_state, generate,
inputs).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ..hcl.nodes import (
    Conditional,
    Expression,
    ForDirective,
    IfDirective,
    Interpolation,
    Object,
    Parentheses,
    Template,
    TemplateLiteral,
)
from .address import object_items
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


UNKNOWN_PART = "\0"
"""Stands in the address of a source for what is not known of it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A ``terragrunt.hcl`` with all that it includes. ``sources`` are the addresses that its module may be
    at, as its conditions turn out; without any it runs the files beside it.
    ``inputs`` may have UNKNOWN values; ``has_other_inputs`` if there are more, whose names are not known.
    ``backend`` is the type of its ``remote_state``, None without one, and ``state_file`` the path of the file
    that says so. ``includes_unknown``: more may be in what it includes. ``copied`` are the absolute paths of
    files whose content it writes elsewhere, or may."""

    path: str
    sources: tuple[str, ...] = ()
    generated: tuple[GeneratedFile, ...] = ()
    inputs: Mapping[str, Any] = field(default_factory=dict)
    has_other_inputs: bool = False
    backend: str | None = None
    state_file: str = ""
    includes_unknown: bool = False
    copied: frozenset[str] = frozenset()

    @property
    def directory(self) -> str:
        """The absolute path of the directory that its file is in."""
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
        _last(map(_sources, layers)) or (),
        tuple(one for one in generated.values() if one.name),
        {name: value for name, value in inputs.items() if name},
        "" in inputs,
        backend,
        state_file,
        any(layer.includes_unknown for layer in layers),
        frozenset[str]().union(*(layer.copied for layer in layers)),
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


def _sources(layer: TerragruntFile) -> tuple[str, ...] | None:
    for block in layer.file.blocks("terraform"):
        attribute = block.get("source")
        if attribute is not None:
            return tuple(_addresses(layer, attribute.expression))
    return None


def _addresses(layer: TerragruntFile, expression: Expression) -> Iterator[str]:
    """What an address may be, by the branches of its conditions."""
    known = layer.text(expression)
    inner = expression
    if isinstance(expression, Template) and len(expression.parts) == 1:
        inner = expression.parts[0]
    if known is not None:
        yield known
    elif isinstance(expression, Conditional):
        yield from _addresses(layer, expression.yes)
        yield from _addresses(layer, expression.no)
    elif isinstance(inner, Interpolation):
        yield from _addresses(layer, inner.expression)
    elif isinstance(inner, Parentheses):
        yield from _addresses(layer, inner.inner)
    elif isinstance(expression, Template):
        yield _written(layer, expression.parts, UNKNOWN_PART)
    else:
        yield UNKNOWN_PART


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
    items = {} if expression is None else object_items(expression)
    return {name: item.value for name, item in items.items()}


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
    return _written(layer, expression.parts, "unknown")


def _written(layer: TerragruntFile, parts: Iterable[Expression], unknown: str) -> str:
    """The text of a template, with a word for what is not known in it, and all that directives may write."""
    texts = []
    for part in parts:
        if isinstance(part, TemplateLiteral):
            texts.append(part.value)
        elif isinstance(part, Interpolation):
            texts.append(layer.text(part.expression) or unknown)
        elif isinstance(part, IfDirective):
            texts.append(_written(layer, (*part.yes, *part.no), unknown))
        elif isinstance(part, ForDirective):
            texts.append(_written(layer, part.parts, unknown))
    return "".join(texts)


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


__all__ = ["UNIT_FILES", "UNKNOWN_PART", "GeneratedFile", "Unit", "read_unit"]
