"""Arguments of tests with values that Terraform does not take."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Refused, Transform, mentions, nodes

from ._module_sources import source
from ._test_shapes import bodies

_KEYWORDS = {
    "command": ("plan", "apply"),
    "mode": ("normal", "refresh-only"),
    "override_during": ("plan", "apply"),
}
_KINDS = {"override_resource": "resource", "override_data": "data source", "override_module": "module"}


class TestArgumentInvalid(Transform):
    """An argument of a test has a value that Terraform does not take.

    What:
        Looks at the keywords `command`, `mode` and `override_during`, from which quotes are removed; at the
        `source` of a `run` block's `module`; at the `target` of overrides, which must be of their kind; and
        at conditions that refer to nothing.

    Why:
        `terraform init`, `validate` and `test` stop with "Invalid command keyword", "Invalid module source
        address", "Invalid override target" or "Invalid assert expression".

    Example:
        # main.tftest.hcl
        run "plan" {
          command = "plan"
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
        Everything but quotes is only reported. Whether an override's target exists is not looked at:
        Terraform only warns of that.

    Source:
        Terraform language documentation, "Tests" and "Mocks".
    """

    name = "terraform-test-argument-invalid"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for body, shape in bodies(module):
            block = body.owner
            if block is None or shape.free:
                continue
            for name, words in _KEYWORDS.items():
                attribute = body.get(name) if name in shape.arguments else None
                if attribute is not None and attribute.source.strip() not in words:
                    yield _keyword(attribute, words)
            if block.type == "module":
                yield from _source(block, module)
            if block.type == "plan_options":
                yield from _refresh(block)
            if block.type in _KINDS:
                yield from _target(block)
            if block.type == "assert":
                yield from _condition(block)


def _keyword(attribute: Attribute, words: tuple[str, ...]) -> Finding:
    one_of = " or ".join(words)
    if attribute.string in words:
        message = f"'{attribute.name}' in a test is {one_of} without quotes"
        return Finding(attribute, message, partial(_unquote, attribute, words))
    return Finding(attribute, f"'{attribute.name}' in a test is {one_of}", advice=f"write {one_of}")


def _unquote(attribute: Attribute, words: tuple[str, ...]) -> None:
    if attribute.string not in words:
        raise Refused("the value has changed")
    attribute.set(attribute.string)


def _source(block: Block, module: Module) -> Iterator[Finding]:
    at, version = block.get("source"), block.get("version")
    if at is None:
        return
    text = at.string
    if text is None:
        yield Finding(at, "the source of a module in a test must be a plain string")
    elif text.startswith(("./", "../")):
        if version is not None:
            yield Finding(
                at, f"the module {text} is a folder, which has no version", advice="remove the version"
            )
    elif source(text).kind != "registry":
        there = os.path.join(module.path, text)
        known = module.project is not None and module.project.module_at(os.path.normpath(there)) is not None
        advice = f'write "./{text}"' if known else "name a folder, beginning with ./, or a registry's module"
        yield Finding(
            at, f"a test cannot run the module {text}: it is no folder and in no registry", advice=advice
        )


def _refresh(block: Block) -> Iterator[Finding]:
    mode, refresh = block.get("mode"), block.get("refresh")
    is_only = mode is not None and mode.source.strip() == "refresh-only"
    if is_only and refresh is not None and refresh.boolean is False:
        yield Finding(refresh, "'refresh' cannot be false where 'mode' is refresh-only")


def _target(block: Block) -> Iterator[Finding]:
    at = block.get("target")
    kind = _kind(at.expression) if at is not None else None
    if at is not None and kind is not None and kind != _KINDS[block.type]:
        message = f"'{block.type}' is for a {_KINDS[block.type]}, but {at.source.strip()} is a {kind}"
        known = next((name for name, one in _KINDS.items() if one == kind), None)
        yield Finding(at, message, advice=f"write '{known}'" if known else "")


def _kind(node: nodes.Expression) -> str | None:
    """What an address in a target names; None where it is no address."""
    if not isinstance(node, nodes.Traversal):
        return None
    names = [node.root, *(step.name for step in node.steps if isinstance(step, nodes.GetAttribute))]
    while names[:1] == ["module"] and len(names) > 2:
        names = names[2:]
    if names[0] in ("var", "local", "output", "check", "each", "count", "path", "run", "terraform"):
        return None
    sizes = {"module": (2, "module"), "data": (3, "data source")}
    size, kind = sizes.get(names[0], (2, "resource"))
    return kind if len(names) == size else None


def _condition(block: Block) -> Iterator[Finding]:
    at = block.get("condition")
    if at is not None and not mentions(at.source) and not list(at.expression.find(nodes.Traversal)):
        yield Finding(at, "the condition refers to nothing, so that it is always the same")
