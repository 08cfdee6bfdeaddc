"""Names of `run` blocks that are not names, or are used twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import Block, File, Finding, Impact, Module, Refused, Transform

from ._test_shapes import runs, tests

_NAME = re.compile(r"[^\W\d][\w-]*")


class TestRunNameInvalid(Transform):
    """A `run` block of a test has a name that is not an identifier, or that another one has.

    What:
        Writes underscores for what cannot be in a name. Reports names that two `run` blocks of a file have.

    Why:
        `terraform init`, `validate` and `test` stop with "Invalid run block name" or "Duplicate run block
        names".

    Example:
        # main.tftest.hcl
        run "plan it" {
          command = plan
        }
        # main.tf
        output "name" {
          value = "web"
        }

    Becomes:
        # main.tftest.hcl
        run "plan_it" {
          command = plan
        }
        # main.tf
        output "name" {
          value = "web"
        }

    Impact:
        None: tests change nothing, and nothing can refer to a name that is no identifier.

    Limits:
        Which of two equal names others refer to is not known: they are only reported.

    Source:
        Terraform language documentation, "Tests", section "Run blocks".
    """

    name = "terraform-test-run-name-invalid"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for _, file in tests(module):
            seen = set[str]()
            for run in runs(file):
                name = run.labels[0]
                if name in seen:
                    message = f"a second run '{name}' in a test"
                    yield Finding(run, message, advice="give it another name")
                elif not _NAME.fullmatch(name):
                    yield _finding(run, name, file)
                seen.add(name)


def _finding(run: Block, name: str, file: File) -> Finding:
    message = f"the name of the run '{name}' has more than letters, digits, underscores and hyphens in it"
    better = _better(name)
    if any(one.labels[0] == better for one in runs(file)):
        return Finding(run, message, advice="give it another name")
    return Finding(run, message, partial(_give, run, better, file))


def _better(name: str) -> str:
    """A name like another one that is an identifier."""
    words = re.sub(r"[^\w-]+", "_", name).strip("_-") or "run"
    return words if _NAME.fullmatch(words) else f"run_{words}"


def _give(run: Block, name: str, file: File) -> None:
    if any(one.labels[0] == name for one in runs(file)):
        raise Refused(f"another run has the name '{name}'")
    run.relabel(name)
