"""Modules found below a path and tied to those that they call."""

from __future__ import annotations

from pathlib import Path

import pytest

from tffix import HclSyntaxError
from tffix.terraform.module import UnreadableFileError
from tffix.terraform.project import Project, read_project


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(project: Project, folder: Path) -> list[str]:
    return sorted(Path(path).relative_to(folder).as_posix() for path in project.modules)


CALL = 'module "{}" {{\n  source = "{}"\n}}\n'


def test_every_directory_with_terraform_files_is_a_module(tmp_path: Path) -> None:
    write(tmp_path, {"a/main.tf": "", "a/b/c.tf": "", "d/x.txt": "", "e/only.tfvars": "", "f.tofu": ""})
    assert found(read_project([str(tmp_path)]), tmp_path) == [".", "a", "a/b"]


def test_folders_that_are_skipped(tmp_path: Path) -> None:
    names = (".terraform/modules/x/main.tf", ".git/main.tf", "a/.terragrunt-cache/main.tf", "main.tf")
    write(tmp_path, dict.fromkeys(names, ""))
    assert found(read_project([str(tmp_path)]), tmp_path) == ["."]


def test_files_that_terraform_does_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"main.tf": "", ".hidden.tf": "a", "#x.tf": "a", "backup.tf~": "a", "b.tf.bak": "a"})
    project = read_project([str(tmp_path)])
    assert [list(module.files) for module in project.modules.values()] == [["main.tf"]]
    assert project.errors == []


def test_gitignore(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            ".git/config": "",
            ".gitignore": "build/\n*_gen.tf\n!keep_gen.tf\n",
            "main.tf": "",
            "a_gen.tf": "",
            "keep_gen.tf": "",
            "build/main.tf": "",
            "sub/build/main.tf": "",
            "sub/.gitignore": "/local\n!b_gen.tf\n",
            "sub/b_gen.tf": "",
            "sub/local/main.tf": "",
            "sub/deep/local/main.tf": "",
        },
    )
    project = read_project([str(tmp_path)])
    assert found(project, tmp_path) == [".", "sub", "sub/deep/local"]
    assert sorted(project.left_alone) == [str(tmp_path / "a_gen.tf")]
    assert found(read_project([str(tmp_path)], alone=True), tmp_path)[-1] == "sub/local"


def test_gitignore_above_the_path_counts(tmp_path: Path) -> None:
    write(tmp_path, {".git/config": "", ".gitignore": "ignored/\n", "a/main.tf": "", "a/ignored/main.tf": ""})
    assert found(read_project([str(tmp_path / "a")]), tmp_path) == ["a"]


def test_roots_and_children(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "prod/main.tf": CALL.format("net", "../modules/net")
            + CALL.format("vpc", "terraform-aws-modules/vpc/aws"),
            "stage/main.tf": CALL.format("net", "../modules/net"),
            "modules/net/main.tf": CALL.format("inner", "./inner"),
            "modules/net/inner/main.tf": "",
            "modules/unused/main.tf": 'variable "x" {}\n',
            "modules/root/main.tf": 'provider "aws" {}\n',
            "alone/main.tf": "",
        },
    )
    project = read_project([str(tmp_path)])
    module = {Path(path).relative_to(tmp_path).as_posix(): one for path, one in project.modules.items()}
    roots = sorted(name for name, one in module.items() if one.is_root)
    assert roots == ["alone", "modules/root", "prod", "stage"]
    assert module["prod"].children == {"net": module["modules/net"]}
    assert module["modules/net"].children == {"inner": module["modules/net/inner"]}
    callers = [(caller is module["prod"], call.labels) for caller, call in module["modules/net"].callers]
    assert callers == [(True, ("net",)), (False, ("net",))]


def test_a_module_called_from_outside_the_path_is_no_root(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            ".git/config": "",
            "live/main.tf": CALL.format("x", "../lib/x"),
            "lib/x/main.tf": "",
            "lib/y/m.tf": "",
        },
    )
    project = read_project([str(tmp_path / "lib")])
    roots = {Path(path).name: module.is_root for path, module in project.modules.items()}
    assert roots == {"x": False, "y": True}


def test_a_file_stands_for_its_module(tmp_path: Path) -> None:
    write(tmp_path, {"main.tf": "locals {\n  a = 1\n}\n", "other.tf": "", "sub/main.tf": ""})
    project = read_project([str(tmp_path / "main.tf")])
    assert found(project, tmp_path) == ["."]
    (module,) = project.modules.values()
    assert list(module.files) == ["main.tf", "other.tf"] and list(module.locals) == ["a"]


def test_a_file_that_does_not_parse_is_an_error_and_the_others_go_on(tmp_path: Path) -> None:
    write(tmp_path, {"main.tf": "a = 1\n", "broken.tf": "a = \n"})
    project = read_project([str(tmp_path)])
    (module,) = project.modules.values()
    (error,) = project.errors
    assert isinstance(error, HclSyntaxError) and error.path.endswith("broken.tf") and error.line == 1
    assert list(module.files) == ["main.tf"] and module.unreadable == ["broken.tf"]
    with pytest.raises(UnreadableFileError):
        module.file("broken.tf")


def test_excluded_paths(tmp_path: Path) -> None:
    write(tmp_path, {"main.tf": "", "x.tf": "", "skip/main.tf": ""})
    project = read_project([str(tmp_path)], excluded=lambda path: Path(path).name in ("x.tf", "skip"))
    assert found(project, tmp_path) == ["."]
    assert [Path(path).name for path in project.left_alone] == ["x.tf"]


def test_evidence_is_read_as_text(tmp_path: Path) -> None:
    write(tmp_path, {"main.tf": "", "a.tfvars.json": "", "b.tfvars": "", "tests/c.tftest.hcl": 'run "x" {}'})
    (module,) = read_project([str(tmp_path)]).modules.values()
    assert sorted(module.opaque) == ["a.tfvars.json", "b.tfvars", "tests/c.tftest.hcl"]


def test_a_new_file_of_a_module() -> None:
    from .modules import module

    m = module("infra", main="")
    assert m.file("outputs.tf").path == "infra/outputs.tf"
    assert m.file("outputs.tf") is m.files["outputs.tf"]


def test_links_that_go_round_do_not_hang(tmp_path: Path) -> None:
    write(tmp_path, {"a/main.tf": ""})
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert found(read_project([str(tmp_path)]), tmp_path) == ["a"]


def test_a_module_that_calls_itself_or_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path, {"main.tf": CALL.format("me", "./"), "a/main.tf": CALL.format("b", "../b")})
    write(tmp_path, {"b/main.tf": CALL.format("a", "../a")})
    assert len(read_project([str(tmp_path)]).modules) == 3
