"""Variables and outputs that are in other files than people look for them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import Block, Finding, Impact, Module, Profile, Refused, Transform, why_unsure

from ._files import blocks, ordinary

_FILES = {"variable": "variables.tf", "output": "outputs.tf"}


class DeclarationMisplaced(Transform):
    """A variable is not in `variables.tf`, or an output not in `outputs.tf`.

    What:
        Looks at variables and outputs that share a file with something else. With the option `move` they are
        moved, with their comments, to `variables.tf` and `outputs.tf`, or to the file of the module that has
        nothing else. With the option `strict` no file of another name counts as right.

    Why:
        They are the interface of a module: whoever calls it looks for them in these files.

    Example:
        # main.tf
        variable "name" {
          type = string
        }

        resource "aws_sns_topic" "alerts" {
          name = var.name
        }

    Becomes:
        # main.tf
        resource "aws_sns_topic" "alerts" {
          name = var.name
        }
        # variables.tf
        variable "name" {
          type = string
        }

    Impact:
        None: where a block is makes no difference to Terraform.

    Limits:
        Silent about files that have nothing but variables, or nothing but outputs, whatever their name
        (`vars.tf`), unless the option `strict` is set; about override files, files in JSON and modules that
        git or Terragrunt keep from being changed. Only reported without the option `move`.

    Source:
        Terraform language documentation, "Standard Module Structure".
    """

    name = "terraform-declaration-misplaced"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    languages = frozenset(("hcl",))
    options: ClassVar[Mapping[str, object]] = {"move": False, "strict": False}

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if module.language != "hcl":
            return
        moves = bool(self.option["move"]) and not why_unsure(module)
        for type_ in _FILES:
            apart = [name for name in ordinary(module) if _has_only(type_, name, module)]
            target = self._target(type_, apart, module)
            right = {target, *(() if self.option["strict"] else apart)}
            for name, block in blocks(module, type_):
                if name in right or len(block.labels) != 1:
                    continue
                message = f"the {type_} '{block.labels[0]}' is in {name}, not in {target}"
                fix = partial(_move, block, target, module) if moves else None
                yield Finding(block, message, fix, advice="" if fix else f"move it to {target}")

    def _target(self, type_: str, apart: list[str], module: Module) -> str:
        """The file that blocks of a type belong in; ``apart`` are the files that have nothing else."""
        usual = _FILES[type_]
        if usual in module.files or self.option["strict"] or len(apart) != 1:
            return usual
        return apart[0] if apart[0].removesuffix(".tf").isalnum() else usual  # not efs-outputs.tf


def _has_only(type_: str, name: str, module: Module) -> bool:
    types = {block.type for block in module.files[name].blocks()}
    return types == {type_}


def _move(block: Block, target: str, module: Module) -> None:
    file = module.file(target)
    if module.file_of(block) is file:
        raise Refused("it is there by now")
    file.body.append(block.remove())
