"""The view of a program as HCL, and what in the program each item of it stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import libcst as cst

from ...hcl import parse
from ...hcl.layout import formatted
from ...hcl.tree import Attribute, Block, Body
from .constructs import Construct, Suite, literal
from .program import Program
from .reading import Reader
from .requirements import constraints
from .shapes import TERRAFORM, Shape, shape_of

_UNSEEN = frozenset(("provisioners", "connection", "static_id", "nullable", "validation", "type"))
"""Arguments of constructs that the view leaves out."""
_PART = "# tffix: ignore[terraform-output-missing] what uses this part of a stack has the outputs\n"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_IGNORE = re.compile(r"#[ \t]*tffix:[^\r\n]*")


@dataclass(slots=True, eq=False)
class Shown:
    """One argument of the view: its keyword, or dictionary element, and its value."""

    element: cst.Arg | cst.DictElement
    value: cst.BaseExpression
    source: str


@dataclass(slots=True, eq=False)
class ShownBlocks:
    """The nested blocks that one argument holds."""

    element: cst.Arg | cst.DictElement
    value: cst.BaseExpression
    bodies: list[ShownBody]


@dataclass(slots=True, eq=False)
class ShownBody:
    """The arguments of a construct, a struct or a dictionary that stands for one."""

    node: cst.Call | cst.Dict
    suite: Suite
    shape: Shape
    path: tuple[str, ...] = ()
    attributes: dict[str, Shown] = field(default_factory=dict)
    blocks: dict[str, ShownBlocks] = field(default_factory=dict)


class _NotShownError(Exception):
    """A construct has an argument of which part is not written out."""


class View:
    """``hcl``, and for its blocks, by type and labels, the construct and its arguments."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.source = program.source
        self.reader = Reader(program)
        self.shown: dict[tuple[str, ...], tuple[Construct, ShownBody]] = {}
        self.unseen: list[cst.Arg] = []  # arguments of the constructs shown that the view has not
        self._origins: list[tuple[int, int]] = []  # of the items in order: where they and their values stand
        bodies = [(made, body) for made in program.constructs if (body := self._top(made)) is not None]
        text = "".join(self._text(bodies))
        self.hcl = formatted(text)
        self._offsets: list[int] = []
        self._places: list[int] = []
        self._locate(parse(self.hcl.encode("utf-8"), self.source.path).body)

    def origin(self, offset: int) -> int:
        """The offset in the program of what is at an offset of the view."""
        index = bisect_right(self._offsets, offset) - 1
        return self._places[index] if index >= 0 else 0

    def _locate(self, body: Body) -> None:
        origins = iter(self._origins)
        for item in _in_order(body):
            here, value = next(origins, (0, 0))
            assert item.offset is not None
            self._offsets.append(item.offset)
            self._places.append(here)
            if isinstance(item, Attribute) and item.value_offset is not None:
                self._offsets.append(item.value_offset)
                self._places.append(value)

    # -- what there is -----------------------------------------------------------------------------------

    def _top(self, made: Construct) -> ShownBody | None:
        if made.reason or made.kind == "ephemeral":
            return None
        shape = Shape()
        if made.kind in ("resource", "data", "provider"):
            shape = shape_of(made.provider, made.kind, made.type)
        body = ShownBody(made.call, made.suite, shape)
        try:
            for keyword, argument in made.arguments.items():
                if keyword in _UNSEEN and keyword not in shape.known:
                    self.unseen.append(argument)
                else:
                    self._add(body, keyword, argument, argument.value, is_top=True)
        except _NotShownError as reason:
            made.reason = str(reason)
            return None
        return body

    def _add(
        self,
        body: ShownBody,
        keyword: str,
        element: cst.Arg | cst.DictElement,
        value: cst.BaseExpression,
        is_top: bool = False,
    ) -> None:
        if is_top and keyword == "lifecycle" and keyword not in body.shape.known:
            nested = self._body(value, body, "lifecycle", TERRAFORM)
            if nested is not None:
                body.blocks["lifecycle"] = ShownBlocks(element, value, [nested])
            return
        if is_top and keyword == "provider" and keyword not in body.shape.known:
            body.attributes["provider"] = Shown(element, value, self._provider(value, body.suite))
            return
        if is_top and keyword == "depends_on" and isinstance(value, cst.List):
            body.attributes["depends_on"] = Shown(element, value, self._dependencies(value, body.suite))
            return
        name = body.shape.argument(keyword)
        if not _NAME.fullmatch(name):
            raise _NotShownError(f"'{name}' is not the name of an argument")
        nested_shape = body.shape.nested(name)
        bodies = self._bodies(value, body, name, nested_shape) if nested_shape is not None else None
        if bodies is not None:
            body.blocks[name] = ShownBlocks(element, value, bodies)
        elif name not in body.attributes:
            body.attributes[name] = Shown(element, value, self.reader.value(value, body.suite))

    def _bodies(
        self, value: cst.BaseExpression, around: ShownBody, name: str, shape: Shape
    ) -> list[ShownBody] | None:
        """The nested blocks that a value stands for; None if they are not written out."""
        if not isinstance(value, cst.List):
            one = self._body(value, around, name, shape)
            return None if one is None else [one]
        found = []
        for element in value.elements:
            one = self._body(element.value, around, name, shape) if isinstance(element, cst.Element) else None
            if one is None:
                return None
            found.append(one)
        return found

    def _body(
        self, value: cst.BaseExpression, around: ShownBody, name: str, shape: Shape
    ) -> ShownBody | None:
        path = (*around.path, name)
        if isinstance(value, cst.Dict):
            body = ShownBody(value, around.suite, shape, path)
            for element in value.elements:
                key = literal(element.key) if isinstance(element, cst.DictElement) else None
                if key is None or not isinstance(element, cst.DictElement):
                    raise _NotShownError(f"part of its {name} is not written out")
                self._add(body, key, element, element.value)
            return body
        if not isinstance(value, cst.Call):
            return None
        is_struct = self.program.bindings.bound(value.func) is not None
        if not is_struct and not (self.program.bindings.library(value.func) or "").startswith("Terraform"):
            return None
        body = ShownBody(value, around.suite, shape, path)
        for argument in value.args:
            if argument.keyword is None:
                raise _NotShownError(f"part of its {name} is not written out")
            self._add(body, argument.keyword.value, argument, argument.value)
        return body

    def _provider(self, value: cst.BaseExpression, suite: Suite) -> str:
        made = self.program.named(value, suite)
        if made is not None and made.kind == "provider" and not made.reason:
            alias = made.arguments.get("alias")
            name = literal(alias.value) if alias is not None else ""
            if name is not None:
                return f"{made.type}.{name}" if name else made.type
        text = "alias_" + re.sub(r"[^A-Za-z0-9]+", "_", self.source.text(value)).strip("_")
        return f"unknown.{text}" if made is None else f"{made.type}.{text}"

    def _dependencies(self, value: cst.List, suite: Suite) -> str:
        found = []
        for element in value.elements:
            made = self.program.named(element.value, suite) if isinstance(element, cst.Element) else None
            address = self.reader.address(made) if made is not None else None
            found.append(address or self.reader.opaque(element.value, suite))
        return f"[{', '.join(found)}]"

    # -- the text ----------------------------------------------------------------------------------------

    def _text(self, bodies: list[tuple[Construct, ShownBody]]) -> Iterator[str]:
        notes = _header(self.source.data)
        yield "".join(f"{note}\n" for note in notes) + ("\n" if notes else "")
        required = self._required(bodies)
        if required:
            self._origins += [(0, 0)] * (2 + len(required))
            entries = "".join(
                f'    {name} = {{ source = "hashicorp/{name}", version = "{version}" }}\n'
                for name, version in required.items()
            )
            yield f"terraform {{\n  required_providers {{\n{entries}  }}\n}}\n\n"
        for made, body in bodies:
            labels = {"resource": (made.type, made.label), "data": (made.type, made.label)}.get(
                made.kind, (made.type or made.label,)
            )
            key = (made.kind, *labels)
            while key in self.shown:
                key = (*key, "")  # another configuration of the same provider
            self.shown[key] = (made, body)
            begin = self.source.start(made.call)
            self._origins.append((begin, begin))
            above, behind = self._notes(self.source.start(made.statement), self.source.end(made.statement))
            above += "" if made.is_in_stack else _PART
            head = " ".join((made.kind, *(f'"{label}"' for label in labels)))
            yield f"{above}{head} {{\n{''.join(self._lines(body))}}}{behind}\n\n"

    def _required(self, bodies: list[tuple[Construct, ShownBody]]) -> dict[str, str]:
        """The versions of the providers that the program's packages are made for."""
        packages = {made.bound.package: made.provider for made, _ in bodies if made.bound is not None}
        found = {
            provider: constraints(package, provider, self.source.path)
            for package, provider in sorted(packages.items())
        }
        return {provider: text for provider, text in found.items() if text}

    def _lines(self, body: ShownBody) -> Iterator[str]:
        for name, shown in body.attributes.items():
            begin, value = self.source.start(shown.element), self.source.start(shown.value)
            self._origins.append((begin, value))
            above, behind = self._notes(begin, self.source.end(shown.value))
            yield f"{above}{name} = {shown.source}{behind}\n"
        for name, blocks in body.blocks.items():
            for inner in blocks.bodies:
                begin = self.source.start(inner.node)
                self._origins.append((begin, begin))
                above, behind = self._notes(begin, self.source.end(inner.node))
                yield f"{above}{name} {{\n{''.join(self._lines(inner))}}}{behind}\n"

    def _notes(self, start: int, end: int) -> tuple[str, str]:
        """The comments to tffix above an item, and that at the end of one of its lines."""
        source = self.source
        if not source.begins_line(start):
            return "", ""
        above: list[str] = []
        at = source.line_start(start)
        while at:
            before = source.line_start(at - 1)
            line = source.slice(before, at).strip()
            if not line.startswith("#"):
                break
            above[:0] = _IGNORE.findall(line)
            at = before
        first = source.slice(start, source.line_end(start))
        last = source.slice(end, source.line_end(end))
        behind = [*_IGNORE.findall(first), *_IGNORE.findall(last)]
        return "".join(f"{note}\n" for note in above), f" {behind[0]}" if behind else ""


def _header(data: bytes) -> list[str]:
    """The comments to tffix at the top of a file."""
    found = []
    for line in data.decode("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            break
        found += _IGNORE.findall(line)
    return found


def _in_order(body: Body) -> Iterator[Attribute | Block]:
    """The items of a body and of the blocks in it, in the order of the text."""
    for item in body.items:
        if isinstance(item, Attribute | Block):
            yield item
        if isinstance(item, Block):
            yield from _in_order(item.body)
