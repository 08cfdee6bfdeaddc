"""Validates modules: copies each, serves its providers, runs Terraform on it, and gathers what it says."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from contextvars import copy_context
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Final

from tffix.scratch import scratch
from tffix.terraform.repository import Repositories
from tffix.validate.admitting import admit, passed_in
from tffix.validate.answers import Answers
from tffix.validate.choices import choose_versions, skipped_providers
from tffix.validate.configuration import Configuration, load_configuration
from tffix.validate.discovery import find_modules
from tffix.validate.encoder import Encoder
from tffix.validate.errors import ValidateError
from tffix.validate.facts_source import FactsSchemas
from tffix.validate.mend import Located, Mender
from tffix.validate.reading import Reader
from tffix.validate.results import Diagnostic, Validation
from tffix.validate.schemas import SchemaSource
from tffix.validate.server import Servers, load_grpc
from tffix.validate.terraform import Runner, environment, find_program
from tffix.validate.workspace import Workspace

MAX_ROUNDS: Final = 12
"""How often a module is mended and run again; each round costs one run of Terraform."""


class Validator:
    """Validates one module after another (or several at once, from threads).

    What costs time to prepare is kept between modules. A context manager: leaving it ends every process
    and removes every file that it made. `paths` are those that the user asked for: each is a repository where
    it lies in none of git.
    """

    def __init__(
        self,
        schemas: SchemaSource | None = None,
        terraform: str | None = None,
        paths: Iterable[Path] = (),
    ) -> None:
        load_grpc()
        self.encoder = Encoder(schemas or FactsSchemas())
        with ExitStack() as stack:
            self._home = stack.enter_context(scratch())
            self.program = find_program(terraform, self._home)
            self._remove = stack.pop_all().close
        self.runner = Runner(self.program)
        self.repositories = Repositories(map(str, paths))
        self._reading = Lock()

    def __enter__(self) -> Validator:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends every process, and removes every file that was made."""
        self.runner.close()
        self._remove()

    def validate(
        self, module: Path, contents: Mapping[Path, bytes] | None = None, rounds: int | None = None
    ) -> Validation:
        """Validates the module in a directory, with the modules that it calls.

        `contents`, by absolute path, are files that count otherwise than they stand on the disk. With
        `rounds`, Terraform is run at most so many times, and errors that others hide may not be found.
        """
        module = Path(os.path.abspath(module))
        if not module.is_dir():
            raise ValidateError(f"not a directory: {module}")
        with self.folder() as folder:
            with self._reading:  # so that a repository is looked through once, and not by each thread
                loaded = load_configuration(module, self.program.is_tofu, contents, self.repositories)
                run = _Run(self, loaded, folder)
            return run.result(rounds or MAX_ROUNDS)

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """A folder for the work on one module, that is gone afterwards."""
        folder = Path(tempfile.mkdtemp(dir=self._home))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


class _Run:
    """The rounds of one module."""

    def __init__(self, owner: Validator, project: Configuration, folder: Path) -> None:
        self.owner, self.project, self.folder = owner, project, folder
        self.chosen = choose_versions(project, owner.encoder)
        self.mender = Mender(project)
        self.answers = Answers(project, owner.encoder, self.mender.relaxed)
        self.reader = Reader(project, self.chosen, folder)
        self.skipped = [*project.skipped, *skipped_providers(self.chosen)]
        self.found: dict[tuple[str, int, int, str, str], Diagnostic] = {
            problem.place: problem for problem in project.problems
        }

    def result(self, rounds: int) -> Validation:
        self._admit_version()
        self._supply_aliases()
        workspace = Workspace(self.project, self.folder)
        workspace.build()
        for _ in range(rounds):
            workspace.update(self.mender.supplied)
            heard = [found for found in self._round(workspace) if not self.mender.caused(found)]
            new = [found for found in heard if self._add(found.diagnostic)]
            errors = [found for found in new if found.is_error]
            if not errors or not self.mender.mend(errors):
                break
            for other in self.mender.others:
                self._add(other)
        ordered = sorted(self.found.values(), key=lambda diagnostic: diagnostic.place)
        return Validation(self.project.root, tuple(ordered), tuple(dict.fromkeys(self.skipped)), self.chosen)

    def _add(self, diagnostic: Diagnostic) -> bool:
        new = diagnostic.place not in self.found
        self.found.setdefault(diagnostic.place, diagnostic)
        return new

    def _admit_version(self) -> None:
        for module, note, is_older in admit(self.project, self.owner.program.version):
            self.skipped.append(note)
            self.reader.say(module, note, is_older)

    def _supply_aliases(self) -> None:
        blocks = self.mender.supply(self.project.root).blocks
        for name, text in passed_in(self.project.modules[self.project.root]).items():
            blocks.setdefault(name, text)

    def _round(self, workspace: Workspace) -> list[Located]:
        served = self.answers.served(self.chosen)
        self.skipped.extend(sorted(self.answers.unknown_types))
        with Servers(served, self.folder) as servers:
            environ = environment(self.folder, servers.start())
            raw = self.owner.runner.validate(workspace.directory, environ)
        return [found for item in raw if (found := self.reader.read(item, workspace))]


def _attempt(validator: Validator, module: Path) -> Validation:
    """A module that cannot be run is a result as well: the others still count."""
    try:
        return validator.validate(module)
    except (ValidateError, OSError) as error:
        return Validation(module, (Diagnostic("error", "Not validated", str(error), module),))


def _unread(error: OSError) -> Validation:
    """The result for a directory that cannot be read."""
    path = Path(os.fsdecode(error.filename))
    problem = Diagnostic("error", "Not validated", f"{error.strerror or error}.", path)
    return Validation(path, (problem,))


def validate(
    paths: Iterable[Path],
    schemas: SchemaSource | None = None,
    terraform: str | None = None,
    jobs: int | None = None,
    excluded: Callable[[str], bool] = lambda _: False,
    notes: list[str] | None = None,
) -> list[Validation]:
    """Validates every module at and below the paths that no other one there calls, in order.

    Without `schemas` those of `tffix.facts` are used; `terraform` names the program, `jobs` says how many
    modules are validated at once. What is `excluded` is left out, and so is what git ignores, if it is not
    one of the paths. A directory that cannot be read is a result with an error. Mistakes
    in the patterns of .gitignore files are added to `notes`.
    """
    errors: list[OSError] = []
    paths = tuple(paths)
    with Validator(schemas, terraform, paths) as validator:
        modules = find_modules(paths, validator.program.is_tofu, excluded, errors, notes)
        # What is set for this run, such as the size of files, is not known to threads that are not given it.
        contexts = [copy_context() for _ in modules]
        with ThreadPoolExecutor(jobs or min(4, os.cpu_count() or 1)) as pool:
            try:
                found = pool.map(lambda given, one: given.run(_attempt, validator, one), contexts, modules)
                done = list(found)
            except BaseException:
                # Ends the running Terraforms first, so that the pool has nothing to wait for.
                pool.shutdown(wait=False, cancel_futures=True)
                validator.close()
                raise
    return [*map(_unread, errors), *done]
