"""Root modules that nothing tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import Finding, Impact, Module, Profile, Refused, Transform, knows, parse, why_unsure

from ._for_show import is_for_show
from ._test_file import written

FILE = "tests/main.tftest.hcl"


class TestMissing(Transform):
    """A root module has no test for `terraform test`.

    What:
        Reports root modules without tests, with the text of one: a test that plans the module with all
        providers mocked, variables without default given a value of their type. It fails where the plan does.
        What resources are to be is asserted by who knows it. With the option `write`, it is written to
        `tests/main.tftest.hcl`, as shown below.

    Why:
        A plan with mocked providers takes seconds, needs no credentials, makes nothing, and finds references,
        types and conditions that fail, which otherwise show in the first plan against an account.

    Example:
        variable "name" {
          type = string
        }

        resource "aws_sqs_queue" "orders" {
          name = var.name
        }

        output "queue_url" {
          value = aws_sqs_queue.orders.url
        }

    Becomes:
        # Plans the module with mocked providers: needs no credentials and makes nothing.

        mock_provider "aws" {}

        variables {
          name = "example-1"
        }

        run "plan" {
          command = plan
        }

    Impact:
        None: a test changes nothing that is deployed.

    Limits:
        `terraform test` mocks providers from Terraform 1.7 on: silent for modules that ask for an older one,
        for examples and what stands in folders of tests, and where there is a folder `test`, as tests in Go
        have it. Not written, only reported, where a plan with made-up values may fail: data sources of which
        more is used than is known to be harmless, modules from registries, modules with providers of their
        own, validations that no value at hand passes.

    Source:
        Terraform language documentation, "Tests" and "Mocks".
    """

    name = "terraform-test-missing"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    options: ClassVar[Mapping[str, object]] = {"write": False}

    def visit_module(self, module: Module) -> Iterator[Finding]:
        made = [*module.blocks("resource"), *module.blocks("module")]
        if not made or not module.is_root or is_for_show(module) or _is_tested(module):
            return
        if not knows(">= 1.7", module):
            return
        test = written(module)
        why = why_unsure(module) or next(iter(test.obstacles), "")
        fix = partial(_write, module) if self.option["write"] and not why else None
        advice = f"write {FILE}{f' ({why})' if why else ''}:\n\n{test.text}"
        yield Finding(made[0], "the module has no test for `terraform test`", fix, advice)


def _write(module: Module) -> None:
    if _is_tested(module):
        raise Refused("a test is there by now")
    text, path = written(module).text, module.file(FILE).path
    module.add(FILE, parse(text.encode("utf-8"), path))


def _is_tested(module: Module) -> bool:
    names = (*module.opaque, *module.files)
    return module.has_file("test") or any(".tftest." in name for name in names)
