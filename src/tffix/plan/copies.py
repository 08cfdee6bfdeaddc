"""A copy of a project that Terraform plans and applies in, beside the providers that it asks."""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from tffix.json_data import read_json
from tffix.plan import stand_ins
from tffix.plan.disarming import PROVIDER, REMOTE_STATE, disarm
from tffix.plan.environment import sealed
from tffix.plan.errors import NotPlanned
from tffix.plan.knowledge import Knowledge
from tffix.plan.mending import PlanMender
from tffix.plan.provider import Imports, PlanningProvider
from tffix.validate.admitting import admit, passed_in
from tffix.validate.answers import Answers, Relaxed
from tffix.validate.choices import choose_versions, skipped_providers
from tffix.validate.configuration import Configuration
from tffix.validate.errors import ValidateError
from tffix.validate.mend import Located
from tffix.validate.reading import Reader
from tffix.validate.results import Diagnostic, ProviderVersion
from tffix.validate.server import Servers
from tffix.validate.session import Validator
from tffix.validate.terraform import environment
from tffix.validate.workspace import Supplied, Workspace

MAX_ROUNDS: Final = 8
"""How often a plan is tried again with what it lacked."""

_WORKSPACE: Final = re.compile(r"\bterraform\.workspace\b")
_CHECK_FAILED: Final = "Check block assertion failed"
"""What Terraform only warns of: with made-up values nobody knows what it means for the module."""
_COMMON: Final = ("-input=false", "-no-color", "-lock=false")


@dataclass(frozen=True, slots=True)
class Former:
    """What a project was that is deployed: what was known of it, and the expressions that were bent."""

    project: Configuration
    knowledge: Knowledge
    bent: set[str]


class Copy:
    """A copy of a project that Terraform can be run in, with the providers that it asks."""

    def __init__(
        self,
        validator: Validator,
        time_limit: float,
        folder: Path,
        project: Configuration,
        former: Former | None = None,
    ) -> None:
        self.validator, self.time_limit = validator, time_limit
        self.folder, self.project = folder, project
        before = former.project if former is not None else None
        disarm(project, validator.program.is_tofu)
        chosen = _chosen(project, validator)
        self.reader = Reader(project, chosen, self.folder)
        self.notes = [*project.skipped, *skipped_providers(chosen)]
        self.notes += [one.note for one in chosen if one.note]
        for _, note, _ in admit(project, validator.program.version):
            self.notes.append(note)
        served = _with_former(chosen, before, validator)
        answers = Answers(project, validator.encoder, Relaxed(), before)
        self.knowledge = Knowledge(project, answers, served, former.knowledge if former else None)
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
        self.bent = former.bent if former is not None else set[str]()
        self.mender = PlanMender(
            self.workspace, self.providers.values(), self.notes, self.bent, former is None
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
                raise NotPlanned(f"terraform {command} failed: {end_of(err or out)}")
            if not errors:
                return
            if not self.mender.mend(errors):
                break
        told = tuple(one.diagnostic for one in errors)
        raise NotPlanned(_reason(told[0], self.project.root), told)

    def call(self, *arguments: str) -> tuple[int, bytes, bytes]:
        """Runs Terraform beside its providers: exit code, output and errors. Raises NotPlanned."""
        runner = self.validator.runner
        with ExitStack() as stack:
            servers = stack.enter_context(Servers(self.providers, self.folder))
            environ = sealed(environment(self.folder, servers.start()), self.folder)
            try:
                return runner.run(arguments, self.workspace.directory, environ, self.time_limit)
            except ValidateError as error:
                raise NotPlanned(str(error)) from error

    def _error(self, line: bytes) -> Located | None:
        """The error that a line of output says, at its place in the user's files."""
        try:
            entry = read_json(line)
        except ValueError:
            return None
        raw: dict[str, Any] | None = entry.get("diagnostic") if isinstance(entry, dict) else None
        if raw is None or (raw.get("severity") != "error" and raw.get("summary") != _CHECK_FAILED):
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


def end_of(output: bytes) -> str:
    return output.decode("utf-8", "replace").strip()[-500:]


def _reason(error: Diagnostic, root: Path) -> str:
    place = f"{os.path.relpath(error.path, root)}:{error.line}: " if error.line else ""
    detail = f": {error.detail}" if error.detail else ""
    return f"{place}{error.summary}{detail}"
