"""The repository around modules: words in its files, what Terragrunt gives to a module."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from tffix.terraform.generated import generated, generated_files, units_of, writer_of
from tffix.terraform.module import Module
from tffix.terraform.project import read_project
from tffix.terraform.providers import configurations, required_providers
from tffix.terraform.repository import Repositories, Repository


def _write(top: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def _module(top: Path, path: str) -> Module:
    return read_project([str(top)], alone=True).modules[str(top / path)]


# -- words -----------------------------------------------------------------------------------------------


def test_a_name_is_found_as_a_whole_word_in_any_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(
        tmp_path,
        {
            ".github/workflows/deploy.yml": "jobs:\n  role: arn:aws:iam::1:role/prod-role\n",
            "script.sh": "echo prod-role-old my-prod-role prod-role.\n",
            "notes.txt": "prod role\n",
        },
    )
    monkeypatch.chdir(tmp_path)
    found = list(Repository(str(tmp_path)).mentions("prod-role"))
    assert [(one.path, one.line, one.column) for one in found] == [
        (".github/workflows/deploy.yml", 2, 29),
        ("script.sh", 1, 33),
    ]
    assert found[0].text == "  role: arn:aws:iam::1:role/prod-role"


def test_words_are_not_looked_for_where_nobody_wrote_them(tmp_path: Path) -> None:
    ignored = {".gitignore": "out/\n", "out/c": "prod"}
    _write(tmp_path, {"node_modules/a.js": "x = prod", ".terraform/b": "prod", **ignored})
    (tmp_path / "picture").write_bytes(b"\0prod")
    os.mkfifo(tmp_path / "pipe")
    assert list(Repository(str(tmp_path)).mentions("prod")) == []


def test_files_that_the_asker_knows_are_left_out(tmp_path: Path) -> None:
    _write(tmp_path, {"a.tf": "prod", "b.tf": "prod"})
    repository = Repository(str(tmp_path))
    assert len(list(repository.mentions("prod", but=[str(tmp_path / "a.tf")]))) == 1


# -- repositories ----------------------------------------------------------------------------------------


def test_a_repository_is_the_one_of_git_or_the_path_asked_for(tmp_path: Path) -> None:
    _write(tmp_path, {"git/.git/HEAD": "", "git/a/main.tf": "", "plain/b/main.tf": ""})
    repositories = Repositories([str(tmp_path / "git/a"), str(tmp_path / "plain")])
    assert repositories.of(str(tmp_path / "git/a")).top == str(tmp_path / "git")
    assert repositories.of(str(tmp_path / "plain/b")).top == str(tmp_path / "plain")
    alone = Repositories([str(tmp_path / "git/a")], alone=True)
    assert alone.of(str(tmp_path / "git/a")).top == str(tmp_path / "git/a")


def test_a_repository_that_is_made_meanwhile_is_seen(tmp_path: Path) -> None:
    folder = tmp_path / "live" / "prod"
    folder.mkdir(parents=True)
    assert Repositories([str(folder)]).of(str(folder)).top == str(folder)
    (tmp_path / ".git").mkdir()
    assert Repositories([str(folder)]).of(str(folder)).top == str(tmp_path)


def test_each_repository_is_indexed_once_in_a_process(tmp_path: Path) -> None:
    _write(tmp_path, {"a/main.tf": "", "b/main.tf": ""})
    repositories = Repositories([str(tmp_path)])
    assert repositories.of(str(tmp_path / "a")) is repositories.of(str(tmp_path / "b"))
    first, second = (pickle.loads(pickle.dumps(repositories)) for _ in range(2))
    assert first.of(str(tmp_path / "a")) is second.of(str(tmp_path / "a"))


def test_callers_are_known_by_directory(tmp_path: Path) -> None:
    _write(
        tmp_path, {"live/main.tf": 'module "m" {\n  source = "../modules/m"\n}\n', "modules/m/main.tf": ""}
    )
    callers = Repository(str(tmp_path)).callers
    assert callers == {str(tmp_path / "modules/m"): {str(tmp_path / "live/main.tf")}}


# -- Terragrunt ------------------------------------------------------------------------------------------

ROOT = """
locals {
  region = "eu-west-1"
}

generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite_terragrunt"
  contents  = <<EOF
provider "aws" {
  region = "${local.region}"
  assume_role {
    role_arn = "arn:aws:iam::${get_aws_account_id()}:role/deploy"
  }
}
EOF
}

