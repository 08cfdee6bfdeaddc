"""`terraform.workspace` in modules that run remotely."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Body, Finding, Impact, Module, Profile, Transform, knows, nodes


class WorkspaceRemote(Transform):
    """`terraform.workspace` is used in a module whose runs are remote.

    What:
        Looks for `terraform.workspace` in modules with a `remote` backend that may run with a Terraform older
        than 1.1.

    Why:
        There it is `default` in every remote run, whatever the name of the workspace.

    Example:
        terraform {
          required_version = ">= 1.0"

          backend "remote" {
            organization = "example"

            workspaces {
              prefix = "network-"
            }
          }
        }

        output "name" {
          value = "network-${terraform.workspace}"
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: the value must come from a variable that each workspace sets, or `required_version`
        must ask for 1.1 or newer. Silent without `required_version`, and about `cloud` blocks, which
        Terraform has since 1.1.

    Source:
        Terraform language documentation, "Backend Type: remote", section "Workspace Names"; Terraform 1.1
        release notes.
    """

    name = "terraform-workspace-remote"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        settings = module.blocks("terraform")
        is_remote = any(list(block.blocks("backend", "remote")) for block in settings)
        has_version = any(block.get("required_version") is not None for block in settings)
        if not (is_remote and has_version and knows("< 1.1.0", module)):
            return
        for file in module.files.values():
            if "workspace" in file.source:
                for block in module.accepted(file):
                    yield from _findings(block)


def _findings(block: Block) -> Iterator[Finding]:
    for attribute in _attributes(block.body):
        if "workspace" not in attribute.source:
            continue
        for node in attribute.expression.find(nodes.Traversal):
            step = node.steps[0] if node.steps else None
            is_name = isinstance(step, nodes.GetAttribute) and step.name == "workspace"
            if node.root == "terraform" and is_name:
                message = "terraform.workspace is always 'default' in remote runs of Terraform 1.0"
                advice = (
                    "use a variable that each workspace sets, or ask for Terraform 1.1 in required_version"
                )
                yield Finding(attribute, message, advice=advice, within=node)


def _attributes(body: Body) -> Iterator[Attribute]:
    for inner in body.walk():
        yield from inner.attributes
