"""Plans modules without a cloud: each from nothing, or against the simulated deployment of what it was."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from tffix.facts.addresses import full_addresses
from tffix.json_data import read_json
from tffix.plan import stand_ins
from tffix.plan.disarming import BUILT_IN, PROVIDER, REMOTE_STATE, disarm
from tffix.plan.environment import sealed
from tffix.plan.errors import NotPlanned
from tffix.plan.knowledge import Knowledge
from tffix.plan.mending import PlanMender
from tffix.plan.provider import Imports, PlanningProvider
from tffix.plan.results import Plan
from tffix.validate.admitting import admit, passed_in
from tffix.validate.answers import Answers, Relaxed
from tffix.validate.choices import choose_versions, skipped_providers
from tffix.validate.configuration import Configuration, load_configuration
from tffix.validate.errors import ValidateError
from tffix.validate.mend import Located
from tffix.validate.reading import Reader
from tffix.validate.results import Diagnostic, ProviderVersion
from tffix.validate.schemas import SchemaSource
from tffix.validate.server import Servers
from tffix.validate.session import Validator
from tffix.validate.terraform import environment
from tffix.validate.workspace import Supplied, Workspace

TIME_LIMIT: Final = 120
"""Seconds that one run of Terraform may take."""

MAX_ROUNDS: Final = 8
"""How often a plan is tried again with what it lacked."""

_WORKSPACE: Final = re.compile(r"\bterraform\.workspace\b")
_COMMON: Final = ("-input=false", "-no-color", "-lock=false")


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
            return _Run(self, folder).plan(self._load(module), None)

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
            yield Deployment(before, lambda after: run.plan(self._load(after), project))

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
        self.bent: set[str] = set()
        self.knowledge: Knowledge | None = None

    def deploy(self, project: Configuration) -> None:
        copy = _Copy(self, project, None)
        if any(any(module.blocks("import")) for module in project.modules.values()):
            copy.run("plan", "-refresh=false", f"-state={self.state}")
        copy.run("apply", "-auto-approve", f"-state={self.state}", "-backup=-")
        copy.remove()
        self.knowledge = copy.knowledge

    def plan(self, project: Configuration, before: Configuration | None) -> Plan:
        copy = _Copy(self, project, before)
        saved = self.folder / "plan"
        arguments = ("-refresh=false", f"-state={self.state}", f"-out={saved}")
        copy.run("plan", *arguments)
        if copy.imports.asked:  # now it is known what they are
            copy.run("plan", *arguments)
        code, out, err = copy.call("show", "-json", str(saved))
        copy.remove()
        if code:
            raise NotPlanned(f"terraform show failed: {_end_of(err or out)}")
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
        places = {**(_places(before) if before is not None else {}), **_places(project)}
        return Plan(project.root, found, tuple(dict.fromkeys(copy.notes)), places)


class _Copy:
    """A copy of a project that Terraform can be run in, with the providers that it asks."""

    def __init__(self, run: _Run, project: Configuration, before: Configuration | None) -> None:
        self.owner, self.folder, self.project = run.owner, run.folder, project
        validator = self.owner.validator
        disarm(project)
        chosen = _chosen(project, validator)
        self.reader = Reader(project, chosen, self.folder)
        self.notes = [*project.skipped, *skipped_providers(chosen)]
        self.notes += [one.note for one in chosen if one.note]
        for _, note, _ in admit(project, validator.program.version):
            self.notes.append(note)
        served = _with_former(chosen, before, validator)
        answers = Answers(project, validator.encoder, Relaxed(), before)
        self.knowledge = Knowledge(project, answers, served, run.knowledge)
        setting = self.knowledge.setting
        stand_ins.fill_modules(project, self.knowledge)
        self._name_workspace()
        self.workspace = Workspace(project, self.folder)
        self.imports = Imports()
        # What another version of a provider may set is nobody's mistake.
        other = {one.address for one in served if not one.admitted}
        self.providers: dict[str, PlanningProvider] = {
            address: PlanningProvider(
                replace(provider, check=_accept) if address in other else provider,
                setting,
                self.imports,
                self.knowledge.shapes,
                directory=self.workspace.directory,
            )
            for address, provider in answers.served(served).items()
        }
        states = {REMOTE_STATE: stand_ins.states(self.knowledge)}
        self.providers[stand_ins.ADDRESS] = PlanningProvider(
            stand_ins.served(), setting, self.imports, {}, states
        )
        self.remove()  # what an earlier one has left that failed
        self.workspace.build()
        aliases = passed_in(project.modules[project.root])
        self.workspace.update({project.root: Supplied(aliases)})
        self.workspace.leave_only_known()
        for name in self.workspace.leave_out_encrypted():
            self.notes.append(f"{name} is encrypted: its values are made up")
        self.mender = PlanMender(
            self.workspace, self.providers.values(), self.notes, run.bent, before is None
        )
        self.values = self.folder / "values.tfvars.json"
        self.values.write_text(json.dumps(self.knowledge.variables), "utf-8")

    def remove(self) -> None:
        for folder in (self.workspace.tree, self.workspace.data, self.folder / "stand-ins"):
            shutil.rmtree(folder, ignore_errors=True)

    def run(self, command: str, *arguments: str) -> None:
        """Runs a command that says what it does in JSON. Raises NotPlanned with its first error."""
        for _ in range(MAX_ROUNDS):
            options = ("-json", *_COMMON, f"-var-file={self.values}", *arguments)
            code, out, err = self.call(command, *options)
            errors = [found for line in out.splitlines() if (found := self._error(line))]
            if not errors and code:
                raise NotPlanned(f"terraform {command} failed: {_end_of(err or out)}")
            if not errors:
                return
            if not self.mender.mend(errors):
                break
        told = tuple(one.diagnostic for one in errors)
        raise NotPlanned(_reason(told[0], self.project.root), told)

    def call(self, *arguments: str) -> tuple[int, bytes, bytes]:
        """Runs Terraform beside its providers: exit code, output and errors. Raises NotPlanned."""
        runner = self.owner.validator.runner
        with ExitStack() as stack:
            servers = stack.enter_context(Servers(self.providers, self.folder))
            environ = sealed(environment(self.folder, servers.start()), self.folder)
            try:
                return runner.run(arguments, self.workspace.directory, environ, self.owner.time_limit)
            except ValidateError as error:
                raise NotPlanned(str(error)) from error

    def _error(self, line: bytes) -> Located | None:
        """The error that a line of output says, at its place in the user's files."""
        try:
            entry = read_json(line)
        except ValueError:
            return None
        raw: dict[str, Any] | None = entry.get("diagnostic") if isinstance(entry, dict) else None
        if raw is None or raw.get("severity") != "error":
            return None
        for key in ("summary", "detail"):
            raw[key] = str(raw.get(key, "")).replace(PROVIDER, "terraform")
        found = self.reader.read(raw, self.workspace)
        if found is not None:
            return replace(found, diagnostic=replace(found.diagnostic, severity="error"))
        return Located(Diagnostic("error", raw["summary"], raw["detail"], self.project.root), True)

    def _name_workspace(self) -> None:
        """Has the module read a workspace that it knows, where it knows some."""
        for directory, uses in self.knowledge.uses.items():
            choices = uses.of("terraform", "workspace").choices
            name = next((one for one in choices if one), "")
            if not name or "default" in choices:
                continue
            for file in self.project.modules[Path(directory)].files:
                if not file.path.name.endswith(".json"):
                    file.replace(_WORKSPACE.sub(json.dumps(name), file.text))


def _accept(kind: str, name: str, values: object) -> list[bytes]:
    return []


def _places(project: Configuration) -> dict[str, Path]:
    """The directory of each module by the names on the way to it; that of the root has no name."""
    return {"": project.root} | {one.key: one.directory for one in project.installed if one.directory}


def _chosen(project: Configuration, validator: Validator) -> tuple[ProviderVersion, ...]:
    found = choose_versions(project, validator.encoder)
    return tuple(one for one in found if one.address != stand_ins.ADDRESS)


def _with_former(
    chosen: tuple[ProviderVersion, ...], before: Configuration | None, validator: Validator
) -> tuple[ProviderVersion, ...]:
    """The providers of a project, and those that only its former self had."""
    known = {one.address for one in chosen}
    former = _chosen(before, validator) if before is not None else ()
    return (*chosen, *(one for one in former if one.address not in known))


def _end_of(output: bytes) -> str:
    return output.decode("utf-8", "replace").strip()[-500:]


def _reason(error: Diagnostic, root: Path) -> str:
    place = f"{os.path.relpath(error.path, root)}:{error.line}: " if error.line else ""
    detail = f": {error.detail}" if error.detail else ""
    return f"{place}{error.summary}{detail}"