generate "versions" {
  path      = "versions.tf"
  if_exists = "skip"
  contents  = <<-EOF
    terraform {
      required_version = ">= 1.5"
      required_providers {
        aws = {
          source  = "hashicorp/aws"
          version = "~> 5.0"
        }
      }
    }
  EOF
}

remote_state {
  backend = "s3"
  generate = {
    path      = "backend.tf"
    if_exists = "overwrite"
  }
  config = {
    bucket = "state-${get_aws_account_id()}"
  }
}

inputs = {
  region = local.region
}
"""

INCLUDE = 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n'


def _live(source: str, extra: str = "") -> str:
    return f"{INCLUDE}\n{extra}terraform {{\n  source = {source}\n}}\n"


@pytest.mark.parametrize(
    "source",
    [
        '"../../modules//vpc"',
        '"${get_repo_root()}/modules/vpc"',
        '"${get_parent_terragrunt_dir()}/../modules/vpc"',
        '"${path_relative_from_include()}/../modules//vpc"',
        '"git::https://example.com/acme/infra.git//modules/vpc?ref=v1.0.0"',
        '"${local.unheard_of}//modules/vpc?ref=v1"',
        '"${local.unheard_of}/modules/vpc?ref=${local.unheard_of}"',
        '"${local.unheard_of}/modules/vpc"',
        "local.unheard_of",
    ],
)
def test_a_unit_s_files_count_in_the_module_that_it_runs(tmp_path: Path, source: str) -> None:
    _write(
        tmp_path,
        {
            "live/root.hcl": ROOT,
            "live/prod/terragrunt.hcl": _live(source, 'inputs = {\n  name = "main"\n}\n'),
            "modules/vpc/main.tf": 'variable "name" {}\n',
        },
    )
    module = _module(tmp_path, "modules/vpc")
    (unit,) = units_of(module)
    assert unit.backend == "s3"
    assert (unit.inputs, unit.has_other_inputs) == ({"region": "eu-west-1", "name": "main"}, False)
    made = generated(module)
    assert [one.name for one in required_providers(made)] == ["aws"]
    region = configurations(made)["aws"].get("region")
    assert region is not None
    assert region.string == "eu-west-1"
    assert [block.labels for one in made.blocks("terraform") for block in one.blocks("backend")] == [("s3",)]
    assert not made.unreadable
    assert writer_of("provider.tf", module) == os.path.relpath(tmp_path / "live/root.hcl")
    assert writer_of("main.tf", module) is None


def test_a_unit_without_a_source_runs_the_files_beside_it(tmp_path: Path) -> None:
    unit = "include {\n  path = find_in_parent_folders()\n}\n"
    files = {"vpc/terragrunt.hcl": unit, "vpc/main.tf": "", "other/main.tf": ""}
    _write(tmp_path, {"terragrunt.hcl": ROOT, **files})
    assert configurations(generated(_module(tmp_path, "vpc")))
    assert not generated(_module(tmp_path, "other")).files


def test_a_file_that_is_there_is_not_generated_with_skip(tmp_path: Path) -> None:
    files = {"vpc/terragrunt.hcl": _live('"."'), "vpc/versions.tf": "", "vpc/provider.tf": ""}
    _write(tmp_path, {"root.hcl": ROOT, **files})
    module = _module(tmp_path, "vpc")
    assert {one.name for one in generated_files(module)} == {"provider.tf", "backend.tf"}


def test_the_unit_s_own_block_wins_over_the_included(tmp_path: Path) -> None:
    own = 'generate "provider" {\n  path = "provider.tf"\n  disable = true\n}\n'
    _write(tmp_path, {"root.hcl": ROOT, "vpc/terragrunt.hcl": _live('"."', own), "vpc/main.tf": ""})
    assert writer_of("provider.tf", _module(tmp_path, "vpc")) is None


def test_what_other_files_of_the_repository_give_is_known(tmp_path: Path) -> None:
    unit = """
