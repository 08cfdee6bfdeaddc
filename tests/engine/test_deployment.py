"""What shows that a module is deployed, and which fixes that holds back."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tffix import Block, Finding, Impact, Module, Tier, Transform, parse_block
from tffix.engine.policy import Policy
from tffix.engine.results import Found, Result
from tffix.engine.runner import repair
from tffix.report.difference import patch
from tffix.terraform.discovery import find_modules
from tffix.terraform.project import read_modules
from tffix.terraform.surroundings import called_from_outside

from .helpers import renames, rule, run

RESOURCE = 'resource "a" "b" {\n  one = 1\n}\n'
FIXED = RESOURCE.replace("one", "two")
STATE = '{"version": 4, "resources": [{"mode": "managed", "type": "a", "name": "b"}]}'
S3 = 'terraform {\n  backend "s3" {}\n}\n'
LOCAL = 'terraform {\n  backend "local" {\n    path = "elsewhere.json"\n  }\n}\n'
REMOTE_STATE = 'remote_state {\n  backend = "s3"\n  config  = {}\n}\n'
ECHO = r'  - echo -e "terraform {\n  backend \"s3\" {}\n}" > backend.tf' + "\n"
GENERATED = f'generate "backend" {{\n  path     = "backend.tf"\n  contents = <<EOT\n{S3}EOT\n}}\n'
REPLACES = renames("replaces", "one", "two", Impact.REPLACE)

Write = Callable[..., None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes files of a repository in which the test runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def put(**files: str) -> None:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    return put


def repaired(path: str = ".", policy: Policy | None = None, *rules: Transform) -> Result:
    found = find_modules([path])
    return repair(read_modules(found, called_from_outside(found)), rules or (REPLACES,), policy or Policy())


def why(result: Result) -> str:
    """Why the one fix there is was held back, or nothing if it was made."""
    if result.changes:
        assert not result.found
        return ""
    (found,) = result.found
    assert (found.is_held, found.fixable, found.release) == (True, False, "--allow-replace")
    return found.reason


UNKNOWN = ", so it is not known what is deployed"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, ""),
        ({"terraform.tfstate": STATE}, "a.b is deployed"),
        ({"terraform.tfstate": STATE.replace('"b"', '"c"')}, ""),
        ({"terraform.tfstate": "?"}, "terraform.tfstate is neither a state file of version 4"),
        ({"backend.tf": S3}, "backend.tf:2 names the backend 's3'" + UNKNOWN),
        ({"main_override.tf": S3}, "main_override.tf:2 names the backend 's3'" + UNKNOWN),
        ({"main_override.tf": S3, ".gitignore": "*_override.tf\n"}, "main_override.tf:2 names the backend"),
        ({"b.tf.json": '{"terraform": {"backend": {"gcs": {}}}}'}, "b.tf.json:1 names the backend 'gcs'"),
        ({"backend.tf": "terraform {\n  cloud {}\n}\n"}, "backend.tf:2 names HCP Terraform" + UNKNOWN),
        ({"backend.tf": S3 + "}\n"}, "backend.tf names a backend" + UNKNOWN),
        ({".drone.yml": f"steps:\n{ECHO}"}, ".drone.yml:2 says where the state is kept" + UNKNOWN),
        (
            {"ci/plan.sh": "cat > terragrunt.hcl <<EOT\n" + REMOTE_STATE},
            "ci/plan.sh:2 says where the state is kept",
        ),
        (
            {"ci/apply.yml": "run: |\n  terraform apply \\\n    -state=../state/app.tfstate\n"},
            "ci/apply.yml:3 says where the state is kept" + UNKNOWN,
        ),
        ({"init.sh": 'terraform init -backend-config="key=$1"\n'}, "init.sh:1 says where the state is kept"),
        ({"ci/apply.yml": "run: terraform apply -auto-approve\n"}, ""),
        ({"ci/play.yml": "run: play -state=on\n"}, ""),
        (
            {f"{name}/backend.tf": S3 for name in "xyz"},
            "most root modules of the repository keep their state",
        ),
        ({f"{name}/backend.tf": S3 for name in "xy"}, ""),
        ({f"{name}/backend.tf": S3 for name in "xyz"} | {"backend.tf": LOCAL}, ""),
        ({"ci/plan.sh": ECHO.replace("s3", "local"), "README.md": S3}, ""),
        ({"backend.tf": S3, "terraform.tfstate": STATE.replace('"b"', '"c"')}, "backend.tf:2 names"),
        ({"backend.tf": LOCAL}, ""),
        ({"backend.tf": LOCAL, "elsewhere.json": STATE}, "a.b is deployed"),
        ({"backend.tf": LOCAL, ".terraform.lock.hcl": ""}, "backend.tf:2 names a backend, and "),
        ({".terraform.lock.hcl": ""}, ""),
        (
            {".terraform/terraform.tfstate": '{"backend": {"type": "azurerm"}}'},
            ".terraform/terraform.tfstate shows that the backend 'azurerm' is initialised" + UNKNOWN,
        ),
        ({".terraform/terraform.tfstate": '{"backend": {"type": "local"}}'}, ""),
        ({".terraform/terraform.tfstate": "?"}, ".terraform/terraform.tfstate shows that a backend"),
        ({"terragrunt.hcl": REMOTE_STATE}, "terragrunt.hcl configures its remote state" + UNKNOWN),
        ({"terragrunt.hcl": GENERATED}, "terragrunt.hcl configures its remote state" + UNKNOWN),
        ({"terragrunt.hcl": REMOTE_STATE + "}"}, "terragrunt.hcl configures its remote state" + UNKNOWN),
        (
            {"terragrunt.hcl.json": '{\n  "remote_state": { "backend": "s3" }\n}'},
            "terragrunt.hcl.json configures its remote state" + UNKNOWN,
        ),
        (
            {"terragrunt.hcl": 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n'},
            "terragrunt.hcl includes a file that is not found" + UNKNOWN,
        ),
        ({"terragrunt.hcl": REMOTE_STATE.replace("s3", "local")}, ""),
        ({"terragrunt.hcl": "inputs = {}\n"}, ""),
    ],
)
def test_evidence_beside_a_root_module(write: Write, files: dict[str, str], reason: str) -> None:
    write(**{"main.tf": RESOURCE, **files})
    told = why(repaired())
    assert told.startswith(reason) if reason else told == ""


@pytest.mark.parametrize(
    ("source", "is_run"),
    [
        ("../../../modules/app", True),
        ("${get_repo_root()}//modules/app", True),
        ("git::https://git.example.com/infrastructure.git//modules/app?ref=v1", True),
        ("../../../modules/other", False),
        ("tfr:///terraform-aws-modules/vpc/aws?version=5.0.0", False),
    ],
)
def test_terragrunt_runs_a_module_from_elsewhere(write: Write, source: str, is_run: bool) -> None:
    include = 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n'
    unit = f'{include}\nterraform {{\n  source = "{source}"\n}}\n'
    call = 'module "app" {\n  source = "../modules/app"\n}\n'
    write(
        **{
            "modules/app/main.tf": RESOURCE,
            "try/main.tf": call,
            "live/root.hcl": REMOTE_STATE,
            "live/prod/app/terragrunt.hcl": unit,
        }
    )
    told = why(repaired())
    assert told == ("live/root.hcl configures its remote state" + UNKNOWN if is_run else "")


def test_a_module_beside_those_that_terragrunt_runs_may_be_run_too(write: Write) -> None:
    include = 'include {\n  path = find_in_parent_folders("root.hcl")\n}\n'
    files = {"aws/vpc/main.tf": RESOURCE, "live/root.hcl": REMOTE_STATE}
    for name in ("dns", "mail"):
        files[f"aws/{name}/main.tf"] = ""
        files[f"live/{name}/terragrunt.hcl"] = f'{include}terraform {{\n  source = "../../aws/{name}"\n}}\n'
    write(**files)
    assert why(repaired()) == f"live/root.hcl configures remote state for the modules beside it{UNKNOWN}"


def test_the_roots_above_a_module_decide_also_those_not_given(write: Write) -> None:
    call = 'module "app" {\n  source = "../app"\n}\n'
    write(**{"app/main.tf": RESOURCE, "prod/main.tf": call + S3, "try/main.tf": call})
    assert why(repaired()) == f"prod/main.tf:5 names the backend 's3'{UNKNOWN}"
    assert "prod/main.tf:5 names the backend 's3'" in why(repaired("app"))
    write(**{"prod/main.tf": call})
    assert why(repaired("app")) == ""
    write(**{"prod/terraform.tfstate": STATE.replace('"mode"', '"module": "module.app", "mode"')})
    assert why(repaired("app")) == "module.app.a.b is deployed"
    assert why(repaired()) == "module.app.a.b is deployed"


def test_a_library_may_be_deployed_by_callers_elsewhere(write: Write) -> None:
    write(**{"modules/app/main.tf": RESOURCE})
    assert "made to be called" in why(repaired())
    call = 'module "app" {\n  source = "../../modules/app"\n}\n'
    write(**{"examples/simple/main.tf": call})
    assert "made to be called" in why(repaired())
    write(**{"live/prod/main.tf": call})
    assert why(repaired()) == ""


def test_what_a_readme_offers_to_others_may_be_deployed_by_them(write: Write) -> None:
    usage = 'module "trail" {\n  source = "github.com/example/infrastructure//trail"\n}\n'
    write(**{"trail/main.tf": RESOURCE, "trail/README.md": usage})
    assert "trail/README.md shows others how to call it" in why(repaired())
    write(**{"trail/terraform.tfstate": STATE})
    assert why(repaired()) == "a.b is deployed"


def test_a_program_names_its_backend(write: Write) -> None:
    program = (
        "from cdktf import App, TerraformStack, S3Backend\n"
        "from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue\n\n\n"
        "class Stack(TerraformStack):\n"
        "    def __init__(self, scope, id):\n"
        "        super().__init__(scope, id)\n"
        '        S3Backend(self, bucket="b", key="k")\n'
        '        SqsQueue(self, "q", name="one")\n'
    )

    def find(block, module):
        name = block.get("name")
        if name.string == "one":
            yield Finding(name, "bad", lambda: name.set('"two"'))

    found = rule("python", find, Impact.REPLACE)
    type(found).languages = frozenset(("python",))
    write(**{"main.py": program})
    assert why(repaired(".", None, found)) == "main.py makes a S3Backend" + UNKNOWN
    write(**{"main.py": program.replace("S3Backend(", "LocalBackend(")})
    assert why(repaired(".", None, found)) == ""


def test_what_the_user_says_decides(write: Write) -> None:
    write(**{"main.tf": RESOURCE, "backend.tf": S3})
    assert why(repaired(policy=Policy(deployed=frozenset({"a.b"})))) == "a.b is deployed"
    assert why(repaired(policy=Policy(deployed=frozenset({"a.c"})))) == ""
    assert why(repaired(policy=Policy(says=lambda path: False))) == ""
    write(**{"backend.tf": ""})
    assert why(repaired(policy=Policy(says=lambda path: True))) == "tffix.toml says that it is deployed"
    assert why(repaired(policy=Policy(allow_replace=True, says=lambda path: True))) == ""


class TestData:
    """Fixes that lose what cannot be made again."""

    loses = renames("loses", "one", "two", Impact.REPLACE)
    type(loses).tier = Tier.DATA
    files = {"main.tf": RESOURCE}  # noqa: RUF012

    def left(self, policy: Policy, arguments: str = "") -> list[Found]:
        return run({"main.tf": RESOURCE.replace("}", f"{arguments}}}")}, self.loses, policy=policy).found

    def test_are_made_only_where_their_rule_is_named(self) -> None:
        (held,) = self.left(Policy(allow_replace=True))
        assert (held.tier, held.release, held.is_held) == (Tier.DATA, "--select loses", True)
        assert self.left(Policy(named=frozenset({"loses"}))) == []

    def test_need_both_where_something_is_deployed(self) -> None:
        deployed = frozenset({"a.b"})
        assert self.left(Policy(deployed=deployed))[0].release == "--select loses --allow-replace"
        assert (
            self.left(Policy(deployed=deployed, named=frozenset({"loses"})))[0].release == "--allow-replace"
        )
        assert self.left(Policy(True, deployed, named=frozenset({"loses"}))) == []

    @pytest.mark.parametrize(
        "guard",
        [
            "lifecycle {\n    prevent_destroy = true\n  }\n",
            "deletion_protection = true\n",
            "deletion_protection_enabled = var.protect\n",
        ],
    )
    @pytest.mark.parametrize("tiers", [{}, {"loses": Tier.SAFE}])
    def test_are_never_made_against_what_is_protected(self, guard: str, tiers: dict[str, Tier]) -> None:
        policy = Policy(allow_replace=True, named=frozenset({"loses"}), tiers=tiers)
        (held,) = self.left(policy, f"  {guard}")
        assert (held.is_held, held.release) == (True, "")
        assert "the resource is protected" in held.reason
        assert self.left(policy, "  deletion_protection = false\n") == []


def test_what_would_be_replaced_is_not_where_it_is_protected_and_deployed() -> None:
    files = {"main.tf": RESOURCE.replace("}", "  lifecycle {\n    prevent_destroy = true\n  }\n}")}
    policy = Policy(allow_replace=True, deployed=frozenset({"a.b"}))
    assert run(files, REPLACES, policy=policy).found[0].release == ""
    assert run(files, REPLACES, policy=replace(policy, deployed=frozenset())).found == []


def test_the_user_gives_a_rule_another_tier() -> None:
    updates = renames("updates", "one", "two", Impact.UPDATE)
    policy = Policy(deployed=frozenset({"a.b"}), tiers={"updates": Tier.DEPLOYED})
    assert run({"main.tf": RESOURCE}, updates, policy=policy).found[0].tier is Tier.DEPLOYED
    policy = Policy(deployed=frozenset({"a.b"}), tiers={"replaces": Tier.SAFE})
    assert run({"main.tf": RESOURCE}, REPLACES, policy=policy).found == []


def test_a_patch_names_the_tiers_and_git_and_patch_take_it(write: Write, tmp_path: Path) -> None:
    gap = "# a comment\n" * 10
    text = f'resource "a" "b" {{\n  one = 1\n}}\n{gap}resource "a" "c" {{\n  old = 1\n}}\n'
    write(**{"main.tf": text})
    result = repaired(".", None, REPLACES, renames("safe", "old", "new"))
    told = patch(result.changes[0])
    assert told.startswith("# main.tf: hunks by tier: 1 safe, 1 deployed\n--- a/main.tf\n")
    headers = [line.rpartition(" ")[2] for line in told.splitlines() if line.startswith("@@")]
    assert headers == ["deployed", "safe"]
    wanted = text.replace("one", "two").replace("old", "new")
    for command in (["git", "apply", "--check"], ["git", "apply", "-R", "--check"], ["patch", "-p1"]):
        if "-R" in command:
            (tmp_path / "main.tf").write_text(wanted)
        subprocess.run(command, input=told.encode(), check=True, cwd=tmp_path, capture_output=True)
        (tmp_path / "main.tf").write_text(text)


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_patch_names_the_tier_of_what_is_added_at_the_end(write: Write, end: str) -> None:
    def find(block: Block, module: Module) -> Iterator[Finding]:
        if len(module.blocks("resource")) == 1:
            yield Finding(
                block,
                "lonely",
                partial(module.files["main.tf"].body.append, parse_block('resource "a" "c" {}')),
            )

    write(**{"main.tf": RESOURCE.rstrip() + end})
    told = patch(repaired(".", None, rule("adds", find, Impact.REPLACE)).changes[0])
    assert told.startswith("# main.tf: hunks by tier: 1 deployed\n")


def test_check_calls_fixable_what_apply_makes() -> None:
    from tffix import Refused

    from .helpers import look

    def find(block, module):
        for name in ("good", "bad"):
            attribute = block.get(name)
            if attribute is not None:
                yield Finding(attribute, name, attribute.remove if name == "good" else refuse)

    def refuse() -> None:
        raise Refused("two things have this name")

    found = look({"main.tf": 'resource "a" "b" {\n  good = 1\n  bad  = 1\n}\n'}, rule("r", find)).found
    assert [(one.message, one.fixable, one.reason) for one in found] == [
        ("good", True, ""),
        ("bad", False, "two things have this name"),
    ]
