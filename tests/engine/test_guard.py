"""Repairs that are kept only if the module validates no worse, with an invented validation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tffix import Block, Finding, Impact, Module, Transform, parse, resources
from tffix.engine.guard import guarded
from tffix.engine.policy import Policy
from tffix.engine.proof import Proof, Prove
from tffix.engine.results import Found
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


def proves(unannounced: str = "", not_proved: str = "") -> Prove:
    """A proof that finds a text in the new module to be unannounced, or finds nothing at all."""

    def prove(root: str, contents: Mapping[str, bytes], fixed: Sequence[Found]) -> Proof:
        text = contents["main.tf"].decode()
        found = (f"replace {unannounced}",) if unannounced and unannounced in text else ()
        return Proof(f"{len(fixed)} fixes", (), found, not_proved)

    return prove


def test_what_does_only_what_is_announced_is_kept_with_its_plan() -> None:
    result = guarded(read, [Doubles()], Policy(), None, prove=proves())
    assert len(result.fixed) == 3
    assert result.plans == {".": "3 fixes"}


def test_the_fix_that_does_more_than_it_announces_is_found() -> None:
    result = guarded(read, [Doubles()], Policy(), None, prove=proves("size = 20"))
    assert (result.changes, result.fixed, result.plans) == ([], [], {})
    assert [one.message for one in result.defects] == [
        "left everything as it was, because this fix does what it does not announce: replace size = 20"
    ]
    assert result.found[1].reason == "its fix does what it does not announce: replace size = 20"


def test_what_cannot_be_planned_is_left_and_is_no_defect() -> None:
    result = guarded(read, [Doubles()], Policy(), None, prove=proves(not_proved="no plan"))
    assert (result.changes, result.defects, len(result.found)) == ([], [], 3)
    assert result.notes == [".: left as it was, because it cannot be proved: no plan"]
