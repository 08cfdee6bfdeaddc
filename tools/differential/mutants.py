"""Makes mutants: a unit with one language error put into one of its modules, the same for the same seed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from differential.json_form import as_json
from differential.kinds import Mutation
from differential.scene import NoSiteError, Scene
from differential.units import Unit, has_unknown_files, restored
from tffix import HclSyntaxError, Module, parse
from tffix.hcl.errors import SyntaxFault
from tffix.terraform.project import Project

_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Mutant:
    """`contents` are the files that are changed, by absolute path; `host` those that the unit itself has
    in their place."""

    kind: str
    contents: dict[str, bytes]
    host: dict[str, bytes] = field(default_factory=dict)

    def in_json(self) -> Mutant:
        """The same with the changed files, and those of the unit that they replace, in JSON."""
        before = {path: Path(path).read_bytes() for path in self.contents if os.path.exists(path)}
        return Mutant(self.kind, _as_json(self.contents), _as_json(before))


def _as_json(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files in JSON, beside native ones that are empty."""
    twins = {f"{path}.json": as_json(parse(data, path)) for path, data in contents.items()}
    return dict.fromkeys(contents, b"") | twins


def make_mutants(
    units: Sequence[Unit], kinds: Mapping[str, Mutation], count: int, seed: int
) -> Iterator[tuple[Unit, list[Mutant]]]:
    """About so many mutants over all units, each kind about as often as the others where modules have a
    place for it. Modules into which Terragrunt writes files that are not known are left out: `check` says
    little of them."""
    order = list(units)
    Random(f"{seed}").shuffle(order)
    each = -(-count // max(1, len(order)))
    made = Counter[str]()
    for number, unit in enumerate(order):
        if made.total() >= count:
            return
        # What is not used up in one unit is made in later ones.
        wanted = min(count - made.total(), each * (number + 1) - made.total())
        mutants = list(_of_unit(unit, kinds, wanted, made, Random(f"{seed} {number}")))
        if mutants:
            yield unit, mutants


def _of_unit(
    unit: Unit, kinds: Mapping[str, Mutation], wanted: int, made: Counter[str], random: Random
) -> Iterator[Mutant]:
    project = unit.project()
    if has_unknown_files(project):
        return
    tried = sorted(kinds, key=lambda kind: (made[kind], random.random()))
    for kind in tried:
        if wanted <= 0:
            return
        mutant = make(project, kind, kinds[kind], random)
        if mutant is not None:
            made[kind] += 1
            wanted -= 1
            yield mutant


def make(project: Project, kind: str, mutation: Mutation, random: Random) -> Mutant | None:
    """A mutant of one kind; None if no module has a place for it. The project is as before afterwards."""
    for _ in range(_ATTEMPTS):
        module = random.choice(list(project.modules.values()))
        if not any(name.endswith(".tf") for name in module.files):
            continue
        contents = _mutated(project, module, mutation, random)
        if contents:
            return Mutant(kind, contents)
    return None


def _mutated(project: Project, module: Module, mutation: Mutation, random: Random) -> dict[str, bytes]:
    """The files that a mutation changes, if it can be made and they can be parsed."""
    with restored(project):
        try:
            mutation(Scene(module, random))
            changed = {
                file.path: bytes(file)
                for one in project.modules.values()
                for file in one.files.values()
                if file.text != file.source or not os.path.exists(file.path)
            }
            for path, data in changed.items():
                parse(data, path)
        except (NoSiteError, HclSyntaxError, SyntaxFault):
            return {}
    return changed