locals {
  env  = read_terragrunt_config(find_in_parent_folders("env.hcl"))
  name = local.env.locals.name
}
generate "provider" {
  path     = "${local.name}.tf"
  contents = file("provider.txt")
}
generate "hidden" {
  path     = "hidden.tf"
  contents = run_cmd("make-it")
}
inputs = merge(local.env.locals.more, yamldecode(run_cmd("x")), { own = 1 })
"""
    files = {"vpc/main.tf": "", "vpc/provider.txt": 'provider "aws" {}\n', "vpc/terragrunt.hcl": unit}
    _write(tmp_path, {"env.hcl": 'locals {\n  name = "made"\n  more = { a = "b" }\n}\n', **files})
    module = _module(tmp_path, "vpc")
    made = generated(module)
    assert configurations(made)
    assert made.unreadable == ["hidden.tf"]
    assert writer_of("made.tf", module)
    (found,) = units_of(module)
    assert found.has_other_inputs
    assert "own" in found.inputs


def test_values_of_an_include_are_known(tmp_path: Path) -> None:
    common = 'locals {\n  base = "${get_repo_root()}/modules"\n}\n'
    unit = 'include "env" {\n  path = "../common.hcl"\n  expose = true\n}\n'
    unit += 'terraform {\n  source = "${include.env.locals.base}//vpc"\n}\n'
    _write(
        tmp_path,
        {"common.hcl": common, "live/terragrunt.hcl": unit, "modules/vpc/main.tf": "", "vpc/x.tf": ""},
    )
    assert units_of(_module(tmp_path, "modules/vpc"))
    assert not units_of(_module(tmp_path, "vpc"))


def test_broken_or_endless_configuration_counts_for_nothing(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "a/terragrunt.hcl": 'include {\n  path = "../b/terragrunt.hcl"\n}\n',
            "b/terragrunt.hcl": 'include {\n  path = "../a/terragrunt.hcl"\n}\n',
            "c/terragrunt.hcl": "generate {",
            "a/main.tf": "",
            "c/main.tf": "",
        },
    )
    assert units_of(_module(tmp_path, "a"))
    assert not units_of(_module(tmp_path, "c"))


def test_a_source_may_depend_on_a_condition(tmp_path: Path) -> None:
    unit = """terraform {
  source = "${get_env("STAGE") == "prod" ? "git::host/infra//aws/vpc?ref=${local.ref}" : "../../aws//vpc"}"
}
"""
    _write(tmp_path, {"live/vpc/terragrunt.hcl": unit, "aws/vpc/main.tf": "", "aws/dns/main.tf": ""})
    assert units_of(_module(tmp_path, "aws/vpc"))
    assert not units_of(_module(tmp_path, "aws/dns"))


def test_all_that_directives_may_write_counts(tmp_path: Path) -> None:
    unit = """generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite"
  contents  = <<EOF
%{ if get_env("ENVIRONMENT") == "production" }
provider "aws" {
  alias = "dns"
}
%{ else }
provider "aws" {
  alias = "staging"
  allowed_account_ids = [${local.account}]
}
%{ endif }
EOF
}
"""
    _write(tmp_path, {"vpc/terragrunt.hcl": unit, "vpc/main.tf": ""})
    assert set(configurations(generated(_module(tmp_path, "vpc")))) == {"aws.dns", "aws.staging"}


def test_a_module_beside_those_that_units_run_may_get_the_same(tmp_path: Path) -> None:
    include = 'include {\n  path = find_in_parent_folders("root.hcl")\n}\n'
    unit = include + 'terraform {\n  source = "../../aws/%s"\n}\n'
    files = {f"aws/{name}/main.tf": "" for name in ("dns", "mail", "web", "vpc")}
    files |= {f"live/{name}/terragrunt.hcl": unit % name for name in ("dns", "mail", "web")}
    files |= {"aws/own/main.tf": 'provider "aws" {}\n', "a/b/main.tf": ""}
    _write(tmp_path, {"live/root.hcl": ROOT, **files})
    modules = ("aws/dns", "aws/vpc", "aws/own", "a/b")
    found = {path for path in modules if generated(_module(tmp_path, path)).files}
    assert found == {"aws/dns", "aws/vpc"}
    _write(tmp_path, {f"aws/{name}/main.tf": "" for name in ("x", "y", "z")})
    assert not generated(_module(tmp_path, "aws/vpc")).files


def test_what_an_unknown_include_writes_is_not_known(tmp_path: Path) -> None:
    unit = 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n'
    _write(tmp_path, {"vpc/terragrunt.hcl": unit, "vpc/main.tf": ""})
    assert generated(_module(tmp_path, "vpc")).unreadable == ["terragrunt.hcl"]
    _write(tmp_path, {"root.hcl": ROOT})
    assert not generated(_module(tmp_path, "vpc")).unreadable


def test_the_path_of_an_include_may_use_functions(tmp_path: Path) -> None:
    unit = 'include {\n  path = "${get_terragrunt_dir()}/../${path_relative_to_include()}/root.hcl"\n}\n'
    _write(tmp_path, {"root.hcl": ROOT, "vpc/terragrunt.hcl": unit, "vpc/main.tf": ""})
    assert configurations(generated(_module(tmp_path, "vpc")))
