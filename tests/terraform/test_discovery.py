"""Which modules a path holds, how they are tied, and what is known of their surroundings."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tffix.terraform.project import find_modules, read_project
from tffix.terraform.state import deployed_addresses

Put = Callable[..., Path]
CALL = 'module "c" {{\n  source = "{}"\n}}\n'


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    monkeypatch.chdir(tmp_path)

    def put(name: str, text: str = "") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    return put


@pytest.mark.parametrize("path", [".", "./", "{}"])
def test_calls_are_tied_from_any_path(put: Put, tmp_path: Path, path: str) -> None:
    put("main.tf", CALL.format("./a/b"))
    put("a/b/main.tf", CALL.format("../c"))
    put("a/c/main.tf")
    modules = read_project([path.format(tmp_path)]).modules
    names = {os.path.relpath(name): module for name, module in modules.items()}
    assert sorted(names) == [".", "a/b", "a/c"]
    assert [names[name].is_root for name in sorted(names)] == [True, False, False]
    assert names["."].children == {"c": names["a/b"]}


def test_a_module_that_calls_itself_is_still_a_root(put: Put) -> None:
    put("main.tf", CALL.format("./"))
    assert read_project(["."]).modules["."].is_root


def test_paths_of_files_have_no_dot_in_front(put: Put) -> None:
    put("main.tf")
    put("a/main.tf")
    files = [file.path for module in read_project(["."]).modules.values() for file in module.files.values()]
    assert files == ["main.tf", "a/main.tf"]


def test_evidence_is_read_though_git_ignores_it(put: Put, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    put(".gitignore", "*.tfvars\n*_override.tf\n")
    put("main.tf")
    put("dev_override.tf", 'resource "a" "b" {\n}\n')
    put("x.tfvars", "secret = 1\n")
    project = read_project(["."])
    module = project.modules["."]
    assert module.opaque == {"x.tfvars": "secret = 1\n"}
    assert module.resource("a", "b") is not None
    assert list(project.left_alone) == ["dev_override.tf"]


def test_ignore_files_above_the_path_hold_but_not_for_the_path_itself(put: Put, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    put(".gitignore", "build/\ngenerated.tf\n")
    put("m/main.tf")
    put("m/generated.tf")
    put("build/main.tf")
    assert find_modules(["m"])["m"].files == ("main.tf",)
    assert list(find_modules(["."])) == ["m"]
    assert list(find_modules(["build"])) == ["build"]


def test_what_is_no_module(put: Put, tmp_path: Path) -> None:
    for name in (".terraform/m/main.tf", ".git/x.tf", "node_modules/m/main.tf"):
        put(name)
    for name in ("a/.hidden.tf", "a/#main.tf", "a/main.tf~", "b/x.tfvars.json"):
        put(name)
    (tmp_path / "c").mkdir()
    (tmp_path / "c/dir.tf").mkdir()
    assert find_modules(["."]) == {}


def test_a_module_in_a_folder_of_modules_is_not_a_root_from_wherever_it_is_read(
    put: Put, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put("modules/vpc/main.tf", 'resource "a" "b" {\n}\n')
    assert not read_project(["."]).modules["modules/vpc"].is_root
    assert not read_project(["modules/vpc"]).modules["modules/vpc"].is_root
    monkeypatch.chdir(tmp_path / "modules/vpc")
    assert not read_project(["."]).modules["."].is_root
    assert read_project(["."], alone=True).modules["."].is_root


def test_a_module_that_is_called_from_outside_the_path_is_not_a_root(put: Put, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    put("prod/main.tf", CALL.format("../network"))
    put("network/main.tf")
    put("other/main.tf")
    assert not read_project(["network"]).modules["network"].is_root
    assert read_project(["other"]).modules["other"].is_root
    assert read_project(["network"], alone=True).modules["network"].is_root


def test_files_in_json_make_a_module_and_call_others(put: Put) -> None:
    put("main.tf.json", '{"module": {"net": {"source": "./net"}}}')
    put("net/main.tofu.json", '{"variable": {"cidr": {}}}')
    modules = read_project(["."]).modules
    assert modules["."].children == {"net": modules["net"]}
    assert not modules["net"].is_root
    assert modules["net"].variable("cidr") is not None
    assert find_modules(["net/main.tofu.json"])["net"].files == ("main.tofu.json",)


def test_a_file_in_json_that_cannot_be_parsed_is_evidence(put: Put) -> None:
    put("main.tf")
    put("bad.tf.json", '{"locals": {"a": 1,}}')
    project = read_project(["."])
    assert [str(error) for error in project.errors] == ["bad.tf.json:1:20: a comma is not allowed before '}'"]
    module = project.modules["."]
    assert (module.unreadable, list(module.opaque)) == (["bad.tf.json"], ["bad.tf.json"])


PROGRAM = "from cdktf import TerraformStack\n"


def test_programs_that_use_the_library_stand_beside_modules(put: Put, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    put(".gitignore", "scratch.py\nold/\n")
    put("main.tf")
    put("stack.py", PROGRAM)
    put("scratch.py", PROGRAM)
    put("old/stack.py", PROGRAM)
    put("lib/vpc.py", "import os\n\nfrom imports.aws.vpc import Vpc\n")
    put("lib/network.py", "    import cdktn as c\n")
    found = find_modules(["."])
    assert {path: listing.programs for path, listing in found.items()} == {
        ".": ("stack.py",),
        "lib": ("network.py", "vpc.py"),
    }
    assert find_modules(["stack.py"])["."].files == ()
    assert find_modules(["stack.py", "main.tf"])["."] == found["."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "import os\n",
        "# from cdktf import App\n",
        'x = "import cdktf"\n',
        "from jedi.inference.imports import infer\n",
        "imports = 1\nimport important\n",
        "import os  # imports.aws\n",
    ],
)
def test_other_programs_are_none_of_it(put: Put, text: str) -> None:
    put("a.py", text)
    assert find_modules(["."]) == find_modules(["a.py"]) == {}


@pytest.mark.parametrize(
    "folder", [".venv", "venv", "site-packages", "node_modules", "cdktf.out", ".gen", "imports", "my-env"]
)
def test_programs_of_others_are_not_looked_at(put: Put, folder: str) -> None:
    put(f"{folder}/a.py", PROGRAM)
    put(f"{folder}/deeper/a.py", PROGRAM)
    put("my-env/pyvenv.cfg")
    assert find_modules(["."]) == {}


def test_addresses_in_a_state_file(put: Put) -> None:
    path = put(
        "s.json",
        """{"version": 4, "resources": [
        {"mode": "managed", "type": "a", "name": "b", "instances": [{"index_key": 0}]},
        {"mode": "data", "type": "a", "name": "c"},
        {"module": "module.x[\\"k]e.y\\"].module.y[0]", "mode": "managed", "type": "a", "name": "d"}]}""",
    )
    assert deployed_addresses(path) == {"a.b", "module.x.module.y.a.d"}


def test_addresses_in_what_terraform_shows(put: Put) -> None:
    values = """{"root_module": {
        "resources": [{"mode": "managed", "address": "a.b[0]"}, {"mode": "data", "address": "data.a.b"}],
        "child_modules": [{"resources": [{"mode": "managed", "address": "module.x[\\"k\\"].a.c"}]}]}}"""
    state = put("s.json", f'{{"format_version": "1.0", "values": {values}}}')
    plan = put("p.json", f'{{"format_version": "1.2", "prior_state": {{"values": {values}}}}}')
    assert deployed_addresses(state) == deployed_addresses(plan) == {"a.b", "module.x.a.c"}
    assert deployed_addresses(put("empty.json", '{"format_version": "1.0"}')) == frozenset()
    assert deployed_addresses(put("none.tfstate", "")) == frozenset()
