"""Fixes that open or make another module, and modules that call themselves or each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tffix import Block, Finding, Module, Refused, Transform, parse, parse_block, quote
from tffix.cli.validating import errors_of_modules
from tffix.engine.golden import Case
from tffix.engine.golden_laws import run_case
from tffix.engine.guard import guarded
from tffix.engine.policy import Policy
from tffix.engine.results import Result
from tffix.engine.runner import check, repair
from tffix.engine.writing import Writer
from tffix.rules.registry import in_profile, select
from tffix.rules.script import Script
from tffix.terraform.module import UnreadableFileError
from tffix.terraform.project import read_project
from tffix.terraform.roots import roots
from tffix.terraform.state import module_prefixes

from .helpers import project, rule

BUCKET = 'resource "aws_s3_bucket" "logs" {\n  bucket = "acme-logs"\n}\n'
CALL = 'module "logs" {\n  source = "./modules/bucket"\n}\n'


def into_module(done: Callable[[Module], None] = lambda _: None) -> Transform:
    """A rule that moves a bucket into a module of its own."""

    def visit(block: Block, module: Module) -> Iterator[Finding]:
        if module.path != ".":
            return

        def fix() -> None:
            made = module.beside("modules/bucket")
            made.file("main.tf").body.append(block.remove())
            source = quote(module.source_of(made))
            call = parse_block(f'module "{block.labels[1]}" {{\nsource = {source}\n}}')
            module.file("main.tf").body.append(call)
            done(module)

        yield Finding(block, "the bucket belongs in a module", fix)

    return rule("into-module", visit)


def contents(result: Result) -> dict[str, str]:
    return {change.path: change.new.decode() for change in result.changes}


def test_a_file_of_another_directory_is_no_file_of_this_module() -> None:
    module = project({"main.tf": BUCKET}).modules["."]
    for name in ("modules/bucket/main.tf", "../other.tf", "sub\\main.tf", "/etc/main.tf"):
        with pytest.raises(UnreadableFileError, match="another directory"):
            module.file(name)
    with pytest.raises(UnreadableFileError, match="another directory"):
        module.add("modules/bucket/main.tf", parse(b""))
    with pytest.raises(UnreadableFileError, match=r"must end in \.tf"):
        module.file("main.tf.json")
    assert list(module.files) == ["main.tf"]


def test_a_fix_makes_a_module() -> None:
    result = repair(project({"main.tf": BUCKET}), [into_module()], Policy())
    assert not result.defects
    assert contents(result) == {"main.tf": CALL, "modules/bucket/main.tf": BUCKET}
    made = next(one for one in result.changes if one.path == "modules/bucket/main.tf")
    assert made.old is None
    assert len({one.together for one in result.changes}) == 1, "written together or not at all"


def test_a_fix_that_fails_leaves_no_module_behind() -> None:
    def fail(_: Module) -> None:
        raise Refused("not today")

    files = {"main.tf": BUCKET}
    given = project(files)
    result = repair(given, [into_module(fail)], Policy())
    assert not result.changes
    assert list(given.modules) == ["."]
    assert result.found[0].reason == "not today"


def test_checking_makes_nothing() -> None:
    given = project({"main.tf": BUCKET})
    result = check(given, [into_module()], Policy())
    assert [one.fixable for one in result.found] == [True]
    assert list(given.modules) == ["."]
    assert not given.made


def test_a_fix_opens_its_child_and_its_sibling() -> None:
    files = {
        "main.tf": 'module "a" {\n  source = "./a"\n}\n\nmodule "b" {\n  source = "./b"\n}\n',
        "a/main.tf": 'resource "aws_s3_bucket" "x" {\n}\n',
        "b/main.tf": 'variable "y" {\n}\n',
    }

    def visit(block: Block, module: Module) -> Iterator[Finding]:
        sibling = module.beside("../b")
        if sibling.variable("z") is None:

            def fix() -> None:
                sibling.file("more.tf").body.append(parse_block('variable "z" {\n}'))

            yield Finding(block, "the sibling needs a variable", fix)

    result = repair(project(files), [rule("sibling", visit)], Policy())
    assert not result.defects
    assert contents(result) == {"b/more.tf": 'variable "z" {\n}\n'}


def test_a_module_that_no_call_ties_is_not_opened() -> None:
    given = project({"main.tf": BUCKET, "other/main.tf": BUCKET})
    with pytest.raises(UnreadableFileError, match="no call ties"):
        given.modules["."].beside("other")
    with pytest.raises(UnreadableFileError, match="no path to another module"):
        given.modules["."].beside(".")
    with pytest.raises(UnreadableFileError, match="in no project"):
        Module(".", {}).beside("other")


def test_a_module_on_disk_that_was_left_out_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "left").mkdir()
    (tmp_path / "left" / "main.tf").write_text(BUCKET)
    (tmp_path / "main.tf").write_text(BUCKET)
    monkeypatch.chdir(tmp_path)
    given = read_project(["."], lambda path: "left" in path, alone=True)
    with pytest.raises(UnreadableFileError, match="not worked on together"):
        given.modules["."].beside("left")


def test_the_guard_reads_a_module_that_is_only_to_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "main.tf").write_text('resource "terraform_data" "logs" {\n}\n')
    monkeypatch.chdir(tmp_path)
    seen: list[tuple[str, tuple[str, ...]]] = []

    def errors(root: str, files: Mapping[str, bytes]) -> set[str]:
        seen.append((root, tuple(sorted(files))))
        return set(of_modules(root, files))

    with errors_of_modules() as of_modules:
        result = guarded(lambda: read_project(["."], alone=True), [into_module()], Policy(), errors)
    assert not result.defects, result.defects
    assert set(contents(result)) == {"main.tf", "modules/bucket/main.tf"}
    assert seen == [(".", ()), (".", ("main.tf", "modules/bucket/main.tf"))]


def test_a_module_outside_the_paths_given_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "top").mkdir()
    (tmp_path / "top" / "main.tf").write_text(BUCKET)
    monkeypatch.chdir(tmp_path / "top")

    def visit(block: Block, module: Module) -> Iterator[Finding]:
        def fix() -> None:
            module.beside("../beyond").file("main.tf").body.append(block.remove())

        yield Finding(block, "belongs elsewhere", fix)

    project = read_project(["."], alone=True)
    policy = Policy(unwritable=Writer.below(["."]).unwritable)
    result = repair(project, [rule("beyond", visit)], policy)
    assert not result.changes
    assert "is outside the paths given" in result.found[0].reason
    assert list(project.modules) == ["."]


# -- circles ---------------------------------------------------------------------------------------------

ITSELF = {"main.tf": BUCKET + '\nmodule "again" {\n  source = "./."\n}\n'}
EACH_OTHER = {
    "a/main.tf": BUCKET + '\nmodule "b" {\n  source = "../b"\n}\n',
    "b/main.tf": BUCKET + '\nmodule "a" {\n  source = "../a"\n}\n',
}
BELOW_A_ROOT = EACH_OTHER | {"main.tf": 'module "a" {\n  source = "./a"\n}\n'}
CIRCLES = pytest.mark.parametrize(
    "files", [ITSELF, EACH_OTHER, BELOW_A_ROOT], ids=["itself", "each-other", "below-a-root"]
)


@CIRCLES
def test_circles_end_no_rule(files: dict[str, str]) -> None:
    given = project(files)
    rules = select(in_profile("all"), (), {})
    assert not check(given, rules, Policy()).defects
    for module in given.modules.values():
        assert module_prefixes(module)
    assert [one.path for one in roots(given)] == [min(given.modules)]
    assert not repair(project(files), rules, Policy(named=frozenset(one.name for one in rules))).defects


@CIRCLES
def test_circles_end_no_guard(files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text.replace("aws_s3_bucket", "terraform_data"))
    monkeypatch.chdir(tmp_path)

    def visit(block: Block, module: Module) -> Iterator[Finding]:
        if block.get("input") is None:
            yield Finding(block, "no input", lambda: block.body.set("input", "1"))

    with errors_of_modules() as errors:
        result = guarded(
            lambda: read_project(["."], alone=True), [rule("sets-input", visit)], Policy(), errors
        )
    assert not result.defects
    assert result.changes


SCRIPT = '''
from collections.abc import Iterator
from tffix import Block, Finding, Impact, Module, Transform, parse_block, resources

class CallsItself(Transform):
    """Writes a module that calls itself."""

    name = "calls-itself"
    impact = Impact.NONE
    watches = resources("aws_s3_bucket")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if not module.blocks("module"):
            yield Finding(block, "no call", lambda: self.fix(module))

    def fix(self, module: Module) -> None:
        made = module.beside("modules/bucket")
        for one in (module, made):
            one.file("main.tf").body.append(parse_block('module "x" {\\nsource = "./%s"\\n}' % (
                "." if one is made else "modules/bucket")))
'''


def test_a_rule_that_writes_a_module_that_calls_itself_is_held_to_the_laws(tmp_path: Path) -> None:
    folder = tmp_path / "calls-itself" / "case"
    (folder / "input").mkdir(parents=True)
    (folder / "input" / "main.tf").write_text(BUCKET)
    script = tmp_path / "rule.py"
    script.write_text(SCRIPT)
    case = Case(folder, ("calls-itself",), own=Script.read(str(script)).transforms)
    failures, after = run_case(case)
    assert [one.law for one in failures] == ["result", "result"], failures
    assert after["modules/bucket/main.tf"] == b'module "x" {\n  source = "./."\n}\n'
