"""Modules from texts, and rules from functions, for the tests of the runner."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from tffix import Block, Finding, Impact, Module, Transform
from tffix.engine.policy import Policy
from tffix.engine.results import Result
from tffix.engine.runner import check, repair
from tffix.projection import read
from tffix.terraform.project import Project


def project(files: Mapping[str, str]) -> Project:
    """A project of files by path."""
    found = Project(alone=True)
    for path, text in files.items():
        directory, _, name = path.rpartition("/")
        module = found.modules.setdefault(directory or ".", Module(directory or ".", {}))
        file = read(text.encode("utf-8", "surrogateescape"), path)
        assert file is not None
        module.add(name, file)
    found.tie()
    return found


def rule(
    name: str, visit: Callable[[Block, Module], Iterable[Finding]], impact: Impact = Impact.NONE
) -> Transform:
    """A rule that calls a function for every resource."""

    class Rule(Transform):
        def visit_module(self, module: Module) -> Iterator[Finding]:
            for block in module.resources():
                yield from visit(block, module)

    Rule.name = name
    Rule.impact = impact
    return Rule()


def renames(name: str, old: str, new: str, impact: Impact = Impact.NONE) -> Transform:
    """A rule that gives an argument another name."""

    def visit(block: Block, module: Module) -> Iterator[Finding]:
        attribute = block.get(old)
        if attribute is not None:

            def fix() -> None:
                block.body.set(new, attribute.source, after=old)
                attribute.remove()

            yield Finding(attribute, f"'{old}' is '{new}' now", fix)

    return rule(name, visit, impact)


def run(files: Mapping[str, str], *rules: Transform, policy: Policy | None = None, **rest: object) -> Result:
    """What repair gives."""
    return repair(project(files), rules, policy or Policy(), **rest)  # type: ignore[arg-type]


def look(files: Mapping[str, str], *rules: Transform, policy: Policy | None = None) -> Result:
    """What check gives."""
    return check(project(files), rules, policy or Policy())


def texts(result: Result) -> dict[str, str]:
    """The changed files of a result."""
    return {change.path: change.new.decode("utf-8", "surrogateescape") for change in result.changes}


__all__ = ["Policy", "look", "project", "renames", "rule", "run", "texts"]
