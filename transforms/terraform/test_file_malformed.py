"""Blocks and arguments of tests that do not belong there, are missing, or are repeated."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial

from tffix import Attribute, Block, Body, Finding, Impact, Module, Refused, Transform

from ..schema._spelling import evident, plural
from ._test_shapes import Shape, bodies, newer


class TestFileMalformed(Transform):
    """A test has a block or argument that does not exist, is missing, or is repeated.

    What:
        Compares the blocks and arguments of `.tftest.hcl` and `.tfmock.hcl` files with what Terraform accepts
        there. A misspelt name is corrected.

    Why:
        `terraform init`, `validate` and `test` stop with "Unsupported argument", "Unsupported block type" and
        the like, for the whole module.

    Example:
        # main.tftest.hcl
        run "plan" {
          comand = plan
        }
        # main.tf
        output "name" {
          value = "web"
        }

    Becomes:
        # main.tftest.hcl
        run "plan" {
          command = plan
        }
        # main.tf
        output "name" {
          value = "web"
        }

    Impact:
        None: tests change nothing.

    Limits:
        Corrected only where one name is evidently meant and not used yet. What Terraform 1.11 does not have
        (`test`, `variable`, `parallel`) is reported where `required_version` admits no newer one. Tests
        in JSON are not looked at.

    Source:
        Terraform language documentation, "Tests" and "Mocks".
    """

    name = "terraform-test-file-malformed"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for body, shape in bodies(module):
            yield from _unknown(body, shape, module)
            yield from _missing(body, shape)
            yield from _repeated(body, shape)


def _unknown(body: Body, shape: Shape, module: Module) -> Iterator[Finding]:
    where = f"'{body.owner.type}' in a test" if body.owner is not None else "a test"
    for attribute in () if shape.free else body.attributes:
        if attribute.name not in shape.arguments:
            message = f"{where} has no argument '{attribute.name}'"
            yield _named(attribute, attribute.name, sorted(shape.arguments), message)
        elif newer(attribute.name, module):
            yield Finding(attribute, f"{where} has '{attribute.name}' only from Terraform 1.12 on")
    for block in () if shape.any_block else body.blocks():
        known = shape.blocks.get(block.type)
        if known is None:
            message = f"{where} has no blocks of type '{block.type}'"
            yield _named(block, block.type, sorted(shape.blocks), message)
        elif newer(block.type, module):
            yield Finding(block, f"{where} has '{block.type}' blocks only from Terraform 1.12 on")
        elif len(block.labels) != len(known[0]):
            wanted = f"one label, its {known[0][0]}" if known[0] else "no label"
            yield Finding(block, f"a block of type '{block.type}' in a test has {wanted}")


def _named(at: Attribute | Block, name: str, known: list[str], message: str) -> Finding:
    """The finding at something of a wrong name, with the right one if that is evident."""
    meant = evident(name, known) or plural(name, known)
    if meant is not None and isinstance(at, Attribute) and _is_free(meant, at):
        return Finding(at, f"{message}; '{meant}' is meant", partial(_rename, at, meant))
    near = [meant] if meant else get_close_matches(name, known, 1)
    return Finding(at, message, advice=f"did you mean '{near[0]}'?" if near else "remove it")


def _is_free(name: str, at: Attribute) -> bool:
    return at.parent is not None and at.parent.get(name) is None


def _rename(at: Attribute, name: str) -> None:
    if not _is_free(name, at):
        raise Refused(f"'{name}' is set already")
    at.rename(name)


def _missing(body: Body, shape: Shape) -> Iterator[Finding]:
    for name in sorted(shape.required):
        if body.owner is not None and body.get(name) is None:
            yield Finding(body.owner, f"a block of type '{body.owner.type}' in a test needs '{name}'")


def _repeated(body: Body, shape: Shape) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], Block] = {}
    for block in body.blocks():
        key = _key(block, shape)
        if key in seen:
            line = " ".join(key)
            yield Finding(block, f"a second '{line}' in a test", advice="remove one of the two")
        elif key:
            seen[key] = block


def _key(block: Block, shape: Shape) -> tuple[str, ...]:
    """What no other block beside it may have; nothing if there may be any number."""
    if block.type in shape.once:
        return (block.type,)
    if block.type in ("mock_resource", "mock_data") and len(block.labels) == 1:
        return (block.type, *block.labels)
    if block.type in ("provider", "mock_provider") and len(block.labels) == 1:
        alias = block.get("alias")
        return ("provider", block.labels[0] + (f".{alias.string}" if alias is not None else ""))
    target = block.get("target")
    if block.type.startswith("override_") and target is not None:
        return (block.type, target.source.strip())
    return ()
