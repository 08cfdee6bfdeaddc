"""References in tests to runs that come later, and to what the tested module does not declare."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tffix import (
    Address,
    Block,
    File,
    Finding,
    Impact,
    Module,
    Reference,
    Transform,
    called_module,
    nodes,
    output_of,
    test_files,
    variable_values,
)

from ._evaluation import is_tried
from ._test_shapes import runs, tests


class TestReferenceUndeclared(Transform):
    """A test refers to a run that has not happened yet, or to something that does not exist.

    What:
        Looks up every reference in the `run` blocks of a test: to other runs and their outputs, and to what
        the tested module declares. Variables of a run may only be set by other variables and earlier runs,
        and `providers` may only name provider blocks of the test.

    Why:
        The test fails with "Reference to unavailable run block", "Reference to undeclared resource" or
        "Invalid reference", whatever the module does.

    Example:
        # main.tftest.hcl
        run "first" {
          variables {
            name = run.second.name
          }
        }

        run "second" {
          command = plan
        }
        # main.tf
        output "name" {
          value = "web"
        }

    Impact:
        None: tests change nothing.

    Limits:
        Reported only, with the name that is nearest. Silent about modules from registries and modules with
        files that cannot be read, about mocks, and about the provider blocks of tests. A variable that is not
        declared may be given by the command line: it is reported only where another name is near.

    Source:
        Terraform language documentation, "Tests".
    """

    name = "terraform-test-reference-undeclared"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for _, file in tests(module):
            for shared in file.blocks("variables"):
                for reference in test_files.Part(shared, file, module, module).references:
                    if reference.address.parts[0] not in ("var", "run"):
                        yield _of_variable(reference)
            earlier: dict[str, Module | None] = {}
            for run in runs(file):
                yield from _providers(run, file)
                about = test_files.about(run, module)
                for reference in test_files.Part(run, file, about, module).references:
                    if finding := _finding(reference, earlier, about, file, module):
                        yield finding
                earlier[run.labels[0]] = about


def _providers(run: Block, file: File) -> Iterator[Finding]:
    """The findings at configurations that a run passes on and the test does not have."""
    known = {_configuration(one) for type_ in ("provider", "mock_provider") for one in file.blocks(type_)}
    listed = run.get("providers")
    if listed is None or not isinstance(listed.expression, nodes.Object):
        return
    for item in listed.expression.items:
        name = item.value.text.strip('"')
        if name not in known:
            near = get_close_matches(name, sorted(known), 1)
            advice = (
                f"did you mean {near[0]}?" if near else f"add a provider or mock_provider block for {name}"
            )
            message = f"the test has no provider configuration {name}"
            yield Finding(listed, message, advice=advice, within=item.value)


def _configuration(block: Block) -> str:
    """The configuration that a provider block of a test makes: ``aws`` or ``aws.alias``."""
    alias = block.get("alias")
    return " ".join(block.labels) + (f".{alias.string}" if alias is not None else "")


def _finding(
    reference: Reference, earlier: dict[str, Module | None], about: Module | None, file: File, owner: Module
) -> Finding | None:
    """What is wrong with a reference in a run."""
    inner = _inner(reference)
    if inner not in ("variables", "assert"):
        return None
    address = reference.address
    if address.parts[0] == "run":
        return _of_run(reference, earlier, file)
    if inner == "variables" and address.parts[0] != "var":
        return _of_variable(reference)
    if about is None or about.unreadable:
        return None
    if about.get(address) is None:
        near = _near(address, about)
        if address.parts[0] == "var" and (not near or _is_given(address, reference.block, file, owner)):
            return None  # the command line may give it
        return _at(reference, f"{address} is not declared in {about.path}", near)
    return _of_call(reference, about) if address.parts[0] == "module" else None


def _of_variable(reference: Reference) -> Finding:
    in_run = ", or by outputs of earlier runs" if reference.block.type == "run" else ""
    message = f"a variable of a test refers to {reference.address}"
    return _at(reference, message, f"set it by other variables{in_run}")


def _inner(reference: Reference) -> str:
    """The block of a run that a reference is in."""
    body = reference.attribute.parent
    while body is not None and body.owner is not None and body.owner.parent is not reference.block.body:
        body = body.owner.parent
    return body.owner.type if body is not None and body.owner is not None else ""


def _of_run(reference: Reference, earlier: dict[str, Module | None], file: File) -> Finding | None:
    name = reference.address.parts[1]
    if name not in earlier:
        known = {run.labels[0] for run in runs(file)}
        if name in known:
            return _at(
                reference, f"the run '{name}' has not happened yet here", "move the run that needs it below"
            )
        near = get_close_matches(name, sorted(known), 1)
        advice = f"did you mean '{near[0]}'?" if near else ""
        return _at(reference, f"the test has no run '{name}'", advice)
    module, output = earlier[name], output_of(reference)
    if module is None or output is None or module.unreadable or module.blocks("output", output):
        return None
    if is_tried(reference.node, reference.attribute):
        return None
    return _at(reference, f"run.{name} has no output '{output}'", _nearest(output, module))


def _of_call(reference: Reference, about: Module) -> Finding | None:
    call, output = about.get(reference.address), output_of(reference)
    child = called_module(about, call) if isinstance(call, Block) else None
    if child is None or child.unreadable or output is None or child.blocks("output", output):
        return None
    if is_tried(reference.node, reference.attribute):
        return None
    return _at(reference, f"{reference.address} has no output '{output}'", _nearest(output, child))


def _nearest(output: str, module: Module) -> str:
    near = get_close_matches(output, [one.labels[0] for one in module.blocks("output") if one.labels], 1)
    return f"did you mean '{near[0]}'?" if near else ""


def _is_given(address: Address, run: Block, file: File, owner: Module) -> bool:
    """Whether a variable that a module does not declare is given a value all the same."""
    bodies = [one.body for one in (*file.blocks("variables"), *run.blocks("variables"))]
    bodies += [values.body for _, values in variable_values.files_of_values(owner)]
    return any(one.get(address.parts[1]) is not None for one in bodies)


def _near(address: Address, about: Module) -> str:
    """The declared address of the same kind that is nearest, as a question."""
    kind = {"var": "variable", "output": "output", "module": "module"}.get(address.parts[0])
    if address.parts[0] == "local":
        known = list(about.locals)
    elif kind is not None:
        known = [one.labels[-1] for one in about.blocks(kind) if one.labels]
    else:
        header = address.parts[:-1] if address.parts[0] == "data" else ("resource", *address.parts[:-1])
        known = [one.labels[-1] for one in about.blocks(*header) if one.labels]
    near = get_close_matches(address.parts[-1], known, 1, 0.7)
    return f"did you mean {'.'.join((*address.parts[:-1], near[0]))}?" if near else ""


def _at(reference: Reference, message: str, advice: str) -> Finding:
    return Finding(reference.attribute, message, advice=advice, within=reference.node)
