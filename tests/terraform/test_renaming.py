"""Renames with everything that refers to what is renamed; the real Terraform says that all of it fits."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tffix import (
    Block,
    Module,
    Refused,
    import_block,
    is_override,
    moved_block,
    removed_block,
    rename,
    rename_argument,
)
from tffix import rename_obstacle as obstacle
from tffix.cli.validating import errors_of_modules
from tffix.engine.guard import Errors
from tffix.terraform.project import Project, read_project

CHILD = """
variable "size" {
  type = number

  validation {
    condition     = var.size > 0
    error_message = "too small"
  }
}

resource "terraform_data" "box" {
  input = var.size
}

output "id" {
  value = terraform_data.box.id
}

output "size" {
  value = terraform_data.box.output
}
"""

ROOT = """
variable "names" {
  type    = set(string)
  default = ["a"]
}

locals {
  label  = "x"
  boxes  = module.boxes
  sizes  = [for b in local.boxes : b.size]
  values = values(module.boxes)[*].size
  keyed  = { for k, b in module.boxes : k => b.size }
}

module "boxes" {
  source   = "./box"
  for_each = var.names
  size     = 3
}

resource "terraform_data" "all" {
  for_each = var.names
  input    = "${each.key}-${local.label}"
}

resource "terraform_data" "users" {
  for_each   = terraform_data.all
  input      = each.value.output
  depends_on = [terraform_data.all, module.boxes]

  lifecycle {
    ignore_changes       = [input]
    replace_triggered_by = [terraform_data.all]
  }
}

resource "terraform_data" "sized" {
  for_each = module.boxes
  input    = each.value.size
}

output "text" {
  value = <<-EOT
    %{for a in terraform_data.all~}
    ${a.output} ${local.label}
    %{endfor~}
  EOT
}

output "first" {
  value = one([for q in resource.terraform_data.all : q.output])
}
"""

TEST = """
variables {
  names = ["a"]
}

override_resource {
  target = module.boxes["a"].terraform_data.box
}

override_module {
  target  = module.boxes
  outputs = {
    id   = "1"
    size = 2
  }
}

run "box" {
  module {
    source = "./box"
  }

  variables {
    size = 1
  }

  assert {
    condition     = output.size == 1 && terraform_data.box.output == var.size
    error_message = "size"
  }
}

