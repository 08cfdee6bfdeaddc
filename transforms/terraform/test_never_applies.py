"""Tests that only plan."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Finding, Impact, Module, Profile, Transform, test_files


class TestNeverApplies(Transform):
    """The tests of a module only plan it, and nothing shows that it can be made.

    What:
        Looks at the `.tftest.hcl` files of a module: at the `command` of each `run`, which is `apply` where
        none is written. A run that applies with all of a provider's resources mocked does not count.

    Why:
        A plan shows neither that the cloud accepts what is asked for, nor that the parts work together. One
        run that applies, in an account for tests, does; `terraform test` destroys it afterwards.

    Example:
        # main.tf
        resource "aws_sqs_queue" "orders" {
          name = "orders"
        }

        # tests/main.tftest.hcl
        run "plan" {
          command = plan
        }

    Impact:
        None: a test that makes something needs an account, which only you can name.

    Limits:
        Modules without tests are for another rule, and so are those whose tests are in another language.

    Source:
        Terraform language documentation, "Tests": "Run blocks".
    """

    name = "terraform-test-never-applies"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not any(".tftest." in name for name in module.opaque) or module.has_file("test"):
            return
        files = [file for _, file in test_files.documents(module, ".tftest.hcl")]
        runs = [(block, file) for file in files for block in file.blocks("run")]
        if not runs or any(
            _applies(block.get("command")) and not any(file.blocks("mock_provider")) for block, file in runs
        ):
            return
        made = [*module.blocks("resource"), *module.blocks("module")]
        if made:
            message = "the tests of the module only plan, or mock what they make"
            yield Finding(made[0], message, advice="add a run with command = apply, without mock_provider")


def _applies(command: Attribute | None) -> bool:
    return command is None or command.source.strip().strip('"') == "apply"
