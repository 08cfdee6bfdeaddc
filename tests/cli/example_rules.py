"""Small rules for the tests of the command: they stand in for installed ones."""

import os
from collections.abc import Iterator

from barriers import FOLDER, wait_at

from tffix import Attribute, Block, Finding, Impact, Module, Transform, parse_block, resources


class OldName(Transform):
    """An argument has the name that it had long ago.

    What:
        Renames `old` to the name that the option says.

    Why:
        Names change.

    Example:
        resource "example_thing" "a" {
          old = 1
        }

    Becomes:
        resource "example_thing" "a" {
          new = 1
        }

    Impact:
        None.

    Limits:
        - The first of the limits, which is long enough to be wrapped when it is printed in a terminal.
        - The second.

    Source:
        Nowhere.
    """

    name = "test-old-name"
    impact = Impact.NONE
    watches = resources("example_thing")
    options = {"becomes": "new"}  # noqa: RUF012

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        old = block.get("old")
        if old is not None:
            yield Finding(old, "'old' is an old name", fix=lambda: self.rename(block, old))

    def rename(self, block: Block, old: Attribute) -> None:
        block.body.set(str(self.option["becomes"]), old.source, after="old")
        old.remove()


class Person(Transform):
    """Something is left to do that only a person can."""

    name = "test-person"
    impact = Impact.NONE
    watches = resources("example_thing")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        todo = block.get("todo")
        if todo is not None:
            yield Finding(todo, "there is something to do", advice="do it:\n  really = true")


class Replaces(Transform):
    """A name is bad, and a new one makes a new resource."""

    name = "test-replaces"
    impact = Impact.REPLACE
    watches = resources("example_thing")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        name = block.get("name")
        if name is not None and name.string == "bad":
            yield Finding(name, "the name is bad", fix=lambda: name.set('"good"'))


class Moves(Transform):
    """A block stands in the wrong file."""

    name = "test-moves"
    impact = Impact.NONE
    watches = resources("example_moved")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if not module.file_of(block).path.endswith("moved.tf"):
            yield Finding(block, "this belongs to moved.tf", fix=lambda: self.move(block, module))

    def move(self, block: Block, module: Module) -> None:
        source = block.text
        block.remove()
        module.file("moved.tf").body.append(parse_block(source))


class Raises(Transform):
    """A rule whose fix raises."""

    name = "test-raises"
    impact = Impact.NONE
    watches = resources("example_thing")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.get("explode"):
            yield Finding(block, "this explodes", fix=lambda: [][0])


def stop_while_writing() -> None:
    """Has this process wait at a barrier when of a module's two files one is written and one is not."""
    replace = os.replace

    def stopping(source: str, target: str) -> None:
        if os.path.basename(os.path.dirname(target)) == STOP:
            wait_at(STOP)
        replace(source, target)

    os.replace = stopping  # type: ignore[assignment]


STOP = "m010"
if FOLDER in os.environ:
    stop_while_writing()
