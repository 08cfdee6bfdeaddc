"""Repairs that are kept only if the module validates no worse, with an invented validation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tffix import Block, Finding, Impact, Module, Transform, parse, resources
from tffix.engine.guard import guarded
from tffix.engine.policy import Policy
from tffix.terraform.project import Project

SOURCE = """resource "example_thing" "a" {
  size = 1
}

resource "example_thing" "b" {
  size = 2
}

resource "example_thing" "c" {
  size = 3
}
"""


class Doubles(Transform):
    """Doubles sizes up to nine."""

    name = "test-doubles"
    impact = Impact.NONE
    watches = resources("example_thing")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        size = block.get("size")
        if size is not None and (size.number or 0) < 10:
            yield Finding(size, f"{block.labels[1]} is small", lambda: size.set(f"{size.number}0"))


def read() -> Project:
    project = Project(alone=True)
    project.modules["."] = Module(".", {"main.tf": parse(SOURCE.encode(), "main.tf")})
    project.tie()
    return project


def complains_about(word: str) -> Callable[[str, Mapping[str, bytes]], set[str]]:
    def errors(root: str, contents: Mapping[str, bytes]) -> set[str]:
        text = contents.get("main.tf", SOURCE.encode()).decode()
        return {"old error"} | ({f"{word} is not allowed"} if word in text else set())

    return errors


def test_what_gets_no_worse_is_kept() -> None:
    result = guarded(read, [Doubles()], Policy(), complains_about("99"))
    assert len(result.fixed) == 3
    assert b"size = 30" in result.changes[0].new
    assert not result.defects


def test_the_fix_to_blame_is_found_and_nothing_is_changed() -> None:
    result = guarded(read, [Doubles()], Policy(), complains_about("20"))
    assert result.changes == []
    assert result.fixed == []
    assert [one.rule for one in result.defects] == ["test-doubles"]
    assert "20 is not allowed" in result.defects[0].message
    assert [(one.line, bool(one.reason)) for one in result.found] == [(2, False), (6, True), (10, False)]


def test_errors_that_were_there_before_do_not_count() -> None:
    result = guarded(read, [Doubles()], Policy(), complains_about("size = 1"))
    assert len(result.fixed) == 3
