"""Runs a campaign's rules over the files of one repository, and writes what they change there."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..engine import runner
from ..engine.config import NAME as CONFIG_NAME
from ..engine.config import Config, read_config
from ..engine.places import file_error
from ..engine.policy import Policy, Release
from ..engine.results import Change, FileError, Found, Result
from ..engine.rewriting import rewrite_below
from ..engine.writing import Writer
from ..report.difference import patch
from ..report.masking import NONE, masked
from ..report.shown import without_surrogates
from ..rules.transform import Transform
from ..terraform.components import components
from ..terraform.discovery import find_modules
from ..terraform.project import read_modules
from ..terraform.repository import Repositories
from ..terraform.surroundings import called_from_outside
from .campaign import Recipe
from .records import Diff


@dataclass(slots=True)
class Rewritten:
    """What the rules came to in a repository, with paths relative to it. ``contents`` has the bytes that
    every changed file had (None: it is new) and has, ``secrets`` what is masked in its diff."""

    found: list[Found] = field(default_factory=list)
    fixed: list[Found] = field(default_factory=list)
    errors: list[FileError] = field(default_factory=list)
    contents: dict[str, tuple[bytes | None, bytes]] = field(default_factory=dict)
    secrets: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def diffs(self) -> Iterator[Diff]:
        """The changed files, from first to last."""
        for path, (old, new) in sorted(self.contents.items()):
            text = without_surrogates(patch(Change(path, old, new, secrets=self.secrets.get(path, NONE))))
            lines = text.split("\n")[2:]
            added, removed = (sum(line.startswith(sign) for line in lines) for sign in "+-")
            yield Diff(path, text, added, removed)

    @property
    def digest(self) -> str:
        """Differs if anything is written otherwise."""
        told = hashlib.sha256()
        for path, (_, new) in sorted(self.contents.items()):
            told.update(os.fsencode(path) + b"\0" + hashlib.sha256(new).digest())
        return told.hexdigest()


Stage = Callable[[str, Sequence[str], int], None]
"""Told of the rule whose changes stand in the files now (empty: all), of their paths, and of the number of
findings that they repair."""


def rewrite(
    top: Path, folders: Sequence[str], recipe: Recipe, stage: Stage = lambda rule, paths, fixes: None
) -> Rewritten:
    """Makes the change in the files below ``top``, which is the working directory meanwhile. A folder that
    is not there is passed over. Raises ValueError if a tffix.toml cannot be used."""
    transforms = recipe.transforms()
    steps: list[tuple[str, list[Transform]]] = [("", transforms)]
    if recipe.by_rule:
        # What the rules give together and not one by one comes last, as a step of all.
        steps = [*((one.name, [one]) for one in transforms), *steps]
    whole = Rewritten()
    with contextlib.chdir(top):
        for rule, chosen in steps:
            before = len(whole.fixed)
            paths = _step(whole, folders, chosen, recipe)
            if paths:
                stage(rule, paths, len(whole.fixed) - before)
    return whole


def _step(whole: Rewritten, folders: Sequence[str], chosen: list[Transform], recipe: Recipe) -> list[str]:
    """Makes the fixes of some rules, writes them, and gives the paths of what changed."""
    found = Result()
    for folder in filter(os.path.isdir, folders):
        found.merge(_repair(os.path.normpath(folder), chosen, recipe))
    result = masked(found)
    written = Writer.below(["."]).write(result.changes)
    defects = (FileError(one.path, 0, 0, f"{one.rule}: {one.message}") for one in result.defects)
    whole.errors = [*result.errors, *written.errors, *defects]
    whole.found = result.found
    whole.fixed += result.fixed
    for one in written.done:
        old, _ = whole.contents.get(one.path, (one.old, b""))
        whole.contents[one.path] = (old, one.new)
        whole.secrets[one.path] = whole.secrets.get(one.path, NONE) | one.secrets
    return sorted({one.path for one in written.done})


def _repair(folder: str, transforms: list[Transform], recipe: Recipe) -> Result:
    config = _config(folder)
    config.limit_files()
    errors: list[OSError] = []
    found = find_modules([folder], config.excludes, errors=errors)
    outside = called_from_outside(found)
    chosen = list(_with_options(transforms, config, recipe))
    policy = Policy(
        recipe.allow_replace,
        ignores=config.ignores,
        state_unknown=True,
        says=config.says_deployed,
        named=frozenset(recipe.named),
        tiers=config.tiers,
        words=Release("limits.allow-replace = true", 'change.select = ["{}"]'),
    )
    result = Result()
    result.errors = list(map(file_error, errors))
    repositories = Repositories((folder,))
    for component in components(found):
        project = read_modules(component, outside, repositories=repositories)
        result.merge(runner.repair(project, chosen, policy))
    rewrite_below(chosen, [folder], config.excludes, policy, True, result)
    result.sort()
    return result


def _with_options(transforms: list[Transform], config: Config, recipe: Recipe) -> Iterator[Transform]:
    """The transforms that a repository does not leave out, with its options where the campaign has none."""
    for one in transforms:
        if one.name not in config.ignore:
            yield type(one)({**config.options.get(one.name, {}), **recipe.options.get(one.name, {})})


def _config(folder: str) -> Config:
    """The settings for a folder: of the nearest tffix.toml, but none from above the repository."""
    for here in (Path(folder), *Path(folder).parents):
        if os.path.lexists(here / CONFIG_NAME):
            return read_config(str(here / CONFIG_NAME))
    return Config()
