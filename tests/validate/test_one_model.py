"""What validating reads of a module is what the rules read of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tffix.terraform import providers
from tffix.terraform.module import Module
from tffix.terraform.project import read_project
from tffix.validate.modules import read_module

GOLDEN = Path(__file__).parents[2] / "golden"


def modules() -> Iterator[Module]:
    for case in sorted(GOLDEN.glob("*/*/input")):
        for module in read_project([str(case)], alone=True).modules.values():
            if module.language == "hcl" and not module.unreadable:
                yield module


def dotted(name: str, alias: str) -> str:
    return f"{name}.{alias}" if alias else name


def test_the_modules_of_golden_cases_are_read_alike() -> None:
    seen = 0
    for module in modules():
        read = read_module(Path(module.path), tofu=True)
        required = reversed(providers.required_providers(module))  # of two entries the first counts
        wanted = {one.name: one.address for one in required}
        assert {name: one.address for name, one in read.requirements.items() if name in wanted} == wanted
        configured = {dotted(*one) for one in read.configurations}
        assert configured == set(providers.configurations(module)), module.path
        calls = {one.labels[0]: providers.passed_providers(one) for one in module.blocks("module")}
        assert {
            one.name: {dotted(a, b): dotted(c, d) for a, b, c, d in one.providers} for one in read.calls
        } == calls, module.path
        used = {".".join(one.labels): providers.provider_of(one) for one in module.blocks("resource")}
        assert {
            ".".join(block.labels): dotted(*read.provider_of(block))
            for _, block in read.typed_blocks()
            if block.type == "resource"
        } == used, module.path
        seen += len(wanted) + len(configured) + len(calls) + len(used)
    assert seen > 1000
