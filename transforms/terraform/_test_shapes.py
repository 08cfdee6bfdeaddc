"""What a test may consist of: the blocks and arguments of `.tftest.hcl` and `.tfmock.hcl` files.

Facts: Terraform language documentation, "Tests" and "Mocks"; what `terraform validate` 1.11 accepts. `_NEWER`
is what it rejects and the configuration loader of Terraform 1.17 accepts; `backend` and `skip_cleanup`
exist in experimental builds only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tffix import Block, Body, File, Module, knows, test_files


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of body. ``blocks`` are the nested blocks with the names of their labels and their shape; of
    those in ``once`` there may be one. ``free``: any argument, ``any_block``: any block."""

    arguments: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    blocks: Mapping[str, tuple[tuple[str, ...], Shape]] = field(default_factory=dict)
    once: frozenset[str] = frozenset()
    free: bool = False
    any_block: bool = False


def _arguments(*names: str, required: tuple[str, ...] = ()) -> Shape:
    return Shape(frozenset((*names, *required)), frozenset(required))


_OVERRIDES: dict[str, tuple[tuple[str, ...], Shape]] = {
    "override_resource": ((), _arguments("values", "override_during", required=("target",))),
    "override_data": ((), _arguments("values", "override_during", required=("target",))),
}
_MODULES = {"override_module": ((), _arguments("outputs", "override_during", required=("target",)))}
_MOCKED = _arguments("defaults", "override_during")
_MOCKS = {"mock_resource": (("type",), _MOCKED), "mock_data": (("type",), _MOCKED), **_OVERRIDES}
_VARIABLES = Shape(free=True)
_FREE = Shape(free=True, any_block=True)

_RUN = Shape(
    frozenset(("command", "providers", "expect_failures", "state_key", "parallel")),
    blocks={
        "assert": ((), _arguments(required=("condition", "error_message"))),
        "plan_options": ((), _arguments("mode", "refresh", "replace", "target")),
        "variables": ((), _VARIABLES),
        "module": ((), _arguments("version", required=("source",))),
        **_OVERRIDES,
        **_MODULES,
    },
    once=frozenset(("plan_options", "variables", "module")),
)
_TEST = Shape(
    blocks={
        "test": ((), _arguments("parallel")),
        "run": (("name",), _RUN),
        "variables": ((), _VARIABLES),
        "variable": (("name",), _FREE),
        "provider": (("name",), _FREE),
        "mock_provider": (
            ("name",),
            Shape(frozenset(("alias", "source", "override_during")), blocks=_MOCKS),
        ),
        **_OVERRIDES,
        **_MODULES,
    },
    once=frozenset(("test", "variables")),
)
_NEWER = frozenset(("test", "variable", "parallel"))


def newer(name: str, module: Module) -> bool:
    """Whether no Terraform that a module works with has a block or argument that 1.11 does not have."""
    return name in _NEWER and not knows(">= 1.12", module)


def tests(module: Module) -> Iterator[tuple[str, File]]:
    """The tests of a module that can be parsed, by name."""
    return test_files.documents(module, ".tftest.hcl")


def bodies(module: Module) -> Iterator[tuple[Body, Shape]]:
    """The bodies of a module's tests and mocks, each with its shape."""
    for _, file in tests(module):
        yield from _below(file.body, _TEST)
    for _, file in test_files.documents(module, ".tfmock.hcl"):
        yield from _below(file.body, Shape(blocks=_MOCKS))


def _below(body: Body, shape: Shape) -> Iterator[tuple[Body, Shape]]:
    yield body, shape
    for block in body.blocks():
        known = shape.blocks.get(block.type)
        if known is not None:
            yield from _below(block.body, known[1])


def runs(file: File) -> Iterator[Block]:
    """The ``run`` blocks of a test, in order."""
    return (block for block in file.blocks("run") if len(block.labels) == 1)
