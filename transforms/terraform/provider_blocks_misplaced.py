"""`terraform` and `provider` blocks outside the files that are named for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations

from tffix import (
    PROVIDER_FILES,
    Attribute,
    Block,
    Finding,
    Gap,
    Impact,
    Module,
    Refused,
    Transform,
    object_items,
    secrets,
)

from . import _aliased_providers as aliased
from . import _required_providers as required
from . import _terraform_blocks as terraform
from ._files import blocks, declared, ordinary, put_comments_apart, take_comments_apart, why_untouchable
from ._required_providers import ALIASES

BACKEND_FILE = "backend.tf"


class ProviderBlocksMisplaced(Transform):
    """Terraform or provider blocks stand in a file that is not named for them.

    What:
        Moves `terraform` and `provider` blocks with their comments out of `main.tf` and every other file but
        `provider.tf`, `providers.tf`, `versions.tf` and `terraform.tf`. A `terraform` block joins the one
        that these files have, first that with `required_providers`; a `provider` block goes to others of its
        kind. Where there are none, they go to `provider.tf` (a child module's `terraform` block to
        `versions.tf`). Joined, every provider is required once, with all constraints on it. A file that holds
        nothing else, but for `main.tf`, gives them its comments too and is deleted.
        `configuration_aliases` in a root module, which only a called module may declare, becomes aliased
        `provider` blocks: the settings of the default one, and a region from a new variable.

    Why:
        Who deploys a module supplies its provider settings as one file; settings hidden elsewhere then stand
        double, and Terraform accepts one `required_providers` block and one backend in a module.
        A root module with `configuration_aliases` fails with "Provider configuration not present".

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
        None on what is deployed. The variable of a region has no default, unless the alias is a region's
        name: Terraform asks for it, as a guess could create resources where they can hardly be moved from.

    Limits:
        Reported and left alone: constraints that contradict, one provider name with two sources, two
        backends, two configurations of one provider without aliases that differ (of files that are
        alternatives, say), aliases of providers that have no region, modules with `.tofu` files or
        unreadable ones.
        Left without a word: override files, files in JSON (but for aliases), a backend that stands alone in
        `backend.tf`, a child module's `terraform` block that declares `configuration_aliases`, aliases that a
        `.tftest.hcl` configures.

    Source:
        Terraform language documentation: terraform block, Provider Requirements, Providers Within Modules,
        and Style Guide (file names).
    """

    name = "terraform-provider-blocks-misplaced"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        held = why_untouchable(module, (*PROVIDER_FILES, "variables.tf")) or _configured_twice(module)
        yield from _terraform_findings(module, held)
        for name, block in blocks(module, "provider"):
            if name not in PROVIDER_FILES:
                message = f"{terraform.header(block)} stands in {name}, not in {_provider_file(module)}"
                if keys := secrets.credentials(block):
                    message += f"; {' and '.join(keys)} in it: in plain text, for everybody to read"
                yield _finding(block, message, partial(_move_provider, block, module), held)
        if module.is_root:
            yield from _alias_findings(module, held)


def _terraform_findings(module: Module, held: str) -> Iterator[Finding]:
    """Blocks that are to be moved, that contradict one another, or that repeat ``required_providers``."""
    accepted: list[tuple[str, Block]] = []
    for name, block in _in_order(module):
        reasons = ((terraform.obstacle(other, block), where) for where, other in accepted)
        reason, where = next(((reason, where) for reason, where in reasons if reason), ("", ""))
        if reason:
            message = f"the terraform blocks of {where} and {name} contradict each other: {reason}"
            yield Finding(block, message, advice="Take one of the two out; Terraform cannot follow both.")
            continue
        accepted.append((name, block))
        if not _stays(name, block, module):
            message = f"a terraform block stands in {name}, not in {_terraform_file(module)}"
            yield _finding(block, message, partial(_move_terraform, block, module), held)
    staying = [block for name, block in accepted if _stays(name, block, module)]
    for extra in [inner for block in staying for inner in block.blocks("required_providers")][1:]:
        message = "a second required_providers block: Terraform accepts one in a module"
        yield _finding(extra, message, partial(_join_required, extra, module), held)


def _alias_findings(module: Module, held: str) -> Iterator[Finding]:
    for _, block in declared(module, "terraform"):
        for requirement in aliased.requirements(block):
            if aliased.are_tested(requirement, module):
                continue
            message = f"{ALIASES} of {requirement.name} in a root module, which nobody can pass providers to"
            reason = held or aliased.obstacle(requirement, module)
            found = _finding(
                requirement.attribute, message, partial(_resolve_aliases, requirement.name, module), reason
            )
            found.within = object_items(requirement.attribute.expression)[ALIASES]
            yield found


def _configured_twice(module: Module) -> str:
    """Which provider is configured twice, as a clause: the files may be alternatives."""
    seen: dict[tuple[str, str | None], str] = {}
    for name, block in declared(module, "provider"):
        alias = block.get("alias")
        key = " ".join(block.labels), alias.string if alias is not None else None
        if key in seen:
            where = " and ".join(dict.fromkeys((seen[key], name)))
            return f"{terraform.header(block)} is there twice with the same alias or none, in {where}"
        seen[key] = name
    return ""


def _finding(at: Block | Attribute, message: str, fix: Callable[[], None], held: str) -> Finding:
    return Finding(at, message, advice=f"Left alone: {held}.") if held else Finding(at, message, fix)


# -- where blocks belong ---------------------------------------------------------------------------------


def _stays(name: str, block: Block, module: Module) -> bool:
    if name in PROVIDER_FILES or (name == BACKEND_FILE and terraform.holds_only_a_backend(block)):
        return True
    return not module.is_root and bool(aliased.requirements(block))


def _in_order(module: Module) -> list[tuple[str, Block]]:
    """The terraform blocks: first the one that others are to join, then those that stay, then the rest."""
    home = _home(module)
    return sorted(
        blocks(module, "terraform"),
        key=lambda one: (one[1] is not home, not _stays(one[0], one[1], module)),
    )


def _home(module: Module) -> Block | None:
    """The terraform block that others are to join."""
    found = [block for name, block in blocks(module, "terraform") if name in PROVIDER_FILES]
    requiring = (block for block in found if next(block.blocks("required_providers"), None))
    return next(requiring, None) or next(iter(found), None)


def _terraform_file(module: Module) -> str:
    """The name of the file for terraform blocks."""
    names = ordinary(module)
    home = _home(module)
    if home is not None:
        return next(name for name, file in names.items() if file.body is home.parent)
    default = "provider.tf" if module.is_root or module.blocks("provider") else "versions.tf"
    return next((name for name in PROVIDER_FILES if name in names), default)


def _provider_file(module: Module) -> str:
    """The name of the file for provider blocks: one that has some, or is named for them."""
    used = {name for name, _ in blocks(module, "provider")}
    named = ordinary(module).keys() & {"provider.tf", "providers.tf"}
    candidates = [n for n in PROVIDER_FILES if n in used] + [n for n in PROVIDER_FILES if n in named]
    return next(iter(candidates), "provider.tf")


# -- fixes -----------------------------------------------------------------------------------------------


def _move_terraform(block: Block, module: Module) -> None:
    home, file = _home(module), module.file(_terraform_file(module))
    reason = terraform.obstacle(home, block) if home is not None else ""
    if reason:
        raise Refused(reason)
    comments = _comments_to_take(block, module)
    if home is not None:
        terraform.join(home, block)
    else:
        block.remove()
        first = next(file.blocks("provider"), None)
        if first is not None:
            file.body.insert_before(first, block)
        else:
            file.body.append(block)
    put_comments_apart(*comments, home or block, file)
    module.changed()


def _move_provider(block: Block, module: Module) -> None:
    file = module.file(_provider_file(module))
    comments = _comments_to_take(block, module)
    file.body.append(block.remove())
    put_comments_apart(*comments, block, file)
    module.changed()


def _comments_to_take(block: Block, module: Module) -> tuple[list[str], list[str]]:
    """The comments above and below that go with a block since nothing else will be left in its file."""
    file = module.file_of(block)
    name = next(name for name, one in module.files.items() if one is file)
    if name == "main.tf" or not all(_goes(item, name, module) for item in file.body.items):
        return [], []
    pairs = combinations((block for _, block in blocks(module, "terraform")), 2)
    if any(terraform.obstacle(first, second) for first, second in pairs):
        return [], []
    return take_comments_apart(block, file)


def _goes(item: Attribute | Block | Gap, name: str, module: Module) -> bool:
    """Whether an item leaves a file, or a comment may."""
    if isinstance(item, Gap):
        return "ignore" not in item.text  # which tells a tool what to ignore in this file
    if isinstance(item, Block) and item.type == "terraform":
        return not _stays(name, item, module)
    return isinstance(item, Block) and item.type == "provider"


def _join_required(extra: Block, module: Module) -> None:
    home = _home(module)
    known = next(home.blocks("required_providers")) if home is not None else extra
    if reason := required.obstacle(known, extra):
        raise Refused(reason)
    terraform.join_required(known, extra)
    module.changed()


def _resolve_aliases(provider: str, module: Module) -> None:
    for _, block in declared(module, "terraform"):
        for requirement in aliased.requirements(block):
            if requirement.name == provider:
                if reason := aliased.obstacle(requirement, module):
                    raise Refused(reason)
                aliased.resolve(requirement, module, _provider_file(module))
    module.changed()