run "all" {
  variables {
    names = [tostring(run.box.size)]
  }

  assert {
    condition     = length(terraform_data.all) == 1 && local.label == "x" && module.boxes["1"].size == 2
    error_message = "label"
  }
}
"""

FILES = {
    "main.tf": ROOT,
    "box/main.tf": CHILD,
    "tests/all.tftest.hcl": TEST,
    "terraform.tfvars": '# what there is\nnames = ["a"]\n',
    "main_override.tf": 'resource "terraform_data" "all" {\n  input = "${each.key}_${local.label}"\n}\n',
    "box/box_override.tf": 'variable "size" {\n  description = "how large"\n}\n\noutput "size" {\n'
    "  value = terraform_data.box.input\n}\n",
}


@pytest.fixture(scope="module")
def errors() -> Iterator[Errors]:
    if shutil.which("terraform") is None:
        pytest.skip("terraform is not installed")
    with errors_of_modules() as found:
        yield found


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(files: Mapping[str, str]) -> Project:
    """The project of some files in the working directory."""
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)
    return read_project(["."], alone=True)


def told_by_terraform_test() -> str:
    """What `terraform test` says of the working directory, if that is not success."""
    for command in (["init", "-input=false"], ["test"]):
        done = subprocess.run(["terraform", *command], capture_output=True, text=True, check=False)
        if done.returncode:
            return done.stdout + done.stderr
    return ""


def texts(project: Project) -> dict[str, str]:
    modules = project.modules.values()
    return {
        file.path: file.text for one in modules for file in (*one.files.values(), *one.documents.values())
    }


ALL = {
    "resource": (".", "terraform_data.all", "each_name", 1),  # the moved block
    "resource in a child": ("box", "terraform_data.box", "crate", 1),
    "call": (".", "module.boxes", "crates", 1),
    "variable": (".", "var.names", "labels", 0),
    "variable of a child": ("box", "var.size", "volume", None),
    "output of a child": ("box", "output.size", "volume", None),
    "local": (".", "local.label", "mark", 0),
    "local collection": (".", "local.boxes", "crates", 0),
}


@pytest.mark.parametrize(("path", "address", "name", "left"), ALL.values(), ids=list(ALL))
def test_everything_follows_and_terraform_agrees(
    path: str, address: str, name: str, left: int | None, place: Path, errors: Errors
) -> None:
    project = written(FILES)
    assert not errors(".", {})
    assert told_by_terraform_test() == ""
    rename(address, name, project.modules[path])
    after = texts(project)
    for file, text in after.items():
        Path(file).write_text(text)
    assert not errors(".", {}), after
    assert told_by_terraform_test() == "", after
    own = "".join(text for file, text in after.items() if path == "." or "box" in file or "test" in file)
    if left is not None:
        mentions = [f"{address}{end}" for end in " .,[)]}\n"]
        assert sum(own.count(one) for one in mentions) == left, own
    again = read_project(["."], alone=True)
    assert obstacle(address, name, again.modules[path]) == f"{address} is not declared"


def renamed_texts(files: Mapping[str, str], path: str, address: str, name: str) -> dict[str, str]:
    """The files that a rename changes."""
    project = written(files)
    rename(address, name, project.modules[path])
    return {file: text for file, text in texts(project).items() if text != files[file]}


def test_an_output_follows_collections_tests_and_overrides(place: Path) -> None:
    after = renamed_texts(FILES, "box", "output.size", "volume")
    root, test = after["main.tf"], after["tests/all.tftest.hcl"]
    for line in (
        "for b in local.boxes : b.volume]",
        "values(module.boxes)[*].volume",
        "k => b.volume }",
        "input    = each.value.volume",
    ):
        assert line in root
    assert "size     = 3" in root, "the argument is no output"
    for line in ("volume = 2", "output.volume == 1", "run.box.volume", 'module.boxes["1"].volume == 2'):
        assert line in test
    assert "size = 1" in test, "the variable is no output"
    assert 'output "volume"' in after["box/box_override.tf"]


def test_a_variable_follows_callers_tests_and_values(place: Path) -> None:
    after = renamed_texts(FILES, "box", "var.size", "volume")
    assert " ".join(after["main.tf"].split()).count("volume = 3") == 1
    assert "volume = 1" in after["tests/all.tftest.hcl"]
    assert "== var.volume" in after["tests/all.tftest.hcl"]
    assert "size = 2" in after["tests/all.tftest.hcl"], "the output is no variable"
    assert 'variable "volume"' in after["box/box_override.tf"]
    assert "condition     = var.volume > 0" in after["box/main.tf"]
    after = renamed_texts(FILES, ".", "var.names", "labels")
    assert after["terraform.tfvars"] == '# what there is\nlabels = ["a"]\n'
    assert after["tests/all.tftest.hcl"].count("labels = [") == 2


def test_a_resource_is_named_by_its_path_in_tests_and_imports(place: Path) -> None:
    files = FILES | {
        "imports.tf": 'import {\n  to = module.boxes["a"].terraform_data.box\n  id = "x"\n}\n'
        '\nimport {\n  to = terraform_data.all["a"]\n  id = "y"\n}\n'
    }
    after = renamed_texts(files, "box", "terraform_data.box", "crate")
    assert 'target = module.boxes["a"].terraform_data.crate' in after["tests/all.tftest.hcl"]
    assert 'to = module.boxes["a"].terraform_data.crate' in after["imports.tf"]
    assert "from = terraform_data.box\n  to   = terraform_data.crate" in after["box/main.tf"]
    after = renamed_texts(files, ".", "terraform_data.all", "each_name")
    assert 'to = terraform_data.each_name["a"]' in after["imports.tf"]
    assert 'resource "terraform_data" "each_name"' in after["main_override.tf"]
    assert "moved" not in after["main_override.tf"]


def test_targets_of_a_plan(place: Path) -> None:
    options = "plan_options {\n    target  = [terraform_data.b]\n    replace = [terraform_data.b]\n  }"
    files = {"main.tf": THING, "tests/a.tftest.hcl": f'run "x" {{\n  {options}\n}}\n'}
    after = renamed_texts(files, ".", "terraform_data.b", "c")["tests/a.tftest.hcl"]
    assert after == files["tests/a.tftest.hcl"].replace("_data.b", "_data.c")


def test_failures_that_a_test_expects(place: Path) -> None:
    files = {
        "main.tf": 'variable "a" {\n}\n\noutput "b" {\n  value = var.a\n}\n',
        "tests/a.tftest.hcl": 'run "x" {\n  expect_failures = [var.a, output.b]\n}\n',
    }
    assert "[var.c, output.b]" in renamed_texts(files, ".", "var.a", "c")["tests/a.tftest.hcl"]
    assert "[var.a, output.c]" in renamed_texts(files, ".", "output.b", "c")["tests/a.tftest.hcl"]


def test_line_ends_and_marks_of_values_stay(place: Path) -> None:
    written({"main.tf": 'variable "a" {\n}\n'})
    Path("x.tfvars").write_bytes(b'\xef\xbb\xbfb = 2\r\na = "1" # one\r\n')
    project = read_project(["."], alone=True)
    rename("var.a", "c", project.modules["."])
    file = project.modules["."].documents["x.tfvars"]
    assert bytes(file) == b'\xef\xbb\xbfb = 2\r\nc = "1" # one\r\n'


# -- moved -----------------------------------------------------------------------------------------------

THING = 'resource "terraform_data" "b" {\n}\n'
MOVED = "moved {\n  from = terraform_data.a\n  to   = terraform_data.b\n}\n"


def only(text: str) -> Module:
    return written({"main.tf": text}).modules["."]


def test_renames_of_one_run_are_joined(place: Path) -> None:
    module = only(THING)
    rename("terraform_data.b", "c", module)
    rename("terraform_data.c", "d", module)
    text = module.files["main.tf"].text
    assert text.count("moved {") == 1
    assert "from = terraform_data.b\n  to   = terraform_data.d\n" in text
    rename("terraform_data.d", "b", module)
    assert module.files["main.tf"].text == THING


def test_a_moved_block_that_was_there_is_joined_only_if_that_is_asked_for(place: Path) -> None:
    module = only(THING + "\n" + MOVED)
    assert "a chain of two" in obstacle("terraform_data.b", "c", module)
    with pytest.raises(Refused, match="a chain of two"):
        rename("terraform_data.b", "c", module)
    rename("terraform_data.b", "c", module, join=True)
    assert module.files["main.tf"].text == THING.replace('"b"', '"c"') + "\n" + MOVED.replace(
        "_data.b", "_data.c"
    )


def test_the_past_that_is_in_the_way(place: Path) -> None:
    away = "moved {\n  from = terraform_data.b\n  to   = terraform_data.x\n}\n"
    assert obstacle("terraform_data.b", "c", only(THING + away)) == "a moved block leads away from its name"
    part = 'moved {\n  from = terraform_data.a\n  to   = terraform_data.b["k"]\n}\n'
    assert obstacle("terraform_data.b", "c", only(THING + part)) == "a moved block leads to a part of it"
    assert "a chain of two" in obstacle("terraform_data.b", "a", only(THING + MOVED))
    other = MOVED.replace("_data.b", "_data.x")
    assert obstacle("terraform_data.b", "a", only(THING + other)) == "terraform_data.a is taken"
    old = 'terraform {\n  required_version = "< 1.1"\n}\n'
    assert "moved blocks" in obstacle("terraform_data.b", "c", only(THING + old))


def test_moved_goes_where_its_like_are(place: Path) -> None:
    after = renamed_texts({"main.tf": THING, "moved.tf": "# history\n"}, ".", "terraform_data.b", "c")
    assert "moved {" in after["moved.tf"]
    assert "moved {" not in after["main.tf"]


def test_builders(place: Path, errors: Errors) -> None:
    assert (
        moved_block("a_b.c", "module.x.a_b.c").text == "moved {\n  from = a_b.c\n  to   = module.x.a_b.c\n}\n"
    )
    assert import_block("a_b.c", '"1"').text == 'import {\n  to = a_b.c\n  id = "1"\n}\n'
    assert import_block("a_b.c", "var.id", "a.west").get("provider") is not None
    module = only(THING)
    body = module.files["main.tf"].body
    body.append(moved_block("terraform_data.a", "terraform_data.b"))
    body.append(removed_block("terraform_data.gone"))
    body.append(removed_block("terraform_data.lost", destroy=True))
    Path("main.tf").write_text(module.files["main.tf"].text)
    assert not errors(".", {})


# -- providers -------------------------------------------------------------------------------------------

PROVIDERS = {
    "main.tf": """
