"""`terraform` and `provider` blocks among the resources of a root module."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tffix import (
    PROVIDER_FILES,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Tier,
    Transform,
    library_evidence,
    object_items,
    root_evidence,
    secrets,
    why_no_root,
)

from . import _aliased_providers as aliased
from . import _terraform_blocks as terraform
from ._files import blocks, declared, why_untouchable
from ._headings import put_comments_above, take_heading
from ._required_providers import ALIASES
from ._settings_files import home, is_lone_backend, provider_file, stays, terraform_file


class ProviderBlocksMisplaced(Transform):
    """Terraform or provider blocks share a file with the resources of a root module.

    What:
        Moves `terraform` and `provider` blocks of a root module out of a file that resources, data sources
        or module calls are in too: to the file that the module has for them, whatever its name, else to the
        one that other roots of the repository have, else to `provider.tf`. A `terraform` block joins the one
        that is there, first that with `required_providers`; a `provider` block goes to others of its kind.
        Comments that head a block go along. Joined, every provider is required once, with all constraints on
        it.
        `configuration_aliases` in a root module, which only a called module may declare, becomes aliased
        `provider` blocks: the settings of the default one, and the region that the alias is named for, or
        one from a new variable.

    Why:
        Who deploys a module supplies its provider settings as one file; settings hidden elsewhere then stand
        double, and Terraform accepts one `required_providers` block and one backend in a module. A root
        module with `configuration_aliases` fails with "Provider configuration not present".

    Example:
        # main.tf
        terraform {
          required_providers {
            aws = {
              source                = "hashicorp/aws"
              version               = "~> 5.0"
              configuration_aliases = [aws.replica]
            }
          }
        }

        resource "aws_sns_topic" "alerts" {
          provider = aws.replica
          name     = "alerts"
        }

    Becomes:
        # provider.tf
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "~> 5.0"
            }
          }
        }

        provider "aws" {
          alias  = "replica"
          region = var.replica_region
        }

    Impact:
        None on resources. Blocks of a root that may be deployed are not moved without `--allow-replace`: the
        layout of its files is its authors' choice. The variable of a region has no default: Terraform asks
        for it, as a guess could create resources where they can hardly be moved from.

    Limits:
        Reported and left alone: versions of Terraform that contradict, two configurations of one provider
        without aliases that differ (of files that are alternatives, say), aliases of providers that have no
        region, modules with `.tofu` files or unreadable ones.
        Left without a word: files that have settings and no resources, whatever their name (`backend.tf`,
        `provider.aws.tf`), and files named for settings that have data sources too (`_terraform.tf`); roots
        of a repository in which three or more, and most, have resources and settings in one file, but large
        roots only with a backend; a `terraform` block with nothing but a backend where no file is for
        settings; child modules, and modules without a backend that a README, an address or a registry name
        offers to others, unless their `terraform` block can join `versions.tf`; override files, files in JSON
        (but for aliases), aliases that a `.tftest.hcl` or Terragrunt configures, and aliases of a module that
        seems to be made for others: something calls it, a README says how to, terraform-docs documents it,
        its name is that of a registry module, or its
        `versions.tf` has nothing but requirements. Without a backend, a `provider` block, `.tfvars` or a
        state, aliases are replaced only where no variable waits for a value and the names are hard-coded.

    Source:
        Terraform language documentation: terraform block, Provider Requirements, Providers Within Modules,
        and Style Guide (file names).
    """

    name = "terraform-provider-blocks-misplaced"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        held = why_untouchable(module, (*PROVIDER_FILES, "variables.tf"))
        held = held or _configured_twice(module)  # the files may be alternatives
        yield from _terraform_findings(module, held)
        for name, block in blocks(module, "provider"):
            if not stays(name, module):
                target = provider_file(" ".join(block.labels), module)
                message = f"{terraform.header(block)} is among the resources of {name}, not in {target}"
                if keys := secrets.credentials(block):
                    message += f"; {' and '.join(keys)} in it: in plain text, for everybody to read"
                yield _move(block, message, partial(_move_provider, block, module), held)
        if module.is_root:
            yield from _alias_findings(module, held)


def _terraform_findings(module: Module, held: str) -> Iterator[Finding]:
    """Blocks that are to be moved, or that contradict one another."""
    accepted: list[tuple[str, Block]] = []
    is_for_others = "versions.tf" not in module.files and _is_library(module)
    for name, block in _in_order(module):
        if any(terraform.obstacle(other, block) for _, other in accepted):
            clashes = ((terraform.contradiction(other, block), where) for where, other in accepted)
            for reason, where in [one for one in clashes if one[0]][:1]:
                message = f"the terraform blocks of {where} and {name} contradict each other: {reason}"
                yield Finding(block, message, advice="Take one of the two out; Terraform cannot follow both.")
            continue
        accepted.append((name, block))
        if not (stays(name, module) or is_lone_backend(block, module) or is_for_others):
            message = f"a terraform block is among the resources of {name}, not in {terraform_file(module)}"
            yield _move(block, message, partial(_move_terraform, block, module), held)


def _is_library(module: Module) -> bool:
    """Whether what shows that a module is made for others is all that there is."""
    return not root_evidence(module) and bool(library_evidence(module))


def _alias_findings(module: Module, held: str) -> Iterator[Finding]:
    asked = [one for _, block in declared(module, "terraform") for one in aliased.requirements(block)]
    if not asked or _is_library(module):
        return  # they are its promise to the callers
    if module.generated.unreadable or module.generated.blocks("provider"):
        return  # Terragrunt configures them
    held = held or why_no_root(module)
    for requirement in asked:
        if aliased.are_tested(requirement, module):
            continue
        message = f"{ALIASES} of {requirement.name} in a root module, to which no caller can pass providers"
        reason = held or aliased.obstacle(requirement, module)
        found = _finding(
            requirement.attribute, message, partial(_resolve_aliases, requirement.name, module), reason
        )
        found.within = object_items(requirement.attribute.expression)[ALIASES]
        yield found


def _configured_twice(module: Module) -> str:
    """Which provider is configured twice, as a clause."""
    seen: dict[tuple[str, str | None], str] = {}
    for name, block in declared(module, "provider"):
        alias = block.get("alias")
        key = " ".join(block.labels), alias.string if alias is not None else None
        if key in seen:
            where = " and ".join(dict.fromkeys((seen[key], name)))
            return (
                f"{terraform.header(block)} is declared twice with the same alias or without one, in {where}"
            )
        seen[key] = name
    return ""


def _finding(at: Block | Attribute, message: str, fix: Callable[[], None], held: str) -> Finding:
    return Finding(at, message, advice=f"Left alone: {held}.") if held else Finding(at, message, fix)


def _move(at: Block, message: str, fix: Callable[[], None], held: str) -> Finding:
    """The finding at a block that is to be moved: where people work on what is deployed, the layout of the
    files is theirs to choose."""
    found = _finding(at, message, fix, held)
    found.tier = Tier.DEPLOYED
    return found


# -- order -------------------------------------------------------------------------------------------------


def _in_order(module: Module) -> list[tuple[str, Block]]:
    """The terraform blocks: first the one that others are to join, then those that stay, then the rest."""
    first = home(module)
    return sorted(
        blocks(module, "terraform"), key=lambda one: (one[1] is not first, not stays(one[0], module))
    )


# -- fixes -----------------------------------------------------------------------------------------------


def _move_terraform(block: Block, module: Module) -> None:
    known, file = home(module), module.file(terraform_file(module))
    reason = terraform.obstacle(known, block) if known is not None else ""
    if reason:
        raise Refused(reason)
    heading = take_heading(block, module.file_of(block))
    if known is not None:
        terraform.join(known, block)
    else:
        block.remove()
        first = next(file.blocks("provider"), None)
        if first is not None:
            file.body.insert_before(first, block)
        else:
            file.body.append(block)
    put_comments_above(heading, known or block, file)


def _move_provider(block: Block, module: Module) -> None:
    file = module.file(provider_file(" ".join(block.labels), module))
    heading = take_heading(block, module.file_of(block))
    block.remove()
    aliased_one = next((one for one in file.blocks("provider", *block.labels) if one.get("alias")), None)
    if aliased_one is not None and block.get("alias") is None:
        file.body.insert_before(aliased_one, block)  # the default one comes first
    else:
        file.body.append(block)
    put_comments_above(heading, block, file)


def _resolve_aliases(provider: str, module: Module) -> None:
    for _, block in declared(module, "terraform"):
        for requirement in aliased.requirements(block):
            if requirement.name == provider:
                if reason := aliased.obstacle(requirement, module):
                    raise Refused(reason)
                aliased.resolve(requirement, module, provider_file(provider, module))
