"""Plans of the real Terraform: from nothing, and against the simulated deployment of what a module was."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tffix.plan import NotPlanned, Plan, Planner, Tree

from .conftest import needs_terraform

pytestmark = needs_terraform

Files = Mapping[str, str] | str
PlanOf = Callable[[Files], Plan]
Compare = Callable[[Files, Files], list[str]]

ROLE = 'resource "aws_iam_role" "app" {\n  name = "app"\n  assume_role_policy = "{}"\n}\n'


def values(plan: Plan, address: str) -> dict[str, Any]:
    """What a plan makes of a resource."""
    changes = plan.document["resource_changes"]
    found: dict[str, Any] = next(one["change"]["after"] for one in changes if one["address"] == address)
    return found


def test_a_module_from_nothing(plan: PlanOf) -> None:
    made = plan(ROLE + 'output "arn" {\n  value = aws_iam_role.app.arn\n}\n')
    assert [str(one) for one in made.actions] == ["add aws_iam_role.app"]
    assert made.outputs == ("arn",)
    unknown = made.document["resource_changes"][0]["change"]["after_unknown"]
    assert unknown["arn"] is True
    assert values(made, "aws_iam_role.app")["name"] == "app"


def test_what_data_sources_say_can_be_computed_with(plan: PlanOf) -> None:
    made = plan(
        'provider "aws" {\n  region = "eu-west-1"\n}\n'
        'data "aws_availability_zones" "all" {}\ndata "aws_caller_identity" "me" {}\n'
        'data "aws_vpc" "main" {\n  default = true\n}\ndata "aws_partition" "here" {}\n'
        'data "aws_iam_policy_document" "read" {\n  statement {\n    actions = ["s3:Get*"]\n'
        '    resources = ["arn:${data.aws_partition.here.partition}:s3:::b/*"]\n  }\n}\n'
        'resource "aws_subnet" "a" {\n  count = length(data.aws_availability_zones.all.names)\n'
        "  vpc_id = data.aws_vpc.main.id\n"
        "  cidr_block = cidrsubnet(data.aws_vpc.main.cidr_block, 8, count.index)\n"
        "  availability_zone = data.aws_availability_zones.all.names[count.index]\n}\n"
        'resource "aws_iam_policy" "read" {\n  name = data.aws_caller_identity.me.account_id\n'
        "  policy = data.aws_iam_policy_document.read.json\n}\n"
    )
    assert [one.address for one in made.actions] == [
        "aws_iam_policy.read",
        "aws_subnet.a[0]",
        "aws_subnet.a[1]",
        "aws_subnet.a[2]",
    ]
    assert values(made, "aws_subnet.a[2]")["availability_zone"] == "eu-west-1c"
    assert values(made, "aws_iam_policy.read")["name"] == "123456789012"
    policy = json.loads(values(made, "aws_iam_policy.read")["policy"])
    assert policy["Statement"] == [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/*"}]


def test_a_state_elsewhere_has_the_outputs_that_are_read(plan: PlanOf) -> None:
    made = plan(
        'data "terraform_remote_state" "net" {\n  backend = "s3"\n  config = {\n    bucket = "b"\n  }\n}\n'
        'resource "aws_instance" "a" {\n'
        "  for_each = toset(data.terraform_remote_state.net.outputs.subnet_ids)\n"
        '  ami = data.terraform_remote_state.net.outputs.images["web"].id\n  instance_type = "t3.micro"\n'
        "  subnet_id = each.value\n}\n"
    )
    assert len(made.actions) == 3
    text = json.dumps(made.document)
    assert "data.terraform_remote_state.net" in text
    assert "tffixplan" not in text


def test_variables_without_a_value_get_one(plan: PlanOf) -> None:
    made = plan(
        'variable "env" {\n  type = string\n  validation {\n'
        '    condition = contains(["int", "live"], var.env)\n    error_message = "No."\n  }\n}\n'
        'variable "subnets" {\n  type = map(object({ cidr = string, public = optional(bool) }))\n}\n'
        'variable "sizes" {}\n'
        'resource "aws_subnet" "a" {\n  for_each = var.subnets\n  vpc_id = "v"\n'
        "  cidr_block = cidrsubnet(each.value.cidr, 4, 1)\n  tags = { env = var.env }\n}\n"
        'resource "aws_instance" "a" {\n  ami = "a"\n  instance_type = var.sizes[var.env].type\n}\n'
    )
    assert len(made.actions) == 2
    assert values(made, 'aws_subnet.a["example"]')["tags"] == {"env": "int"}


def test_values_of_a_file_count_before_made_up_ones(plan: PlanOf) -> None:
    made = plan(
        {
            "main.tf": 'variable "name" {}\nresource "aws_sqs_queue" "q" {\n  name = var.name\n}\n',
            "environments/live.tfvars": 'name = "orders"\n',
        }
    )
    assert values(made, "aws_sqs_queue.q")["name"] == "orders"


def test_a_change_of_what_is_asked_changes_no_made_up_value(compare: Compare) -> None:
    text = (
        'variable "env" {}\ndata "terraform_remote_state" "s" {\n  backend = "s3"\n}\n'
        'module "m" {\n  source = "a/b/c"\n}\ndata "aws_ssm_parameter" "p" {\n  name = "p"\n}\n'
        'resource "aws_sqs_queue" "q" {\n  name = "${var.env}-${module.m.name}"\n  tags = {\n'
        "    s = data.terraform_remote_state.s.outputs.name\n    p = data.aws_ssm_parameter.p.value\n  }\n}\n"
    )
    more = (
        'locals {\n  a = var.env == "x" ? 1 : 2\n  b = module.m.name == "x"\n'
        '  c = data.terraform_remote_state.s.outputs.name == "x"\n'
        '  d = data.aws_ssm_parameter.p.value == "x"\n}\n'
    )
    assert compare(text, text + more) == []


def test_encrypted_values_are_made_up(planner: Planner, write: Callable[..., Path], tmp_path: Path) -> None:
    module = write('variable "name" {}\nresource "aws_sqs_queue" "q" {\n  name = var.name\n}\n')
    (module / "terraform.tfvars").write_bytes(b"\0GITCRYPT\0\x81\x02")
    plan = planner.plan(Tree(module))
    assert plan.notes == ("terraform.tfvars is encrypted: its values are made up",)
    assert len(plan.actions) == 1


def test_the_order_of_reading_keeps_nothing_from_being_planned(plan: PlanOf) -> None:
    made = plan(
        ROLE
        + 'data "aws_subnets" "all" {\n  depends_on = [aws_iam_role.app]\n}\n'
        + 'resource "aws_sqs_queue" "q" {\n  for_each = toset(data.aws_subnets.all.ids)\n'
        + "  name = each.key\n}\n"
    )
    assert len(made.actions) == 4
    assert made.notes[-1] == "planned without the depends_on of modules and data sources"


KEYED = (
    'data "aws_ssm_parameter" "p" {\n  name = "p"\n}\n'
    "locals {\n  all = jsondecode(data.aws_ssm_parameter.p.value)\n}\n"
    'resource "aws_sqs_queue" "q" {\n  count = 2\n'
    '  name = "${local.all.names[format("k%d", count.index)]}-${local.all.ids["${local.all.x}-a"]}"\n}\n'
)


def test_an_element_that_made_up_data_do_not_have_is_made_up(plan: PlanOf, compare: Compare) -> None:
    made = plan(KEYED)
    assert len(made.actions) == 2
    assert any("has no such element: planned with another one" in note for note in made.notes)
    assert compare(KEYED, KEYED.replace("count = 2", "count = 3")) == ["add aws_sqs_queue.q[2]"]


def test_data_that_are_read_after_an_apply_are_read_before(compare: Compare) -> None:
    text = (
        'resource "aws_vpc" "v" {\n  cidr_block = "10.0.0.0/16"\n}\n'
        'resource "aws_sqs_queue" "q" {\n  count = length(aws_vpc.v.id) > 0 ? 1 : 0\n}\n'
        'data "aws_ssm_parameter" "p" {\n  name = "p"\n  depends_on = [aws_vpc.v]\n}\n'
        'resource "aws_db_instance" "d" {\n  instance_class = "db.t3.micro"\n'
        "  password = data.aws_ssm_parameter.p.value\n}\n"
    )
    assert compare(text, text) == []


def test_another_element_stands_for_one_that_made_up_data_do_not_have(plan: PlanOf) -> None:
    text = (
        'data "aws_ssm_parameter" "stage" {\n  name = "stage"\n}\nlocals {\n'
        '  sizes = { dev = { queues = ["a", "b"] } }\n'
        "  size  = local.sizes[lower(data.aws_ssm_parameter.stage.insecure_value)].queues\n}\n"
        'resource "aws_sqs_queue" "q" {\n  for_each = toset(local.size)\n  name = each.key\n}\n'
    )
    assert [one.address for one in plan(text).actions] == ['aws_sqs_queue.q["a"]', 'aws_sqs_queue.q["b"]']


def test_an_element_that_was_there_before_is_not_made_up(compare: Compare) -> None:
    before = (
        'locals {\n  all = {\n    a = "x"\n  }\n}\noutput "o" {\n  value = local.all[format("%s", "a")]\n}\n'
    )
    with pytest.raises(NotPlanned, match=r"^main\.tf:7: Invalid index"):
        compare(before, before.replace("a = ", "b = "))


def test_a_remote_module_keeps_what_it_is_given(compare: Compare) -> None:
    call = 'module "net" {\n  source = "acme/net/aws"\n  version = "1.0.0"\n  cidr = "10.0.0.0/16"\n}\n'
    use = 'resource "aws_instance" "a" {\n  ami = "a"\n  subnet_id = module.net.subnets[0]\n}\n'
    assert compare(call + use, call + use) == []
    one, other = (call.replace('"10.0.0.0/16"', source) for source in ("[1]", "tolist([1])"))
    assert compare(one + use, other + use) == []
    assert compare(call + use, call.replace("10.0", "10.1") + use) == ["update or replace module.net (cidr)"]
    assert compare(call + use, call.replace("1.0.0", "1.1.0") + use) == [
        "update or replace module.net (version)"
    ]


def test_a_remote_module_with_a_new_name_gives_what_it_gave(compare: Compare) -> None:
    text = 'module "net" {\n  source = "acme/net/aws"\n}\n'
    text += 'resource "aws_instance" "a" {\n  ami = "a"\n  subnet_id = module.net.subnets[0]\n}\n'
    moved = "moved {\n  from = module.net\n  to   = module.core\n}\n"
    renamed = text.replace('"net"', '"core"').replace("module.net", "module.core") + moved
    assert compare(text, renamed) == ["move module.net to module.core"]
    again = renamed.replace('"core"', '"main"').replace("module.core.s", "module.main.s")
    again += "moved {\n  from = module.core\n  to   = module.main\n}\n"
    assert compare(renamed, again) == ["move module.core to module.main"]


def test_a_remote_module_is_kept_where_there_are_ephemeral_values(compare: Compare) -> None:
    text = 'module "db" {\n  source = "acme/db/aws"\n  name = "a"\n}\n'
    secret = 'variable "secret" {\n  type      = string\n  ephemeral = true\n}\n'
    given = text.replace('name = "a"', 'name = "a"\n  secret = var.secret')
    assert compare(text, secret + given) == []
    assert compare(text, text + '# nothing ephemeral here: "ephemeraltls"\n') == []
    renamed = given.replace('"a"', '"b"')
    assert compare(secret + given, secret + renamed) == ["update or replace module.db (name)"]


def test_what_a_module_was_is_in_the_place_of_what_it_is(
    planner: Planner, write: Callable[..., Path]
) -> None:
    name = "${basename(path.cwd)}-${basename(abspath(path.module))}"
    text = f'resource "aws_sqs_queue" "q" {{\n  name = "{name}"\n}}\n'
    files = {"team/app/main.tf": text + 'output "o" {\n  value = file("../f.txt")\n}\n', "team/f.txt": ""}
    old, new = write(files, "old"), write({**files, ".git/HEAD": ""}, "new")
    plan = planner.compare(Tree(old / "team" / "app"), Tree(new / "team" / "app"))
    assert plan.is_empty
    values = plan.document["planned_values"]["root_module"]["resources"][0]["values"]
    assert values["name"] == "app-app"
    renamed = write({"main.tf": text}, "renamed")
    assert planner.compare(Tree(renamed), Tree(write({"main.tf": text}, "other"))).is_empty


def test_files_through_a_link_count_as_their_target_does(
    planner: Planner, write: Callable[..., Path]
) -> None:
    top = write({"shared/queues.tf": 'resource "aws_sqs_queue" "a" {\n  name = "a"\n}\n', "app/main.tf": ""})
    (top / "app" / "queues.tf").symlink_to("../shared/queues.tf")
    with planner.deployed(Tree(top / "app")) as deployment:
        plan = deployment.plan(Tree(top / "app", {top / "shared" / "queues.tf": b""}))
    assert [str(one) for one in plan.actions] == ["destroy aws_sqs_queue.a"]


def test_files_outside_of_the_module_are_read_where_there_is_no_repository(
    planner: Planner, write: Callable[..., Path]
) -> None:
    text = 'output "o" {\n  value = file("${path.module}/../../files/a.txt")\n}\n'
    top = write({"teams/app/main.tf": text, "files/a.txt": "what it says"})
    plan = planner.plan(Tree(top / "teams" / "app"))
    assert plan.notes == ()
    assert plan.document["planned_values"]["outputs"]["o"]["value"] == "what it says"


def test_a_new_name_of_a_role_replaces_it_and_what_needs_it_follows(compare: Compare) -> None:
    use = (
        'resource "aws_iam_role_policy_attachment" "a" {\n  role = aws_iam_role.app.name\n'
        '  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"\n}\n'
    )
    assert (
        compare(ROLE + use, ROLE.replace('"app"\n', '"app2"\n') + use)[0] == "replace aws_iam_role.app (name)"
    )


def test_a_description_is_changed_in_place(compare: Compare) -> None:
    after = ROLE.removesuffix("}\n") + '  description = "x"\n}\n'
    assert compare(ROLE, after) == ["update aws_iam_role.app (description)"]


def test_what_nobody_knows_may_replace(compare: Compare) -> None:
    thing = 'resource "acme_thing" "a" {\n  colour = "red"\n}\n'
    assert compare(thing, thing.replace("red", "blue")) == ["update or replace acme_thing.a (colour)"]


def test_an_argument_that_is_no_longer_given_to_an_unknown_type_is_a_change(compare: Compare) -> None:
    thing = 'resource "acme_thing" "a" {\n  colour = "red"\n  size = 1\n}\n'
    use = 'resource "acme_thing" "b" {\n  colour = acme_thing.a.shape\n}\n'
    assert compare(thing + use, thing.replace("  size = 1\n", "") + use) == [
        "update or replace acme_thing.a (size)"
    ]


def test_what_blocks_of_an_unknown_type_are_set_is_made_up(compare: Compare) -> None:
    text = (
        'resource "acme_cluster" "c" {\n  name = "a"\n  node {\n    size = 1\n  }\n}\n'
        'resource "aws_ssm_parameter" "p" {\n  name = "p"\n  type = "String"\n'
        '  value = "${acme_cluster.c.node[0].endpoint}.example.com"\n}\n'
    )
    assert compare(text, text) == []
    assert compare(text, text.replace('"a"', '"b"')) == ["update or replace acme_cluster.c (name)"]
    assert compare(text, text.replace("size = 1", "size = 2")) == ["update or replace acme_cluster.c (node)"]


def test_blocks_of_an_unknown_type(compare: Compare) -> None:
    thing = (
        'resource "acme_thing" "a" {\n  rule {\n    port = 1\n    host = acme_thing.b.host\n  }\n'
        '  rule {\n    port = "http"\n  }\n}\nresource "acme_thing" "b" {}\n'
    )
    assert compare(thing, thing) == []
    assert compare(thing, thing.replace("port = 1", "port = 2")) == ["update or replace acme_thing.a (rule)"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("force_destroy = false", ""),
        ("tags = {}", ""),
        ("", "force_destroy = false"),
    ],
)
def test_what_is_not_given_is_what_is_empty(compare: Compare, before: str, after: str) -> None:
    bucket = 'resource "aws_s3_bucket" "b" {{\n  bucket = "b"\n  {}\n}}\n'
    assert compare(bucket.format(before), bucket.format(after)) == []


def test_a_policy_that_means_the_same_changes_nothing(compare: Compare) -> None:
    text = 'resource "aws_iam_policy" "p" {{\n  name = "p"\n  policy = {}\n}}\n'
    one = (
        'jsonencode({ Statement = [{ Effect = "Allow", Action = ["a:B"], Resource = "*" }], Version = "1" })'
    )
    other = (
        '<<EOF\n{ "Version": "1",\n'
        ' "Statement": { "Resource": "*", "Effect": "Allow", "Action": "a:B" } }\nEOF\n'
    )
    assert compare(text.format(one), text.format(other)) == []


def test_moved_blocks_move(compare: Compare) -> None:
    moved = (
        ROLE.replace('"app" {', '"web" {')
        + "moved {\n  from = aws_iam_role.app\n  to = aws_iam_role.web\n}\n"
    )
    assert compare(ROLE, moved) == ["move aws_iam_role.app to aws_iam_role.web"]
    assert compare(ROLE, ROLE.replace('"app" {', '"web" {')) == [
        "destroy aws_iam_role.app",
        "add aws_iam_role.web",
    ]


def test_an_object_moves_to_another_type(compare: Compare) -> None:
    before = 'resource "aws_alb" "a" {\n  name = "a"\n  internal = true\n}\n'
    after = (
        'resource "aws_lb" "a" {\n  name = "a"\n  internal = true\n}\n'
        "moved {\n  from = aws_alb.a\n  to = aws_lb.a\n}\n"
    )
    assert compare(before, after) == ["move aws_alb.a to aws_lb.a"]


def test_what_is_imported_is_what_the_configuration_says(compare: Compare) -> None:
    inline = 'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n  versioning {\n    enabled = true\n  }\n}\n'
    split = (
        'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n'
        'resource "aws_s3_bucket_versioning" "b" {\n  bucket = "b"\n'
        '  versioning_configuration {\n    status = "Enabled"\n  }\n}\n'
        'import {\n  to = aws_s3_bucket_versioning.b\n  id = "b"\n}\n'
    )
    assert compare(inline, split) == ["import aws_s3_bucket_versioning.b"]


def test_a_removed_block_forgets(compare: Compare) -> None:
    after = "removed {\n  from = aws_iam_role.app\n  lifecycle {\n    destroy = false\n  }\n}\n"
    assert compare(ROLE, after) == ["forget aws_iam_role.app"]


def test_a_provider_of_another_version_changes_nothing_by_itself(compare: Compare) -> None:
    text = (
        'terraform {{\n  required_providers {{\n    aws = {{\n      version = "~> {}.0"\n    }}\n  }}\n}}\n'
    )
    assert compare(text.format(4) + ROLE, text.format(6) + ROLE) == []


def test_keys_that_only_an_apply_knows_are_made_up_before(plan: PlanOf) -> None:
    made = plan(
        ROLE
        + 'resource "aws_sqs_queue" "q" {\n  for_each = toset([aws_iam_role.app.arn])\n  name = each.key\n}\n'
    )
    assert len(made.actions) == 2
    assert made.notes == ("planned as if what is known only after an apply were known",)


def test_a_file_that_a_build_makes_is_taken_as_empty(plan: PlanOf, tmp_path: Path) -> None:
    made = plan(
        'resource "aws_lambda_function" "f" {\n  function_name = "f"\n  role = "r"\n'
        '  filename = "out/f.zip"\n  source_code_hash = filebase64sha256("out/f.zip")\n}\n'
    )
    assert made.notes == ("out/f.zip does not exist: planned with an empty file",)
    assert not (tmp_path / "module" / "out").exists()


def test_a_missing_file_is_never_made_in_the_users_folder(
    planner: Planner, write: Callable[..., Path], tmp_path: Path
) -> None:
    module = write(
        {
            "main.tf": 'resource "aws_s3_object" "o" {\n  bucket = "b"\n  key = "k"\n'
            '  content = file("data/x/y")\n}\n',
            "data/x/other": "1",
        }
    )
    before = sorted(tmp_path.rglob("*"))
    assert planner.plan(Tree(module)).notes == ("data/x/y does not exist: planned with an empty file",)
    assert sorted(tmp_path.rglob("*")) == before


def test_files_that_count_otherwise_than_on_the_disk(planner: Planner, write: Callable[..., Path]) -> None:
    module = write(ROLE)
    contents = {module / "main.tf": b"", module / "new.tf": ROLE.replace('"app" {', '"b" {').encode()}
    plan = planner.compare(Tree(module), Tree(module, contents))
    assert [str(one) for one in plan.actions] == ["destroy aws_iam_role.app", "add aws_iam_role.b"]


def test_a_data_source_says_what_it_has_found_also_where_it_was_not_asked_for(plan: PlanOf) -> None:
    text = 'data "google_project" "p" {\n}\noutput "o" {\n'
    text += '  value = "${data.google_project.p.project_id}.svc.id.goog"\n}\n'
    assert plan(text).is_empty


def test_a_manifest_may_be_anything(compare: Compare) -> None:
    text = (
        'resource "kubernetes_manifest" "m" {\n  manifest = {\n    apiVersion = "v1"\n'
        '    kind = "ConfigMap"\n'
        '    metadata = { name = "a", labels = { b = "c" } }\n    data = { n = "1" }\n  }\n}\n'
    )
    assert compare(text, text) == []
    assert compare(text, text.replace('"1"', '"2"')) == ["update or replace kubernetes_manifest.m (manifest)"]


def test_settings_that_only_the_real_provider_takes_are_left_out(plan: PlanOf) -> None:
    meta = 'terraform {\n  provider_meta "aws" {\n    module_name = "m"\n  }\n}\n'
    assert [str(one) for one in plan(meta + 'resource "aws_vpc" "v" {\n}\n').actions] == ["add aws_vpc.v"]


def test_changes_of_an_unknown_type_can_be_ignored(compare: Compare) -> None:
    text = (
        'resource "acme_thing" "t" {\n  size = 1\n  lifecycle {\n    ignore_changes = [acl, size]\n  }\n}\n'
    )
    assert compare(text, text.replace("size = 1", "size = 2")) == []


def test_errors_are_shown_at_their_place(plan: PlanOf) -> None:
    with pytest.raises(NotPlanned, match=r"^main\.tf:7: Reference to undeclared input variable: ") as raised:
        plan(ROLE + ROLE.replace('"app" {', '"b" {').replace('"{}"', "var.none"))
    (error,) = raised.value.diagnostics
    assert (error.path.name, error.line, error.address) == ("main.tf", 7, "aws_iam_role.b")


FAILING = """
condition     = length(data.aws_ami.a.architecture) > 999
error_message = "Wrong."
"""
AMI = 'data "aws_ami" "a" {\n  owners = ["self"]\n'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            f'{AMI}}}\nresource "aws_instance" "i" {{\n  ami = data.aws_ami.a.id\n  lifecycle {{\n'
            f"    precondition {{{FAILING}}}\n  }}\n}}\n",
            "Resource precondition failed",
        ),
        (
            f"{AMI}  lifecycle {{\n    postcondition {{{FAILING.replace('data.aws_ami.a', 'self')}}}\n"
            "  }\n}\n",
            "Resource postcondition failed",
        ),
        (
            f'{AMI}}}\noutput "o" {{\n  value = data.aws_ami.a.id\n  precondition {{{FAILING}}}\n}}\n',
            "Module output value precondition failed",
        ),
        (f'{AMI}}}\ncheck "c" {{\n  assert {{{FAILING}}}\n}}\n', "Check block assertion failed"),
        (
            'variable "v" {\n  type = string\n  validation {\n    condition = length(var.v) == 999\n'
            '    error_message = "Wrong."\n  }\n}\n',
            "Invalid value for variable",
        ),
    ],
)
def test_a_condition_that_fails_on_made_up_values_proves_nothing(
    plan: PlanOf, text: str, reason: str
) -> None:
    with pytest.raises(NotPlanned, match=f"{reason}: Wrong."):
        plan(text)


def test_a_program_that_hangs_is_ended(tmp_path: Path, write: Callable[..., Path]) -> None:
    program = tmp_path / "terraform"
    program.write_text(
        '#!/bin/sh\n[ "$1" = version ] && echo \'{"terraform_version": "1.11.4"}\' && exit\nexec sleep 600\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    with Planner(terraform=str(program), time_limit=0.2) as planner, pytest.raises(NotPlanned) as raised:
        planner.plan(Tree(write(ROLE)))
    assert str(raised.value) == "terraform plan did not end within 0.2 seconds"