terraform {
  required_providers {
    random = {
      source                = "hashicorp/random"
      configuration_aliases = [random.east, random.west]
    }
  }
}

resource "random_id" "a" {
  provider = random.west
}

module "below" {
  source = "./below"

  providers = {
    random.west = random.west
    random      = random.east
  }
}
""",
    "below/main.tf": """
terraform {
  required_providers {
    random = {
      source                = "hashicorp/random"
      configuration_aliases = [random.west]
    }
  }
}

resource "random_id" "b" {
  provider = random.west
}
""",
    "tests/a.tftest.hcl": """
mock_provider "random" {
  alias = "west"
}

mock_provider "random" {
  alias = "east"
}

run "a" {
  providers = {
    random.east = random.east
    random.west = random.west
  }
}
""",
}


def test_an_alias_that_is_asked_for(place: Path) -> None:
    after = renamed_texts(PROVIDERS, "below", "provider.random.west", "far")
    assert "configuration_aliases = [random.far]" in after["below/main.tf"]
    assert "provider = random.far" in after["below/main.tf"]
    assert "random.far = random.west" in after["main.tf"]
    assert "[random.east, random.west]" in after["main.tf"]
    assert set(after) == {"main.tf", "below/main.tf"}


def test_an_alias_at_the_top(place: Path) -> None:
    after = renamed_texts(PROVIDERS, ".", "provider.random.west", "far")
    assert "[random.east, random.far]" in after["main.tf"]
    assert "random.west = random.far" in after["main.tf"]
    assert 'alias = "far"' in after["tests/a.tftest.hcl"]
    assert "random.far = random.far" in after["tests/a.tftest.hcl"]
    assert set(after) == {"main.tf", "tests/a.tftest.hcl"}


def test_an_alias_that_is_configured(place: Path) -> None:
    files = {
        "main.tf": 'provider "random" {\n  alias = "west"\n}\n\nresource "random_id" "a" {\n'
        '  provider = random.west\n}\n\nresource "random_id" "b" {\n  provider = "random.west"\n}\n'
    }
    after = renamed_texts(files, ".", "provider.random.west", "far")
    assert after == {"main.tf": files["main.tf"].replace("west", "far")}
    module = only(files["main.tf"])
    assert obstacle("provider.random.east", "x", module) == "provider.random.east is not declared"
    module = only(files["main.tf"] + 'provider "random" {\n  alias = "far"\n}\n')
    assert obstacle("provider.random.west", "far", module) == "random.far is taken"


# -- obstacles -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "address", "name", "why"),
    [
        ({"main.tf": THING}, "terraform_data.b", "1x", "'1x' is not a valid name"),
        ({"main.tf": THING}, "terraform_data.b", "b", "'b' is its name already"),
        ({"main.tf": THING}, "terraform_data.c", "d", "terraform_data.c is not declared"),
        ({"main.tf": THING, "b.tf": THING}, "terraform_data.b", "c", "declared more than once"),
        (
            {"main.tf": THING + THING.replace('"b"', '"c"')},
            "terraform_data.b",
            "c",
            "terraform_data.c is taken",
        ),
        ({"main.tf": THING, "x.tf": "{"}, "terraform_data.b", "c", "x.tf cannot be read"),
        ({"main.tf": THING, "tests/x.tftest.hcl": "b {"}, "terraform_data.b", "c", "cannot be parsed"),
        (
            {"main.tf": 'variable "b" {\n}\n', "x.tfvars.json": '{"b": 1, "c": 2}'},
            "var.b",
            "c",
            "given a value already",
        ),
        (
            {"main.tf": 'variable "b" {\n}\n', "x.tfvars": "b = 1\nc = 2\n"},
            "var.b",
            "c",
            "given a value already",
        ),
        ({"main.tf": 'variable "b" {\n}\n'}, "var.b", "count", "Terraform keeps the name 'count'"),
        (
            {
                "main.tf": THING,
                "tests/x.tftest.hcl": 'run "a" {\n  assert {\n    condition = terraform_data.c.id\n'
                '    error_message = ""\n  }\n}\n',
            },
            "terraform_data.b",
            "c",
            "terraform_data.c is taken",
        ),
        (
            {
                "a/main.tf": 'output "b" {\n  value = 1\n}\n',
                "main.tf": 'module "a" {\n  source = "./a"\n}\noutput "all" {\n  value = module.a\n}\n',
            },
            "output.b",
            "c",
            "hands on all outputs",
        ),
        (
            {
                "a/main.tf": 'output "b" {\n  value = 1\n}\n',
                "main.tf": 'module "a" {\n  source = "./a"\n}\n',
                "tests/a.tftest.hcl": 'run "x" {\n  assert {\n    condition = module.a == {}\n    '
                "error_message = jsonencode(module.a)\n  }\n}\n",
            },
            "output.b",
            "c",
            "hands on all outputs",
        ),
        (
            {
                "a/main.tf": 'variable "b" {\n}\n',
                "c/main.tf": 'variable "b" {\n}\n',
                "main.tf": 'module "a" {\n  source = "./a"\n}\nmodule "c" {\n  source = "./c"\n}\n',
                "a/tests/x.tftest.hcl": 'variables {\n  b = 1\n}\nrun "x" {\n  module {\n'
                '    source = "../c"\n  }\n}\n',
            },
            "var.b",
            "d",
            "gives it to another module as well",
        ),
    ],
)
def test_what_is_in_the_way(files: dict[str, str], address: str, name: str, why: str, place: Path) -> None:
    project = written(files)
    path = "." if "a/main.tf" not in files else "a"
    assert why in obstacle(address, name, project.modules[path])
    with pytest.raises(Refused):
        rename(address, name, project.modules[path])


# -- arguments -------------------------------------------------------------------------------------------


def test_an_argument_follows_ignore_changes_and_selections(place: Path) -> None:
    text = """
