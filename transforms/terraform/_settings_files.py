"""Which files of a module its `terraform` and `provider` blocks are in, or belong in: the author's habit.

Facts: Terraform Style Guide, "File names", for modules that show no habit.
"""

from __future__ import annotations

from tffix import PROVIDER_FILES, Block, File, Module, habits, made_for_others

from . import _terraform_blocks as terraform
from ._files import blocks, ordinary


def is_for_settings(name: str, file: File) -> bool:
    """Whether a file has a usual name for settings, or is for them by its name or contents."""
    return name in PROVIDER_FILES or habits.is_for_settings(name, {block.type for block in file.blocks()})


def stays(name: str, module: Module) -> bool:
    """Whether the settings in a file are where their author wants them: apart from resources, in a module
    that is made for others, or in a root of a repository whose roots are like that."""
    if not module.is_root or is_for_settings(name, module.files[name]):
        return True
    usual = habits.of(module)
    if module.recall(made_for_others) or name in map(usual.file_for, habits.SETTINGS):
        return True
    return habits.counts(module) and usual.mixes


def is_lone_backend(block: Block, module: Module) -> bool:
    """Whether a terraform block does nothing but name the backend of a module without a file for settings:
    there is nothing that it is to be found with."""
    providers = any(not stays(name, module) for name, _ in blocks(module, "provider"))
    return terraform.holds_only_a_backend(block) and not providers and not _files_for_settings(module)


def home(module: Module) -> Block | None:
    """The terraform block that others are to join: one in a file for settings, best one with
    ``required_providers``."""
    found = [
        block
        for name in _files_for_settings(module)
        for block in ordinary(module)[name].blocks("terraform")
        if not (name not in PROVIDER_FILES and terraform.holds_only_a_backend(block))
    ]
    requiring = (block for block in found if next(block.blocks("required_providers"), None))
    return next(requiring, None) or next(iter(found), None)


def terraform_file(module: Module) -> str:
    """The name of the file for terraform blocks."""
    known = home(module)
    if known is not None:
        return next(name for name, file in ordinary(module).items() if file.body is known.parent)
    named = next((name for name in PROVIDER_FILES if name in ordinary(module)), None)
    used = [name for name, _ in blocks(module, "provider") if name in _files_for_settings(module)]
    usual = _usual_file("terraform", module) if module.is_root else "versions.tf"
    return _writable([*filter(None, (named, *used)), usual], module)


def provider_file(provider: str, module: Module) -> str:
    """The name of the file for the blocks of a provider: the one that has its others, one that is named for
    such blocks, or the only one that has any."""
    settings = _files_for_settings(module)
    used = [(name, block) for name, block in blocks(module, "provider") if name in settings]
    own = [name for name, block in used if block.labels == (provider,)]
    usual = [name for name in PROVIDER_FILES if any(name == one for one, _ in used)]
    named = [name for name in ("provider.tf", "providers.tf") if name in settings]
    names = list(dict.fromkeys(name for name, _ in used))
    only = names if len(names) == 1 else []
    best = sorted(dict.fromkeys(own), key=lambda name: (name not in PROVIDER_FILES, -own.count(name)))
    habit = _usual_file("provider", module)
    return _writable([*best, *usual, *named, *only, habit, *settings], module)


def _usual_file(type_: str, module: Module) -> str:
    """The file that other roots of the repository have for blocks of a type, unless resources are in it."""
    usual = habits.of(module).file_for(type_)
    file = module.files.get(usual) if usual else None
    has_resources = usual is not None and file is not None and not is_for_settings(usual, file)
    return "provider.tf" if usual is None or has_resources else usual


def _writable(names: list[str], module: Module) -> str:
    """The first of these files that can be written, as git does not ignore it and Terragrunt does not write
    it; the first if there is none such."""
    return next((name for name in names if not module.why_not_written(name)), names[0])


def _files_for_settings(module: Module) -> list[str]:
    """The names of the module's files for settings, those of the usual names first."""
    found = [name for name, file in ordinary(module).items() if is_for_settings(name, file)]
    usual = [name for name in PROVIDER_FILES if name in found]
    return usual + [name for name in found if name not in usual]
