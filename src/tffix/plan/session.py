"""Plans modules without a cloud: each from nothing, or against the simulated deployment of what it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Final

from tffix.facts.addresses import full_addresses
from tffix.json_data import read_json
from tffix.plan import stand_ins
from tffix.plan.copies import Copy, Former, end_of
from tffix.plan.disarming import BUILT_IN, PROVIDER, REMOTE_STATE
from tffix.plan.errors import NotPlanned
from tffix.plan.results import Plan
from tffix.validate.configuration import Configuration, load_configuration
from tffix.validate.errors import ValidateError
from tffix.validate.schemas import SchemaSource
from tffix.validate.session import Validator

TIME_LIMIT: Final = 120
"""Seconds that one run of Terraform may take."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A module as it is to be read: its directory, and files that count otherwise than on the disk. `place`
    is the directory that it is in for Terraform, if that is another one: what a module was is compared with
    what it is in the same place."""

    directory: Path
    contents: Mapping[Path, bytes] | None = None
    place: Path | None = None


@dataclass(frozen=True, slots=True)
class Deployment:
    """A module that is deployed in simulation; `plan` says what Terraform would do for another to be."""

    module: Tree
    plan: Callable[[Tree], Plan]


class Planner:
    """Plans one module after another, or several at once, from threads.

    A context manager: leaving it ends every process and removes every file that it made.
    """

    def __init__(
        self,
        schemas: SchemaSource | None = None,
        terraform: str | None = None,
        time_limit: float = TIME_LIMIT,
    ) -> None:
        self.validator = Validator(schemas, terraform)
        self.time_limit = time_limit

    def __enter__(self) -> Planner:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.validator.close()

    @property
    def is_tofu(self) -> bool:
        return self.validator.program.is_tofu

    def plan(self, module: Tree) -> Plan:
        """What Terraform would make of a module where nothing is deployed. Raises NotPlanned."""
        with self.validator.folder() as folder:
            return _Run(self, folder).plan(self._load(module))

    def compare(self, before: Tree, after: Tree) -> Plan:
        """What Terraform would do where `before` is deployed and `after` is to be. Raises NotPlanned."""
        with self.deployed(replace(before, place=after.place or after.directory)) as deployment:
            return deployment.plan(after)

    @contextmanager
    def deployed(self, before: Tree) -> Iterator[Deployment]:
        """A simulated deployment of a module, to plan others against, one after the other. Raises
        NotPlanned."""
        with self.validator.folder() as folder:
            run, project = _Run(self, folder), self._load(before)
            try:
                run.deploy(project)
            except NotPlanned as error:
                raise NotPlanned(f"before the change: {error}", error.diagnostics) from error
            yield Deployment(before, lambda after: run.plan(self._load(after)))

    def _load(self, tree: Tree) -> Configuration:
        directory = Path(os.path.abspath(tree.directory))
        if not directory.is_dir():
            raise NotPlanned(f"not a directory: {directory}")
        try:
            owner = self.validator
            found = load_configuration(directory, owner.program.is_tofu, tree.contents, owner.repositories)
            found.place = Path(os.path.abspath(tree.place)) if tree.place else None
            return found
        except ValidateError as error:
            raise NotPlanned(str(error)) from error


class _Run:
    """The runs of Terraform over one module, as it was and as it is, in the same place."""

    def __init__(self, owner: Planner, folder: Path) -> None:
        self.owner, self.folder = owner, folder
        self.state = folder / "deployed.tfstate"
        self.former: Former | None = None

    def deploy(self, project: Configuration) -> None:
        copy = self._copy(project)
        if any(any(module.blocks("import")) for module in project.modules.values()):
            copy.run("plan", "-refresh=false", f"-state={self.state}")
        copy.run("apply", "-auto-approve", f"-state={self.state}", "-backup=-")
        copy.remove()
        self.former = Former(project, copy.knowledge, copy.bent)

    def _copy(self, project: Configuration) -> Copy:
        owner = self.owner
        return Copy(owner.validator, owner.time_limit, self.folder, project, self.former)

    def plan(self, project: Configuration) -> Plan:
        copy = self._copy(project)
        saved = self.folder / "plan"
        arguments = ("-refresh=false", f"-state={self.state}", f"-out={saved}")
        copy.run("plan", *arguments)
        if copy.imports.asked:  # now it is known what they are
            copy.run("plan", *arguments)
        code, out, err = copy.call("show", "-json", str(saved))
        copy.remove()
        if code:
            raise NotPlanned(f"terraform show failed: {end_of(err or out)}")
        text = out.decode("utf-8", "replace")
        for ours, theirs in (
            (REMOTE_STATE, BUILT_IN),
            *((one, "terraform.io/builtin/terraform") for one in full_addresses(stand_ins.ADDRESS)),
            (f'"{PROVIDER}"', '"terraform"'),
        ):
            text = text.replace(ours, theirs)
        try:
            found = read_json(text)
        except ValueError as error:
            raise NotPlanned(f"terraform show: {error}") from error
        places = {**(_places(self.former.project) if self.former is not None else {}), **_places(project)}
        return Plan(project.root, found, tuple(dict.fromkeys(copy.notes)), places)


def _places(project: Configuration) -> dict[str, Path]:
    """The directory of each module by the names on the way to it; that of the root has no name."""
    return {"": project.root} | {one.key: one.directory for one in project.installed if one.directory}