resource "aws_sqs_queue" "q" {
  count = 2
  name  = "q"
  tags  = { name = 1 }

  lifecycle {
    ignore_changes = [name, tags["name"], name_prefix]
  }
}

locals {
  a = aws_sqs_queue.q[*].name
  b = [for q in aws_sqs_queue.q : q.name]
  c = aws_sqs_queue.q[0].name_prefix
}
"""
    project = written(
        {
            "main.tf": text,
            "x_override.tf": 'resource "aws_sqs_queue" "q" {\n  name = "z"\n}\n',
            "tests/a.tftest.hcl": 'run "a" {\n  assert {\n'
            '    condition     = aws_sqs_queue.q[0].name == "q"\n    error_message = "no"\n  }\n}\n',
        }
    )
    module = project.modules["."]
    block = module.resource("aws_sqs_queue", "q")
    assert isinstance(block, Block)
    rename_argument(block, "name", "title", module)
    after = texts(project)
    for line in ("title", '  title  = "q"', '[title, tags["name"], name_prefix]', "q[*].title", "q.title]"):
        assert line in after["main.tf"]
    assert "q[0].name_prefix" in after["main.tf"]
    assert 'title = "z"' in after["x_override.tf"]
    assert 'q[0].title == "q"' in after["tests/a.tftest.hcl"]
    with pytest.raises(Refused, match="is set already"):
        rename_argument(block, "count", "title", module)


@pytest.mark.parametrize(
    ("name", "overrides"),
    [
        ("override.tf", True),
        ("a_override.tf", True),
        ("a.b_override.tf.json", True),
        ("override.tofu", True),
        ("myoverride.tf", False),
        ("override.txt", False),
        ("override_a.tf", False),
        ("override.a.tf", False),
    ],
)
def test_override_files_by_their_names(name: str, overrides: bool) -> None:
    assert is_override(name) is overrides
